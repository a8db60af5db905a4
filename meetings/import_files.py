"""A schedule as it comes, pasted or in a file, to a table: rows of cells, each a text. Pure.

Raises Refused with a sentence where it cannot be read, or holds more than a schedule could.
"""

import codecs
import csv
import io
import re
from itertools import islice

from meetings.import_columns import roles_of
from meetings.import_grids import unfolded
from meetings.import_lines import rows_of_lines
from meetings.import_opendocument import opendocument_rows
from meetings.import_packages import DAMAGED, LARGEST_FILE, MEGABYTE, MOST_COLUMNS, Refused
from meetings.import_word import document_rows
from meetings.import_workbooks import workbook_rows

MOST_ROWS = 600  # each comes back from the review with up to five boxes
LONGEST_CELL = 300  # characters
LONGEST_TEXT = MEGABYTE // 4  # characters


def table_of_text(text):
    """Cells are parted by tabs, as a table is pasted from Word or Excel; else by wide gaps, or before a date."""
    if len(text) > LONGEST_TEXT:
        raise Refused("This is far longer than a schedule. Paste the table alone.")
    mark = "\t" not in text and mark_of_heads(text)
    if mark:
        return tidied(csv.reader(io.StringIO(text, newline=None), delimiter=mark))
    if "\t" not in text:
        return tidied(rows_of_lines(text.splitlines()))
    quoted = '"' in text and text.count('"') % 2 == 0
    lines = io.StringIO(text, newline="")
    return tidied(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE))


def mark_of_heads(text):
    """What parts a list that was pasted as it stands in a .csv file: its first line are the heads of its columns."""
    first = text.strip().partition("\n")[0]
    return next((mark for mark in ",;" if roles_of(first.strip("\ufeff\r").replace('"', "").split(mark))), "")


def table_of_file(name, data):
    kind = name.rpartition(".")[2].lower()
    if len(data) > LARGEST_FILE:
        raise Refused("This file is larger than 5 MB. Paste the part that matters.")
    if kind not in READERS:
        raise Refused("Choose a file of Word (.docx), Excel (.xlsx), OpenDocument (.ods), .csv or .txt, or paste it.")
    return tidied(READERS[kind](data))


def tidied(rows):
    """Without blank rows, and no more than a review can hold."""
    try:
        cells = ([in_one_line(cell) for cell in islice(row, MOST_COLUMNS)] for row in rows)
        table = list(islice((row for row in cells if any(map(says_anything, row))), MOST_ROWS + 1))
    except csv.Error:
        raise Refused("A cell of this list is not closed, or far too long. Save it again as .csv.") from None
    if sum(len(cell) for row in table for cell in row) > LONGEST_TEXT:
        raise Refused("There is far more written here than in a schedule. Paste its table alone.")
    table = unfolded(table)
    if len(table) > MOST_ROWS:
        raise Refused(f"This list has more than {MOST_ROWS} rows. Import it in parts.")
    if not table:
        raise Refused("There is nothing in this list. Paste the table, or choose a file with one.")
    return table


def says_anything(cell):
    """A row of dashes is a line that somebody drew."""
    return any(map(str.isalnum, cell))


def in_one_line(cell):
    """Without what no page and no file can hold: control characters, halves of a character."""
    return "".join(filter(str.isprintable, " ".join(str(cell).split())))[:LONGEST_CELL]


def csv_rows(data):
    """Parted by what stands most in its first lines with no space after it; Excel may say so in a line of its own."""
    text = decoded(data)
    said = re.match(r"sep=([,;\t])\r?\n", text)
    text = text[said.end() :] if said else text
    first = "\n".join(text.splitlines()[:20])
    parted = said[1] if said else max(",;\t", key=lambda mark: len(re.findall(rf"{mark}(?! )", first)))
    return csv.reader(io.StringIO(text, newline=None), delimiter=parted)


def text_rows(data):
    return table_of_text(decoded(data))


def decoded(data):
    """Excel's *Unicode text* is UTF-16, with a mark before it."""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"\0" in data and not is_wide:
        raise Refused(DAMAGED)
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(DAMAGED)


READERS = {"csv": csv_rows, "txt": text_rows, "xlsx": workbook_rows, "docx": document_rows, "ods": opendocument_rows}
