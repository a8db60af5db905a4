"""Importing by keyboard in a real browser: minutes row by row, a long spreadsheet in steps."""

import re

import pytest
from django.conf import settings

from feedback import columns
from feedback.models import Comment, Import
from tests.browser.report.page import settled
from tests.browser.widths import WIDTHS
from tests.factories import make_meeting

NOTES = """Library talk

The following points were made:

- Residents welcomed the new bus stop by the baths.
- Members asked whether the library would open on Sundays.
- In response, it was stated that officers would look at the cost.
- Somebody said the same thing twice.

RESOLVED - That the talk be noted.
"""
LINES = 2 * columns.CHUNK + 5


@pytest.fixture
def page(open_page, officer):
    page = open_page(officer)
    page.goto(f"/meetings/{make_meeting().pk}/import/")
    return page


@pytest.fixture
def review(page):
    page.get_by_label("Or paste the notes").fill(NOTES)
    page.get_by_role("button", name="Read the notes").click()
    page.get_by_role("heading", name="Review the notes").wait_for()
    page.wait_for_load_state("networkidle")
    return page


def focused(page):
    return page.evaluate("document.activeElement.id")


def press(page, key):
    """Press it, and wait until the review shows what comes of it."""
    with page.expect_response(lambda response: "/rows/" in response.url):
        page.keyboard.press(key)
    settled(page)


def answers(page, address):
    """The page's own requests, and what it is answered, as they come."""
    texts = []

    def passed_on(route):
        answer = route.fetch()
        texts.append(answer.text())
        route.fulfill(response=answer)

    page.route(address, passed_on)
    return texts


def fits(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_officer_keys_down_the_rows_and_imports_them(review):
    page = review
    page.keyboard.press("ArrowDown")
    assert focused(page) == "row-2"
    press(page, "Enter")
    assert focused(page) == "row-3"
    press(page, "t")
    press(page, "1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    press(page, "d")
    page.keyboard.press("ArrowUp")
    press(page, "Enter")
    assert [(row["state"], row["theme"] is None) for row in Import.objects.get().rows[2:6]] == [
        ("accepted", True),
        ("", False),
        ("accepted", True),
        ("dropped", True),
    ]
    page.get_by_role("button", name="Import 3 rows").click()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Undone: ").wait_for()
    assert Comment.objects.count() == 0


def test_words_are_changed_joined_and_split_by_keyboard(review):
    page = review
    page.keyboard.press("ArrowDown")
    page.keyboard.press("e")
    page.keyboard.press("Control+End")
    page.keyboard.type(" It is dry.")
    press(page, "Tab")
    page.locator("#row-2").focus()
    press(page, "n")
    assert (focused(page), page.locator("#row-3").count()) == ("row-2", 0)
    press(page, "s")
    assert focused(page) == "row-2-1"
    assert page.locator("#row-2-1 > .govuk-body.app-words").inner_text().endswith("by the baths. It is dry.")


def test_what_is_not_saved_says_so_and_stays_typed(review):
    page = review
    page.keyboard.press("ArrowDown")
    page.context.set_offline(True)
    page.keyboard.press("e")
    page.keyboard.type("Kept. ")
    page.keyboard.press("Tab")
    page.get_by_text("Not saved: no connection.").wait_for()
    assert "Kept. " in page.locator("#row-2 textarea").input_value()


def test_a_session_that_has_ended_is_told_and_the_row_stays(review):
    page = review
    page.keyboard.press("ArrowDown")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.keyboard.press("d")
    page.get_by_role("heading", name="You are signed out").wait_for()
    assert (page.locator("#row-2 .govuk-tag").first.inner_text(), page.locator("#row-2").count()) == ("To import", 1)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_review_fits_and_is_accessible(review, axe, width):
    assert fits(review, width)
    review.locator("summary").first.click()
    axe(review)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_spreadsheet_is_imported_while_the_page_shows_how_far_it_is(page, axe, width, tmp_path):
    survey = tmp_path / "survey.csv"
    survey.write_text("Comment,Who\n" + "".join(f"The bench number {n} is wet.,Anne\n" for n in range(LINES)))
    assert fits(page, width)
    axe(page)
    page.get_by_label("File").set_input_files(survey)
    page.get_by_role("button", name="Read the notes").click()
    page.get_by_role("heading", name="What the columns hold").wait_for()
    assert fits(page, width)
    axe(page)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name=f"Import all {LINES} lines").wait_for()
    assert fits(page, width)
    axe(page)
    steps = answers(page, "**/step/")
    page.get_by_role("button", name=f"Import all {LINES} lines").click()
    page.get_by_text(f"{LINES} comments imported").wait_for()
    assert [re.search(r"\d+ of \d+ lines done", each)[0] for each in steps[:2]] == [
        f"{columns.CHUNK} of {LINES} lines done",
        f"{2 * columns.CHUNK} of {LINES} lines done",
    ]
    assert Comment.objects.count() == LINES
    axe(page)
