"""A list as it comes, pasted or in a file, becomes a table; what could hold the server is refused with a sentence."""

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.import_files import MOST_ROWS, table_of_file, table_of_text
from meetings.import_packages import DAMAGED, OLDER, REACHES_OUT, TOO_BIG, Refused

WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
SHEET = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">{}</office:document-content>'
)


def package(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in parts.items():
            zipped.writestr(name, text)
    return file.getvalue()


def document(body):
    return package(**{"word/document.xml": WORD.format(body)})


def words(*texts):
    return "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in texts)


def test_a_pasted_table_is_parted_by_its_tabs():
    assert table_of_text("Forums\t\n\nWeir walk \t 3rd  January\n") == [["Forums", ""], ["Weir walk", "3rd January"]]


def test_a_cell_of_two_lines_stays_one_cell():
    assert table_of_text('"Weir\nwalk"\t3rd January\n') == [["Weir walk", "3rd January"]]
    assert table_of_text('A 5" pipe\t3rd January\nB\t4th January\n')[0] == ['A 5" pipe', "3rd January"]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Weir walk, 6th December", ["Weir walk", "6th December"]),
        ("6 December: Weir walk", ["Weir walk", "6 December"]),
        ("Weir walk - 22nd-25th January 2024", ["Weir walk", "22nd-25th January 2024"]),
        ("Weir walk (7 March at 6pm)", ["Weir walk", "7 March at 6pm"]),
        ("Weir walk, Wednesday 3 January 2024 at 6pm", ["Weir walk", "Wednesday 3 January 2024 at 6pm"]),
        ("Saturday 20 May 2023 at 11am: Weir walk", ["Weir walk", "Saturday 20 May 2023 at 11am"]),
        ("Week commencing 4 March 2024", ["Week commencing 4 March 2024"]),
        ("Weir walk    w/c 3 March", ["Weir walk", "w/c 3 March"]),
        ("Weir walk | 3 March", ["Weir walk", "3 March"]),
        ("Staff Networks TBC", ["Staff Networks", "TBC"]),
        ("Area 5 forum, 7 March", ["Area 5 forum", "7 March"]),
        ("Weir walk, Good Friday", ["Weir walk", "Good Friday"]),
        ("Weir walk - August bank holiday 2024", ["Weir walk", "August bank holiday 2024"]),
        ("Schools: summer term", ["Schools: summer term"]),
        ("Christmas events", ["Christmas events"]),
        ("Members", ["Members"]),
    ],
)
def test_a_line_without_tabs_is_parted_at_its_date(line, cells):
    assert table_of_text(line) == [cells]


