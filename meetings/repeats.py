"""A meeting that comes again: on which days, and what speaks against each."""

from calendar import monthrange
from datetime import date, timedelta

from meetings.changes import WHEN, Dates
from meetings.hours import hours_on
from meetings.models import Meeting
from meetings.plans import Planned, with_clashes

MOST = 60  # times


def weekly(first, past):
    return first + timedelta(weeks=past)


def fortnightly(first, past):
    return first + timedelta(weeks=2 * past)


def monthly_by_weekday(first, past):
    """The third Tuesday of every month; a fifth is the last where a month has only four."""
    start, days = month(first, past)
    found = start + timedelta(days=(first.weekday() - start.weekday()) % 7 + (first.day - 1) // 7 * 7)
    return found if found.month == start.month else found - timedelta(weeks=1)


def monthly_by_day(first, past):
    """The same day of every month; the last of a month that is too short for it."""
    start, days = month(first, past)
    return start.replace(day=min(first.day, days))


def month(first, past):
    """The first day of the month that many months later, and how many days it has."""
    years, index = divmod(first.month - 1 + past, 12)
    start = date(first.year + years, index + 1, 1)
    return start, monthrange(start.year, start.month)[1]


EVERY = {
    "week": ("Every week", weekly),
    "fortnight": ("Every two weeks", fortnightly),
    "weekday": ("Every month, on the same weekday of the month", monthly_by_weekday),
    "day": ("Every month, on the same day of the month", monthly_by_day),
}


def plan_repeats(meeting, every, times, exceptions=None, left_out=()):
    """[Planned] of copies that are not saved. `exceptions` is {1 for the first copy, ...: Dates}."""
    exceptions = exceptions or {}
    length = meeting.ends_on - meeting.starts_on
    planned = []
    for place in range(1, times + 1):
        first = EVERY[every][1](meeting.starts_on, place)
        dates = exceptions.get(place, Dates(first, first + length))
        copy = copy_of(meeting, dates)
        new = {name: getattr(copy, name) for name in WHEN}
        planned.append(Planned(copy, {}, new, left_out="Left out." if place in left_out else "", like=meeting.pk))
    return with_clashes(planned)


def copy_of(meeting, dates):
    """Not saved: what the other one is like, but for when it is and who has been there."""
    kept = ("title", "category_id", "audience_id", "venue", "lead_id")
    starts_at, ends_at = hours_on(dates.days, meeting.hours, dates.hours) if dates.starts_on else dates.hours
    return Meeting(
        **{name: getattr(meeting, name) for name in kept},
        starts_on=dates.starts_on,
        ends_on=dates.ends_on,
        starts_at=starts_at,
        ends_at=ends_at,
        date_as_given=dates.as_given,
        version=1,
    )
