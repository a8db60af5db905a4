"""The whole job once: an officer logs what was said, and a manager sees the themed summary change."""

import re

import pytest
from playwright.sync_api import expect

from feedback.models import Comment
from tests.factories import make_meeting

pytestmark = pytest.mark.django_db(transaction=True)

SAID = [
    "The late bus to the estate is the one that people ask for 5",
    "Members were glad that the plan looks past one election 0",
    "A page on who does what would help ward members 0",
    "Members asked where people who work outside the borough fit in 1",
    "The director said that homes and jobs would be planned together 1",
]


def test_what_an_officer_logs_a_manager_finds_in_the_summary(open_page, officer, manager, axe):
    make_meeting(title="Area committee", stakeholders=[])
    page = open_page(officer)
    page.goto("/meetings/")
    page.get_by_label("Words").fill("area committee")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("^Log comments")).click()
    expect(page.get_by_label("Comment", exact=True)).to_be_focused()
    page.wait_for_load_state()  # nobody types two lines before the page's script has come
    for line in SAID:
        page.keyboard.type(line)
        page.keyboard.press("Enter")
    expect(page.locator("#how-many")).to_have_text("5")
    page.locator("#logged li").first.get_by_role("button", name=re.compile("^Council reply")).click()
    expect(page.locator("#messages")).to_contain_text("Marked 1 comment as council reply.")
    assert Comment.objects.tally("standing") == {("counted",): 4, ("reply",): 1}

    page = open_page(manager)
    page.goto("/summary/")
    expect(page.get_by_role("main")).to_contain_text("of 5 comments logged")
    axe(page)
    page.goto("/summary/overall-vision/")
    page.get_by_role("link", name="2 comments under Overall vision", exact=True).click()
    expect(page.locator(".app-comment .app-words")).to_have_text([SAID[2][:-2], SAID[1][:-2]])


@pytest.mark.parametrize("width", [1280, 320])
def test_an_error_summary_leads_to_each_control(open_page, officer, axe, width):
    """By its links: a select, a date and a box, on a filter; a box of many lines, on a form."""
    page = open_page(officer, viewport={"width": width, "height": 900})
    meeting = make_meeting()
    for address in ("/comments/?theme=x&kind=x&audience=x&date_from=x", "/meetings/?state=x&category=x"):
        page.goto(address)
        lead_to_their_controls(page)
        axe(page)
    page.goto(f"/meetings/{meeting.pk}/attendance/")
    page.locator("#id_attendance").fill("-1")
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name="Save").click()
    lead_to_their_controls(page)
    axe(page)


def lead_to_their_controls(page):
    links = page.locator(".govuk-error-summary a").all()
    assert links != []
    for link in links:
        link.click()
        expect(page.locator(link.get_attribute("href"))).to_be_focused()


def test_the_skip_link_comes_first_and_leads_to_the_page(open_page, officer):
    page = open_page(officer)
    page.goto("/comments/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
