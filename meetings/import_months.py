"""Lists that stand under the names of their months: *January*, then rows of *12th* and *14th*. Pure."""

import re
from dataclasses import replace

from meetings.date_words import MONTHS
from meetings.dates import read_date
from meetings.titles import key_of

MONTH = re.compile(rf"({'|'.join(sorted(MONTHS, key=len, reverse=True))})( \d{{4}})?")
LACKING = {"no-month", "figures"}  # flags: 12th, and 12 alone


def with_months(lines, known_headings):
    """The lines without the names of months that stand above others; each date that lacks its month has that of the
    name above it. A heading that the portal knows by such a name stays one."""
    told, month = [], None
    for line in lines:
        if names_month(line) and key_of(line.title) not in known_headings:
            month = line.title
        else:
            told.append(in_month(line, month) if month and line.date else line)
    return told


def names_month(line):
    return line.is_alone and not line.date and bool(MONTH.fullmatch(key_of(line.title)))


def in_month(line, month):
    if not LACKING & set(read_date(line.date).flags):
        return line
    for date in (f"{line.date} {month}", f"{month} {line.date}"):
        reading = read_date(date)
        if (reading.starts_on or "no-year" in reading.flags) and not {"other-words", *LACKING} & set(reading.flags):
            return replace(line, date=date, notes=(*line.notes, f"its month is told by “{month}” above it"))
    return line
