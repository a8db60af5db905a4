"""The watch over the pages sees what it is there to see."""

import pytest

from tests.browser.conftest import watch


@pytest.fixture
def watched(chromium, live_server):
    faults = []
    context = chromium.new_context(base_url=live_server.url)
    watch(context, faults)
    page = context.new_page()
    page.goto("/admin/login/")
    yield page, faults
    context.close()


def test_a_page_of_ours_has_no_fault(watched):
    assert watched[1] == []


def test_a_request_that_leaves_this_machine_is_a_fault(watched):
    page, faults = watched
    page.goto("about:blank")
    page.set_content('<img src="https://elsewhere.invalid/picture.png">')
    assert faults == ["asked for https://elsewhere.invalid/picture.png"]


def test_an_error_in_a_script_is_a_fault(watched):
    page, faults = watched
    page.evaluate("setTimeout(() => { throw new Error('broken') })")
    page.wait_for_timeout(100)  # milliseconds
    assert faults == ["raised broken"]


def test_a_breach_of_the_content_security_policy_is_a_fault(watched):
    page, faults = watched
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">red</p>')")
    page.wait_for_timeout(100)  # milliseconds
    assert ["Content Security Policy" in fault for fault in faults] == [True, True]
