"""A public edition: anyone can read it, and it holds nothing but the report, without small numbers."""

import io
import re
from zipfile import ZipFile

import pypdf
import pytest
from openpyxl import load_workbook

from feedback.models import Comment
from meetings.models import Audience, Category
from tests.factories import make_comment, make_edition, make_meeting, theme
from tests.themes.editions import files, prepare, words_of
from themes.edition_forms import GIVEN_AWAY
from themes.exports import FORMATS
from themes.models import Edition, Programme, Theme
from themes.report import ReportFilter, build
from themes.report.editions import report_for
from themes.report.kept import from_kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for, manager):
    return client_for("manager")


def unzipped(content):
    with ZipFile(io.BytesIO(content)) as file:
        return b"".join(file.read(name) for name in file.namelist())


def text_of_pdf(content):
    reader = pypdf.PdfReader(io.BytesIO(content))
    pages = " ".join(page.extract_text() for page in reader.pages)
    return f"{' '.join(pages.split())} {reader.metadata}".encode()


READ = {"docx": unzipped, "xlsx": unzipped, "pdf": text_of_pdf}


def test_a_public_edition_goes_theme_by_theme(client, publishable):
    response = prepare(client, "?order=audience")
    assert [error[:31] for error in response.context["form"].non_field_errors()] == ["Audience by audience every smal"]


def test_a_public_edition_leaves_out_drafts_of_key_points(publishable):
    report = from_kept(make_edition(is_public=True).report)
    assert [point.text for point in report.points] == ["People felt that halls are cold."]
    assert (report.ledger.in_points, report.ledger.not_in_points, report.figures.key_points) == (12, 3, 1)


def test_an_internal_edition_shows_all(spread):
    edition = make_edition()
    report = from_kept(edition.report)
    assert report.coverage == build(ReportFilter({})).coverage
    assert {point.status for point in report.points} == {"draft"}


def test_what_stands_for_a_small_number_is_on_one_line(db):
    for audience, comments in zip(Audience.objects.all()[:5], (9, 8, 2, 2, 3), strict=True):
        meeting = make_meeting(audience=audience)
        for each in Theme.objects.all():
            for _ in range(comments):
                make_comment(meeting=meeting, theme=each)
    report = report_for(Edition(number=1, title="What we heard", is_public=True), ReportFilter({}), "theme")
    pages = pypdf.PdfReader(io.BytesIO(FORMATS["pdf"].render(report, None))).pages
    lines = [line.strip() for page in pages for line in page.extract_text().splitlines()]
    assert [line for line in lines if line.endswith("fewer than")] == []
    assert [line.count("fewer than 5") for line in lines if "fewer than 5 " in line] == [6] * 6


def test_what_one_audience_alone_said_is_not_told_by_the_sum_of_its_theme(client, publishable):
    make_comment(theme=theme("overall-vision"))
    [error] = prepare(client).context["form"].non_field_errors()
    assert error == GIVEN_AWAY.format("Overall vision")
    prepare(client, is_public="False")
    assert not Edition.objects.get().is_public


def test_nought_turns_it_off(spread):
    Programme.objects.update(fewest_shown=0)
    edition = Edition(number=1, title="What we heard", is_public=True)
    assert report_for(edition, ReportFilter({}), "theme").coverage == build(ReportFilter({})).coverage


def set_fewest(client, number):
    values = {field.name: field.value() for field in client.get("/report/text/").context["form"]}
    return client.post("/report/text/", {**values, "fewest_shown": number})


def test_a_manager_sets_the_smallest_number_and_editions_stay_as_they_are(client, publishable, other, manager):
    young, *others = Audience.objects.all()
    for audience, category, comments in ((young, "Members", 4), (others[0], "Stakeholder meetings", 40)):
        meeting = make_meeting(audience=audience, category=Category.objects.get(name=category))
        for _ in range(comments):
            make_comment(meeting=meeting, theme=theme("overall-vision"))
    before = make_edition(is_public=True, approved_by=other)
    assert set_fewest(client, "20").headers["Location"] == "/report/"
    last = Programme.history.first()
    assert (Programme.objects.get().fewest_shown, last.fewest_shown, last.history_user) == (20, 20, manager)
    shown = [from_kept(each.report) for each in (Edition.objects.get(pk=before.pk), make_edition(is_public=True))]
    cells = [report.coverage.by_audience.rows[0].cells[0].instead for report in shown]
    assert cells == ["fewer than 5", "fewer than 20"]


@pytest.mark.parametrize("number", ["", "-1", "1", "2", "101", "2.5", "five"])
def test_a_smallest_number_that_is_none_is_refused_with_a_sentence(client, db, number):
    form = set_fewest(client, number).context["form"]
    assert form.errors == {"fewest_shown": ["Write 0, or a whole number from 3 to 100, such as 5."]}
    assert (form["fewest_shown"].value(), Programme.objects.get().fewest_shown) == (number, 5)


