"""Which column of a table holds what: told by its heads, else by what stands in it. Pure: texts in, Lines out."""

import re
from collections import Counter
from dataclasses import dataclass
from os.path import commonprefix

from meetings.dates import read_date
from meetings.import_packages import Refused
from meetings.import_sheets import UNCALCULATED
from meetings.import_times import is_silent, until_midnight, with_time
from meetings.standings import OFF, READINGS, off_in, with_standing
from meetings.titles import key_of

END, START = "end ends ending finish finishes last to until", "start starts starting from first begins"
DAY, TIME = "dates date day when", "time times"
VENUE = "venue venues location locations where place room site"
# The first of these that fits a head tells its kind, so what stands below never sees its words: a "meeting date" is
# a date. Of two columns of a kind that is taken whose word comes first here, or else the one of fewer words.
KINDS = {
    "last": (END, DAY),
    "until": (END, TIME),
    "first": (START, DAY),
    "starts": (START, TIME),
    "date": ("dates date when",),
    "status": ("status state rag",),
    "organisation": ("organisation organisations organization stakeholder stakeholders partner partners",),
    "lead": ("lead leads led leading leader officer officers organiser organisers organizer facilitator",),
    "notes": ("notes note comments comment remarks update updates",),
    "time": (TIME,),
    "venue": (VENUE,),
    "category": ("category categories type heading section",),
    "audience": ("audience audiences",),
    "title": ("meeting meetings title name event events forum group what activity session engagement",),
    "about": ("subject topic item description",),
}
ALONE = {  # heads that mean so only where they are nothing more
    **dict.fromkeys(("start", "starts", "from", "begins", "starts at", "begins at"), "begin"),
    **dict.fromkeys(("end", "ends", "finish", "to", "until", "ends at", "finishes at"), "finish"),
    **dict.fromkeys(("who", "whom"), "audience"),
    **dict.fromkeys(("day", "weekday", "day of the week"), "weekday"),
    **{"month": "month", "year": "year", "all day event": ""},  # the last of them from Outlook, true or false
}
# What each column may be, the likeliest first.
ROLES = {
    "title": ("title", "organisation", "about"),
    "date": ("date", "first", "begin", "weekday"),
    "last": ("last",),
    "weekday": ("weekday",),
    "time": ("time", "starts", "begin"),
    "until": ("until", "finish"),
    **{kind: (kind,) for kind in ("month", "year", "status", "lead", "venue", "category", "audience", "notes")},
}
LONGEST_HEAD = 5  # words
LOOKED_AT = 100  # rows, to tell which column holds the dates
LAST_HEAD = 5  # the row by which the heads of columns come; those of a later table are told by being the same
DAYS = {"day", "day-range", "days-list", "week", "unknown", "cancelled"}
WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
DAY_ALONE = re.compile(r"(?:[a-z]{3,9},? )?\d{1,2}(?:st|nd|rd|th)?", re.IGNORECASE)
NO_DATES = "No dates were found in this list. Paste the table with its column of dates."
UNCALCULATED_DATES = (
    "No dates were found in this list, but formulas that were never calculated. Open the file in a spreadsheet "
    "program, save it there and import it again."
)
NO_TITLES = "No titles were found in this list. Paste the table with its column of meetings."


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
    lead: str = ""
    status: str | None = ""  # cancelled, postponed or scheduled; empty: nothing is said; None: it was not understood
    notes: tuple = ()  # what was inferred
    doubts: tuple = ()  # what was not understood
    is_alone: bool = True  # whether nothing stands beside its title

    @property
    def as_given(self):
        return with_time(self.date, self.time)


