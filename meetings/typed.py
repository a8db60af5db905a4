"""A date as somebody types it into a box, read for the meeting that it is about."""

from dataclasses import dataclass
from datetime import timedelta

from meetings.changes import Dates
from meetings.dates import read_date
from meetings.models import Meeting

HALF_A_YEAR = timedelta(days=182)
UNDATED = {"unknown"}  # precisions of what is to be confirmed
DOUBTS = {
    "no-year": "no year was written",
    "2-digit-year": "the year was written short",
    "typo": "a spelling was mended",
    "other-words": "other words were passed over",
    "slash-range": "the stroke was read as “to”",
    "slash-list": "the stroke was read as “and”",
    "am-or-pm": "it does not say whether in the morning or after noon",
    "approximate": "it says only about when",
    "exception": "it names days that are left out",
    "ocr-like": "a letter was read as a figure",
    "missing-space": "a space was missing",
    "one-of-several": "it names several dates",
    "open-ended": "it gives no end",
    "words-between": "other words stand between its parts",
    "us-order": "the month seems to come before the day",
    "week-not-monday": "that week does not begin on a Monday",
}
OF_OUR_OWN_MAKING = {"outside-period", "tbc", "blank"}  # the period is only there to tell the year


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
    doubts = tuple(DOUBTS.get(flag, flag.replace("-", " ")) for flag in reading.flags if flag not in OF_OUR_OWN_MAKING)
    if reading.readings or (reading.starts_on is None and reading.precision not in UNDATED):
        return Typed(None, doubts, f"{reading.reason or 'This is not one date.'} Write it as in 12 March 2024.")
    starts_at = reading.times[0][0] if reading.times and reading.starts_on else None
    as_given = text[: Meeting._meta.get_field("date_as_given").max_length]
    return Typed(Dates(reading.starts_on, reading.ends_on, starts_at, as_given), doubts)
