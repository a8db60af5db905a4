"""The sheets of an OpenDocument spreadsheet as rows of cells, as they look on the page. Pure."""

import re

from meetings.import_packages import MOST_COLUMNS, opened, tree
from meetings.import_sheets import UNCALCULATED, rows_of

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
COVERED = TABLE + "covered-table-cell"


def opendocument_rows(data):
    tables = tree(opened(data), "content.xml").iter(TABLE + "table")
    return rows_of([(table.get(TABLE + "name", ""), list(sheet_rows(table))) for table in tables])


def sheet_rows(table):
    merged = {}  # {column: [rows that its cell still covers, its words]}
    rows = ((cells_of(row, merged), holds_own(row)) for row in table.iter(TABLE + "table-row"))
    return (cells for cells, is_own in rows if is_own and any(cells))


def holds_own(row):
    """Whether more stands in it than cells of the rows above."""
    return any(words_of(cell) for cell in row if cell.tag == TABLE + "table-cell")


def cells_of(row, merged):
    """A cell merged over several rows stands in each of them, one merged over several columns in the first."""
    cells = []
    for cell in row:
        if cell.tag in (TABLE + "table-cell", COVERED):
            words, rows = words_of(cell), number(cell, "number-rows-spanned", 1000)
            if rows > 1:
                merged[len(cells)] = [rows - 1, words]
            for _ in range(number(cell, "number-columns-repeated", MOST_COLUMNS)):
                cells.append(covering(merged, len(cells)) if cell.tag == COVERED else words)
    return cells


def covering(merged, column):
    left = merged.get(column, [0, ""])
    left[0] -= 1
    return left[1] if left[0] >= 0 else ""


def number(cell, name, most):
    text = cell.get(TABLE + name, "1")
    return min(int(text), most) if text.isdecimal() else 1


def words_of(cell):
    """A date or a time as it is kept: how it is shown depends on a country."""
    day, clock = cell.get(OFFICE + "date-value", ""), cell.get(OFFICE + "time-value", "")
    if day:
        return day[:16].replace("T", " ").removesuffix(" 00:00")
    time = re.match(r"PT(\d\d?)H(\d\d?)M", clock)
    paragraphs = cell.findall(TEXT + "p")  # those of a note on it stand deeper
    words = f"{time[1]}:{time[2]}" if time else " ".join("".join(each.itertext()) for each in paragraphs)
    return words or (UNCALCULATED if cell.get(TABLE + "formula") else "")
