"""The report's files at their addresses, and the one page."""

import io
import json
import re
from pathlib import Path

import openpyxl
import pypdf
import pytest

from tests.factories import make_comment, make_key_point, make_meeting, theme
from tests.themes.reports import read_pdf, values
from themes.exports import FORMATS
from themes.models import KeyPoint, Theme
from themes.report import shapes


@pytest.fixture
def client(client_for):
    return client_for("officer")


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def content(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_comes_as_a_file_of_its_kind(client, format):
    response = client.get(f"/report.{format}")
    assert (response.status_code, response["Content-Type"]) == (200, FORMATS[format].content_type)
    name = re.fullmatch(r'attachment; filename="([a-z-]+)-\d{4}-\d\d-\d\d\.(\w+)"', response["Content-Disposition"])
    assert name.groups() == ("one-stockport-one-future-draft", format)
    assert len(content(response)) > 1_000


def test_an_unknown_format_is_not_found(client):
    assert [client.get(f"/report.{format}").status_code for format in ("doc", "docx.exe", "PDF")] == [404, 404, 404]


def test_a_file_is_narrowed_as_its_address_says_and_says_so(client):
    heard = make_meeting(title="Heard")
    point = make_key_point([make_comment(meeting=heard)])
    make_comment(meeting=heard, theme=theme("overall-vision"))
    response = client.get(f"/report.json?audience={heard.audience_id}&theme={point.theme.slug}&date_from=2024-01-02")
    data = json.loads(response.content)
    assert data["narrowed_to"] == [
        {"what": "Theme", "to": point.theme.name},
        {"what": "Audience", "to": heard.audience.name},
        {"what": "Meetings from", "to": "2 January 2024"},
    ]
    assert [(section["theme"], section["comments"]) for section in data["sections"]] == [(point.theme.name, 1)]
    assert "-part-" in response["Content-Disposition"]


@pytest.mark.parametrize("path", ["/report.docx", "/report/one-page.pdf", "/report/spreadsheet/"])
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("theme=zzz", "Theme: this was not understood. Choose one from the list."),
        ("audience=999", "Audience: this was not understood. Choose one from the list."),
        ("date_from=2024-33-33", "Meetings from: this was not understood."),
        ("date_from=2024-02-01&date_to=2024-01-01", "The last date must not be before the first."),
    ],
)
def test_a_filter_that_is_refused_leads_back_to_the_report_which_says_why(client, path, query, said):
    response = client.get(f"{path}?{query}")
    assert (response.status_code, response.url) == (302, f"/report/?{query}")
    assert client.get(response.url).content.decode().count(f">{said}</a>") == 1


def test_the_order_is_that_of_the_address(client):
    comment = make_comment(theme=theme())
    for order, said in (("theme", {None}), ("audience", {comment.meeting.audience.name}), ("nonsense", {None})):
        data = json.loads(client.get(f"/report.json?order={order}").content)
        assert {section.get("audience") for section in data["sections"]} == said


def test_the_json_has_the_shape_that_others_read(client):
    point = make_key_point([make_comment()])
    data = json.loads(client.get("/report.json").content)
    assert set(data["ledger"]) == {"all", "counted", "replies", "actions", "set_aside", "untagged"}
    section = next(each for each in data["sections"] if each["theme"] == point.theme.name)
    assert {"theme", "comments", "in_points", "points"} <= set(section)
    assert {"text", "comments", "meetings", "audiences", "response"} <= set(section["points"][0])
    heading = data["appendix"][-1]
    assert set(heading) == {"category", "parent", "span", "meetings"}
    assert heading["meetings"] == [
        {
            "title": point.comments.get().meeting.title,
            "date": "16 January 2024",
            "starts_on": "2024-01-16",
            "ends_on": "2024-01-16",
        }
    ]
    assert {"figures", "sections", "coverage", "limits"} <= set(data)


def test_every_file_is_one_click_from_the_summary(client):
    make_comment()
    page = client.get("/summary/?audience=1").content.decode()
    links = re.findall(r'href="(/report\.\w+\?[^"]*)"', page)
    assert links == [f"/report.{format}?audience=1" for format in FORMATS] + [
        f"/report.{format}?audience=1&amp;order=audience" for format in FORMATS
    ]


