"""The session ends while an officer logs: the sign-in comes to the page, and the text stays."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from feedback.models import Comment
from tests.browser.log.page import LINE, PASSWORD, box, saved, sign_in_here, status

pytestmark = pytest.mark.django_db(transaction=True)


def test_when_the_session_expires_the_sign_in_comes_to_the_page(open_log, stopwatch):
    hands = open_log()
    hands.words(LINE)
    Session.objects.all().delete()
    hands.press("Enter")
    status(hands, "Not saved yet: you are signed out")
    hands.words("The next line")
    sign_in_here(hands, "officer")
    status(hands, "Saved")
    expect(hands.page.locator("#sign-in")).to_have_count(0)
    expect(box(hands)).to_have_value("The next line")
    expect(box(hands)).to_be_focused()
    assert saved() == [LINE]
    stopwatch.note("Session expired, signed in again in the page", hands, 1)


def test_a_wrong_password_is_said_and_the_text_stays(open_log):
    hands = open_log()
    Session.objects.all().delete()
    hands.words(LINE)
    expect(hands.page.locator("#sign-in")).to_be_visible()
    hands.page.fill("#sign-in [name=username]", "officer")
    hands.page.fill("#sign-in [name=password]", "wrong")
    hands.press("Enter")
    expect(hands.page.locator("#sign-in .govuk-error-summary")).to_contain_text("do not go together")
    expect(box(hands)).to_have_value(LINE)


def test_signed_out_in_another_tab_and_in_again_there(open_log, stopwatch):
    hands = open_log()
    other = hands.page.context.new_page()
    other.goto("/comments/")
    other.click("text=Sign out")
    hands.words(LINE)
    hands.press("Enter")
    status(hands, "Not saved yet: you are signed out")
    other.goto("/accounts/login/")
    other.fill("#id_username", "officer")
    other.fill("#id_password", PASSWORD)
    other.keyboard.press("Enter")
    status(hands, "Saved")
    expect(hands.page.locator("#sign-in")).to_have_count(0)
    assert saved() == [LINE]
    stopwatch.note("Signed out and in again in another tab", hands, 1)


def test_nothing_is_saved_under_the_name_of_who_signed_in_after(open_log, sign_in, manager):
    hands = open_log()
    other = hands.page.context.new_page()
    other.goto("/comments/")
    other.click("text=Sign out")
    other.fill("#id_username", "manager")
    other.fill("#id_password", PASSWORD)
    other.keyboard.press("Enter")
    other.wait_for_url("**/")
    hands.words(LINE)
    hands.press("Enter")
    status(hands, "somebody else is signed in")
    assert saved() == []
    sign_in_here(hands, "officer")
    status(hands, "Saved")
    assert [(comment.text, comment.logged_by.username) for comment in Comment.objects.all()] == [(LINE, "officer")]
