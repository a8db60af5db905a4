"""Days counted from the one on which they are typed into a form."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.dates import print_day, read_date
from meetings.typed import read_typed
from tests.factories import make_meeting
from tests.meetings.editing import edit, text

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "day", "hours"),
    [
        ("today at 6pm", THURSDAY, (time(18), None)),
        ("6pm to 8pm tonight", THURSDAY, (time(18), time(20))),
        ("Tomorrow", date(2026, 11, 27), (None, None)),
        ("next Tuesday at 2pm", date(2026, 12, 1), (time(14), None)),
        ("next Thursday", date(2026, 12, 3), (None, None)),
        ("this Friday, 10am to noon", date(2026, 11, 27), (time(10), time(12))),
    ],
)
def test_a_day_counted_from_today_is_read_and_said_to_be_counted(typed, day, hours):
    read = read_typed(typed, THURSDAY, THURSDAY)
    assert (read.dates.starts_on, read.dates.ends_on, (read.dates.starts_at, read.dates.ends_at)) == (day, day, hours)
    assert (read.dates.as_given, read.doubts) == (typed, ("counted from today",))


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("next Friday", "27 November 2026 or 4 December 2026"),
        ("this Tuesday", "24 November 2026 or 1 December 2026"),
    ],
)
def test_a_weekday_that_people_count_in_two_ways_is_asked_about(typed, days):
    read = read_typed(typed, THURSDAY, THURSDAY)
    assert (read.dates, read.problem.split(": ")[1].split("?")[0]) == (None, days)


@pytest.mark.parametrize("typed", ["a week today", "tomorrow week", "the day after tomorrow", "Tuesday", "1.22 " * 40])
def test_what_counts_in_any_other_way_is_not_read(typed):
    assert read_typed(typed, THURSDAY, THURSDAY).dates is None


def test_a_list_is_not_read_against_today():
    assert read_date("tomorrow", (date(2026, 1, 1), date(2026, 12, 31))).starts_on is None


@pytest.mark.django_db
def test_the_form_shows_the_day_it_counted_to_before_it_saves_it(client_for):
    client, tomorrow = client_for("admin"), timezone.localdate() + timedelta(days=1)
    meeting = make_meeting(title="Forum", starts_on=date(2090, 1, 16))
    page = client.get(reverse("read_date"), {"name": "when", "when": "tomorrow at 6pm"})
    shown = f"Read as: {tomorrow:%A} {print_day(tomorrow)} at 18:00 (counted from today)"
    assert shown in text(page)
    refused = edit(client, meeting, when="tomorrow at 6pm")
    assert "counted from today. Save again if that is right." in text(refused)
    edit(client, meeting, when="tomorrow at 6pm", when_read_as=page.context["reading"]["code"])
    meeting.refresh_from_db()
    assert (meeting.starts_on, meeting.starts_at, meeting.date_as_given) == (tomorrow, time(18), "tomorrow at 6pm")
