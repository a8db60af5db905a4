"""Whatever a form accepts comes through every file whole and equal, and nothing of it runs."""

import csv
import io
import unicodedata
from zipfile import ZipFile

import docx
import openpyxl
import pypdf
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape  # it reads a sheet's own strings as they are written

from feedback.models import Comment
from stockport2040.middleware import printable
from tests.themes.reports import csv_rows, plain_report, read_json
from themes.exports import FORMATS, pdf

FIELD = Comment._meta.get_field("text").formfield()
RUNS = ["=1+1", "+1", "-1", "@SUM(1)", "'=1", "''@a", " =1", "\uff1d1+1", '=HYPERLINK("x")', "http://x.example", "{=1}"]
READ_OTHERWISE = [
    "_x000D_",
    "a\n=1",
    "a\tb",
    "1,000",
    "007",
    "1e5",
    "TRUE",
    "#N/A",
    "<b>&amp;",
    "#x[y]",
]


def accepted(text):
    return FIELD.clean(printable(text))


def nasty(test):
    for text in (*RUNS, *READ_OTHERWISE):
        test = example(text)(test)
    return test


anything = st.text(min_size=1, max_size=120).filter(lambda text: printable(text).strip()).map(accepted)


def row_of(words):
    return ("C-00001", words, "22 January 2024", words, words, words, "Support", "Counted", words, words, words)


@nasty
@given(anything)
def test_in_csv(words):
    content = FORMATS["csv"].render(plain_report(words), iter([row_of(words)]))
    rows = csv_rows(content)
    assert {row["Key point"] for row in rows if row["Part"] in ("Key point", "Comment")} == {words}
    assert [row["Words"] for row in rows if row["Part"] == "Comment"] == [words]


@nasty
@given(anything)
def test_no_cell_of_a_csv_begins_as_a_formula(words):
    content = FORMATS["csv"].render(plain_report(words), iter([row_of(words)]))
    text = [row for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))]
    begin = {cell.strip()[:1] for row in text for cell in row}
    assert begin & set("=+-@\uff1d\uff0b\uff0d\uff20") == set()


@nasty
@settings(max_examples=50)
@given(anything)
def test_in_a_spreadsheet(words):
    content = FORMATS["xlsx"].render(plain_report(words), iter([row_of(words)]))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert [unescape(cell.value) for cell in book["Comments"][2]] == list(row_of(words))
    assert unescape(book["Key points"]["E2"].value) == words
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}
    with ZipFile(io.BytesIO(content)) as parts:
        assert [
            name for name in parts.namelist() if b"<f>" in parts.read(name) or b"<hyperlink" in parts.read(name)
        ] == []


@settings(max_examples=25)
@given(anything)
def test_in_word(words):
    document = docx.Document(io.BytesIO(FORMATS["docx"].render(plain_report(words))))
    said = {style: [each.text for each in document.paragraphs if each.style.name == style] for style in STYLES}
    assert said == {"Title": [words], "List Bullet": [words], "Quote": [f"“{words}” ({words})"], "Heading 3": []}


STYLES = ["Title", "List Bullet", "Quote", "Heading 3"]


@nasty
@given(anything)
def test_in_json(words):
    assert read_json(FORMATS["json"].render(plain_report(words)))["points"] == [words]


# What a reader of PDFs gives back as it was: written from the left, in letters that every font has.
plain = st.text(st.characters(max_codepoint=0x17F, exclude_categories=["Cc", "Cf"]), min_size=1, max_size=80)


@settings(max_examples=20)
@given(plain.filter(str.strip).map(accepted))
def test_in_a_pdf(words):
    found = squeezed(pdf_text(FORMATS["pdf"].render(plain_report(words)))).find(squeezed(words))
    assert found >= 0


@settings(max_examples=20)
@given(anything)
def test_a_pdf_is_made_of_any_words(words):
    content = FORMATS["pdf"].render(plain_report(words))
    pages = len(pypdf.PdfReader(io.BytesIO(content)).pages)
    assert pages >= 2


def test_what_no_font_can_print_is_spelled_out_in_a_pdf():
    unprintable = {"\U0001f9ff", "\u200d", "\ue000"}
    assert pdf.spelled_out("a\U0001f9ff b\u200dc \ue000", unprintable) == "a[nazar amulet] bc [U+E000]"


def pdf_text(content):
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def squeezed(text):
    """Without the spaces that lines are broken at, and with letters and their accents in one."""
    return "".join(unicodedata.normalize("NFKC", text).split())
