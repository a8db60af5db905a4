"""CSV: the whole report in one table, whose first column says what a row is; the comments come last.

A spreadsheet runs a text that begins like a formula. Such a text gets an apostrophe before it, and so does one that
begins with apostrophes before that: taking one apostrophe off gives back the text.
"""

import csv
import re

from themes.exports import tables

COLUMNS = [
    "Part",
    "What",
    "Reference",
    "Meeting",
    "Date",
    "Category",
    "Audience",
    "Theme",
    "Kind",
    "Standing",
    "Key point",
    "Words",
    "Number",
    "Meetings",
    "Audiences",
]
# Also after spaces, which programs skip; and in the full-width forms, which some read as the others.
LIKE_A_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]|\t|\r")
COMMENT = ["Reference", "Meeting", "Date", "Category", "Audience", "Theme", "Kind", "Standing", "Key point", "Words"]
POINT = ["Reference", "Theme", "Audience", "Standing", "Key point", "Number", "Meetings", "Audiences", "Words"]
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something else


def render(report, comments=None):
    return b"".join(stream(report, comments))


def stream(report, comments=None):
    """The file line by line. `comments` is an iterator of tuples as COMMENT, or None."""
    line = csv.writer(Echo()).writerow
    yield (BYTE_ORDER_MARK + line(COLUMNS)).encode()
    for row in rows(report, comments or ()):
        yield line([safe(row.get(column, "")) for column in COLUMNS]).encode()


class Echo:
    """csv writes to it and answers with what it wrote."""

    def write(self, text):
        return text


def safe(value):
    return f"'{value}" if isinstance(value, str) and LIKE_A_FORMULA.match(value) else value


def rows(report, comments):
    yield from ({"Part": "About", "What": what, "Words": words} for what, words in tables.about(report))
    yield from ({"Part": "Figure", "What": what, "Number": number} for what, number in tables.figures(report))
    yield from ({"Part": "Ledger", "What": what, "Number": number} for what, number in tables.ledger(report))
    yield from (part("Key point", POINT, point) for point in tables.points(report))
    yield from (part("Meeting", ["Meeting", "Date", "Category"], meeting[:3]) for meeting in tables.meetings(report))
    for theme, by, name, number in tables.coverage(report):
        yield {"Part": "Coverage", "Theme": theme, by.capitalize(): name, "Number": number}
    yield from (part("Comment", COMMENT, comment) for comment in comments)


def part(name, columns, values):
    return {"Part": name, **dict(zip(columns, values, strict=True))}