def test_a_csv_file_is_read_whatever_parts_it():
    rows = [["Weir walk", "3rd January"], ["Müll", "4th January"]]
    for delimiter, encoding in ((",", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16"), (",", "utf-8"), (";", "utf-16")):
        for end in ("\r\n", "\n", "\r"):
            text = end.join(delimiter.join(row) for row in rows)
            assert table_of_file("List.CSV", text.encode(encoding)) == rows


@pytest.mark.parametrize(
    "text",
    [
        "Our list of meetings\nWeir walk;Wednesday, 3 January\nLocks;Thursday, 4 January",
        "sep=;\nOur list of meetings\nWeir walk;Wednesday, 3 January\nLocks;Thursday, 4 January",
        'Our list of meetings\nWeir walk,"Wednesday, 3 January"\nLocks,"Thursday, 4 January"',
    ],
)
def test_what_parts_a_csv_file_is_told_by_more_than_its_first_line(text):
    rows = [["Our list of meetings"], ["Weir walk", "Wednesday, 3 January"], ["Locks", "Thursday, 4 January"]]
    assert table_of_file("list.csv", text.encode()) == rows


def test_a_text_file_is_read_as_if_it_were_pasted():
    table = [["Forums", ""], ["Weir walk", "3rd January"]]
    assert table_of_file("list.txt", "Forums\t\nWeir walk\t3rd January\n".encode("utf-16")) == table
    assert table_of_file("list.txt", b"Weir walk, 3rd January") == table[1:]


def test_a_workbook_gives_its_dates_and_its_sheets_names():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Forums"
    sheet.append(["Weir walk", datetime(2024, 1, 3), time(18, 30)])
    sheet.append(["Locks", date(2024, 1, 4), None])
    workbook.create_sheet("Sheet2").append(["Lone", "5 January"])
    file = io.BytesIO()
    workbook.save(file)
    assert table_of_file("list.xlsx", file.getvalue()) == [
        ["Forums"],
        ["Weir walk", "2024-01-03", "18:30"],
        ["Locks", "2024-01-04"],
        ["Lone", "5 January"],
    ]


def test_a_document_gives_its_tables_with_the_line_before_each_and_its_changes_accepted():
    heading = "<w:p><w:r><w:t>River forums</w:t></w:r></w:p>"
    inserted = "<w:tc><w:p><w:ins><w:r><w:t>3rd January</w:t></w:r></w:ins><w:del><w:r><w:delText>2nd</w:delText></w:r>"
    row = f"<w:tr>{words('Weir walk')}{inserted}</w:del></w:p></w:tc></w:tr>"
    table = table_of_file("list.docx", document(f"{heading}<w:p/><w:tbl>{row}</w:tbl>"))
    assert table == [["River forums"], ["Weir walk", "3rd January"]]


def merged(text, span=1, down=""):
    spans = f'<w:tcPr><w:gridSpan w:val="{span}"/>{down}</w:tcPr>'
    return f"<w:tc>{spans}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def test_merged_cells_of_a_document_stand_where_they_are_seen():
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        words("Event", "Venue", "Date"),
        merged("Forums", 3),
        merged("Weir walk", 2) + words("3 March"),
        merged("Locks", down=begins) + words("Hall", "4 March"),
        merged("", down=goes_on) + words("Park") + merged("5 March", down=begins),
        words("Talk", "") + merged("", down=goes_on),
    ]
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    table = table_of_file("list.docx", document(f"<w:tbl>{body}</w:tbl>"))
    assert [[cell.strip() for cell in row] for row in table] == [
        ["Event", "Venue", "Date"],
        ["Forums", "", ""],
        ["Weir walk", "", "3 March"],
        ["Locks", "Hall", "4 March"],
        ["Locks", "Park", "5 March"],
        ["Talk", "", "5 March"],
    ]


def test_a_table_in_a_cell_of_a_document_belongs_to_that_cell():
    inner = f"<w:tbl><w:tr>{words('at the', 'lock')}</w:tr></w:tbl>"
    row = f"<w:tr><w:tc><w:p><w:r><w:t>Weir walk</w:t></w:r></w:p>{inner}<w:p/></w:tc>{words('3 March')}</w:tr>"
    assert table_of_file("list.docx", document(f"<w:tbl>{row}</w:tbl>")) == [["Weir walk at the lock", "3 March"]]


def test_a_document_without_a_table_says_so():
    with pytest.raises(Refused, match="There is no table in this document."):
        table_of_file("list.docx", document("<w:p><w:r><w:t>Weir walk</w:t></w:r></w:p>"))


def test_an_opendocument_sheet_is_read_without_its_endless_empty_cells():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    empty = '<table:table-cell table:number-columns-repeated="16380"/>'
    row = f"<table:table-row>{cell.format('Weir walk')}{cell.format('3rd January')}{empty}</table:table-row>"
    blank = f'<table:table-row table:number-rows-repeated="1048000">{empty}</table:table-row>'
    file = package(**{"content.xml": SHEET.format(f"<table:table>{row}{blank}</table:table>")})
    assert table_of_file("list.ods", file)[0][:2] == ["Weir walk", "3rd January"]
    assert len(table_of_file("list.ods", file)) == 1


def test_an_opendocument_sheet_gives_its_merged_cells_and_its_dates_whatever_way_they_are_shown():
    cell = "<table:table-cell {}>{}<text:p>{}</text:p></table:table-cell>"
    note = "<office:annotation><text:p>ask Ann</text:p></office:annotation>"
    day = 'table:number-rows-spanned="2" office:value-type="date" office:date-value="2024-03-04T18:30:00"'
    rows = [
        cell.format('table:number-columns-spanned="2"', note, "Weir walk") + COVER + cell.format(day, "", "03/04/24"),
        cell.format("", "", "Locks") + cell.format('office:time-value="PT18H30M00S"', "", "6:30 PM") + COVER,
        cell.format("", "", "Talk") + cell.format("", "", "x") + cell.format('office:date-value="2024-03-05"', "", "5"),
    ]
    assert table_of_file("list.ods", spreadsheet(Sheet1=rows)) == [
        ["Weir walk", "", "2024-03-04 18:30"],
        ["Locks", "18:30", "2024-03-04 18:30"],
        ["Talk", "x", "2024-03-05"],
    ]


def test_a_sheet_that_holds_no_dates_stands_behind_those_that_do():
    notes = [[f"Note {number}", "some words"] for number in range(8)]
    days = [["Meeting", "Date"], ["Weir walk", "3 March"]]
    told = [["The sheet “Read me”, which holds no dates"]]
    for name, data in {"list.ods": spreadsheet, "list.xlsx": workbook}.items():
        rows = {"Read me": notes, "Schedule 2024": days}
        assert table_of_file(name, data(**{sheet: as_cells(name, each) for sheet, each in rows.items()})) == days + told


COVER = "<table:covered-table-cell/>"


def spreadsheet(**sheets):
    tables = (
        f'<table:table table:name="{name}">'
        + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        + "</table:table>"
        for name, rows in sheets.items()
    )
    return package(**{"content.xml": SHEET.format("".join(tables))})


def workbook(**sheets):
    made, file = openpyxl.Workbook(), io.BytesIO()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(file)
    return file.getvalue()


def as_cells(name, rows):
    if name.endswith("xlsx"):
        return rows
    return ["".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row) for row in rows]


