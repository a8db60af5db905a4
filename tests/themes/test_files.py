"""Every file of a report, read back: the same figures, key points and meetings in each."""

import io
import re
from dataclasses import replace
from zipfile import ZipFile

import docx
import openpyxl
import pypdf
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm

from feedback.models import Comment
from meetings.models import Category
from stockport2040.management.commands import load_sample
from tests.factories import make_comment, make_key_point, make_meeting
from tests.themes.reports import READERS, csv_rows, in_order, plain_report, read_pdf, values
from themes.exports import FORMATS, tables
from themes.exports.document import SAMPLE, about, bullet
from themes.report import ReportFilter, build, comment_rows, shapes
from themes.report.rows import COLUMNS


@pytest.fixture
def sample(db):
    load_sample.load()


def rendered(format, query=None, order="theme"):
    chosen = ReportFilter(query or {})
    return FORMATS[format].render(build(chosen, order), comment_rows(chosen, order))


def expected(report):
    return {
        "points": [point.text for point in report.points],
        "meetings": [(met.title, met.date) for heading in report.appendix.headings for met in heading.meetings],
        "comments": report.ledger.counted,
        "all": report.ledger.all,
        "held": report.figures.meetings_held,
    }


@pytest.mark.parametrize("order", ["theme", "audience"])
@pytest.mark.parametrize("format", READERS)
def test_every_file_of_the_sample_says_what_the_report_says(sample, format, order):
    said = READERS[format](rendered(format, order=order))
    report = build(ReportFilter({}), order)
    assert said == expected(report)
    if order == "theme":
        assert ([len(section.points) for section in report.sections], len(said["points"])) == ([6, 5, 4, 2, 5, 5], 27)
    assert len(said["meetings"]) == 36


@pytest.mark.parametrize("order", ["theme", "audience"])
def test_the_pdf_of_the_sample_says_what_the_report_says(sample, order):
    text, said = read_pdf(rendered("pdf", order=order)), expected(build(ReportFilter({}), order))
    assert in_order(text, said["points"]) == []
    assert in_order(text, [f"{title} {date}" for title, date in said["meetings"]]) == []
    assert in_order(text, [f"Meetings held {said['held']}", f"= Counted {said['comments']}"]) == []
    assert (
        in_order(
            text, ["All Colleague Briefings 5 February 2024", "Staff Networks TBC", "36 meetings, of which 35 dated."]
        )
        == []
    )


def test_the_spreadsheet_and_the_csv_have_a_row_for_every_comment(sample):
    rows = list(comment_rows(ReportFilter({})))
    assert values(openpyxl.load_workbook(io.BytesIO(rendered("xlsx")))["Comments"]) == [
        tuple(value or None for value in row) for row in rows
    ]
    told = [row for row in csv_rows(rendered("csv")) if row["Part"] == "Comment"]
    assert [tuple(row[name] for name in COLUMNS) for row in told] == rows
    assert len(rows) == 220


def test_a_comment_s_reference_stays_the_same_whatever_the_file_is_narrowed_to(db):
    point = make_key_point()
    comment = make_comment(key_point=point, meeting=make_meeting(title="Forum"), verbatim="Them halls is freezing.")
    make_comment()
    (row,) = comment_rows(ReportFilter({"theme": point.theme.slug}))
    assert dict(zip(COLUMNS, row, strict=True)) == {
        "Reference": f"C-{comment.pk:05d}",
        "Meeting": "Forum",
        "Date": "16 January 2024",
        "Category": comment.meeting.category.name,
        "Audience": comment.meeting.audience.name,
        "Theme": point.theme.name,
        "Kind": "Other",
        "Standing": "Counted",
        "Key point": point.text,
        "Words": comment.text,
        "Words as taken down": "Them halls is freezing.",
    }


def test_a_spreadsheet_and_a_csv_have_the_quotes_of_a_point_beside_it(db):
    heard = [make_comment(verbatim=words) for words in ("Cold as a church.", "=Freezing")]
    make_key_point([*heard, make_comment(verbatim="Nobody chose this.")])
    Comment.objects.filter(pk__in=[comment.pk for comment in heard]).update(quoted=True)
    quotes = "\n".join(f"“{comment.verbatim}” ({comment.said_by})" for comment in heard)
    points = openpyxl.load_workbook(io.BytesIO(rendered("xlsx")))["Key points"]
    assert (points["J1"].value, points["J2"].value) == ("Quotes", quotes)
    (row,) = [row for row in csv_rows(rendered("csv")) if row["Part"] == "Key point"]
    assert row["Words as taken down"] == quotes


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_report_twice_is_the_same_bytes(format):
    assert FORMATS[format].render(plain_report()) == FORMATS[format].render(plain_report())


