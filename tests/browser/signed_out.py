"""A session that ends while something is typed."""

from django.contrib.sessions.models import Session
from playwright.sync_api import expect

PATIENCE = 10_000  # milliseconds, for what the server has to answer


def sign_in_again(page, person, press):
    """The button is pressed signed out, then once more signed in."""
    Session.objects.all().delete()
    press()
    expect(page.locator("#sign-in")).to_be_visible(timeout=PATIENCE)
    page.fill("#sign-in [name=username]", person)
    page.fill("#sign-in [name=password]", "stockport-2040")
    page.keyboard.press("Enter")
    expect(page.locator("#sign-in")).to_have_count(0, timeout=PATIENCE)
    page.wait_for_timeout(1_000)  # milliseconds in which GOV.UK's button takes a second press for a double click
    press()