@pytest.mark.parametrize("query", ["?audience={}", "?date_from=2020-01-01"])
def test_a_public_edition_is_of_everything_as_two_side_by_side_would_tell(client, publishable, query):
    query = query.format(make_meeting().audience_id)
    response = prepare(client, query)
    assert [error[:38] for error in response.context["form"].non_field_errors()] == [
        "Beside another public edition a narrow"
    ]
    Programme.objects.update(fewest_shown=0)
    prepare(client, query)
    assert Edition.objects.get().is_public


def test_a_public_edition_holds_nothing_that_is_not_in_the_report(client, publishable, manager):
    make_comment(meeting=make_meeting(), key_point=publishable["agreed"], text="A single comment.", theme=theme())
    prepare(client)
    kept = files(Edition.objects.get())
    inside = {ending: READ.get(ending, bytes)(content) for ending, content in kept.items()}
    assert [ending for ending, content in inside.items() if b"halls are cold" not in content] == []
    for words in ("A single comment.", "Said in confidence", "People want a pool", "Mina", "Olive"):
        assert [ending for ending, content in inside.items() if words.encode() in content] == [], words
    book = load_workbook(io.BytesIO(kept["xlsx"]))
    assert book.sheetnames == ["About", "Key points", "Meetings", "Coverage", "What the columns mean"]
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    assert (book.properties.creator or "", book.properties.lastModifiedBy or "") == ("", "")


def test_words_as_taken_down_are_in_a_public_edition_only_where_they_were_chosen_as_a_quote(client, publishable):
    chosen, kept_back = publishable["agreed"].comments.order_by("pk")[:2]
    Comment.objects.filter(pk=chosen.pk).update(verbatim="Cold as a church.", quoted=True)
    Comment.objects.filter(pk=kept_back.pk).update(verbatim="Never to be printed.")
    prepare(client)
    inside = {ending: READ.get(ending, bytes)(content) for ending, content in files(Edition.objects.get()).items()}
    assert [ending for ending, content in inside.items() if b"Cold as a church." in content] == list(inside)
    assert [ending for ending, content in inside.items() if b"Never to be printed." in content] == []


def test_every_file_and_the_page_say_fewer_than_five(client, publishable):
    few = make_meeting(audience=Audience.objects.last())
    for _ in range(2):
        make_comment(meeting=few, theme=theme())
    prepare(client)
    edition = Edition.objects.get()
    shown = {ending: READ.get(ending, bytes)(content) for ending, content in files(edition).items()}
    shown["page"] = client.get(edition.get_absolute_url()).content
    assert [place for place, content in shown.items() if b"fewer than 5" not in content] == []


def test_an_internal_spreadsheet_has_its_comments(client, publishable):
    prepare(client, is_public="False")
    book = load_workbook(io.BytesIO(files(Edition.objects.get())["xlsx"]))
    assert book["Comments"].max_row == 1 + 16


def test_anyone_can_read_a_public_approved_edition(client_for, publishable, other):
    make_edition(is_public=True, approved_by=other)
    client = client_for("")
    for address in ("/editions/1/", "/editions/1.json", "/editions/1/changes/"):
        response = client.get(address)
        assert (response.status_code, b"Oda" in response.content, b"Mina" in response.content) == (200, False, False)


@pytest.mark.parametrize("address", ["/editions/1/", "/editions/1.json", "/editions/1.docx", "/editions/1/changes/"])
@pytest.mark.parametrize(
    "values", [{"is_public": True}, {"approved_by": "other"}, None], ids=["waiting", "internal", "none"]
)
def test_signed_out_every_other_edition_answers_as_one_that_is_not(client_for, publishable, other, address, values):
    if values is not None:
        make_edition(**{**values, **({"approved_by": other} if "approved_by" in values else {})})
    response = client_for("").get(address)
    assert (response.status_code, words_of(response)) == (
        404,
        "There is no public edition 1 Look at the address again: it may have been mistyped."
        " If you work on the report, sign in.",
    )
    assert f'href="/accounts/login/?next={address}"' in response.text


@pytest.mark.parametrize("address", ["/editions/2/", "/editions/1.odt", "/editions/1.pdf"])
def test_what_is_not_there_is_not_found(client, publishable, other, address):
    make_edition(is_public=True, approved_by=other)
    assert client.get(address).status_code == 404


def test_an_edition_names_the_newest_that_its_readers_have(client_for, publishable, other):
    for is_public in (True, True, False):
        make_edition(is_public=is_public, approved_by=other)
    make_edition(is_public=True)
    pages = [client_for("").get(f"/editions/{number}/") for number in (1, 2)]
    assert [page.context["newer"] and page.context["newer"].number for page in pages] == [2, None]
    assert 'There is a newer edition: <a class="govuk-link" href="/editions/2/">' in pages[0].text


def test_the_contents_of_an_edition_lead_to_its_parts(client_for, publishable, other):
    make_edition(is_public=True, approved_by=other)
    page = client_for("").get("/editions/1/").text
    links = re.findall(r'<li><a class="govuk-link" href="#([\w-]+)">', page)
    assert links == re.findall(r'<h2 class="govuk-heading-l[^"]*" id="([\w-]+)">', page)
    assert links[:2] == ["introduction-and-background", "in-figures"]
