"""The report of a part: key points that nobody of that part raised are left out of page and files, and said to be."""

import io

import docx
import openpyxl
import pytest

from meetings.models import Audience
from tests.factories import make_comment, make_key_point, make_meeting, theme
from tests.themes.reports import READERS, csv_rows, read_pdf, values
from themes.exports import FORMATS
from themes.models import Edition
from themes.report import ReportFilter, build, comment_rows

pytestmark = pytest.mark.django_db

LEFT_OUT = "2 key points have no evidence here and are left out."


@pytest.fixture
def client(client_for):
    return client_for("manager")


@pytest.fixture
def audience():
    """Heard at one meeting, where one thing was said; several others were heard on it, and on two more things."""
    heard, other = Audience.objects.all()[:2]
    here = make_meeting(audience=heard)
    elsewhere = [make_meeting(audience=other) for _ in range(4)]
    said = [make_comment(meeting=meeting) for meeting in (here, *elsewhere)]
    make_key_point(said, text="Several people said that halls are cold.")
    for words in ("Rooms are cold.", "Streets are cold."):
        make_key_point([make_comment(meeting=elsewhere[0])], text=words)
    return heard


def part(audience, order="theme"):
    return build(ReportFilter({"audience": str(audience.pk)}), order)


@pytest.mark.parametrize("order", ["theme", "audience"])
def test_a_point_that_nobody_raised_here_is_left_out_and_counted(audience, order):
    report = part(audience, order)
    assert [point.text for point in report.points] == ["Several people said that halls are cold."]
    assert (report.figures.key_points, report.elsewhere) == (1, 2)


def test_narrowed_to_a_theme_every_point_of_it_stays(audience):
    make_key_point(text="Parks are cold.")
    report = build(ReportFilter({"theme": theme().slug}))
    assert (len(report.points), report.elsewhere) == (4, 0)


WORDS_OF = {
    "docx": lambda content: "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs),
    "pdf": read_pdf,
    "xlsx": lambda content: str(values(openpyxl.load_workbook(io.BytesIO(content))["About"])),
    "csv": lambda content: str([row["Words"] for row in csv_rows(content)]),
}


def test_every_file_says_how_many_are_left_out_and_prints_the_others(audience):
    chosen = ReportFilter({"audience": str(audience.pk)})
    made = {name: format.render(build(chosen), comment_rows(chosen)) for name, format in FORMATS.items()}
    printed = {name: read(made[name])["points"] for name, read in READERS.items()}
    assert printed == dict.fromkeys(READERS, ["Several people said that halls are cold."])
    assert [name for name, words in WORDS_OF.items() if LEFT_OUT not in words(made[name])] == []
    assert '"key_points_elsewhere": 2' in made["json"].decode()


@pytest.mark.parametrize("page", ["/report/", "/summary/", "/report/one-page/"])
def test_every_page_says_it_too(client, audience, page):
    narrowed, whole = (client.get(f"{page}{query}").text for query in (f"?audience={audience.pk}", ""))
    assert (LEFT_OUT in narrowed, "Rooms are cold." in narrowed, LEFT_OUT in whole) == (True, False, False)


def test_the_word_of_quantity_goes_by_the_figures_that_are_shown(client, audience):
    narrowed = client.get(f"/report/?audience={audience.pk}")
    (point,) = [point for section in narrowed.context["draft"] for point in section.points]
    assert ([misfit.said for misfit in point.misfits], point.word) == (["Several"], "one")
    (problem,) = [each for each in narrowed.context["problems"] if "word of quantity" in each.sentence]
    assert problem.items[0] == (
        "Several people said that halls are cold. “Several” does not fit 1 of 1 meeting: “one” does",
        f"/report/?audience={audience.pk}&open={point.point.pk}#point-{point.point.pk}",
    )
    assert "word of quantity" in client.get(problem.link.split("#")[0]).text


def test_what_stops_publication_of_the_whole_stops_a_part(client, audience):
    make_key_point(text="Parks are cold.")
    page = f"/editions/prepare/?audience={audience.pk}"
    assert client.get(page).context["form"].stopped
    client.post(page, {"title": "Businesses", "is_public": "False"})
    assert Edition.objects.count() == 0


def test_an_edition_keeps_how_many_are_left_out(client, audience):
    client.post(f"/editions/prepare/?audience={audience.pk}", {"title": "Businesses", "is_public": "False"})
    assert Edition.objects.get().report["elsewhere"] == 2
    assert LEFT_OUT in client.get("/editions/1/").text
