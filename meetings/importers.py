"""A table of meetings, to headings and rows as somebody meant them. Pure: texts in, values out.

Headings become categories. A row that has a span of days, over rows whose days fall inside it, is a heading too.
"""

import re
from collections import Counter
from dataclasses import dataclass

from meetings.dates import Reading, read_date, read_dates
from meetings.import_packages import Refused
from meetings.titles import key_of

HEADS = {
    "title": "meeting meetings title name event forum group what activity session engagement",
    "date": "date dates when day",
    "time": "time times start starts",
    "venue": "venue location where place room",
    "category": "category type heading section",
    "audience": "audience who",
}
ROLE_OF = {word: role for role, words in HEADS.items() for word in words.split()}
LOOKED_AT = 100  # rows, to tell which column holds the dates
LAST_HEAD = 5  # the row by which the heads of columns must come; those of a later table are told by being the same
NO_DATES = "No dates were found in this list. Paste the table with its column of dates."


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
    heading: int | None = None  # the place of its heading
    venue: str = ""
    audience: str = ""
    notes: tuple = ()  # what was inferred of it, its date apart


@dataclass(frozen=True)
class Listed:
    headings: tuple
    rows: tuple
    passed_over: tuple  # (place, words): with no date, and nothing under it


@dataclass(frozen=True)
class Known:
    """What the portal knows already, by key_of: it tells a heading from a meeting."""

    headings: frozenset = frozenset()
    titles: frozenset = frozenset()


@dataclass(frozen=True)
class Line:
    """One row of the table by the roles of its columns."""

    place: int
    title: str
    date: str
    time: str = ""
    venue: str = ""
    category: str = ""
    audience: str = ""
    notes: tuple = ()


def read_list(table, period=None, known=None, typed=None, meetings=()):
    """Listed. `typed` is {place: {"title" or "when": text}}; `meetings` are places of rows that are no
    headings: both as somebody corrected them."""
    lines = [corrected(line, (typed or {}).get(line.place, {})) for line in lines_of(table)]
    readings = dict(zip([line.place for line in lines if line.date], read_dates(dates_of(lines), period), strict=True))
    placed = Placing(lines, readings, known or Known(), meetings)
    return placed.listed()


def dates_of(lines):
    return [line.date for line in lines if line.date]


def corrected(line, typed):
    """Somebody who cleared the date means that it is to be confirmed."""
    date = typed.get("when", line.date)
    return Line(
        **{**vars(line), "title": typed.get("title") or line.title, "date": date or ("TBC" if "when" in typed else "")}
    )


# Which column holds what -------------------------------------------------------------------------


def lines_of(table):
    roles = heads = first_heads(table)
    if heads is None:
        roles = guessed_roles(table)
    lines = []
    for place, cells in enumerate(table, 1):
        found = heads and roles_of(cells)
        if found:
            roles = found
        elif any(cells):
            lines.append(as_line(place, cells, roles, lines))
    return [line for line in lines if line.title or line.date]


def first_heads(table):
    return next(filter(None, map(roles_of, table[:LAST_HEAD])), None)


def roles_of(cells):
    """{role: column} where the cells are the heads of columns, else None."""
    found = {}
    for column, cell in enumerate(cells):
        words = key_of(cell).split()
        role = next((ROLE_OF[word] for word in words if word in ROLE_OF), None) if len(words) <= 4 else None
        if role and any(map(str.isdigit, cell)) is False:
            found.setdefault(role, column)
    return found if {"title", "date"} <= found.keys() else None


def guessed_roles(table):
    """Dates stand where most are, titles in the first other column that has any, times where they are alone."""
    sample = table[:LOOKED_AT]
    dates = Counter(column for row in sample for column, cell in enumerate(row) if is_date(cell))
    if not dates:
        raise Refused(NO_DATES)
    date = dates.most_common(1)[0][0]
    filled = Counter(column for row in sample for column, cell in enumerate(row) if cell and column != date)
    times = Counter(column for row in sample for column, cell in enumerate(row) if column != date and is_time(cell))
    of_times = {column for column, number in times.items() if 2 * number > filled[column]}
    titles = sorted(column for column in filled if column not in of_times)
    if not titles:
        raise Refused("No titles were found in this list. Paste the table with its column of meetings.")
    return {"title": titles[0], "date": date, **({"time": min(of_times)} if of_times else {})}


def is_date(cell):
    return may_be_date(cell) and read_date(cell).precision != "not-a-date"


def may_be_date(cell):
    """Reading costs 0.4 ms, and most cells of a list are words alone."""
    return bool(re.search(r"\d|TB[CA]", cell))


def is_time(cell):
    reading = read_date(cell) if may_be_date(cell) else None
    return bool(reading and reading.times and "no-day" in reading.flags)


def as_line(place, cells, roles, above):
    """A row with a date and no title is the next date of the one above it."""
    texts = {role: cells[column] if column < len(cells) else "" for role, column in roles.items()}
    if sum(map(bool, cells)) == 1 and not texts["date"]:
        texts["title"] = next(filter(None, cells))
    if texts["date"] and not texts["title"] and above and above[-1].date:
        return Line(place, notes=("its title is that of the row above",), **texts | {"title": above[-1].title})
    return Line(place, **texts)


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
            tuple((heading.place, heading.title) for heading in self.headings if heading.place not in used),
        )

    def place(self, line, below):
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

    def is_heading(self, line):
        if line.date or line.category or line.place in self.meetings:
            return False
        return self.knows_heading(line) or key_of(line.title) not in self.known.titles

    def knows_heading(self, line):
        return key_of(line.title) in self.known.headings

    def inside(self, line, below):
        """The lines right below whose days fall into this one's span: none, where it is a meeting."""
        reading = self.readings.get(line.place)
        if line.category or line.place in self.meetings or reading is None or reading.starts_on == reading.ends_on:
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
        heading = self.heading_of(line)
        reading = self.readings.get(line.place) or read_date("TBC")
        times = reading.times or (read_date(line.time).times if line.time else ())
        as_given = " ".join(filter(None, [line.date, line.time]))
        starts_at = times[0][0] if times else None
        self.rows.append(
            Row(
                line.place,
                line.title,
                as_given,
                reading,
                starts_at,
                heading,
                line.venue,
                line.audience,
                line.notes,
            )
        )

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


def falls_into(days, span):
    return span.starts_on <= days.starts_on and days.ends_on <= span.ends_on
