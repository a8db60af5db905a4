"""The page on which a meeting is logged, as these tests meet it."""

from contextlib import suppress

from playwright.sync_api import Error, expect

from feedback.models import Comment
from tests.browser.budgets import Hands

PASSWORD = "correct horse battery staple"
LINE = "Wythenshawe’s 11 bus — “never on time”, said 1 of 4; café & hall <too> cold"


def at(page, address):
    """Hands on the page once its script has started, which it ends by asking for changes."""
    with page.expect_response(lambda response: "/comments/changed/" in response.url):
        page.goto(address)
    return Hands(page)


def saved():
    return list(Comment.objects.order_by("pk").values_list("text", flat=True))


def status(hands, words):
    expect(hands.page.locator("#log-status")).to_contain_text(words)


def box(hands):
    return hands.page.locator("#id_text")


def rows(hands):
    return hands.page.locator("#logged > li .app-words")


def kept(hands):
    expect(hands.page.locator("#draft-status")).to_contain_text("Draft kept")


def kill_tab(page):
    """As a crash does: nothing of the page gets to run any more."""
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")
    page.close()


def sign_in_here(hands, username):
    hands.page.fill("#sign-in [name=username]", username)
    hands.page.fill("#sign-in [name=password]", PASSWORD)
    hands.press("Enter")
