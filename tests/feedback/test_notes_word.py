import io

import docx
import pytest

from feedback.importers import read_notes, read_text
from tests.feedback.files import WORD, paragraph, word, zipped


def read(data):
    return read_notes(data, "notes.docx")


def shown(notes):
    return [(piece.reading, piece.text) for piece in notes.pieces]


def texts(body, **more):
    return [piece.text for piece in read(word(body, **more)).pieces]


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


def saved(document):
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def test_headings_lists_and_paragraphs_are_told_apart():
    document = docx.Document()
    document.add_heading("Parks", 1)
    document.add_paragraph("Residents felt that:", style="List Bullet")
    document.add_paragraph("the pond should be cleaned", style="List Bullet 2")
    document.add_paragraph("In response, the Director confirmed that it would be.")
    pieces = read(saved(document)).pieces
    assert [(piece.reading, piece.text, piece.context) for piece in pieces] == [
        ("heading", "Parks", ""),
        ("heading", "Residents felt that:", "Parks"),
        ("comment", "the pond should be cleaned", "Residents felt that:"),
        ("reply", "In response, the Director confirmed that it would be.", "Parks"),
    ]


def test_a_short_bold_line_is_a_heading():
    document = docx.Document()
    document.add_paragraph().add_run("Buses").bold = True
    document.add_paragraph("More of them after nine, please.")
    assert shown(read(saved(document))) == [
        ("heading", "Buses"),
        ("comment", "More of them after nine, please."),
    ]


def test_a_table_with_an_action_column():
    document = docx.Document()
    rows = [
        ("Item", "Discussion", "Action"),
        ("Bins", "Residents were worried about rats.", "RI to report back"),
    ]
    table = document.add_table(rows=0, cols=3)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    assert shown(read(saved(document)))[3:] == [
        ("heading", "Bins"),
        ("comment", "Residents were worried about rats."),
        ("action", "RI to report back"),
    ]


def test_what_somebody_said_in_the_last_row_of_a_table_is_no_heading():
    document = docx.Document()
    rows = [("Who", "What they said"), ("Youth Forum", "A new skate park"), ("Carers", "Benches outside the library")]
    table = document.add_table(rows=0, cols=2)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.add_paragraph("RESOLVED – That the talk be noted.")
    pieces = [piece for piece in read(saved(document)).pieces if piece.reading != "furniture"]
    assert [(piece.reading, piece.text, piece.speaker) for piece in pieces] == [
        ("comment", "A new skate park", "Youth Forum"),
        ("comment", "Benches outside the library", "Carers"),
        ("decision", "RESOLVED – That the talk be noted.", ""),
    ]


@pytest.mark.parametrize("cell", ["Benches Outside Libraries", "BENCHES", "Benches, please"])
def test_one_thing_said_under_a_head_of_comments_is_no_heading(cell):
    notes = read_text(f"Topic\tComments\nParks\t{cell}\n\nMembers thanked everybody who had come along to the talk.")
    assert ("comment", cell) in shown(notes)


def test_inserted_words_are_text_and_deleted_words_are_left_out():
    notes = read(
        word(
            f"<w:p>{run('Members welcomed')}<w:ins>{run(' the new')}</w:ins>"
            f"<w:del><w:r><w:delText> old tired</w:delText></w:r></w:del>{run(' pool.')}</w:p>"
        )
    )
    assert [piece.text for piece in notes.pieces] == ["Members welcomed the new pool."]
    assert notes.left_out == ("Words struck out in tracked changes were left out: 2.",)


def test_moved_words_are_read_where_they_went():
    moved = "Members welcomed the pool."
    assert texts(f"<w:p><w:moveFrom>{run(moved)}</w:moveFrom></w:p><w:p><w:moveTo>{run(moved)}</w:moveTo></w:p>") == [
        moved
    ]


def test_a_paragraph_whose_end_was_deleted_runs_on():
    ended = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    joined = f"<w:p>{ended}{run('Members welcomed ')}</w:p>{paragraph('the pool.')}"
    assert texts(joined) == ["Members welcomed the pool."]


ASKED = "It asked for benches."
BOX = f"<w:txbxContent>{paragraph('A box asked for benches.')}</w:txbxContent>"
HOLDERS = {
    "content control": f"<w:sdt><w:sdtContent>{paragraph(ASKED)}</w:sdtContent></w:sdt>",
    "content control in a line": f"<w:p><w:sdt><w:sdtContent>{run(ASKED)}</w:sdtContent></w:sdt></w:p>",
    "simple field": f'<w:p><w:fldSimple w:instr="X">{run(ASKED)}</w:fldSimple></w:p>',
    "hyperlink": f"<w:p><w:hyperlink>{run(ASKED)}</w:hyperlink></w:p>",
    "smart tag": f"<w:p><w:smartTag>{run('It asked')}</w:smartTag>{run(' for benches.')}</w:p>",
    "table of one cell": f"<w:tbl><w:tr><w:tc>{paragraph(ASKED)}</w:tc></w:tr></w:tbl>",
}


@pytest.mark.parametrize("body", HOLDERS.values(), ids=HOLDERS)
def test_words_are_read_wherever_they_stand(body):
    assert texts(body) == ["It asked for benches."]


def test_a_text_box_is_read_once_though_it_is_stored_twice():
    both = f"<mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
    box = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"
    body = f'<w:p xmlns:mc="mc">{run("Members liked the plan.")}{box}</w:p>'
    assert texts(body) == ["Members liked the plan.", "A box asked for benches."]


def test_headers_footnotes_and_margin_comments_are_furniture():
    parts = {"header1.xml": "hdr", "footnotes.xml": "footnotes", "comments.xml": "comments"}
    more = [
        (f"word/{name}", f'<w:{tag} xmlns:w="{WORD}">{paragraph("Words in " + name)}</w:{tag}>')
        for name, tag in parts.items()
    ]
    assert shown(read(word(paragraph("Members liked the plan."), more=more))) == [
        ("comment", "Members liked the plan."),
        ("furniture", "Words in comments.xml"),
        ("furniture", "Words in footnotes.xml"),
        ("furniture", "Words in header1.xml"),
    ]


def test_pictures_and_charts_are_said_to_be_unread():
    more = [
        ("word/media/image1.png", b"x"),
        ("word/charts/chart1.xml", "<c/>"),
        ("word/charts/chart2.xml", "<c/>"),
    ]
    assert read(word(paragraph("Members liked it."), more=more)).left_out == (
        "1 picture was not read: there may be words in it.",
        "2 charts were not read: there may be words in them.",
    )


def test_line_breaks_typed_inside_a_paragraph_part_its_bullets():
    lines = run("· Members liked the plan."), "<w:r><w:br/></w:r>", run("· Members queried its cost.")
    body = f"<w:p>{''.join(lines)}</w:p>"
    assert texts(body) == ["Members liked the plan.", "Members queried its cost."]


def test_a_document_in_the_strict_dialect_is_read():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<w:document xmlns:w="{strict}"><w:body>{paragraph(ASKED)}</w:body></w:document>'
    assert [piece.text for piece in read(zipped([("word/document.xml", document)])).pieces] == [ASKED]
