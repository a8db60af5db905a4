"""Cells of a spreadsheet that stand in several rows, or hold a formula that nobody calculated."""

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from meetings.import_files import table_of_file
from meetings.import_packages import TOO_BIG, Refused
from meetings.import_problems import FORMULA
from meetings.import_sheets import UNCALCULATED
from tests.meetings.importing import outcomes, read
from tests.meetings.test_import_files import COVER, spreadsheet

HEADS = ["Meeting", "Date", "Venue"]


@pytest.fixture
def client(client_for):
    return client_for("admin")


def workbook(*rows, merged=(), name="Sheet1"):
    made, file = openpyxl.Workbook(), io.BytesIO()
    made.active.title = name
    for row in rows:
        made.active.append(row)
    for cells in merged:
        made.active.merge_cells(cells)
    made.save(file)
    return file.getvalue()


def rewritten(data, pattern, words):
    """The workbook with something else in its sheet."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, re.sub(pattern, words, text) if name.endswith("sheet1.xml") else text)
    return file.getvalue()


def test_a_merged_cell_stands_in_each_row_that_holds_more():
    rows = [
        ["Our winter"],
        HEADS,
        ["Weir walk", date(2024, 1, 3), "Hall"],
        ["Locks", None, "Park"],
        [],
        ["Talk", "TBC"],
    ]
    data = workbook(*rows, merged=["A1:C1", "B3:B5"])
    assert table_of_file("list.xlsx", data) == [
        ["Our winter"],
        HEADS,
        ["Weir walk", "2024-01-03", "Hall"],
        ["Locks", "2024-01-03", "Park"],
        ["Talk", "TBC"],
    ]


def test_merged_cells_without_end_are_refused():
    sheet = workbook(*([["Walk", "3 March 2024"]] * 3000), merged=["A1:A2"])
    one = rb'<mergeCell ref="A1:XFD1048576"/>'
    with pytest.raises(Refused) as refusal:
        table_of_file("list.xlsx", rewritten(sheet, rb"<mergeCell [^>]*>", one * 9))
    assert str(refusal.value) == TOO_BIG


def test_a_formula_that_was_never_calculated_says_what_it_is(client, db):
    data = workbook(HEADS, ["Weir walk", date(2024, 1, 3)], ["Locks", "=B2+7"], ["Talk", "=B3+7", "=A1"])
    assert table_of_file("list.xlsx", data)[2:] == [["Locks", UNCALCULATED], ["Talk", UNCALCULATED, UNCALCULATED]]
    found = outcomes(read(client, "", file=SimpleUploadedFile("list.xlsx", data)))
    assert (found["Weir walk"].own_problem, found["Locks"].own_problem) == ("", FORMULA)


def test_a_calculated_formula_is_read_as_what_it_shows():
    data = workbook(["Weir walk", "=DATE(2024,1,3)"])
    told = rewritten(data, rb"<v ?/>|<v></v>", b"<v>45294</v>")
    assert table_of_file("list.xlsx", told) == [["Weir walk", "45294"]]


def test_a_list_whose_dates_are_all_formulas_says_so(client, db):
    data = workbook(["Weir walk", "=B9+7"], ["Locks", "=B1+7"], name="Days")
    response = read(client, "", file=SimpleUploadedFile("list.xlsx", data))
    assert "formulas that were never calculated. Open the file in a spreadsheet program" in response.text


def test_an_opendocument_sheet_says_the_same_of_its_formulas_and_leaves_out_rows_that_hold_nothing():
    cell = "<table:table-cell {}><text:p>{}</text:p></table:table-cell>"
    rows = [
        cell.format("", "Weir walk") + cell.format('table:number-rows-spanned="3"', "3 January 2024"),
        "<table:table-cell/>" + COVER,
        cell.format("", "Locks") + COVER,
        cell.format("", "Talk") + cell.format('table:formula="of:=[.B1]+7"', ""),
    ]
    assert table_of_file("list.ods", spreadsheet(Sheet1=rows)) == [
        ["Weir walk", "3 January 2024"],
        ["Locks", "3 January 2024"],
        ["Talk", UNCALCULATED],
    ]
