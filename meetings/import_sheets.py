"""The sheets of a workbook or an OpenDocument spreadsheet as one list of rows. Pure: what opens them is elsewhere."""

import re

from meetings.date_words import MONTHS
from meetings.titles import key_of

LOOKED_AT = 60  # rows, to tell whether a sheet holds dates
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# As a date begins a cell; a cheap look, as a sheet may hold thousands.
DATE = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:"
    rf"\d{{1,4}}([-/.])\d{{1,2}}\1\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?[- ]?(?:of )?(?:{MONTH})\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)\b|(?:{MONTH})[a-z]* \d)",
    re.IGNORECASE,
)
UNCALCULATED = "a formula that was never calculated"  # in a cell of which the file holds nothing else
SAYS_NOTHING = {"sheet", "schedule", "meeting", "meetings", "date", "dates", "calendar", "programme", "list", "data"}


def rows_of(sheets):
    """`sheets` are (name, rows). The name of each is its heading, unless it says nothing. Those that hold no dates,
    where others do, come last and by their names alone, so that the review can say that they were passed over."""
    filled = [(name, rows) for name, rows in sheets if any(map(any, rows))]
    dated = [sheet for sheet in filled if holds_dates(sheet[1])] or filled
    passed = [[f"The sheet “{sheet[0]}”, which holds no dates"] for sheet in filled if sheet not in dated]
    return [row for name, rows in dated for row in [*heading_of(name), *rows]] + passed


def heading_of(name):
    words = re.sub(r"\d+", " ", key_of(name)).split()
    return [[name]] if set(words) - SAYS_NOTHING else []


def holds_dates(rows):
    return any(DATE.match(cell) or cell == UNCALCULATED for row in rows[:LOOKED_AT] for cell in row)
