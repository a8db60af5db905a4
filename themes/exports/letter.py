"""The letter back to a meeting as a Word file: the same letter twice is the same bytes."""

from datetime import datetime
from io import BytesIO

EARLIEST = datetime(2000, 1, 1)  # the time of writing would make it differ from the same letter a second later


def render(letter):
    from docx import Document  # slow to import

    from themes.exports.word.properties import describe
    from themes.exports.word.styles import dress
    from themes.exports.word.zipped import same_every_time

    document, file = Document(), BytesIO()
    dress(document)
    describe(document, letter.name, EARLIEST)
    write(document, letter)
    document.save(file)
    return same_every_time(file.getvalue())


def write(document, letter):
    document.add_paragraph(letter.report, style="Note")
    document.add_paragraph(f"{letter.meeting}, {letter.dates}", style="Title")
    if letter.warning:
        document.add_paragraph(letter.warning, style="Warning")
    document.add_paragraph(letter.opening)
    for heading in letter.headings:
        document.add_heading(heading.name, level=1)
        for told in heading.told:
            add_told(document, told)
    add_list(document, "What was answered at the meeting", letter.replies)
    add_list(document, "What was agreed to be done", letter.actions)


def add_told(document, told):
    document.add_heading(told.heading, level=2)
    for said in told.said:
        document.add_paragraph(said, style="List Bullet")
    for line in told.what_we_do:
        document.add_paragraph(line)


def add_list(document, heading, lines):
    if lines:
        document.add_heading(heading, level=1)
    for line in lines:
        document.add_paragraph(line, style="List Bullet")
