"""A real browser on a real server: `page`, signed in by `sign_in(page, person)`; `open_page` for a second one."""

import os
import threading
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connection
from django.test import Client
from playwright.sync_api import sync_playwright

from tests.browser.budgets import Stopwatch
from tests.browser.chromium import CURE, find_chromium, surroundings

# Playwright keeps an event loop running in the test's thread: Django would forbid queries beside one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

HERE = {"localhost", "127.0.0.1", "::1"}
# Nothing is looked up outside; a request that tries is still seen, and fails the test.
NO_WAY_OUT = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    path = find_chromium()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(CURE)
    os.environ.update(surroundings())
    migrated = connection._test_serialized_contents
    with sync_playwright() as playwright:
        # Beside an event loop Django opens a second connection, which must know the migrations' rows too.
        connection._test_serialized_contents = migrated
        # Without its sandbox, which root and containers may not have: it opens no page but ours.
        yield playwright.chromium.launch(executable_path=path, args=[NO_WAY_OUT])


@pytest.fixture
def sign_in(live_server):
    """sign_in(page, person): by cookie, without the sign-in page."""

    def signed_in(page, person):
        client = Client()
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
        page.context.add_cookies([cookie])

    return signed_in


@pytest.fixture
def open_page(chromium, live_server, sign_in):
    """open_page(person, **options of a browser context) -> a page of a browser of its own, signed in as them."""
    contexts, faults = [], []

    def opened(person=None, **options):
        options = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", **options}
        context = chromium.new_context(base_url=live_server.url, **options)
        context.set_default_timeout(10_000)  # milliseconds
        contexts.append(context)
        watch(context, faults)
        page = context.new_page()
        if person:
            sign_in(page, person)
        return page

    yield opened
    for context in contexts:
        context.close()
    finish_requests()
    assert faults == []


def finish_requests():
    """What a page had asked for may still be under way when it is gone: no table must be emptied under it."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=2)  # seconds


@pytest.fixture
def page(open_page):
    return open_page()


def watch(context, faults):
    """Notes what no page may do: reach out of this machine, raise, or break its own Content-Security-Policy."""

    def requested(request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in HERE:
            faults.append(f"asked for {request.url}")

    def said(message):
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    context.on("request", requested)
    context.on("console", said)
    context.on("weberror", lambda error: faults.append(f"raised {error.error.message}"))


@pytest.fixture
def axe():
    """axe(page) fails with each rule that the page breaks, and where."""
    options = {
        "preload": False,  # else it puts style sheets that others import into the page, which the CSP forbids
        "resultTypes": ["violations"],  # else most of its time goes into telling where each rule was kept
    }

    def checked(page):
        broken = Axe().run(page, options=options).response["violations"]
        places = {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in broken}
        assert places == {}, page.url

    return checked


@pytest.fixture
def stopwatch(record_property):
    """stopwatch.note("what was done", hands): a line of the table that is printed after the tests."""
    return Stopwatch(record_property)