WORDS_OF = {
    "docx": lambda content: "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs),
    "pdf": read_pdf,
    "xlsx": lambda content: str(values(openpyxl.load_workbook(io.BytesIO(content))["About"])),
    "csv": lambda content: content.decode(),
    "json": lambda content: content.decode(),
}


@pytest.mark.parametrize("format", FORMATS)
def test_every_file_says_when_it_was_made_and_what_it_is_narrowed_to(format):
    words = WORDS_OF[format](FORMATS[format].render(plain_report("Young people", made_on=plain_report().made_on)))
    words = words.replace("\N{NO-BREAK SPACE}", " ")
    assert ("Young people" in words, "1 March 2024" in words or "2024-03-01" in words) == (True, True)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("made_up", [True, False])
def test_every_file_of_sample_data_is_marked(format, made_up):
    words = WORDS_OF[format](FORMATS[format].render(plain_report(has_made_up=made_up)))
    marked = '"has_made_up": true' in words if format == "json" else SAMPLE in words
    assert marked == made_up


def test_word_has_headings_lists_contents_and_a_language(sample):
    content = rendered("docx")
    document = docx.Document(io.BytesIO(content))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "TOC 1", "TOC 2"} <= styles
    headings = [each.text for each in document.paragraphs if each.style.name in ("Heading 1", "Heading 2")]
    links = [each.text for each in document.paragraphs if each.style.name.startswith("TOC")]
    assert links == headings
    properties = document.core_properties
    assert (properties.title, properties.language, properties.author) == ("One Stockport: One Future", "en-GB", "")
    with ZipFile(io.BytesIO(content)) as parts:
        body, styles = parts.read("word/document.xml").decode(), parts.read("word/styles.xml").decode()
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', styles)) == {"en-GB"}
    assert body.count("<w:tblHeader/>") == len(document.tables)
    assert body.count("<pic:pic") == body.count("descr=") == len(document.inline_shapes) == 3


def test_a_key_point_stands_on_a_page_with_its_proof_its_answer_and_its_first_quote():
    document = docx.Document(io.BytesIO(FORMATS["docx"].render(plain_report())))
    styles = ["List Bullet", "Proof", "Answer", "Quote"]
    kept = [(each.style.name, each.paragraph_format.keep_with_next) for each in document.paragraphs]
    assert [one for one in kept if one[0] in styles] == list(zip(styles, [True, True, True, None], strict=True))


def test_a_table_breaks_no_word_of_its_headings_and_leaves_none_of_them_behind(sample):
    document = docx.Document(io.BytesIO(rendered("docx")))
    wide = [table for table in document.tables if len(table.columns) > 4]
    heads = [cell for table in wide for cell in table.rows[0].cells]
    room = {cell.text: cell.width.pt - 2 * Mm(0.8).pt for cell in heads}
    assert [text for text, points in room.items() if points < 5 * max(map(len, text.split()))] == []
    assert document.element.body.xpath(".//w:textDirection") == []
    first = [cell.paragraphs[0] for table in document.tables for cell in table.rows[0].cells]
    assert {paragraph.paragraph_format.keep_with_next for paragraph in first} == {True}
    text = read_pdf(rendered("pdf"))
    assert [broken for broken in ("neigh-", "trans-") if broken in text] == []


@pytest.mark.parametrize("number", [20, 90])
def test_a_table_that_no_page_holds_goes_on_on_the_next(number):
    titles = [f"Meeting {place}, {'which had a long name ' * 10}indeed" for place in range(number)]
    listed = tuple(shapes.Listed(title, "TBC", None, None) for title in titles)
    heading = shapes.Heading("Members", "", "", listed)
    report = plain_report(appendix=shapes.Appendix((heading,), number, 0, 0))
    assert in_order(read_pdf(FORMATS["pdf"].render(report)), titles) == []


