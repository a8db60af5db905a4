"""Importing a list of meetings, in a real browser: paste, say whom they hear, save, undo; and with keys and eyes."""

import pytest

from meetings.models import Category, Meeting
from tests.browser.budgets import Hands
from tests.browser.widths import fits_and_is_accessible
from tests.factories import make_comment, make_meeting, make_stakeholder
from tests.meetings.importing import REPORTS, appendix_of

pytestmark = pytest.mark.django_db(transaction=True)

LIST = """River forums\t
Tame Valley Walkers\t21st November
Locks Panel\t16h January
Ward evenings\t5th-8th February
Lower ward\t5th February
Upper ward\t8th February
Spring walk\t4th April
"""
PAGES = ["/stakeholders/", "/stakeholders/{}/", "/stakeholders/{}/merge/"]  # as test_every_page does not see them


def test_a_list_is_imported_with_one_paste_and_undone_with_one_click(open_page, admin, axe):
    page = open_page(admin)
    hands = Hands(page)
    page.goto("/meetings/import/")
    page.fill("#id_paste", LIST)
    hands.clicks += 1  # into the box; the paste itself is one key
    hands.keys += 1
    with page.expect_navigation():
        hands.click("text=Read the list")
    axe(page)
    for place in (1, 4):
        page.select_option(f"#under-{place}", label="VCFSE")
        hands.clicks += 2
    with page.expect_navigation():
        hands.click("text=Read again with what I typed")
    page.fill("#when-7", "4 Feb 2024")
    hands.clicks += 1
    with page.expect_navigation():
        hands.click("text=Read again with what I typed")
    hands.click("#years")
    hands.click("button[name=save]")
    page.wait_for_url("**/moves/*/")
    assert [meeting.dates for meeting in Meeting.objects.order_by("pk")] == [
        "21 November 2023",
        "16 January 2024",
        "5 February 2024",
        "8 February 2024",
        "4 February 2024",
    ]
    assert hands.clicks <= 11
    page.click("text=Undo it all")
    page.wait_for_load_state()
    assert (Meeting.objects.count(), Category.objects.filter(name="River forums").count()) == (0, 0)


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
def test_the_councils_own_list_comes_into_an_empty_portal(open_page, admin, axe, stopwatch, report):
    page = open_page(admin)
    hands = Hands(page)
    page.goto("/meetings/import/")
    hands.click("#id_paste")
    page.fill("#id_paste", appendix_of(report))
    hands.keys += 1  # the paste
    with page.expect_navigation():
        hands.click("text=Read the list")
    axe(page)
    for title in ("MDC Board", "GM Transport Round Table"):
        page.get_by_label(f"Choose whom it hears {title}").select_option(label="Public services")
        hands.clicks += 2
    hands.click("#years")
    hands.click("button[name=save]")
    page.wait_for_url("**/moves/*/")
    stopwatch.note("the council's 36 meetings into an empty portal", hands)
    assert (hands.clicks, hands.keys) == (8, 1)
    assert Meeting.objects.count() == 36


def test_what_cannot_be_saved_is_named_and_led_to(open_page, admin, axe):
    page = open_page(admin)
    page.goto("/meetings/import/")
    page.fill("#id_paste", LIST)
    with page.expect_navigation():
        page.click("text=Read the list")
    with page.expect_navigation():
        page.click("button[name=save]")
    axe(page)
    page.click("text=Spring walk: It says 4 April")
    assert page.evaluate("document.activeElement.id") == "when-7"


def test_a_stakeholder_of_two_names_is_for_everybody(open_page, admin, axe):
    forum = make_stakeholder(aliases="Another name", contact="ring Ann")
    make_comment(meeting=make_meeting([forum]), stakeholder=forum)
    make_meeting([make_stakeholder()])
    page = open_page(admin)
    for address in PAGES:
        page.goto(address.format(forum.pk))
        fits_and_is_accessible(page, axe)


def test_one_click_shows_the_reminder_and_another_copies_it(open_page, officer, axe):
    make_meeting(title="Weir walk", lead=officer)
    page = open_page(officer)
    page.goto("/meetings/chase/")
    page.click("text=Reminder to copy")
    axe(page)
    page.click("text=Copy the text")
    page.wait_for_selector("#reminder-1-copied:not(:empty)")
    assert "Weir walk, Tuesday 16 January 2024" in page.input_value("#reminder-1")
