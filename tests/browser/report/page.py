"""The draft of the report as a person finds it."""

from playwright.sync_api import expect

PATIENCE = 20_000  # milliseconds: the machine may be busy with something else


def on(point):
    return f"#point-{point.pk}"


def settled(page):
    """What is asked for, put in its place and settling is marked by htmx."""
    marks = page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")
    expect(marks).to_have_count(0, timeout=PATIENCE)


def all_came(page):
    """With what the page asks for itself once it is there."""
    expect(page.locator("[hx-trigger=load]")).to_have_count(0, timeout=PATIENCE)
    settled(page)


def done(page, words):
    expect(page.locator("#messages")).to_contain_text(words, timeout=PATIENCE)
    settled(page)


def to_the_report(hands):
    hands.click("nav >> text=Report")
    expect(hands.page.locator("#problems")).to_be_visible()
    hands.page.wait_for_load_state()  # with the page's script, which comes after its words