BOMB = '<!DOCTYPE a [<!ENTITY b "b">]>'


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("list.docx", b"", DAMAGED),
        ("list.docx", b"PK\x03\x04 not really", DAMAGED),
        ("list.xlsx", b"<html>", DAMAGED),
        ("list.xlsx", package(**{"a.txt": "b"}), DAMAGED),
        ("list.ods", package(**{"a.txt": "b"}), DAMAGED),
        ("list.docx", document("<w:tbl>"), DAMAGED),
        ("list.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLDER),
        ("list.docx", package(**{"word/document.xml": BOMB + WORD.format("")}), REACHES_OUT),
        ("list.xlsx", package(**{"xl/workbook.xml": BOMB + "<a/>"}), REACHES_OUT),
        ("list.ods", package(**{"content.xml": BOMB + SHEET.format("")}), REACHES_OUT),
        ("list.docx", package(**{"word/document.xml": b" " * 61 * 1024 * 1024}), TOO_BIG),
        ("list.docx", document("<w:p>" * 200 + "</w:p>" * 200), TOO_BIG),
        ("list.ods", package(**{"content.xml": f"<a><!--{'b' * 200_000}--></a>"}), TOO_BIG),
        ("list.xlsx", package(**{"xl/workbook.xml": f"<a b='{'b' * 200_000}'/>"}), TOO_BIG),
        ("list.docx", package(**{f"{n}": "" for n in range(2001)}), TOO_BIG),
        (
            "list.pdf",
            b"%PDF",
            "Choose a file of Word (.docx), Excel (.xlsx), OpenDocument (.ods), .csv or .txt, or paste it.",
        ),
        ("list.csv", b"\xff\xfea", DAMAGED),
        ("list.csv", "Weir walk,3 January".encode("utf-16-le"), DAMAGED),
        ("list.csv", b"a" * (5 * 1024 * 1024 + 1), "This file is larger than 5 MB. Paste the part that matters."),
    ],
)
def test_what_is_broken_or_hostile_is_refused_with_a_sentence(name, data, sentence):
    with pytest.raises(Refused) as refusal:
        table_of_file(name, data)
    assert str(refusal.value) == sentence


def test_a_list_that_is_too_long_is_refused():
    with pytest.raises(Refused, match=f"more than {MOST_ROWS} rows"):
        table_of_text("a\tb\n" * (MOST_ROWS + 1))
    with pytest.raises(Refused, match="far longer than a schedule"):
        table_of_text("a" * 300_000)


@given(st.text(max_size=200))
def test_no_text_raises_anything_but_a_sentence(text):
    try:
        table = table_of_text(text)
    except Refused as why:
        assert str(why).endswith(".")
    else:
        assert all(isinstance(cell, str) for row in table for cell in row)


@given(st.sampled_from(["list.docx", "list.xlsx", "list.ods", "list.csv", "list.txt"]), st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_sentence(name, data):
    try:
        table_of_file(name, data)
    except Refused as why:
        assert str(why).endswith(".")
