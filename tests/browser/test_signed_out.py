"""The session ends while something is typed: the sign-in comes to the page, and what was typed is then saved."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from feedback.models import Comment, Import
from meetings.models import Meeting
from stockport2040.management.commands.load_sample import load
from tests.browser.signed_out import PATIENCE, sign_in_again

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def opened(open_page, db):
    """opened(role, address) -> a page of the sample's person, whose address may sign in where DEBUG is off."""
    load()

    def open_as(role, address):
        User.objects.filter(username=role).update(email=f"{role}@example.org")
        page = open_page(User.objects.get(username=role))
        page.goto(address)
        return page

    return open_as


def save(page, role, button="Save"):
    sign_in_again(page, role, page.locator("main").get_by_role("button", name=button, exact=True).click)
    expect(page.locator("#messages")).not_to_be_empty(timeout=PATIENCE)


def test_a_mended_comment_is_kept(opened):
    comment = Comment.objects.counted().first()
    page = opened("officer", f"/comments/{comment.pk}/edit/")
    page.fill("#id_text", "The bench is wet.")
    save(page, "officer")
    comment.refresh_from_db()
    assert comment.text == "The bench is wet."


def test_the_attendance_is_kept(opened):
    meeting = Meeting.objects.held().first()
    page = opened("officer", f"/meetings/{meeting.pk}/attendance/")
    page.fill("#id_attendance", "317")
    save(page, "officer")
    meeting.refresh_from_db()
    assert meeting.attendance == 317


def test_pasted_notes_are_kept(opened):
    meeting = Meeting.objects.held().first()
    page = opened("officer", f"/meetings/{meeting.pk}/import/")
    page.fill("textarea", "- The bench is wet.")
    sign_in_again(page, "officer", page.locator("main").get_by_role("button", name="Read the notes").click)
    expect(page.locator("h1")).to_contain_text("Review", timeout=PATIENCE)
    assert Import.objects.count() == 1


def test_a_new_meeting_is_kept(opened):
    page = opened("admin", "/meetings/add/")
    page.fill("#id_title", "Bench forum")
    page.fill("[name=when]", "12 March 2027")
    page.select_option("#id_category", index=1)
    page.select_option("#id_audience", index=1)
    save(page, "admin")
    assert Meeting.objects.filter(title="Bench forum").count() == 1
