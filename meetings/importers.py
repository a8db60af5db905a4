"""A table of meetings, to headings and rows as somebody meant them. Pure: texts in, values out.

Headings become categories. A row that has a span of days, over rows whose days fall inside it, is a heading too.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace

from meetings.date_gists import names_feast
from meetings.dates import Reading, read_date, read_dates
from meetings.hours import hours_in
from meetings.import_columns import lines_of
from meetings.import_dateless import below_dates, with_dates_above, without_echoes
from meetings.import_months import with_months
from meetings.import_passed import ends_as_sentence, parted, passed_over
from meetings.import_times import is_silent, read_times
from meetings.standings import CANCELLED, STANDINGS, settled
from meetings.titles import key_of

STAMP = re.compile(
    r"\W*(?:last |list |schedule )*(?:updated|amended|revised|issued|printed|correct|as (?=at|of))\b"
    r"(?: as)?(?: on| at| of)?\W*(.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Heading:
    place: int  # of its row in the table, from 1
    title: str
    under: int | None = None  # the place of the heading above it
    as_given: str = ""  # the span it gives
    doubt: str = ""  # why it may be a meeting after all


@dataclass(frozen=True)
class Row:
    place: int
    title: str
    as_given: str
    reading: Reading
    starts_at: object = None  # a time
    until: object = None  # the time at which it ends
    heading: int | None = None  # the place of its heading
    venue: str = ""
    audience: str = ""
    lead: str = ""
    status: str | None = ""  # as Line has it, or as the date says it
    notes: tuple = ()  # what was inferred of it, its date apart
    doubts: tuple = ()

    @property
    def hours(self):
        return (self.starts_at, self.until) if self.reading.starts_on else (None, None)


@dataclass(frozen=True)
class Listed:
    headings: tuple
    rows: tuple
    passed_over: tuple  # import_passed.Passed: with no date, and nothing under it
    columns: tuple = ()  # those of which nothing was read, in words
    strays: tuple = ()  # rows that have neither title nor date, in words
    dateless: int = 0  # rows that may have the date of the row above


@dataclass(frozen=True)
class Known:
    """What the portal knows already, by key_of: it tells a heading from a meeting."""

    headings: frozenset = frozenset()
    titles: frozenset = frozenset()


def read_list(table, period=None, known=None, typed=None, meetings=(), above=False):
    """Listed. `typed` is {place: {"title", "when" or "status": text}}; `meetings` are places of rows that are no
    headings: both as somebody corrected them. `above` says that rows without a date have that of the row above."""
    known = known or Known()
    lines, columns, strays = lines_of(table, known.titles)
    lines = with_months(lines, known.headings)
    dateless = below_dates(lines, known.titles)
    typed = without_echoes(typed or {}, lines, dateless)
    lines = with_dates_above(lines, dateless, above, typed)
    lines = [with_its_date(line) if line.place in meetings else line for line in lines]
    lines = [corrected(line, typed.get(line.place, {})) for line in lines]
    lines, readings = settled_lines(lines, period)
    lines = [with_status(line, typed.get(line.place, {}).get("status")) for line in lines]
    placed = Placing(lines, readings, known, meetings)
    return replace(placed.listed(), columns=columns, strays=strays, dateless=len(dateless))


def with_its_date(line):
    """Of a line that looked like none of a table, and was said to be a meeting."""
    title, date = parted(line.title) if line.is_alone and not line.date else (line.title, line.date)
    return replace(line, title=title, date=date)


def corrected(line, typed):
    """What comes back just as it was shown is no correction. Somebody who cleared the date means that it is to be
    confirmed."""
    when = typed.get("when", line.as_given)
    if when != line.as_given:
        line = replace(line, date=when or "TBC", time="")
    return replace(line, title=typed.get("title") or line.title)


def with_status(line, chosen):
    return replace(line, status=chosen, doubts=()) if chosen in STANDINGS else line


def settled_lines(lines, period):
    """(the lines with what their dates say of their standing, {place: Reading})."""
    dated = [line for line in lines if line.date]
    readings, told = {}, {}
    texts = [line.date for line in dated]
    for line, reading in zip(dated, by_written_years(texts, read_dates(texts, period), period), strict=True):
        readings[line.place], standing, notes = settled(reading, line.date)
        told[line.place] = replace(line, status=stronger(standing, line.status), notes=(*line.notes, *notes))
    return [told.get(line.place, line) for line in lines], readings


def by_written_years(texts, readings, period):
    """Where most dates have their year and lie outside the period, they tell the years of the rest, not the period. One
    slip in a year tells nothing."""
    written = [reading for reading in readings if reading.starts_on and "no-year" not in reading.flags]
    beyond = [reading for reading in written if "outside-period" in reading.flags]
    if 2 * len(beyond) <= len(readings):
        return readings
    own = whole_months(min(reading.starts_on for reading in written), max(reading.ends_on for reading in written))
    pairs = zip(readings, read_dates(texts, own), strict=True)
    return [by_own if "no-year" in reading.flags else reading for reading, by_own in pairs]


def whole_months(first, last):
    return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])


def stronger(of_date, of_line):
    """A date that it was moved to means that it is postponed no more."""
    return CANCELLED if CANCELLED in (of_date, of_line) else of_date or of_line


# Which row is what -------------------------------------------------------------------------------


class Placing:
    """Goes down the lines once, with the heading and the one under it that it has come to."""

    def __init__(self, lines, readings, known, meetings):
        self.lines, self.readings, self.known, self.meetings = lines, readings, known, meetings
        self.headings, self.rows, self.of_category = [], [], {}
        self.top = self.sub = None
        self.left_in_sub = 0  # rows that still belong under the sub-heading

    def listed(self):
        for index, line in enumerate(self.lines):
            self.place(line, self.lines[index + 1 :])
        used = {row.heading for row in self.rows}
        used |= {heading.under for heading in self.headings if heading.place in used}
        return Listed(
            tuple(heading for heading in self.headings if heading.place in used),
            tuple(self.rows),
            passed_over((heading.place, heading.title) for heading in self.headings if heading.place not in used),
        )

    def place(self, line, below):
        if self.is_no_part(line):
            self.headings.append(Heading(line.place, " ".join(filter(None, [line.title, line.as_given]))))
            return
        if self.is_heading(line):
            self.top = Heading(line.place, line.title)
            self.sub, self.left_in_sub = None, 0
            self.headings.append(self.top)
            return
        inside = self.inside(line, below)
        if inside:
            self.begin_sub(line, inside)
        else:
            self.add_row(line)

    def is_no_part(self, line):
        if line.place in self.meetings or key_of(line.title) in self.known.titles:
            return False
        return is_stamp(line) or line.is_alone and (names_feast(line.title) or ends_as_sentence(line.title))

    def is_heading(self, line):
        if line.date or line.category or line.status != "" or line.place in self.meetings:
            return False
        return self.knows_heading(line) or line.is_alone and key_of(line.title) not in self.known.titles

    def knows_heading(self, line):
        return key_of(line.title) in self.known.headings

    def inside(self, line, below):
        """The lines right below whose days fall into this one's span: none, where it is a meeting."""
        reading = self.readings.get(line.place)
        if line.category or line.place in self.meetings or reading is None or reading.starts_on == reading.ends_on:
            return []
        if has_own(line) and not self.knows_heading(line):
            return []
        found = []
        for other in below:
            days = self.readings.get(other.place)
            if days is None or days.starts_on and not falls_into(days, reading):
                break
            found.append(days)
        dated = sum(days.starts_on is not None for days in found)
        return found if dated >= (1 if self.knows_heading(line) else 2) else []

    def begin_sub(self, line, inside):
        dated = [days for days in inside if days.starts_on]
        span = self.readings[line.place]
        fits = (min(days.starts_on for days in dated), max(days.ends_on for days in dated)) == (
            span.starts_on,
            span.ends_on,
        )
        doubt = "" if fits or self.knows_heading(line) else "The rows under it fall inside its dates."
        self.sub = Heading(line.place, line.title, self.top and self.top.place, line.date, doubt)
        self.left_in_sub = len(inside)
        self.headings.append(self.sub)

    def add_row(self, line):
        reading = self.readings.get(line.place) or read_date("TBC")
        (starts_at, until), notes, doubts = times_of(line, reading)
        row = Row(line.place, line.title, line.as_given, reading, starts_at, until, self.heading_of(line))
        same = {name: getattr(line, name) for name in ("venue", "audience", "lead", "status")}
        doubts += ("its title is that of a holiday",) if names_feast(line.title) else ()
        self.rows.append(replace(row, **same, notes=(*line.notes, *notes), doubts=(*line.doubts, *doubts)))

    def heading_of(self, line):
        if line.category:
            return self.category_heading(line)
        if self.left_in_sub:
            self.left_in_sub -= 1
            return self.sub.place
        return self.top.place if self.top else None

    def category_heading(self, line):
        """Of a list that has a column of categories: each becomes a heading at the first row that names it."""
        key = key_of(line.category)
        if key not in self.of_category:
            self.of_category[key] = Heading(line.place, line.category)
            self.headings.append(self.of_category[key])
        return self.of_category[key].place


def has_own(line):
    """Whether it says of itself what only a meeting has."""
    return any((line.venue, line.audience, line.lead, line.time))


def is_stamp(line):
    """*Updated 1 February* tells of the list, and is neither a meeting nor the heading of those below."""
    found = STAMP.fullmatch(line.title)
    if not found or any((line.venue, line.audience, line.lead, line.status)):
        return False
    reading = read_date(found[1] or line.date)
    return reading.precision != "not-a-date" and "other-words" not in reading.flags


def times_of(line, reading):
    """(start and end, what was inferred, what was not understood)."""
    if reading.times:
        return hours_in(reading), (), ()
    if is_silent(line.time):
        return (None, None), (), ()
    times, notes = read_times(line.time)
    unread = () if times else (f"its time, “{line.time}”, was not understood",)
    return times or (None, None), notes, unread


def falls_into(days, span):
    return span.starts_on <= days.starts_on and days.ends_on <= span.ends_on
