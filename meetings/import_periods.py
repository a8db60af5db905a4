"""Dates that do not lie in the period given for a list: asked once where they tell of the whole list. Pure.

A row that stands apart from the others is asked for itself: its year may well be a slip.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from meetings.standings import without_flags

GAP = timedelta(days=100)  # within a list: its meetings may be quarterly
SEVERAL = 2  # rows


@dataclass(frozen=True)
class Outside:
    """Places of rows."""

    dated: frozenset = frozenset()  # that have their year and do not lie in the period, nor apart from the others
    untold: frozenset = frozenset()  # whose year is left out, and the period does not tell it


def outside(rows, period):
    untold = [row.place for row in rows if is_untold(row.reading)]
    days = sorted(row.reading.starts_on for row in rows if row.reading.starts_on)
    first, last = reach(days, period)
    dated = [row.place for row in rows if is_outside(row.reading) and first <= row.reading.starts_on <= last]
    return Outside(*(frozenset(found if len(found) >= SEVERAL else ()) for found in (dated, untold)))


def is_outside(reading):
    return reading.starts_on is not None and "outside-period" in reading.flags


def is_untold(reading):
    """Whether another period would tell it: it could mean the same day of several years."""
    days = {(span.starts_on.day, span.starts_on.month) for span in reading.readings}
    return reading.starts_on is None and "no-year" in reading.flags and len(days) == 1


def reach(days, period):
    """(first, last) of the days from the period on, or from the middle of the list, that follow one another closely."""
    middle = days[len(days) // 2] if days else period[0]
    first, last = period if period[0] <= middle <= period[1] else (middle, middle)
    for day in days:
        last = day if last < day <= last + GAP else last
    for day in reversed(days):
        first = day if first - GAP <= day < first else first
    return first, last


def without_doubts(rows, places):
    """The rows without the doubt that is asked of the whole list."""
    return tuple(without_doubt(row) if row.place in places else row for row in rows)


def without_doubt(row):
    return replace(row, reading=without_flags(row.reading, {"outside-period"}))
