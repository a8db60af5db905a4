"""Rows are ticked far from the buttons: the keyboard gets there in a few keys, without script too."""

from datetime import date

import pytest
from playwright.sync_api import expect

from meetings.models import Meeting
from tests.factories import make_comment, make_meeting, theme

pytestmark = pytest.mark.django_db(transaction=True)
LINK = "To the buttons for what is ticked"


def tick_and_leave(page, label, stops):
    box = page.get_by_label(label, exact=True)
    box.focus()
    page.keyboard.press("Space")
    for _ in range(stops):
        page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text(LINK)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")


@pytest.mark.parametrize("script", [True, False])
def test_from_a_ticked_comment_to_what_can_be_done(open_page, officer, axe, script):
    comments = [make_comment() for _ in range(9)]
    page = open_page(officer, java_script_enabled=script)
    page.goto("/comments/")
    expect(page.get_by_text(LINK)).to_have_count(9)
    assert [link.is_visible() for link in page.get_by_text(LINK).all()] == [False] * 9
    tick_and_leave(page, f"Tick {comments[0].reference}", 1)
    expect(page.locator("#ticked :focus")).to_have_count(1)
    if script:
        axe(page)
    page.get_by_label("Theme", exact=True).last.select_option(label=f"{theme().number} {theme()}")
    page.get_by_role("button", name="Tag what is ticked").press("Enter")
    expect(page.locator("#messages")).to_contain_text("Tagged 1 comment")
    comments[0].refresh_from_db()
    assert comments[0].theme == theme()


def test_from_a_ticked_meeting_to_what_can_be_done(open_page, admin):
    for place in range(9):
        make_meeting(title=f"Meeting {place}", starts_on=date(2090, 1, 16))
    page = open_page(admin)
    page.goto("/meetings/")
    tick_and_leave(page, f"Tick {Meeting.objects.latest('pk')}", 2)
    expect(page.locator("#ticked :focus")).to_have_text("Tick all here")
