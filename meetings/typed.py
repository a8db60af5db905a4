"""A date as somebody types it into a box, read for the meeting that it is about."""

from dataclasses import dataclass
from datetime import timedelta

from meetings.changes import Dates
from meetings.date_doubts import doubts_of
from meetings.dates import read_date
from meetings.models import Meeting

HALF_A_YEAR = timedelta(days=182)
UNDATED = {"unknown"}  # precisions of what is to be confirmed


@dataclass(frozen=True)
class Typed:
    """`dates` is None where the text could not be read, or could mean several days: `problem` says which."""

    dates: Dates | None
    doubts: tuple = ()  # what was inferred or mended, in words
    problem: str = ""

    @property
    def code(self):
        """The reading, to tell whether it is the one that a person was shown."""
        found = (self.dates.starts_on, self.dates.ends_on, self.dates.starts_at) if self.dates else ()
        return "/".join(str(part or "") for part in found)


def read_typed(text, near):
    """`near` is a day: a year that is not written is the one that brings the date nearest to it."""
    text = " ".join(text.split())
    try:
        period = (near - HALF_A_YEAR, near + HALF_A_YEAR)
    except OverflowError:
        period = None
    reading = read_date(text, period)
    doubts = doubts_of(reading)
    if reading.readings or (reading.starts_on is None and reading.precision not in UNDATED):
        return Typed(None, doubts, f"{reading.reason or 'This is not one date.'} Write it as in 12 March 2024.")
    starts_at = reading.times[0][0] if reading.times and reading.starts_on else None
    as_given = text[: Meeting._meta.get_field("date_as_given").max_length]
    return Typed(Dates(reading.starts_on, reading.ends_on, starts_at, as_given), doubts)