def lines_of(table, known_titles=frozenset()):
    """(Lines, the columns that were passed over, the rows that have neither title nor date), both in words."""
    roles, heads = first_heads(table), []
    guessed = None if roles else guessed_roles(table)
    lines, passed, strays, above = [], {}, [], []
    for place, cells in enumerate(table, 1):
        found = None if guessed else roles_again(cells, heads, above)
        above = cells
        if found:
            roles, heads = found, cells
        elif any(cells):
            used = guessed or roles
            for column, name in left_over(cells, used, heads):
                passed.setdefault(column, name)
            line = as_line(place, cells, used, lines, known_titles)
            lines.append(line) if line.title or line.date else strays.append("; ".join(filter(None, cells)))
    return lines, tuple(passed.values()), tuple(strays)


def first_heads(table):
    """They may stand below a page of notes where one of them is *Date*: in that column a meeting has a date."""
    rows = rows_of_table(table)
    sure = (cells for cells in rows[LAST_HEAD:] if "date" in map(key_of, cells))
    return next(filter(None, map(roles_of, [*rows[:LAST_HEAD], *sure])), None)


def rows_of_table(table):
    """To tell its columns by: not the lines of text before it, in which dates may stand too."""
    return [cells for cells in table if sum(map(bool, cells)) > 1][:LOOKED_AT] or table[:LOOKED_AT]


def roles_again(cells, heads, above):
    """A later table has the heads of the first, or others right under a heading: else *Family Day* with *Stakeholder
    meetings* beside it would be taken for heads."""
    may_be = not heads or sum(map(bool, above)) == 1
    may_be = may_be or set(map(key_of, filter(None, cells))) <= set(map(key_of, heads))
    return roles_of(cells) if may_be else None


def left_over(cells, roles, heads):
    """(column, what to call it) of each that nothing is read of. A row of one cell is a heading, wherever that is."""
    read = {column for role, column in roles.items() if role != "notes"}
    for column, cell in enumerate(cells if sum(map(bool, cells)) > 1 else ()):
        head = heads[column] if column < len(heads) else ""
        if cell and column not in read:
            yield head or column, head or f"column {column + 1} (“{cell}”)"


# By their heads ----------------------------------------------------------------------------------


def roles_of(cells):
    """{role: column} where the cells are the heads of columns, else None."""
    kinds = {}
    for column, cell in enumerate(cells):
        kind, rank = kind_of(key_of(cell)) if not any(map(str.isdigit, cell)) else ("", 0)
        kinds.setdefault(kind, []).append((rank, len(cell.split()), column))
    columns = {kind: [column for *_, column in sorted(found)] for kind, found in kinds.items() if kind}
    if 2 * sum(map(len, columns.values())) < sum(map(bool, cells)) or any(map(names_days, cells)):
        return None
    roles = chosen_roles(columns)
    return shared_column(roles, cells) if {"title", "date"} <= roles.keys() else None


def kind_of(head):
    """(kind, rank of its word), or ("", 0)."""
    words = head.split()
    if off_in(head) or "tbc" in words:  # *Postponed, new date TBC*
        return "", 0
    if head in ALONE:
        return ALONE[head], 0
    for kind, groups in KINDS.items() if len(words) <= LONGEST_HEAD else ():
        ranks = [[rank for rank, word in enumerate(group.split()) if word in words] for group in groups]
        if all(ranks):
            return kind, ranks[-1][0]
    return "", 0


def chosen_roles(columns):
    """Start and end are days where no other column has dates, else they are times."""
    roles, taken = {}, set()
    for role, kinds in ROLES.items():
        found = next((column for kind in kinds for column in columns.get(kind, ()) if column not in taken), None)
        if found is not None:
            roles[role] = found
            taken.add(found)
    if roles.get("date") in columns.get("begin", ()) and roles.get("until") in columns.get("finish", ()):
        roles.setdefault("last", roles.pop("until"))
    if set(columns.get("first", ())) - {roles.get("date")}:  # whole dates, and their first and last days beside them
        roles.pop("last", None)
    return roles


def shared_column(roles, cells):
    """*Time and venue* is both."""
    column, words = roles.get("time"), set(VENUE.split())
    return {"venue": column, **roles} if column is not None and words & set(key_of(cells[column]).split()) else roles


# By what stands in them --------------------------------------------------------------------------


