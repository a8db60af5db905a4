"""The letter back to a meeting as a Word file: the same letter twice is the same bytes."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LONG_AGO = datetime(2024, 1, 1)  # a file's time of writing would make it differ from the same file a second later


def render(letter):
    from docx import Document

    document = Document()
    describe(document, letter)
    document.add_heading(letter.report, level=0)
    document.add_heading(f"{letter.meeting}, {letter.dates}", level=1)
    for paragraph in filter(None, [letter.warning, letter.opening]):
        document.add_paragraph(paragraph)
    for heading in letter.headings:
        document.add_heading(heading.name, level=2)
        for told in heading.told:
            add_told(document, told)
    add_list(document, "What was answered at the meeting", letter.replies)
    add_list(document, "What was agreed to be done", letter.actions)
    return same_bytes(document)


def describe(document, letter):
    properties = document.core_properties
    properties.title, properties.language, properties.author = letter.name, "en-GB", ""
    properties.comments = ""
    properties.created = properties.modified = LONG_AGO


def add_told(document, told):
    document.add_heading(told.heading, level=3)
    for said in told.said:
        document.add_paragraph(said, style="List Bullet")
    for line in told.what_we_do:
        document.add_paragraph(line)


def add_list(document, heading, lines):
    if lines:
        document.add_heading(heading, level=2)
    for line in lines:
        document.add_paragraph(line, style="List Bullet")


def same_bytes(document):
    written, fixed = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as parts, ZipFile(fixed, "w", ZIP_DEFLATED) as out:
        for part in parts.infolist():
            out.writestr(ZipInfo(part.filename, LONG_AGO.timetuple()[:6]), parts.read(part), ZIP_DEFLATED)
    return fixed.getvalue()
