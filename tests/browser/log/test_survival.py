"""Every character survives: a killed tab, a killed browser, no network, no server, the back button."""

import os
import signal
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import expect

from feedback.models import Draft
from tests.browser.chromium import find_chromium
from tests.browser.conftest import NO_WAY_OUT
from tests.browser.log.page import LINE, at, box, kept, kill_tab, saved, status

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_killed_tab_loses_no_character(open_log, address, stopwatch):
    hands = open_log()
    hands.words(LINE)
    hands.page.wait_for_timeout(100)  # milliseconds: less than any pause that a draft waits for
    kill_tab(hands.page)
    assert Draft.objects.count() == 0
    again = at(hands.page.context.new_page(), address)
    expect(box(again)).to_have_value(LINE)
    stopwatch.note("Tab killed while typing", again)


def test_a_killed_browser_loses_nothing_that_was_typed_before_a_pause(open_log, stopwatch):
    hands = open_log()
    hands.words(LINE)
    kept(hands)
    hands.page.context.close()
    again = open_log()
    expect(box(again)).to_have_value(LINE)
    expect(again.page.locator("#draft-status")).to_contain_text("is back")
    again.press("Enter")
    status(again, "Saved")
    assert (saved(), Draft.objects.count()) == ([LINE], 0)
    stopwatch.note("Browser killed, gone on with on another machine", again, 1)


def test_a_browser_killed_on_the_spot_loses_no_character(chromium, live_server, officer, sign_in, address, tmp_path):
    def start():
        options = {"executable_path": find_chromium(), "args": [NO_WAY_OUT], "base_url": live_server.url}
        context = chromium.browser_type.launch_persistent_context(tmp_path, **options)
        page = context.new_page()
        sign_in(page, officer)
        return context, at(page, address)

    _, hands = start()
    hands.page.context.set_offline(True)
    hands.words("The hall is cold")
    hands.press("Enter")
    hands.words(LINE)
    hands.page.wait_for_timeout(200)  # milliseconds
    kill_browser(tmp_path)
    context, again = start()
    status(again, "Saved")
    expect(box(again)).to_have_value(LINE)
    assert saved() == ["The hall is cold"]
    context.close()


def kill_browser(profile):
    """Every process of the browser that was started on this profile."""
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if str(profile) in process.read_text():
                os.kill(int(process.parent.name), signal.SIGKILL)


def test_off_line_for_ten_minutes_lines_wait_and_go_up_in_order_each_once(open_log, stopwatch):
    hands = open_log()
    hands.page.clock.install()
    hands.page.context.set_offline(True)
    for number in range(3):
        hands.words(f"Line {number} of the hall")
        hands.press("Enter")
    hands.words(LINE)
    status(hands, "3 lines not saved yet: no connection")
    expect(hands.page.locator("#logged .govuk-tag--orange")).to_have_text(["Not saved yet"] * 3)
    hands.page.clock.fast_forward("10:00")
    status(hands, "3 lines not saved yet: no connection")
    assert saved() == []
    hands.page.context.set_offline(False)
    status(hands, "Saved")
    expect(hands.page.locator(".app-comment--waiting")).to_have_count(0)
    expect(box(hands)).to_have_value(LINE)
    kept(hands)
    assert saved() == ["Line 0 of the hall", "Line 1 of the hall", "Line 2 of the hall"]
    stopwatch.note("Three lines off-line for ten minutes", hands, 3)


def test_lines_that_wait_outlive_the_tab_even_off_line(open_log, address, stopwatch):
    hands = open_log()
    hands.page.context.set_offline(True)
    for number in range(2):
        hands.words(f"Line {number} of the hall")
        hands.press("Enter")
    hands.words(LINE)
    status(hands, "2 lines not saved yet")
    kill_tab(hands.page)
    hands.page.context.set_offline(False)
    again = at(hands.page.context.new_page(), address)
    status(again, "Saved")
    expect(box(again)).to_have_value(LINE)
    assert saved() == ["Line 0 of the hall", "Line 1 of the hall"]
    stopwatch.note("Tab killed off-line with two lines waiting", again, 2)


AT_REST = """async () => {
  const shelves = await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((done) => {
    indexedDB.open(name).onsuccess = ({ target }) => {
      const all = target.result.transaction("lines").objectStore("lines").getAll();
      all.onsuccess = () => done(all.result.map((each) => new TextDecoder("latin1").decode(each.sealed)));
    };
  })));
  const plain = [{ ...localStorage }, { ...sessionStorage }, await caches.keys()];
  return { sealed: shelves.flat(), plain: JSON.stringify(plain) };
}"""


def test_what_rests_in_the_browser_can_be_read_by_nobody_else(open_log, sign_in, manager, address):
    hands = open_log()
    hands.page.context.set_offline(True)
    hands.words(LINE)
    hands.page.wait_for_timeout(500)  # milliseconds
    kill_tab(hands.page)
    hands.page.context.set_offline(False)
    hands.page.context.clear_cookies()
    page = hands.page.context.new_page()
    page.goto("/accounts/login/")
    rest = page.evaluate(AT_REST)
    assert [len(sealed) > len(LINE) and "bus" not in sealed for sealed in rest["sealed"]] == [True]
    assert "bus" not in rest["plain"]
    sign_in(page, manager)
    expect(box(at(page, address))).to_have_value("")


def test_while_the_server_is_down_for_a_minute_nothing_is_lost(open_log, stopwatch):
    hands = open_log()
    hands.page.clock.install()
    hands.page.context.route("**/meetings/**", lambda route: route.abort("connectionrefused"))
    hands.words(LINE)
    hands.press("Enter")
    status(hands, "Not saved yet: no connection")
    # The newer of two routes is taken, so that no sending slips through between them.
    hands.page.context.route("**/meetings/**", lambda route: route.fulfill(status=503, body="Down"))
    hands.page.clock.fast_forward("01:00")
    status(hands, "Not saved yet: the portal has a fault")
    hands.words("The next line")
    hands.page.context.unroute("**/meetings/**")
    status(hands, "Saved")
    expect(box(hands)).to_have_value("The next line")
    assert saved() == [LINE]
    stopwatch.note("Server down for a minute", hands, 1)


def test_the_back_button_brings_the_line_back(open_log, stopwatch):
    hands = open_log()
    hands.words(LINE)
    hands.page.goto("/comments/")
    hands.page.go_back()
    expect(box(hands)).to_have_value(LINE)
    stopwatch.note("Away and back by the back button", hands)
