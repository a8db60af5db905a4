import datetime

import pytest

from feedback.importers import Refused, read_notes, read_table, read_text
from tests.feedback.files import pdf_of_lines, workbook, zipped

ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:text>'
    "{}</office:text></office:body></office:document-content>"
)


def shown(data, name):
    return [(piece.reading, piece.text) for piece in read_notes(data, name).pieces]


def odt(body):
    return zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", ODT.format(body))])


def test_opendocument_headings_lists_and_tables_are_read():
    body = (
        "<text:h>Parks</text:h><text:list><text:list-item><text:p>Members felt"
        " that:</text:p><text:list><text:list-item>"
        "<text:p>the<text:s text:c='2'/>pond"
        " stinks</text:p></text:list-item></text:list></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Comment</text:p></table:table-cell>"
        "<table:table-cell><text:p>Action</text:p></table:table-cell></table:table-row><table:table-row>"
        "<table:table-cell><text:p>Residents asked for bins.</text:p></table:table-cell>"
        "<table:table-cell><text:p>RI to order</text:p></table:table-cell></table:table-row></table:table>"
    )
    pieces = read_notes(odt(body), "notes.odt").pieces
    assert [(piece.reading, piece.text, piece.context) for piece in pieces if piece.reading != "furniture"] == [
        ("heading", "Parks", ""),
        ("heading", "Members felt that:", "Parks"),
        ("comment", "the pond stinks", "Members felt that:"),
        ("comment", "Residents asked for bins.", "Parks"),
        ("action", "RI to order", "Parks"),
    ]


def test_opendocument_deletions_are_left_out_and_notes_are_kept():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>two words</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Members liked"
        " it<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>By a show of hands</text:p></text:note-body></text:note>.</text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>A box asked for"
        " benches.</text:p></draw:text-box></draw:frame></text:p>"
    )
    notes = read_notes(odt(body), "notes.odt")
    assert [(piece.reading, piece.text) for piece in notes.pieces] == [
        ("comment", "Members liked it."),
        ("comment", "A box asked for benches."),
        ("furniture", "By a show of hands"),
    ]
    assert notes.left_out == ("Words struck out in tracked changes were left out: 2.",)


SURVEY = [
    ["ID", "Date", "Area", "What would make it better?", "Name", "Type"],
    [1, datetime.datetime(2024, 1, 8), "SK4", "Cheaper buses, and trees", "Ann Lee", "Idea"],
    [2, datetime.datetime(2024, 1, 9), "SK1", None, "Bo Day", None],
    [3, datetime.datetime(2024, 1, 9), "SK8", "I worry about the brook flooding", "", ""],
]


@pytest.mark.parametrize("name", ["survey.xlsx", "survey.csv"])
def test_a_survey_is_read_a_comment_a_row(name):
    data = workbook(SURVEY) if name.endswith("xlsx") else as_csv(SURVEY)
    pieces = read_notes(data, name).pieces
    assert [(p.reading, p.kind, p.speaker, p.context, p.text) for p in pieces if p.reading == "comment"] == [
        ("comment", "suggestion", "Ann Lee", "What would make it better?", "Cheaper buses, and trees"),
        ("comment", "concern", "", "What would make it better?", "I worry about the brook flooding"),
    ]
    assert [piece.reading for piece in pieces] == ["heading", "comment", "furniture", "comment"]
    assert pieces[2].verbatim.split() == ["2", "2024-01-09", "SK1", "Bo", "Day"]


def as_csv(rows):
    lines = (
        ",".join('"' + str("" if cell is None else cell).replace(" 00:00:00", "") + '"' for cell in row) for row in rows
    )
    return "\n".join(lines).encode()


def test_a_table_is_streamed_with_its_columns():
    columns, rows = read_table(workbook(SURVEY), "survey.xlsx")
    assert columns == ("ID", "Date", "Area", "What would make it better?", "Name", "Type")
    assert next(rows) == ["1", "2024-01-08", "SK4", "Cheaper buses, and trees", "Ann Lee", "Idea"]
    assert [len(row) for row in rows] == [6, 6]


def test_ten_thousand_rows_are_streamed():
    data = workbook([["Comment"], *([f"row {n}"] for n in range(10_000))])
    assert sum(1 for _ in read_table(data, "survey.xlsx")[1]) == 10_000


def test_only_spreadsheets_have_columns():
    with pytest.raises(Refused, match="Only .csv and .xlsx"):
        read_table(b"hello", "notes.txt")


WRAPPED = [
    (50, "Members welcomed the plan for the station and asked that the"),
    (50, "council look again at the parking, which is dif\\222cult."),
    (50, ""),
    (50, "• It was queried whether the bus would call at the hos-"),
    (62, "pital on Sundays, when nobody can get there."),
    (50, "• Concern was expressed about the cost of fares."),
]


def test_a_pdf_is_joined_where_the_page_broke_it():
    lines = [(left, words.replace("dif\\222cult", "difficult")) for left, words in WRAPPED]
    assert shown(pdf_of_lines([lines]), "notes.pdf") == [
        (
            "comment",
            "Members welcomed the plan for the station and asked that the council look again at the parking,"
            " which is difficult.",
        ),
        (
            "comment",
            "It was queried whether the bus would call at the hospital on Sundays, when nobody can get there.",
        ),
        ("comment", "Concern was expressed about the cost of fares."),
    ]


def test_what_every_page_repeats_is_furniture_and_a_sentence_goes_on_over_it():
    first = [
        (50, "Marple Area Committee"),
        (50, ""),
        (50, "Members were concerned that the canal path is in poor repair and"),
        (280, "Page 1 of 2"),
    ]
    second = [
        (50, "Marple Area Committee"),
        (50, ""),
        (50, "asked for lights along it."),
        (280, "Page 2 of 2"),
    ]
    comments = [text for reading, text in shown(pdf_of_lines([first, second]), "notes.pdf") if reading == "comment"]
    assert comments == ["Members were concerned that the canal path is in poor repair and asked for lights along it."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_offices_use(encoding):
    assert shown("• Members’ views – all welcomed it.".encode(encoding), "a.txt") == [
        ("comment", "Members’ views – all welcomed it.")
    ]


def test_nothing_gives_nothing():
    assert read_text("").pieces == ()
