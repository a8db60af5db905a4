"""Sets the blocks of a report as a Word document."""

import io
from datetime import datetime, time
from itertools import count

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH

from themes.exports.document import CONTENTS, about, blocks
from themes.exports.pdf import picture
from themes.exports.word import parts
from themes.exports.word.properties import describe
from themes.exports.word.styles import TEXT_WIDTH, dress
from themes.exports.word.zipped import same_every_time

WIDE = 4  # columns; in more, the words are small
LEVEL_OF = {1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
STYLE_OF = {"body": "Normal", "note": "Note", "warning": "Warning"}


def as_word(report):
    document = Document()
    dress(document)
    describe(document, report.title, datetime.combine(report.made_on, time()))
    parts.number_pages(document.sections[0].footer, report.title)
    write(document, report)
    file = io.BytesIO()
    document.save(file)
    return same_every_time(file.getvalue())


def write(document, report):
    parts.add_paragraph(document, report.title, "Title")
    for block in about(report):
        paragraph(document, block)
    body = blocks(report)
    parts.add_contents(document, CONTENTS, list(filter(in_contents, body)))
    places = count(1)  # one bookmark a heading, in the order of the contents
    for block in body:
        made = SETTERS[block.kind](document, block)
        if in_contents(block):
            parts.add_bookmark(made, next(places))
        if block is body[0]:  # a heading
            made.paragraph_format.page_break_before = True


def in_contents(block):
    return block.kind == "heading" and block.level < 3


def heading(document, block):
    return parts.add_paragraph(document, block.text, LEVEL_OF[block.level])


def paragraph(document, block):
    parts.add_paragraph(document, block.text, STYLE_OF[block.style])


def bullet(document, block):
    made = [parts.add_paragraph(document, block.text, "List Bullet")]
    made.append(parts.add_paragraph(document, block.proof, "Proof"))
    if block.response:
        made.append(answer(document, block.response))
    made += [parts.add_paragraph(document, quote, "Quote") for quote in block.quotes]
    for paragraph in made[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def answer(document, words):
    made = parts.add_paragraph(document, "", "Answer")
    made.add_run("Response. ").bold = True
    made.add_run(words)
    return made


def table(document, block):
    if block.captioned:
        parts.add_paragraph(document, block.caption, "Caption")
    rows = [block.header, *block.rows]
    made = document.add_table(len(rows), len(block.header))
    parts.describe_table(made, block.caption, parts.widths(block.shares, TEXT_WIDTH))
    style = "Table text"
    if len(block.header) > WIDE:
        style = "Small table text"
        parts.fill_cells(made)
    for row, words in zip(made.rows, rows, strict=True):
        for place, (cell, word) in enumerate(zip(row.cells, words, strict=True)):
            put(cell, word, style, to_the_right=block.numeric and place > 0)
    head(made.rows[0])
    parts.keep_whole(list(made.rows))
    parts.add_paragraph(document, "", "Table text")  # two tables without a paragraph between them are one


def head(row):
    parts.repeat(row)
    for cell in row.cells:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
        cell.paragraphs[0].runs[0].bold = True


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