def guessed_roles(table):
    """Dates stand where most are, titles in the first other column that has any, times where they are alone, and so
    do *Cancelled* and *Postponed*."""
    sample = rows_of_table(table)
    dates = count(sample, is_date)
    if not dates:
        raise Refused(UNCALCULATED_DATES if any(UNCALCULATED in cells for cells in sample) else NO_DATES)
    date = dates.most_common(1)[0][0]
    filled, times = count(sample, bool), count(sample, is_time)
    of_times = {column for column, number in times.items() if 2 * number > filled[column]} - {date}
    of_status = {column for column, number in count(sample, is_off).items() if number == filled[column]} - {date}
    titles = sorted(filled.keys() - {date} - of_times - of_status)
    if not titles:
        raise Refused(NO_TITLES)
    found = {"time": min(of_times, default=None), "status": min(of_status, default=None)}
    return {"title": titles[0], "date": date, **{role: at for role, at in found.items() if at is not None}}


def count(rows, is_so):
    return Counter(column for row in rows for column, cell in enumerate(row) if is_so(cell))


def is_date(cell):
    return may_be_date(cell) and read_date(cell).precision != "not-a-date"


def may_be_date(cell):
    """Reading costs 0.4 ms, and most cells of a list are words alone."""
    return bool(re.search(r"\d|TB[CA]", cell))


def is_time(cell):
    reading = read_date(cell) if may_be_date(cell) else None
    return bool(reading and reading.times and "no-day" in reading.flags)


def is_off(cell):
    return any(pattern.fullmatch(key_of(cell)) for standing, pattern in READINGS if standing in OFF)


# To lines ----------------------------------------------------------------------------------------


def as_line(place, cells, roles, above, known_titles):
    """A row with a date and no title is the next date of the one above it."""
    texts = {role: cells[column] if column < len(cells) else "" for role, column in roles.items()}
    texts, notes = until_midnight(texts)
    date, time = joined_times(joined_date(texts), texts.get("time", ""), texts.get("until", ""))
    title, beside = texts["title"], any(text for role, text in texts.items() if role not in ("title", "category"))
    if sum(map(bool, cells)) == 1 and not names_days(date):
        texts, title, date, time, beside = {}, next(filter(None, cells)), "", "", False
    if date and not title and above and above[-1].date:
        title, notes = above[-1].title, (*notes, "its title is that of the row above")
    kept = {role: texts.get(role, "") for role in ("venue", "category", "audience", "lead", "status")}
    line = Line(place, title, date, time, **kept, notes=notes, is_alone=not beside)
    return with_standing(line, texts.get("notes", ""), known_titles)


def without_same_day(date, last):
    """*12 March 18:00* to *12 March 20:00* ends at 20:00."""
    day = commonprefix([date, last]).rpartition(" ")[0]
    rest = last[len(day) :].strip()
    return rest if day and is_time(rest) and is_dated_time(date) else last


def names_days(text):
    """A row that holds *March* and no more is a heading, even in the column of dates."""
    return may_be_date(text) and read_date(text).precision in DAYS


def joined_times(date, time, until):
    """(date, time). An end whose start is in the column of dates, or nowhere, has its own word."""
    if not until or not is_silent(time):
        return date, " to ".join(filter(None, [time, until]))
    return (f"{date} until {until}", "") if is_dated_time(date) else (date, f"until {until}")


def is_dated_time(text):
    return may_be_date(text) and bool(read_date(text).times)


def joined_date(texts):
    """With its weekday before it and its last day after it, where those have columns of their own."""
    date, last, weekday = texts["date"], texts.get("last", ""), texts.get("weekday", "")
    if DAY_ALONE.fullmatch(date):
        date = " ".join(filter(None, [date, texts.get("month"), texts.get("year")]))
    if last and last != date:
        return " to ".join(filter(None, [date, without_same_day(date, last)]))
    if date and WEEKDAY.match(weekday) and not WEEKDAY.search(date):
        return f"{weekday} {date}"
    return date
