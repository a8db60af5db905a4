"""A meeting that has an end time keeps it, and everything that prints a start prints the end beside it."""

from datetime import date, time

import pytest
from django.db import IntegrityError

from meetings.changes import Change, Dates
from meetings.hours import are_in_order, hours_on
from meetings.models import Meeting, Move, MovedMeeting
from meetings.moves import NothingUndone, apply, undo
from meetings.plans import plan
from tests.factories import make_meeting, make_person

pytestmark = pytest.mark.django_db
SOON, LATER = date(2090, 1, 16), date(2090, 2, 6)
DAY, DAYS = (SOON, SOON), (SOON, LATER)


def forum(**values):
    return make_meeting(**{"title": "Forum", "starts_on": SOON, "starts_at": time(18), "ends_at": time(20), **values})


def when(meeting):
    meeting.refresh_from_db()
    return meeting.starts_on, meeting.times


def moved(meeting, kind, value=None):
    change = Change(kind, value)
    return apply(change, plan([Meeting.objects.get(pk=meeting.pk)], change), "", make_person("admin"))


ORDERS = [
    (DAY, time(14), time(15, 30), True),
    (DAY, time(14), None, True),
    (DAY, None, None, True),
    (DAY, None, time(15), False),
    (DAY, time(14), time(12), False),
    (DAY, time(14), time(14), False),
    (DAY, time(19), time(0), True),  # midnight
    (DAY, time(19), time(1), True),
    (DAY, time(3), time(1), False),
    (DAYS, time(18), time(15), True),  # Friday evening to Sunday afternoon
    (DAYS, None, time(15), False),
    ((None, None), time(14), time(15), True),
    ((None, None), time(14), time(12), False),
]


@pytest.mark.parametrize(("days", "starts_at", "ends_at", "is_so"), ORDERS)
def test_the_database_holds_a_meeting_that_ends_after_it_begins_and_no_other(days, starts_at, ends_at, is_so):
    assert are_in_order(days, starts_at, ends_at) == is_so
    values = {"starts_on": days[0], "ends_on": days[1], "starts_at": starts_at, "ends_at": ends_at}
    if is_so:
        assert make_meeting(**values).hours == (starts_at, ends_at)
    else:
        with pytest.raises(IntegrityError):
            make_meeting(**values)


@pytest.mark.parametrize(
    ("days", "old", "new", "found"),
    [
        (DAY, (time(18), time(20)), (None, None), (time(18), time(20))),
        (DAY, (time(18), time(20)), (time(10), None), (time(10), time(12))),  # as long as it was
        (DAY, (time(18), time(20)), (time(10), time(11)), (time(10), time(11))),
        (DAY, (time(18), None), (time(10), None), (time(10), None)),
        (DAY, (time(19), time(1)), (time(14), None), (time(14), time(20))),
        (DAY, (time(9), time(17)), (time(23), None), (time(23), None)),  # it would end at seven in the morning
        (DAY, (time(18), time(15)), (None, None), (time(18), None)),  # of a span that is now a day
        (DAYS, (time(18), time(15)), (None, None), (time(18), time(15))),
    ],
)
def test_what_is_not_said_of_the_hours_stays(days, old, new, found):
    assert hours_on(days, old, new) == found


def test_weeks_and_dates_keep_the_end_and_to_be_confirmed_has_none():
    meeting = forum()
    moved(meeting, "weeks", 3)
    assert when(meeting) == (LATER, "18:00 to 20:00")
    moved(meeting, "date", Dates(SOON, SOON, time(10), "16 Jan 2090, 10am"))
    assert when(meeting) == (SOON, "10:00 to 12:00")
    moved(meeting, "date", Dates(LATER, LATER, time(10), "6 Feb, 10 to 11am", time(11)))
    assert when(meeting) == (LATER, "10:00 to 11:00")
    moved(meeting, "tbc")
    assert when(meeting) == (None, "")
    for move in Move.objects.all():
        assert undo(move, make_person("admin")) == "Undone."
    assert (when(meeting), meeting.history.first().ends_at) == ((SOON, "18:00 to 20:00"), time(20))


def test_what_was_moved_when_meetings_had_no_end_can_be_undone(client_for):
    meeting = forum(ends_at=None)
    move = moved(meeting, "date", Dates(LATER, LATER, time(10), "6 Feb 2090, 10am"))
    line = MovedMeeting.objects.get()
    for columns in (line.before, line.after):
        del columns["ends_at"]
    line.save()
    page = client_for("officer").get(meeting.get_absolute_url())
    assert "Moved from Monday 16 January 2090 at 18:00" in page.text
    assert undo(move, make_person("admin")) == "Undone."
    assert when(meeting) == (SOON, "18:00")


def test_it_is_not_undone_once_the_meeting_has_an_end():
    meeting = forum(ends_at=None)
    move = moved(meeting, "date", Dates(LATER, LATER, time(10), "6 Feb 2090, 10am"))
    MovedMeeting.objects.update(
        before={"starts_on": "2090-01-16", "ends_on": "2090-01-16", "starts_at": "18:00:00"},
        after={"starts_on": "2090-02-06", "ends_on": "2090-02-06", "starts_at": "10:00:00"},
    )
    Meeting.objects.update(ends_at=time(12))
    with pytest.raises(NothingUndone, match="Changed or used again since"):
        undo(move, make_person("admin"))
    assert when(meeting) == (LATER, "10:00 to 12:00")
