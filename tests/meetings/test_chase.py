"""Meetings with no notes: the list, the reminder, and the letters."""

from datetime import date, time, timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from meetings.chase import chased
from tests.factories import make_comment, make_meeting, make_person

pytestmark = pytest.mark.django_db


def held(days_ago, **values):
    return make_meeting(starts_on=timezone.localdate() - timedelta(days=days_ago), **values)


@pytest.fixture
def lead():
    return make_person(first_name="Lea", last_name="Der", email="lea@example.org")


def test_only_what_was_held_and_has_no_comment_is_chased(lead):
    make_comment(meeting=held(3, lead=lead))
    held(3, lead=lead, status="cancelled")
    held(-3, lead=lead)
    make_meeting(starts_on=None, lead=lead)
    outstanding = held(1, lead=lead)
    (found,) = chased()
    assert [(each.meeting, each.days, each.ago) for each in found.meetings] == [(outstanding, 1, "yesterday")]


def test_it_goes_by_lead_and_the_longest_outstanding_comes_first(lead):
    other = make_person()
    for days, whose in [(5, lead), (9, other), (20, lead), (2, None)]:
        held(days, lead=whose)
    assert [(each.lead, [one.days for one in each.meetings]) for each in chased()] == [
        (lead, [20, 5]),
        (other, [9]),
        (None, [2]),
    ]
    assert [each.days for each in chased(at_least=9)] == [20, 9]


def test_the_reminder_names_each_meeting_and_leads_to_its_notes(lead):
    weir = {"title": "Weir walk", "starts_on": date(2024, 1, 16), "starts_at": time(18), "venue": "Marple Library"}
    meeting = make_meeting(lead=lead, **weir)
    (found,) = chased(today=date(2024, 1, 20))
    assert found.reminder("https://portal.example") == (
        "Dear Lea,\n\nThis meeting that you led has no notes in the portal yet.\n\n"
        "Weir walk, Tuesday 16 January 2024 at 18:00, Marple Library (4 days ago)\n"
        f"https://portal.example/meetings/{meeting.pk}/comments/\n\n"
        "Please log what was said, even if it is a few lines."
        " If a meeting was not held, tell an admin, who will mark it so.\n"
    )


def test_where_the_lead_is_nobody_or_has_left_the_admins_are_asked(client_for, lead):
    keeper = make_person("admin", email="keeper@example.org")
    held(9, lead=lead)
    held(8), held(8)
    lead.is_active = False
    lead.save()
    first, second = chased()
    assert first.greeting == "This meeting, led by Lea Der, whose account is closed, has no notes in the portal yet."
    assert second.greeting == "These meetings, led by nobody that the portal knows, have no notes in the portal yet."
    assert "or give each meeting a lead, who will be asked. If a meeting was" in first.reminder("")
    call_command("chase", stdout=StringIO())
    assert [letter.to for letter in mail.outbox] == [[keeper.email]] * 2
    page = client_for("officer").get(reverse("chase")).text
    assert ("Lea Der (account closed): 1 meeting" in page, page.count("To the admins"), "lea@" in page) == (
        True,
        2,
        False,
    )


def test_the_page_shows_the_reminders(client_for, lead):
    held(4, lead=lead, title="Weir walk")
    held(2)
    page = client_for("officer").get(reverse("chase")).text
    assert "2 meetings were held and have no notes yet." in page
    assert page.count("data-copy=") == 2
    assert "http://testserver/meetings/" in page


def test_an_admin_gives_those_that_nobody_leads_a_lead(client_for, lead):
    alone = held(4)
    held(2, lead=lead)
    client = client_for("admin")
    page = client.get(reverse("chase")).text
    assert (page.count("Give it a lead"), f'name="seen" value="{alone.pk}:{alone.version}"' in page) == (1, True)
    asked = client.post(reverse("move_meetings"), {"first": "lead", "seen": f"{alone.pk}:{alone.version}"}).context
    assert (asked["chosen"], [name for name, *_, chosen in asked["kinds"] if chosen]) == ([alone], ["lead"])
    assert "a lead</button>" not in client_for("officer").get(reverse("chase")).text


def test_a_page_with_nobody_to_chase_says_so(client_for):
    assert "there is nobody to chase" in client_for("officer").get(reverse("chase")).text


def test_the_command_writes_to_leads_and_to_admins_for_what_nobody_leads(lead):
    keeper = make_person("admin", email="keeper@example.org")
    held(8, lead=lead)
    held(8)
    held(3, lead=lead)
    call_command("chase", stdout=StringIO())
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [
        (["lea@example.org"], "Stockport 2040: 1 meeting with no notes yet"),
        ([keeper.email], "Stockport 2040: 1 meeting with no notes yet"),
    ]


def test_a_dry_run_sends_nothing(lead):
    held(8, lead=lead)
    said = StringIO()
    call_command("chase", "--dry-run", stdout=said)
    assert mail.outbox == []
    assert said.getvalue().startswith(
        "To: lea@example.org\nSubject: Stockport 2040: 1 meeting with no notes yet\n\nDear Lea,"
    )


def test_one_without_an_address_is_told_of_and_the_others_get_theirs(lead):
    held(9, lead=make_person())
    held(8, lead=lead)
    with pytest.raises(CommandError, match="1 of 2 not sent."):
        call_command("chase", stdout=StringIO(), stderr=StringIO())
    assert [letter.to for letter in mail.outbox] == [["lea@example.org"]]


@pytest.mark.parametrize("days", ["-1", "99999999999"])
def test_a_number_of_days_nobody_means_is_refused(days):
    with pytest.raises(CommandError, match="Give a number of days from 0 to 3650."):
        call_command("chase", "--days", days, stdout=StringIO())
