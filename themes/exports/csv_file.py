"""CSV: the whole report in one table, whose first column says what a row is; the comments come last.

A spreadsheet runs a text that begins like a formula. Such a text gets an apostrophe before it, and so does one that
begins with apostrophes before that: taking one apostrophe off gives back the text.
"""

import csv
import re

from themes.exports import tables
from themes.report import rows as of_comments

# A comment is written in this order, so its own columns stand in the middle and the others about them.
COLUMNS = ["Part", "What", *of_comments.COLUMNS, "Number", "Meetings", "Audiences"]
# The words of a point are its response, and those as taken down its quotes.
POINT = ["Reference", "Theme", "Audience", "Standing", "Key point", "Number", "Meetings", "Audiences"]
POINT += ["Words", "Words as taken down"]
MEETING = ["Meeting", "Date", "Category"]
# Also after spaces, which programs skip; and in the full-width forms, which some read as the others.
LIKE_A_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]|\t|\r")
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something else


def render(report, comments=None):
    return b"".join(stream(report, comments))


def stream(report, comments=None):
    """The file line by line. `comments` is an iterator of tuples as comment_rows makes them, or None."""
    line = csv.writer(Echo()).writerow
    yield (BYTE_ORDER_MARK + line(COLUMNS)).encode()
    for row in rows(report):
        yield line([safe(row.get(column, "")) for column in COLUMNS]).encode()
    for comment in comments or ():
        yield line(["Comment", "", *map(safe, comment), "", "", ""]).encode()


class Echo:
    """csv writes to it and answers with what it wrote."""

    def write(self, text):
        return text


def safe(value):
    is_text = isinstance(value, str) and not value[:1].isalnum()  # most begin with a letter, and are soon done with
    return f"'{value}" if is_text and LIKE_A_FORMULA.match(value) else value


def rows(report):
    yield from ({"Part": "About", "What": what, "Words": words} for what, words in tables.about(report))
    yield from ({"Part": "Figure", "What": what, "Number": number} for what, number in tables.figures(report))
    yield from ({"Part": "Ledger", "What": what, "Number": number} for what, number in tables.ledger(report))
    yield from (part("Key point", POINT, point) for point in tables.points(report))
    yield from (part("Meeting", MEETING, meeting[:3]) for meeting in tables.meetings(report))
    yield from ({"Part": "Organisation", "What": name, "Audience": of} for name, of in tables.organisations(report))
    for theme, by, name, number in tables.coverage(report):
        yield {"Part": "Coverage", "Theme": theme, by.capitalize(): name, "Number": number}


def part(name, columns, values):
    return {"Part": name, **dict(zip(columns, values, strict=True))}
