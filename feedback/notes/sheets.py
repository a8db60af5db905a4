"""Spreadsheets: bytes of a .csv or .xlsx -> rows of words, one at a time, and rows -> lines."""

import csv
import datetime
import io
import itertools
import re

import openpyxl

from feedback.notes import hostile, plain
from feedback.notes.kinds import KINDS_BY_NAME
from feedback.notes.pieces import Line, Refused
from feedback.notes.tables import column_of, settled

MOST_COLUMNS = 500
MOST_ROWS = 50_000
MOST_CELLS = 3_000_000
SAMPLE = 50  # rows looked at to tell which columns hold what people wrote
TOO_WIDE = f"This spreadsheet has more than {MOST_COLUMNS} columns. Keep the ones that matter and try again."
TOO_LONG = f"This spreadsheet has more than {MOST_ROWS:,} rows. Split it and try again."
MOST_BLANK = 100_000  # rows, one after another: a cell at the far end of a sheet has a reader walk through all between
TOO_BLANK = f"This spreadsheet has more than {MOST_BLANK:,} empty rows in a row. Delete them and try again."
KEPT_SMALL = 2 * hostile.MEGABYTE


# Files -> rows ---------------------------------------------------------------------------------


def tables_of(data, name):
    """(sheet's name, iterator of rows) of each sheet; rows are lists of words, blank ones left out."""
    if name.lower().endswith(".csv"):
        return [("", _counted(_csv_rows(plain.text_of(data, hostile.LARGEST_FILE))))]
    workbook = _workbook(data)
    return [(sheet.title, _counted(_sheet_rows(sheet))) for sheet in workbook.worksheets]


def _csv_rows(text):
    first = text.split("\n", 1)[0]
    if first.count(",") + first.count(";") + first.count("\t") > 20 * MOST_COLUMNS:
        raise Refused(TOO_WIDE)
    delimiter = max(",;\t|", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text), delimiter=delimiter)
    except csv.Error:
        raise Refused(
            "A cell of this file is not closed, or holds more than a cell can. Save it again as .csv."
        ) from None


def _workbook(data):
    package = hostile.opened(data, "an Excel workbook (.xlsx)")
    names = package.namelist()
    if "xl/workbook.xml" not in names:
        raise Refused(hostile.NOT_THAT.format("an Excel workbook (.xlsx)"))
    for name in names:
        if name.endswith((".xml", ".rels")):
            grid = name.startswith("xl/worksheets/") or name.endswith("sharedStrings.xml")
            largest = 40 * hostile.MEGABYTE if grid else KEPT_SMALL
            most = MOST_CELLS if grid else 50_000
            hostile.check_xml(hostile.part(package, name, largest), most, hostile.LONGEST_ASIDE)
    try:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception:
        raise Refused(hostile.DAMAGED) from None


def _sheet_rows(sheet):
    try:
        sheet.reset_dimensions()  # what the file claims of its size is often wrong
        for row in sheet.iter_rows(values_only=True):
            yield [_words(value) for value in row]
    except Refused:
        raise
    except Exception:
        raise Refused(hostile.DAMAGED) from None


def _words(value):
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and not (value.hour or value.minute):
        return value.date().isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def _counted(rows):
    """The rows that hold words, while they are no more than can be notes."""
    kept = cells = blank = 0
    for row in rows:
        cells, blank = cells + len(row), blank + 1
        while row and not row[-1].strip():
            row.pop()
        if len(row) > MOST_COLUMNS or cells > MOST_CELLS:
            raise Refused(TOO_WIDE)
        if blank > MOST_BLANK:
            raise Refused(TOO_BLANK)
        if any(cell.strip() for cell in row):
            kept, blank = kept + 1, 0
            if kept > MOST_ROWS:
                raise Refused(TOO_LONG)
            yield row


def read_table(data, name):
    """The columns of the first sheet that holds any, and an iterator of its rows."""
    for _, rows in tables_of(data, name):
        columns = next(rows, None)
        if columns:
            return tuple(cell.strip() for cell in columns), _evened(rows, len(columns))
    raise Refused("There is nothing in this spreadsheet.")


def _evened(rows, width):
    for row in rows:
        yield (row + [""] * width)[: max(width, len(row))]


# Rows -> lines ---------------------------------------------------------------------------------


def lines_of(data, name):
    lines = []
    for title, rows in tables_of(data, name):
        sample = list(itertools.islice(rows, SAMPLE + 1))
        if sample:
            lines += [Line(title, "heading")] if title and not re.fullmatch(r"Sheet ?\d*", title) else []
            lines += _sheet_lines(sample, rows)
    return lines


def _sheet_lines(sample, rows):
    if max(len(row) for row in sample) == 1:
        return [line for row in itertools.chain(sample, rows) for line in plain.lines_of(row[0] + "\n")]
    columns = Columns(sample[0], sample[1:])
    heads = [Line("\t".join(sample[0]), "heading")]
    return heads + [line for row in itertools.chain(sample[1:], rows) for line in columns.lines(row)]


class Columns:
    """What each column holds: by its head where that says it, else by what stands in it."""

    def __init__(self, heads, sample):
        self.names = [head.strip() for head in heads]
        self.holds = settled([column_of(name) for name in self.names])
        for place in range(len(self.holds)):
            self.holds[place] = self._settled(
                place, [row[place] for row in sample if place < len(row) and row[place].strip()]
            )
        if not SAID & set(self.holds) and sample:
            self.holds[self._longest(sample)] = "comment"

    def _settled(self, place, cells):
        held, name = self.holds[place], self.names[place]
        if re.search(
            r"\b(?:id|email|e-mail|postcode|phone|ip address|url|age|gender|ethnicity)\b", name, re.IGNORECASE
        ):
            return ""
        if held in SAID and cells and not any(re.search(r"[^\W\d]{2}", cell) for cell in cells):
            return ""
        if not held and cells and _freely_written(cells):
            return "comment"
        return held

    def _longest(self, sample):
        return max(
            range(len(self.names)),
            key=lambda place: sum(len(row[place].split()) for row in sample if place < len(row)),
        )

    def lines(self, row):
        """The row's comments, each a line; the whole row stands in the words of the first."""
        written = "\t".join(row)
        lines = []
        for place, cell in enumerate(row):
            held = self.holds[place] if place < len(self.holds) else ""
            if cell.strip() and held in SAID:
                lines.append(self._comment(row, place, cell, held, written if not lines else cell))
        answers = [
            Line(cell, held)
            for cell, held in zip(row, self.holds, strict=False)
            if cell.strip() and held in ("reply", "action", "decision")
        ]
        return [*(lines or [Line(written, "furniture")]), *answers]

    def _comment(self, row, place, cell, held, written):
        kind = KINDS_BY_NAME.get(self._cell(row, "kind").lower(), "") or (held if held != "comment" else "")
        return Line(
            written,
            "comment",
            context=self._context(row, place),
            speaker=self._cell(row, "speaker"),
            text=cell.strip(),
            kind=kind,
        )

    def _context(self, row, place):
        asked = self.names[place] if len(self.names[place].split()) > 3 else ""
        return asked or self._cell(row, "topic") or (self.names[place] if self.holds.count("comment") > 1 else "")

    def _cell(self, row, held):
        cells = [cell.strip() for cell, each in zip(row, self.holds, strict=False) if each == held]
        return max(cells, key=len) if cells else ""


SAID = {"comment", "question", "concern", "suggestion", "support"}


def _freely_written(cells):
    words = sum(len(cell.split()) for cell in cells) / len(cells)
    return words >= 4 and len(set(cells)) >= 0.5 * len(cells)
