"""The council's own list of meetings, imported as it stands in the report, where that is at hand."""

from io import StringIO

import pytest
from django.core.management import call_command

from meetings.models import Category, Meeting
from tests.meetings.importing import REPORTS, appendix_of, counts, import_all, outcomes, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("admin")


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_the_councils_own_appendix_makes_its_36_meetings(client, path):
    appendix = appendix_of(path)
    response = read(client, appendix)
    assert (len(response.context["plan"].outcomes), response.context["dated"]) == (36, 35)
    assert outcomes(response)["CRMG Scrutiny"].said[0] == "a spelling was mended"
    asked = [title for title, each in outcomes(response).items() if each.needs_audience]
    assert asked == ["MDC Board", "GM Transport Round Table"]
    import_all(client, appendix)
    assert Meeting.objects.filter(starts_on=None).count() == 1
    of_category = {category.name: category.meetings.count() for category in Category.objects.all()}
    assert of_category == {
        "Stakeholder meetings": 15,
        "Team Around the Place": 5,
        "Members": 3,
        "Area Committees": 7,
        "Staff and colleagues": 6,
    }
    assert counts(read(client, appendix)) == {"new": 0, "changed": 0, "same": 36, "left out": 0}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_the_appendix_is_recognised_in_the_sample(client_for, path, settings):
    settings.DEBUG = True
    call_command("load_sample", stdout=StringIO())
    client = client_for("admin")
    appendix = appendix_of(path)
    response = read(client, appendix)
    assert counts(response) == {"new": 0, "changed": 0, "same": 36, "left out": 0}
    slips = [each.said for each in response.context["plan"].outcomes if each.doubtful]
    assert slips == [
        ("in the schedule, on the same day, as “VCFSE Session”",),
        ("in the schedule, on the same day, as “Marple/Werneth”",),
    ]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
@pytest.mark.parametrize("parted_by", ["\t", ", ", "    ", " "])
def test_the_whole_report_gives_its_appendix_alone(client, path, parted_by):
    response = read(client, path.read_text().replace("\t", parted_by))
    assert (len(response.context["plan"].outcomes), response.context["dated"]) == (36, 35)
    assert (len(response.context["text"]), response.context["passed"]) == (41, [])
    assert "41 lines of text were passed over: " in response.text
    asked = "Stakeholder meetings: choose whom 2 of its meetings hear."
    assert [question.words for question in response.context["questions"]] == [asked]
    import_all(client, appendix_of(path))
    assert counts(read(client, path.read_text())) == {"new": 0, "changed": 0, "same": 36, "left out": 0}
