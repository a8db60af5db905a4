"""What comes out of the printer."""

import io

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pypdf import PdfReader

from stockport2040.management.commands.load_sample import load
from tests.factories import make_comment, make_person

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_report_on_one_page_is_one_sheet(open_page):
    load()
    page = open_page(make_person())
    page.goto(reverse("one_page_report"))
    printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    assert len(printed.pages) == 1


def test_the_log_prints_what_was_said_and_no_form(open_page, officer):
    comment = make_comment()
    page = open_page(officer)
    page.goto(reverse("log_comments", args=[comment.meeting.pk]))
    page.emulate_media(media="print")
    expect(page.get_by_text(comment.text)).to_be_visible()
    expect(page.locator("main :is(input, textarea, select, button):visible")).to_have_count(0)
