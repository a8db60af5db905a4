"""The sheets of a workbook as rows of cells, as they look on the page. Pure."""

import io
import re
from datetime import datetime, time
from itertools import islice

import openpyxl
from openpyxl.utils import column_index_from_string

from meetings.import_packages import DAMAGED, MOST_COLUMNS, TOO_BIG, Refused, check_parts, opened, part
from meetings.import_sheets import UNCALCULATED, rows_of

LONGEST_SHEET = 6_000  # rows, blank ones among them
MOST_COVERED = 20_000  # cells
# The library tells neither of these while it reads row by row, and reading all at once is not safe. No pattern looks
# past the next tag: else a hostile file could hold it for hours.
MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^<>]*?\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
FORMULA = re.compile(
    rb'<(?:\w+:)?c [^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<]*</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


def workbook_rows(data):
    package = opened(data)
    check_parts(package)
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return rows_of([(sheet.title, sheet_rows(sheet, package)) for sheet in workbook.worksheets])
    except Refused:
        raise
    except Exception:  # the library lets out whatever a broken file makes it trip over
        raise Refused(DAMAGED) from None


def sheet_rows(sheet, package):
    sheet.reset_dimensions()  # what the file claims of its size is often wrong
    rows = islice(sheet.iter_rows(values_only=True), LONGEST_SHEET)
    cells = [[cell_text(value) for value in row[:MOST_COLUMNS]] for row in rows]
    source = part(package, sheet._worksheet_path)
    name_formulas(cells, FORMULA.findall(source))
    cover(cells, MERGED.findall(source))
    return cells


def cell_text(value):
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return "" if value is None else str(value)


def name_formulas(cells, places):
    """A program that writes a formula and does not calculate it leaves the cell empty."""
    for column, row in places:
        put(cells, int(row) - 1, column_index_from_string(column.decode()) - 1, UNCALCULATED)


def cover(cells, ranges):
    """A cell merged over several rows stands in each that holds more than it, and in its first column alone."""
    left = MOST_COVERED
    own = [any(row) for row in cells]
    for letters, first, last in ranges:
        column, top = column_index_from_string(letters.decode()) - 1, int(first) - 1
        below = range(top + 1, min(int(last), len(cells)))
        left -= len(below)
        if left < 0:
            raise Refused(TOO_BIG)
        for row in below:
            if own[row]:
                put(cells, row, column, cells[top][column] if column < len(cells[top]) else "")


def put(cells, row, column, text):
    if 0 <= row < len(cells) and column < MOST_COLUMNS:
        cells[row] += [""] * (column + 1 - len(cells[row]))
        cells[row][column] = text
