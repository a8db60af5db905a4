"""Notes that name another day at their head than the meeting they are brought to."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from tests.factories import make_meeting

pytestmark = pytest.mark.django_db

SAID = "\n\nThe following points were made:\n\n- Residents welcomed the new crossing by the baths.\n"


def page_of(client_for, head, **meeting):
    brought = make_meeting(title="Edgeley drop-in", **{"starts_on": date(2024, 1, 16), **meeting})
    data = {"text": head + SAID}
    return unescape(client_for("officer").post(reverse("import_notes", args=[brought.pk]), data, follow=True).text)


def said_of(client_for, head, **meeting):
    page = page_of(client_for, head, **meeting)
    return page.partition("These notes say “")[2].partition("”")[0]


@pytest.mark.parametrize(
    "head, line",
    [
        ("25/01/2024 - Bramhall & Cheadle Hulme South", "25/01/2024 - Bramhall & Cheadle Hulme South"),
        ("AREA COMMITTEE\n\nThursday 25th January 2024, 6pm", "Thursday 25th January 2024, 6pm"),
        ("Minutes of the meeting held on 25 January 2024", "Minutes of the meeting held on 25 January 2024"),
    ],
)
def test_another_day_at_the_head_of_the_notes_is_said(client_for, head, line):
    assert said_of(client_for, head) == line


@pytest.mark.parametrize(
    "head",
    [
        "Edgeley drop-in, 16 January 2024",
        "Edgeley drop-in\n\nThursday 25 January",
        "Sent: 17 January 2024 09:12",
        "Notes of 16 January 2024\n\nPlan of 25 January 2024",
        "One Stockport 2040",
        "Next meeting: 25 January 2024",
    ],
)
def test_what_may_be_of_this_meeting_is_not_doubted(client_for, head):
    assert said_of(client_for, head) == ""


def test_any_day_of_a_meeting_of_several_is_its_own(client_for):
    assert said_of(client_for, "Notes, 17 January 2024", ends_on=date(2024, 1, 18)) == ""


def test_a_meeting_without_a_day_contradicts_nothing(client_for):
    assert said_of(client_for, "Notes, 17 January 2024", starts_on=None) == ""


def test_a_day_that_comes_up_in_what_was_said_is_not_the_meetings(client_for):
    assert (
        said_of(client_for, "- Residents asked for an answer by the AGM.\n- The pool reopens on 25 January 2025.") == ""
    )


def way_to(*meetings):
    links = [
        f'<a class="govuk-link" href="{reverse("import_notes", args=[each.pk])}">{each.title}, {each.dates}</a>'
        for each in meetings
    ]
    return f"If they are of {' or '.join(links)}, import them there instead."


HEAD = "25/01/2024 - Bramhall & Cheadle Hulme South"


def test_the_meeting_that_the_notes_name_is_linked(client_for):
    day = date(2024, 1, 25)
    others = [make_meeting(title=title, starts_on=day) for title in ("Bramhall", "Clinic", "Market")]
    named = make_meeting(title="Bramhall and Cheadle Hulme South", starts_on=day)
    make_meeting(title="Bramhall and Cheadle Hulme South", starts_on=date(2024, 2, 1))
    assert way_to(named) in page_of(client_for, HEAD)
    named.delete()
    assert way_to(others[0]) in page_of(client_for, HEAD)
    others.pop(0).delete()
    assert way_to(*others) in page_of(client_for, HEAD)


@pytest.mark.parametrize("number", [0, 4])
def test_where_no_meeting_or_many_are_of_that_day_the_schedule_is_linked(client_for, number):
    for _ in range(number):
        make_meeting(title="Clinic", starts_on=date(2024, 1, 25))
    assert "If they are of another meeting, find it in the" in page_of(client_for, HEAD)
