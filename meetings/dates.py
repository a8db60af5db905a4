"""Dates as people write them: printed, and read without guessing.

`read_date` answers a Reading. What it cannot read it answers without dates and with a reason; what
could mean several days, with its `readings`; whatever it inferred, mended or doubts is in `flags`.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from meetings.date_feasts import with_days
from meetings.date_sense import sense_of
from meetings.date_times import take_times
from meetings.date_tokens import tokenise
from meetings.date_words import MONTH_NAMES, MONTHS, PLACES, WEEKDAY_NAMES
from meetings.date_years import exists, place, stretch

TO_BE_CONFIRMED = "To be confirmed"
PLACE_NAMES = {place: name for name, place in PLACES.items()}
FAR = 15  # years from the days that a text was written about
BEHIND_MONTH = "|".join(rf"(?<=[0-9thsdnr ] {name})" for name in sorted({*MONTHS, "sept"}))
YEAR_OR_TIME = re.compile(rf"(?:{BEHIND_MONTH})[.,]? (0[6-9]|1[0-9]|2[0-3])([0-5][05])[ .,]*$", re.I)
LONGEST_TEXT = 500  # characters; a longer one is no date but a page


@dataclass(frozen=True)
class Span:
    starts_on: date
    ends_on: date

    def __str__(self):
        return print_dates(self.starts_on, self.ends_on)


@dataclass(frozen=True)
class Reading:
    """What one text says.

    precision    day, day-range, days-list, week, month, month-range, part-month, part-year, season, year,
                 until, recurring, cancelled, unknown (to be confirmed), not-a-date
    times        pairs of start and end, the end None where it is not said
    days         the days of a days-list
    flags        what was inferred, mended or is in doubt
    readings     the Spans it could mean, or merely mentions, where it gives no dates or its weekday
                 contradicts them
    reason       a sentence where it was not read, or a question where it is in doubt
    moved_from   the Span it was moved from, where it says so
    names_weekday  whether it says the weekday, or that it is a weekend
    """

    starts_on: date | None = None
    ends_on: date | None = None
    precision: str = "not-a-date"
    times: tuple = ()
    days: tuple = ()
    flags: tuple = ()
    readings: tuple = ()
    reason: str = ""
    moved_from: Span | None = None
    names_weekday: bool = False

    @property
    def time(self):
        """The times in figures: 14:00-16:00;19:00-21:00, or 11:00- where no end is given."""
        return ";".join(f"{start:%H:%M}-{end:%H:%M}" if end else f"{start:%H:%M}-" for start, end in self.times)


def print_dates(starts_on, ends_on):
    """*22 to 25 January 2024*; the same day twice is that day; None twice is to be confirmed."""
    if starts_on is None:
        return TO_BE_CONFIRMED
    if starts_on == ends_on:
        return print_day(ends_on)
    if starts_on.year != ends_on.year:
        return f"{print_day(starts_on)} to {print_day(ends_on)}"
    if starts_on.month != ends_on.month:
        return f"{starts_on.day} {month_name(starts_on)} to {print_day(ends_on)}"
    return f"{starts_on.day} to {print_day(ends_on)}"


def print_day(day):
    return f"{day.day} {month_name(day)} {day.year:04}"


def month_name(day):
    return MONTH_NAMES[day.month - 1]


def read_date(text, period=None):
    """Read one text. `period` is (from, to), the dates it was written about, and tells missing years."""
    return reading(understand_in(text, period), period)


def read_dates(texts, period=None):
    """Read a list, whose order tells the years that its period does not."""
    understood = [understand_in(text, period) for text in texts]
    readings = [reading(one, period) for one in understood]
    forwards = range(len(readings))
    for order, is_earlier in ((forwards, True), (reversed(forwards), False)):
        neighbour = None
        for i in order:
            if neighbour and lacks_year(readings[i]):
                readings[i] = reading(understood[i], period, (neighbour, is_earlier))
            neighbour = readings[i].starts_on or neighbour
    return readings


def lacks_year(reading):
    return reading.starts_on is None and "no-year" in reading.flags and "outside-period" not in reading.flags


def understand_in(text, period):
    """Four figures behind a day and its month are a time where, as a year, they are far from the period."""
    figures = YEAR_OR_TIME.search(text)
    if not figures or not period or abs(int(figures[1] + figures[2]) - period[0].year) <= FAR:
        return understand(text)
    understood = understand(f"{text[: figures.start()]} {figures[1]}:{figures[2]}")
    return understood and (*understood[:2], (*understood[2], "meaning-by-period"))


@lru_cache(maxsize=4000)  # a list is read when it is cut up, when it is reviewed, and when it is saved
def understand(text):
    """(what the text says, its times, the flags of the times), or None for a page of text."""
    if len(text) > LONGEST_TEXT:
        return None
    text, feasts = with_days(text)
    tokens, times, flags = take_times(tokenise(text))
    return sense_of(tokens), times, (*flags, *feasts)


def reading(understood, period, near=None):
    if understood is None:
        return Reading(flags=("too-long",), reason="This is too long to be a date.")
    sense, times, time_flags = understood
    if sense.phrase is None:
        return without_phrase(sense, times, time_flags)
    placed = place(sense.phrase, period, near or beside(sense))
    flags = distinct(sense.phrase.flags, sense.flags, placed.flags, time_flags)
    if sense.reason or not placed.dates:
        return without_dates(sense, placed, times, flags)
    return with_dates(sense, placed, period, times, flags)


def beside(sense):
    """The day that stands in the same text with its year, as `place` takes a neighbour."""
    dates = place(sense.beside).dates if sense.beside else ()
    return (dates[0], True) if dates else None


def without_phrase(sense, times, time_flags):
    if "blank" in sense.flags and (times or time_flags):
        reason = "The clock has no such time." if "no-such-time" in time_flags else "This is a time, but no day."
        return Reading(times=times, flags=("no-day", *time_flags), reason=reason)
    times = () if sense.precision == "not-a-date" else times
    return Reading(None, None, sense.precision, times, (), distinct(sense.flags, time_flags), (), sense.reason)


def without_dates(sense, placed, times, flags):
    precision = "not-a-date" if placed.problem == "no-such-day" else sense.precision or sense.phrase.precision
    choices = spans(sense.phrase, [placed.dates] if placed.dates else placed.choices)
    reason = sense.reason or why_not(sense.phrase, placed, choices)
    return Reading(None, None, precision, times, (), flags, choices, reason)


def with_dates(sense, placed, period, times, flags):
    (span,) = spans(sense.phrase, [placed.dates]) or [None]
    if span is None:
        return Reading(flags=(*flags, "no-such-day"), reason="The calendar ends there.")
    precision = sense.precision or sense.phrase.precision
    times = () if "no-start" in flags and len(times) == 1 and precision != "until" else times
    days = placed.dates if precision == "days-list" else ()
    choices = spans(sense.phrase, placed.choices)
    reason = f"The weekday and the date do not agree: {either(choices)}?" if choices else ""
    old = spans(sense.old, [place(sense.old, period).dates]) if sense.old else ()
    old, weekday = old[0] if old else None, names_weekday(sense.phrase)
    return Reading(span.starts_on, span.ends_on, precision, times, days, flags, choices, reason, old, weekday)


def names_weekday(phrase):
    return phrase.stretch == "weekend" or any(day.weekday is not None for day in phrase.days)


def spans(phrase, choices):
    ends = (stretch(phrase, dates) for dates in choices if dates)
    return tuple(Span(starts_on, ends_on) for starts_on, ends_on in ends if starts_on and ends_on)


def why_not(phrase, placed, choices):
    said = " to ".join(distinct(as_said(day) for day in phrase.days if day.number > 0)) or "this"
    sentences = {
        "no-such-day": f"There is no {missing_days(phrase)} in the calendar{of_years(placed.years)}.",
        "no-year": f"It says {said}, but not which year.",
        "no-month": f"It says {said}, but not which month.",
        "backwards": "Its last day comes before its first.",
        "outside-period": f"It says {said}, which is not in the period: {either(choices)}?",
        "ambiguous": f"It could mean more than one date: {either(choices)}?",
    }
    return sentences[placed.problem]


def missing_days(phrase):
    """The days that the calendar has not, with their year where the text has one: 29 February 2023."""
    year = next((day.year for day in phrase.days if day.year is not None), None)
    if year == 0:
        return "year 0"
    days = [replace(day, year=day.year or year) for day in phrase.days]
    missing = [day for day in days if not exists([day])]
    return " or ".join(distinct(f"{as_said(day)} {day.year or ''}".rstrip() for day in missing or days))


def of_years(years):
    return f" of {' to '.join(distinct(str(year) for year in (years[0], years[-1])))}" if years else ""


def as_said(day):
    if day.place:
        return f"{PLACE_NAMES[day.place]} {WEEKDAY_NAMES[day.weekday]} in {MONTH_NAMES[day.month - 1]}"
    return f"{day.number} {MONTH_NAMES[day.month - 1]}" if day.month else f"day {day.number}"


def either(choices):
    return " or ".join(str(span) for span in choices)


def distinct(*groups):
    return tuple(dict.fromkeys(item for group in groups for item in group))
