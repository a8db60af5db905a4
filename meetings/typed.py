"""A date as somebody types it into a box, read for the meeting that it is about."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from django.utils import timezone

from meetings.changes import Dates
from meetings.date_doubts import doubts_of
from meetings.date_today import counted_from
from meetings.dates import print_day, read_date
from meetings.hours import hours_in, why_not_in_order
from meetings.models import Meeting

HALF_A_YEAR = timedelta(days=182)
LONGEST = Meeting._meta.get_field("date_as_given").max_length
UNDATED = {"unknown"}  # precisions of what is to be confirmed
WHOLE = {
    "week": "week",
    "month": "month",
    "month-range": "span of months",
    "part-month": "part of a month",
    "season": "season",
    "part-year": "part of a year",
    "year": "year",
}
APART = "are days of more than one meeting. Write the first here, then copy or repeat the meeting for the others."


@dataclass(frozen=True)
class Typed:
    """`dates` is None where the text could not be read, or could mean several days: `problem` says which."""

    dates: Dates | None
    doubts: tuple = ()  # what was inferred or mended, in words
    problem: str = ""
    names_weekday: bool = False

    @property
    def code(self):
        """The words and their reading, to tell whether it is what a person was shown."""
        found = vars(self.dates).values() if self.dates else ()
        return "/".join(str(part or "") for part in found)


def read_typed(text, near, today=None):
    """`near` is a day: a year that is not written is the one that brings the date nearest to it."""
    text = " ".join(text.split())
    if len(text) > LONGEST:
        return Typed(None, (), f"Write {LONGEST} characters or fewer: there are {len(text)}.")
    counted = counted_from(today or timezone.localdate(), text)
    try:
        period = (near - HALF_A_YEAR, near + HALF_A_YEAR)
    except OverflowError:
        period = None
    reading = read_date(counted, period)
    doubts = (
        *(["counted from today"] if counted != text else []),
        *doubts_of(reading),
        *names_no_day(reading),
        *keeps_no_time(reading),
    )
    problem = problem_of(reading)
    if problem:
        return Typed(None, doubts, problem)
    starts_at, ends_at = hours_in(reading) if reading.starts_on else (None, None)
    dates = Dates(reading.starts_on, reading.ends_on, starts_at, text, ends_at)
    return Typed(dates, doubts, names_weekday=reading.names_weekday)


def names_no_day(reading):
    """That all of a month, say, was taken."""
    is_whole = reading.starts_on and reading.precision in WHOLE
    return [f"a {WHOLE[reading.precision]} was written and no day"] if is_whole else []


def keeps_no_time(reading):
    """What is yet to be confirmed has no time either."""
    return (
        ["its time is kept in these words alone, as it names no day"] if reading.times and not reading.starts_on else []
    )


def with_hours_alone(text):
    """The text where it keeps the hours of what is yet to be confirmed, to be given its day; else nothing."""
    reading = read_date(text)
    return text if reading.times and reading.precision in UNDATED else ""


def problem_of(reading):
    if reading.readings or (reading.starts_on is None and reading.precision not in UNDATED):
        return f"{reading.reason or 'This is not one date.'} Write it as in 12 March 2024."
    if are_apart(reading):
        return f"{in_words(reading.days)} {APART}"
    return why_not_in_order((reading.starts_on, reading.ends_on), *hours_in(reading)) if reading.starts_on else ""


def are_apart(reading):
    """A meeting has a first and a last day: one that leaves out days between them is more than one meeting."""
    step = timedelta(weeks=1) if "several-weeks" in reading.flags else timedelta(days=1)
    days = sorted(reading.days)
    return any(later - earlier > step for earlier, later in pairwise(days))


def in_words(days):
    *others, last = [print_day(day) for day in sorted(days)]
    return f"{', '.join(others)} and {last}"
