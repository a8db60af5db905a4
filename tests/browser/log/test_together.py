"""Two at one meeting, and an earlier row mended while a line is typed."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.browser.budgets import Hands
from tests.browser.log.page import LINE, box, kept, rows, saved, sign_in_here, status
from tests.factories import make_comment

pytestmark = pytest.mark.django_db(transaction=True)


def test_signed_out_a_row_that_is_mended_asks_for_the_sign_in_and_stays(open_log, meeting):
    make_comment(meeting=meeting, text="The hall is cold.")
    hands = open_log()
    Session.objects.all().delete()
    hands.page.click(".app-comment__edit")
    expect(hands.page.locator("#sign-in")).to_be_visible()
    expect(rows(hands)).to_have_text(["The hall is cold."])
    sign_in_here(hands, "officer")
    expect(hands.page.locator("#sign-in")).to_have_count(0)
    hands.page.click(".app-comment__edit")
    expect(hands.page.locator(".app-comment--editing textarea")).to_be_focused()


def test_two_officers_see_each_others_rows(open_log, manager, stopwatch):
    one, other = open_log(), open_log(manager)
    for number in range(3):
        one.words(f"One says {number} times")
        one.press("Enter")
        other.words(f"The other says {number} times")
        other.press("Enter")
    one.words("One goes on")
    for hands in (one, other):
        expect(hands.page.locator("#logged li[id]")).to_have_count(6)
        expect(hands.page.locator("#how-many")).to_have_text("6")
    assert rows(one).all_inner_texts() == rows(other).all_inner_texts() == saved()[::-1]
    expect(box(one)).to_have_value("One goes on")
    stopwatch.note("Two officers, six comments, each sees all", one, 6)


def test_a_row_in_hand_is_not_replaced_and_both_texts_are_shown(open_log, manager, meeting, axe):
    make_comment(meeting=meeting, text="The hall is cold.")
    one, other = open_log(), open_log(manager)
    one.words("One goes on")
    one.press("Alt+ArrowUp")
    mended = one.page.locator(".app-comment--editing textarea")
    expect(mended).to_be_focused()
    one.words(" In winter.")
    other.press("Alt+ArrowUp")
    expect(other.page.locator(".app-comment--editing textarea")).to_be_focused()
    other.words(" In summer.")
    other.press("Enter")
    expect(rows(other)).to_have_text(["The hall is cold. In summer."])
    one.page.wait_for_timeout(3500)  # milliseconds: longer than the page waits between two looks at the server
    expect(mended).to_have_value("The hall is cold. In winter.")
    one.press("Enter")
    expect(one.page.locator(".app-comment--editing td.app-words")).to_have_text(
        ["The hall is cold. In summer.", "The hall is cold. In winter."]
    )
    axe(one.page)
    expect(box(one)).to_have_value("One goes on")
    one.press("Enter")
    expect(rows(one)).to_have_text(["The hall is cold. In winter."])
    expect(rows(other)).to_have_text(["The hall is cold. In winter."])


def test_mending_an_earlier_row_leaves_the_line_alone(open_log, stopwatch):
    hands = open_log()
    hands.words("The hal is cold")
    hands.press("Enter")
    status(hands, "Saved")
    hands.words(LINE)
    hands.press("Alt+ArrowUp")
    expect(hands.page.locator(".app-comment--editing textarea")).to_be_focused()
    hands.words(" in winter")
    hands.press("Enter")
    expect(rows(hands)).to_have_text(["The hal is cold in winter"])
    expect(box(hands)).to_have_value(LINE)
    expect(box(hands)).to_be_focused()
    hands.press("Enter")
    expect(rows(hands)).to_have_text([LINE, "The hal is cold in winter"])
    stopwatch.note("An earlier row mended while a line is typed", hands, 2)


def test_in_the_list_of_all_comments_a_row_is_mended_in_its_place(open_page, officer, meeting):
    for text in ("The hall is cold.", "The park is dark."):
        make_comment(meeting=meeting, text=text)
    hands = Hands(open_page(officer))
    hands.page.goto("/comments/?q=hall")
    hands.page.click(".app-comment__edit")
    expect(hands.page.locator(".app-comment--editing textarea")).to_be_focused()
    hands.words(" In winter.")
    hands.page.click(".app-comment__form button")
    expect(hands.page.locator(".app-comments .app-words")).to_have_text(["The hall is cold. In winter."])
    expect(hands.page.locator(".app-comment__edit")).to_be_focused()
    expect(hands.page.locator(".app-comment__tick")).to_have_count(1)
    assert hands.page.url.endswith("/comments/?q=hall")


def test_two_windows_of_one_person_show_both_lines(open_log, axe):
    one, other = open_log(), open_log()
    one.words("Typed here")
    kept(one)
    other.words("Typed there")
    elsewhere = other.page.locator(".app-elsewhere")
    expect(elsewhere).to_contain_text("Typed here")
    axe(other.page)
    expect(box(other)).to_have_value("Typed there")
    other.click("text=Take that one")
    expect(box(other)).to_have_value("Typed here")
    expect(elsewhere).to_have_count(0)
