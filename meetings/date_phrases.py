"""Days as they are written, and the phrases they make: a day, a span, several days.

What was not written (a year, a month) is None here; date_years.py finds it.
"""

from calendar import monthrange, weekday
from dataclasses import dataclass, replace

LAST = -1  # a month's last day; -7 is six days before it


@dataclass(frozen=True)
class Day:
    """A day as written. `number` counts from 1, or back from the month's last.

    With `place` it is the first (1) to fifth, or the last (-1), such weekday of its month.
    """

    number: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    place: int | None = None


@dataclass(frozen=True)
class Phrase:
    """What one stretch of text says: its days in order (of a span: first and last) and how exactly."""

    precision: str
    days: tuple
    flags: tuple = ()
    others: tuple = ()  # phrases it could as well mean
    stretch: str = ""  # week, week-ending, fortnight, weekend: what its one day stands for

    @property
    def is_list(self):
        return self.precision in ("day", "days-list")

    def flagged(self, *flags):
        return replace(self, flags=(*self.flags, *flags)) if flags else self


def with_weekdays(days, weekdays):
    """Mon, Wed and Fri 4, 6 and 8 March; of Mon-Fri 4-8 March the second belongs to the last day."""
    if len(weekdays) == len(days):
        return [replace(day, weekday=weekday) for day, weekday in zip(days, weekdays, strict=True)]
    if weekdays:
        days[0] = replace(days[0], weekday=weekdays[0])
    if len(weekdays) == 2 and len(days) > 1:
        days[-1] = replace(days[-1], weekday=weekdays[1])
    return days


def days_joined(days, joins):
    """The phrase for days of one month: 17/19 September is two days, 7/8 February a span of two."""
    if len(days) == 1:
        return Phrase("day", tuple(days))
    if "|" in joins:
        return Phrase("day", (days[0],), others=tuple(Phrase("day", (day,)) for day in days[1:]))
    if joins and joins <= {"-", ">"} and len(days) == 2:
        return Phrase("day-range", tuple(days))
    if joins == {"/"}:
        return slashed(*days)
    doubt = ("range-in-list",) if joins & {"-", ">"} else ()
    return Phrase("days-list", tuple(days), ("several-dates", *doubt))


def slashed(*days):
    """7/8 February and 30 June/1 July are spans; 17/19 September is two days apart."""
    if all(map(is_next_day, days, days[1:])):
        return Phrase("day-range", (days[0], days[-1]), ("slash-range",))
    return Phrase("days-list", days, ("slash-list", "several-dates"))


def is_next_day(first, last):
    if first.month == last.month:
        return last.number == first.number + 1
    return last.number == 1 and first.number >= 28 and last.month == (first.month or 0) % 12 + 1


def month_span(first, year=None, last=None, last_year=None, precision="month"):
    days = Day(1, first, year), Day(LAST, last or first, last_year or year)
    return Phrase(precision, days)


def with_months(phrases):
    """22 January to Thursday 25: a day without its month has that of the date before it, or else the next."""
    known = next((phrase.days[-1] for phrase in phrases if phrase.days[-1].month), None)
    named = []
    for phrase in phrases:
        known = phrase.days[-1] if phrase.days[-1].month else known
        named.append(phrase if phrase.days[-1].month or not known else in_month_of(phrase, known) or phrase)
    return named


def in_month_of(phrase, known):
    days = tuple(replace(day, month=known.month, year=known.year) for day in phrase.days)
    if not all(map(may_be_its_weekday, days)):
        return None
    return replace(phrase, days=days, flags=(*phrase.flags, "no-month"))


def may_be_its_weekday(day):
    """Tues 2 is not of the month of 25/4/23."""
    if not day.year or day.weekday is None or not 1 <= day.number <= monthrange(day.year, day.month)[1]:
        return True
    return weekday(day.year, day.month, day.number) == day.weekday


def span_of(first, last):
    """From the first phrase's beginning to the last one's end; None where one of them is no single date."""
    if len(first.others) == len(last.others) == 1:
        meant = span_of(replace(first, others=()), replace(last, others=()))
        return meant and replace(meant, others=(span_of(first.others[0], last.others[0]),))
    precisions = {first.precision, last.precision}
    if precisions & {"days-list", "day-range"} or first.others or last.others:
        return None
    same = first.precision if len(precisions) == 1 else "day"
    precision = {"day": "day-range", "month": "month-range"}.get(same, same)
    return Phrase(precision, (first.days[0], last.days[-1]), (*first.flags, *last.flags))


def said_twice(first, last):
    """Tuesday 5 March (05/03/2024): one date, with what either writing has; None where they are two."""
    if first.precision != last.precision or len(first.days) != len(last.days):
        return None
    pairs = list(zip(first.days, last.days, strict=True))
    if first.others or last.others or not all(is_same_day(*pair) for pair in pairs):
        return None
    days = (replace(a, year=a.year or b.year, weekday=b.weekday if a.weekday is None else a.weekday) for a, b in pairs)
    return Phrase(first.precision, tuple(days), (*first.flags, *last.flags), stretch=first.stretch or last.stretch)


def is_same_day(one, other):
    both = ((one.year, other.year), (one.weekday, other.weekday))
    is_alike = (one.number, one.month, one.place) == (other.number, other.month, other.place)
    return is_alike and all(a == b or None in (a, b) for a, b in both)


def list_of(first, last):
    same = said_twice(first, last)
    if same:
        return same
    if first.others or last.others:
        return either_of(first, last)
    flags = tuple(flag for flag in (*first.flags, *last.flags) if flag != "rule")  # Tuesdays 5 March and 12 March
    parts = {first.precision, last.precision} - {"until"}
    if len(parts) == 1 and parts < {"part-month", "part-year", "season"}:
        return Phrase(*parts, (first.days[0], last.days[-1]), flags)
    if first.precision in ("month", "month-range") and last.precision == "month":
        return Phrase("month-range", (first.days[0], last.days[-1]), (*flags, "several-dates"))
    if not (first.is_list and last.is_list):
        return None
    return Phrase("days-list", (*first.days, *last.days), (*flags, "several-dates"))


def slash_of(first, last):
    if first.precision == last.precision == "day" and not (first.others or last.others):
        phrase = slashed(first.days[0], last.days[0])
        return phrase.flagged(*first.flags, *last.flags)
    return list_of(first, last)


def either_of(first, last):
    others = (*first.others, replace(last, others=()), *last.others)
    return replace(first, flags=(*first.flags, *last.flags), others=others)