def test_a_long_spreadsheet_is_one_click_more_and_says_how_far_it_is(client, monkeypatch):
    monkeypatch.setattr(shapes, "MANY", 2)
    comments = [make_comment(), make_comment()]
    assert client.get("/summary/").content.decode().count('href="/report/spreadsheet/"') == 1
    page = content(client.get("/report/spreadsheet/")).decode()
    assert page.rstrip().endswith("</html>")
    assert page.count('<p class="app-how-far">0 of 2 comments written.</p>') == 1
    (address,) = re.findall(r'href="(/report/spreadsheet/[^"]+/)"', page)
    made, at_once = client.get(address), client.get("/report.xlsx")
    assert made["Content-Disposition"] == at_once["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(content(made)))
    assert [row[0] for row in values(book["Comments"])] == [comment.reference for comment in comments]


def test_a_made_spreadsheet_is_for_who_made_it_and_for_an_hour(client, client_for, tmp_path):
    (address,) = re.findall(
        r'href="(/report/spreadsheet/[^"]+/)"', content(client.get("/report/spreadsheet/")).decode()
    )
    assert client_for("manager").get(address).status_code == 404
    for made in Path(tmp_path, "spreadsheets").iterdir():
        made.unlink()
    assert client.get(address).status_code == 404
    assert client.get("/report/spreadsheet/nonsense/").status_code == 404


def test_the_one_page_has_a_finding_under_each_theme_and_the_words_for_the_agenda(client):
    meetings = [make_meeting(), make_meeting()]
    make_key_point([make_comment(meeting=meetings[0]), make_comment(meeting=meetings[0])], text="Said often.")
    make_key_point([make_comment(meeting=met) for met in meetings], text="Said at more meetings.", position=2)
    page = client.get("/report/one-page/").content.decode()
    assert 'href="/report/?"' in page
    text = read_pdf(client.get("/report/one-page.pdf").content)
    found = [said.count("Said at more meetings.") for said in (page, text)]
    assert found == [2, 1]  # on the page its link names it too
    for said in (page, text):
        assert said.count("Said often.") == 0
        assert said.count("Cabinet is asked to note what was heard") == 1
        assert said.count("No key point yet.") == 5
    assert page.count("<svg") == 3


def test_the_one_page_is_one_page_however_much_the_findings_say(client):
    def pages():
        return len(pypdf.PdfReader(io.BytesIO(client.get("/report/one-page.pdf").content)).pages)

    for each in Theme.objects.all():
        make_key_point([make_comment(theme=each)], theme=each, text="People felt that the halls are cold.")
    assert pages() == 1
    KeyPoint.objects.update(text=f"People felt that {'the halls are cold and ' * 20}the lifts slow.")
    assert pages() == 1


SAID_MOST = {
    (2, 1): "More was said under Overall vision (2 of 3 comments) than under any other heading.",
    (2, 2): "More was said under Overall vision and under Thriving neighbourhoods (2 of 4 comments each) than under any"
    " other heading.",
    (0, 0): "",
}


@pytest.mark.parametrize("comments", SAID_MOST)
def test_the_covering_paragraph_says_where_most_was_said_of_how_much_and_names_equals(client, db, comments):
    for slug, number in zip(("overall-vision", "thriving-neighbourhoods"), comments, strict=True):
        for _ in range(number):
            make_comment(theme=theme(slug))
    covering = client.get("/report/one-page/").context["covering"]
    between = covering.split(" headings.")[1].split("Each key point is printed")[0]
    assert between.strip() == SAID_MOST[comments]


def test_of_one_theme_the_covering_paragraph_does_not_compare(client, db):
    make_comment(theme=theme())
    covering = client.get("/report/one-page/", {"theme": theme().slug}).context["covering"]
    assert "under 1 heading. Each key point is printed" in covering


def test_where_each_theme_has_as_much_the_covering_paragraph_says_so(client, db):
    for each in Theme.objects.all():
        make_comment(theme=each)
    covering = client.get("/report/one-page/").context["covering"]
    assert "under 6 headings. As much was said under each heading (1 of 6 comments). Each" in covering