def test_the_contents_of_the_word_file_lead_to_its_headings_and_take_page_numbers_from_word(sample):
    document = docx.Document(io.BytesIO(rendered("docx")))
    entries = [each for each in document.paragraphs if each.style.name.startswith("TOC")]
    marked = {mark: each.text for each in document.paragraphs for mark in each._p.xpath("w:bookmarkStart/@w:name")}
    led_to = [marked[link] for each in entries for link in each._p.xpath("w:hyperlink/@w:anchor")]
    assert led_to == [each.text for each in entries]
    fields = [field.text.split() for field in document.element.body.xpath(".//w:instrText")]
    assert fields == [["TOC", "\\o", '"1-2"', "\\h", "\\z"]]
    stops = [stop for name in ("TOC 1", "TOC 2") for stop in document.styles[name].paragraph_format.tab_stops]
    assert [(round(stop.position.mm), stop.alignment) for stop in stops] == [(166, WD_TAB_ALIGNMENT.RIGHT)] * 2


def test_a_word_file_says_nothing_of_the_program_and_template_it_was_begun_from():
    with ZipFile(io.BytesIO(FORMATS["docx"].render(plain_report()))) as parts:
        said = {name: parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels"))}
        assert [name for name in parts.namelist() if "docProps" in name] == ["docProps/core.xml"]
    assert [name for name, words in said.items() if "Macintosh" in words] == []
    settings = said["word/settings.xml"]
    assert re.findall(r'"compatibilityMode"[^>]*w:val="(\d+)"', settings) == ["15"]
    assert re.findall(r'themeFontLang w:val="([^"]+)"', settings) == ["en-GB"]


def test_the_pdf_is_tagged_titled_and_has_bookmarks_and_page_numbers(sample):
    reader = pypdf.PdfReader(io.BytesIO(rendered("pdf")))
    assert reader.metadata.title == "One Stockport: One Future"
    catalogue = reader.trailer["/Root"]
    assert (bool(catalogue["/MarkInfo"]["/Marked"]), catalogue["/Lang"]) == (True, "en-GB")
    marks = [mark.title for mark in reader.outline if not isinstance(mark, list)]
    assert marks.count("Summary of the key themes") == 1
    assert [len(re.findall(r"Page \d+\s+of\s+\d+", page.extract_text())) for page in reader.pages] == [1] * len(
        reader.pages
    )
    assert re.findall(r"pdfuaid:part>(\d)<", catalogue["/Metadata"].get_data().decode()) == ["1"]


def test_a_spreadsheet_hides_nothing_and_says_what_its_columns_mean(sample):
    book = openpyxl.load_workbook(io.BytesIO(rendered("xlsx")))
    assert [sheet.title for sheet in book] == [
        "About",
        "Key points",
        "Meetings",
        "Organisations",
        "Coverage",
        "Comments",
        "What the columns mean",
    ]
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    hidden = [column for sheet in book for column, seen in sheet.column_dimensions.items() if seen.hidden]
    assert hidden == []
    meanings = values(book["What the columns mean"])
    named = [(sheet.title, cell.value) for sheet in list(book)[:-1] for cell in sheet[1]]
    assert [row[:2] for row in meanings] == named
    assert all(row[2] for row in meanings)


def test_every_row_of_a_spreadsheet_is_as_high_as_its_longest_text(db):
    words = ["Short.", "A hall is cold. " * 20, "Short.", "First line\nsecond line", "A library closes early. " * 10]
    meeting = make_meeting(title="Forum", category=Category.objects.get(name="Members"))
    for text in words:
        make_comment(text=text.strip(), meeting=meeting)
    sheet = openpyxl.load_workbook(io.BytesIO(rendered("xlsx")))["Comments"]
    assert [sheet.row_dimensions[row].height for row in range(2, 7)] == [None, 60, None, 30, 45]


def test_without_comments_a_spreadsheet_has_no_sheet_of_them():
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].render(plain_report())))
    assert "Comments" not in book.sheetnames


def test_a_draft_says_that_it_is_one_and_an_edition_does_not(spread):
    report = build(ReportFilter({}))
    said = {
        state.edition: (about(state)[-1].text, dict(tables.about(state))["Edition"]) for state in (report, kept(report))
    }
    assert [words.split(". ")[0] for words, _ in said.values()] == ["Draft, approved by nobody yet", "Edition 1"]
    assert [edition for _, edition in said.values()] == ["Draft, approved by nobody yet", "Edition 1"]
    assert bullet(report.points[0]).proof.endswith(" · draft, not agreed")


def kept(report):
    return replace(report, edition="Edition 1")
