"""Reports made without a database, and every file of a report read back into the same few lists."""

import csv
import io
import json
from datetime import date

import docx
import openpyxl
import pypdf

from themes.exports import csv_file
from themes.report.shapes import (
    Appendix,
    Cell,
    Coverage,
    Figures,
    Grid,
    GridRow,
    Heading,
    Kind,
    Ledger,
    Listed,
    Point,
    Quote,
    Report,
    Response,
    Section,
)

DAY = date(2024, 1, 22)


def plain_report(words="Plain words", **values):
    """One theme, one key point, one meeting; `words` stand wherever somebody types."""
    response = Response("We will", words, words, DAY, None)
    point = Point(7, words, "agreed", "Agreed", False, 3, 2, 1, response, (Quote(words, words),))
    kinds = (Kind("support", "Support", 2), Kind("concern", "Concern", 1))
    row = GridRow(words, "vision", (Cell(words, 1, 3),), 3)
    grid = Grid("audience", (row,), (Cell(words, 1, 3),), 3)
    made = {
        "title": words,
        "made_on": date(2024, 3, 1),
        "order": "theme",
        "narrowed_to": (("Audience", words),),
        "introduction": words,
        "background": words,
        "method": words,
        "unfilled": (),
        "figures": Figures(1, 1, 1, 0, 0, 1, 3, 1, 1, 1),
        "sections": (Section(words, "vision", words, 3, kinds, (point,), 3, 0),),
        "coverage": Coverage(grid, grid, (), ()),
        "ledger": Ledger(3, 3, 0, 0, 0, 0, 3, 0),
        "limits": words,
        "appendix": Appendix((Heading(words, "", "", (Listed(words, "22 January 2024", DAY, DAY),)),), 1, 1, 0),
        "has_made_up": False,
    }
    return Report(**{**made, **values})


def read_word(content):
    document = docx.Document(io.BytesIO(content))
    tables = {caption(table): cells(table) for table in document.tables}
    meetings = [row for name, rows in tables.items() if name.startswith("Meetings: ") for row in rows[1:]]
    ledger = dict(tables["Where every comment is"])
    return {
        "points": [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "List Bullet"],
        "meetings": [tuple(row) for row in meetings],
        "comments": number(ledger["= Counted"]),
        "all": number(ledger["= All comments logged"]),
        "held": number(dict(tables["In figures"])["Meetings held"]),
    }


def caption(table):
    return table._tbl.tblPr.find(docx.oxml.ns.qn("w:tblCaption")).get(docx.oxml.ns.qn("w:val"))


def cells(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def number(words):
    return int(words.replace(",", ""))


def read_spreadsheet(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    about = dict(row[:2] for row in values(book["About"]))
    return {
        "points": [row[4] for row in values(book["Key points"])],
        "meetings": [row[:2] for row in values(book["Meetings"])],
        "comments": about["Counted"],
        "all": about["All comments logged"],
        "held": about["Meetings held"],
    }


def values(sheet):
    return list(sheet.iter_rows(min_row=2, values_only=True))


def read_csv(content):
    rows = csv_rows(content)
    ledger = {row["What"]: int(row["Number"]) for row in rows if row["Part"] in ("Ledger", "Figure")}
    return {
        "points": [row["Key point"] for row in rows if row["Part"] == "Key point"],
        "meetings": [(row["Meeting"], row["Date"]) for row in rows if row["Part"] == "Meeting"],
        "comments": ledger["Counted"],
        "all": ledger["All comments logged"],
        "held": ledger["Meetings held"],
    }


def csv_rows(content):
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return [{name: as_written(value) for name, value in row.items()} for row in csv.DictReader(text)]


def as_written(value):
    """Without the apostrophe that keeps a text from running."""
    return value[1:] if value.startswith("'") and csv_file.LIKE_A_FORMULA.match(value[1:]) else value


def read_json(content):
    data = json.loads(content)
    meetings = [meeting for heading in data["appendix"] for meeting in heading["meetings"]]
    return {
        "points": [point["text"] for section in data["sections"] for point in section["points"]],
        "meetings": [(meeting["title"], meeting["date"]) for meeting in meetings],
        "comments": data["ledger"]["counted"],
        "all": data["ledger"]["all"],
        "held": data["figures"]["meetings_held"],
    }


def read_pdf(content):
    """All its words, with one space between them."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def in_order(text, parts):
    """Those of the parts that are not found after the one before."""
    place, missing = 0, []
    for part in parts:
        found = text.find(" ".join(part.split()), place)
        place = max(found, place)
        missing += [part] if found < 0 else []
    return missing


READERS = {"docx": read_word, "xlsx": read_spreadsheet, "csv": read_csv, "json": read_json}
