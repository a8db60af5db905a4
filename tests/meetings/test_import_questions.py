"""What is asked before a list is saved: each thing once, and all of it at once."""

import re
from datetime import date

import pytest

from meetings.import_periods import reach
from meetings.models import Meeting
from tests.meetings.importing import LIST, again, outcomes, read, save, with_audiences

pytestmark = pytest.mark.django_db
LATER = "Members\t\nBriefing\t3 March 2026\nSeminar\t9 June 2026\nScrutiny\t16h July 2026\nCouncil\t22 September 2026"
LATER_YEARS = "3 March to 22 September 2026"
YEARLESS = "Members\t\nBriefing\t3 April\nSeminar\t9 June\nScrutiny\t16h July\nGroup leaders\t4 January"


@pytest.fixture
def client(client_for):
    return client_for("admin")


def doubtful(response):
    rows = [row for heading in response.context["headings"] for row in heading["rows"]]
    return [row["outcome"].row.title for row in rows if row["is_doubtful"]]


def asked(response):
    """(the id of the control, what is asked) as the error summary names them."""
    summary = response.text.partition("govuk-error-summary__list")[2].partition("</ul>")[0]
    return re.findall(r'<a href="#([\w-]+)">(.*?)</a>', summary)


def test_a_list_of_other_years_is_asked_once_and_not_row_by_row(client):
    response = read(client, LATER)
    assert doubtful(response) == ["Scrutiny"]
    assert outcomes(response)["Briefing"].said == ("audience: Elected members, guessed from its heading",)
    told = "was read as 3 March to 22 September 2026, and 4 of its dates do not lie between 1 November 2023 and 29 Feb"
    assert told in response.text
    refused = save(client, response, years="")
    assert (refused.status_code, [box for box, _ in asked(refused)]) == (422, ["years"])
    assert save(client, response, years=LATER_YEARS).status_code == 302
    assert Meeting.objects.count() == 4


def test_a_year_that_stands_apart_from_the_others_is_doubtful_of_itself(client):
    response = read(client, "Members\t\nBriefing\t3 January 2024\nSeminar\t9 January 2042\nScrutiny\t11 January 2024")
    assert doubtful(response) == ["Seminar"]
    assert "it is not between the days given for the list" in outcomes(response)["Seminar"].said
    assert not response.context["plan"].asks_years()


def test_a_list_reaches_from_its_period_over_what_follows_closely():
    period = (date(2024, 1, 1), date(2024, 3, 31))
    near, far = [date(2024, month, 1) for month in (1, 2, 3, 5, 7)], [date(2025, 5, 1)]
    assert reach(near + far, period) == (period[0], date(2024, 7, 1))
    assert reach([date(2022, 1, 1), *far, date(2025, 6, 1)], period) == (date(2025, 5, 1), date(2025, 6, 1))
    assert reach([], period) == period


def test_years_that_the_period_does_not_tell_are_asked_once(client):
    response = read(client, YEARLESS)
    assert doubtful(response) == []
    assert [question.box for question in response.context["questions"]] == ["id_period_from"]
    refused = save(client, response)
    assert asked(refused)[0] == (
        "id_period_from",
        "Say between which days the list lies: 3 dates leave out their year.",
    )
    told = again(client, response, period_from="2024-01-01", period_to="2024-12-31")
    assert told.context["questions"] == []
    assert save(client, told).status_code == 302
    assert str(Meeting.objects.get(title="Briefing").starts_on) == "2024-04-03"


def test_a_period_of_two_years_is_asked_once_too(client):
    response = read(client, YEARLESS, period_from="2023-01-01", period_to="2024-12-31")
    assert [question.box for question in response.context["questions"]] == ["id_period_from"]


def test_all_that_is_asked_is_named_at_once_and_leads_to_its_control(client):
    response = save(client, read(client, LIST + "Spring walk\t31 June\n"), years="")
    assert asked(response) == [
        ("under-2", "River forums: choose whom 3 of its meetings hear."),
        ("under-6", "Ward evenings: choose whom 2 of its meetings hear."),
        ("when-11", f"Spring walk: {outcomes(response)['Spring walk'].problem}"),
        ("years", "Tick that the years are right, or change the period above and read again."),
    ]
    assert all(f'id="{box}"' in response.text for box, _ in asked(response))


def test_a_row_that_lacks_both_its_date_and_its_audience_is_asked_for_both(client):
    response = save(client, read(client, "Forums\t\nSpring walk\t31 June\nMembers\t\nBriefing\t4 January 2024"))
    assert [box for box, _ in asked(response)] == ["when-2", "audience-2"]


def test_what_was_typed_stays_where_the_period_is_wrong(client):
    first = read(client, LIST)
    wrong = again(client, first, period_from="2025-01-01", **with_audiences(first), **{"title-4": "Goyt"})
    assert wrong.status_code == 422
    assert ("title-4", "Goyt") in wrong.context["carried"]
