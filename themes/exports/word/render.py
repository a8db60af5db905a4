"""Sets the blocks of a report as a Word document."""

import io
from datetime import datetime, time
from itertools import count

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from themes.exports.document import CONTENTS, about, blocks
from themes.exports.pdf import picture
from themes.exports.word import parts
from themes.exports.word.properties import describe
from themes.exports.word.styles import TEXT_WIDTH, dress
from themes.exports.word.zipped import same_every_time

WIDE = 4  # columns; of more than these the headings stand on end, as no long word has room
LEVEL_OF = {1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
STYLE_OF = {"body": "Normal", "note": "Note", "warning": "Warning"}


def as_word(report):
    document = Document()
    dress(document)
    describe(document, report.title, datetime.combine(report.made_on, time()))
    parts.number_pages(document.sections[0].footer, report.title)
    parts.add_paragraph(document, report.title, "Title")
    body = list(blocks(report))
    for block in about(report):
        paragraph(document, block)
    parts.add_contents(document, CONTENTS, list(filter(in_contents, body)))
    document.add_page_break()
    places = count(1)  # one bookmark a heading, in the order of the contents
    for block in body:
        made = SETTERS[block.kind](document, block)
        if in_contents(block):
            parts.add_bookmark(made, next(places))
    file = io.BytesIO()
    document.save(file)
    return same_every_time(file.getvalue())


def in_contents(block):
    return block.kind == "heading" and block.level < 3


def heading(document, block):
    return parts.add_paragraph(document, block.text, LEVEL_OF[block.level])


def paragraph(document, block):
    parts.add_paragraph(document, block.text, STYLE_OF[block.style])


def bullet(document, block):
    parts.add_paragraph(document, block.text, "List Bullet")
    parts.add_paragraph(document, block.proof, "Proof")
    if block.response:
        answered = parts.add_paragraph(document, "", "Answer")
        answered.add_run("Response. ").bold = True
        answered.add_run(block.response)
    for quote in block.quotes:
        parts.add_paragraph(document, quote, "Quote")


def table(document, block):
    if block.captioned:
        parts.add_paragraph(document, block.caption, "Caption")
    rows = [block.header, *block.rows]
    made = document.add_table(len(rows), len(block.header))
    parts.describe_table(made, block.caption, parts.widths(len(block.header), TEXT_WIDTH))
    wide = len(block.header) > WIDE
    style = "Small table text" if wide else "Table text"
    for number, (row, words) in enumerate(zip(made.rows, rows, strict=True)):
        parts.keep_whole(row)
        standing = wide and number == 0
        for place, (cell, word) in enumerate(zip(row.cells, words, strict=True)):
            put(cell, word, style, to_the_right=block.numeric and place > 0 and not standing)
    for cell in made.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    parts.repeat(made.rows[0])
    if wide:
        parts.stand_up(made.rows[0], Mm(24))
    parts.add_paragraph(document, "", "Table text")  # two tables without a paragraph between them are one


def put(cell, words, style, to_the_right):
    paragraph = parts.in_style(cell.paragraphs[0], style)
    paragraph.add_run(words)
    if to_the_right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def pictured(document, block):
    parts.add_paragraph(document, block.caption, "Caption")
    shape = document.add_picture(io.BytesIO(picture(block.svg)), width=TEXT_WIDTH)
    parts.describe_picture(shape, block.alt)


SETTERS = {"heading": heading, "paragraph": paragraph, "bullet": bullet, "table": table, "picture": pictured}
