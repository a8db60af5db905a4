"""Rows without a date below one that has one: a merged cell leaves them so in a paste, and so does a list by days."""

import pytest

from tests.meetings.importing import again, outcomes, read

pytestmark = pytest.mark.django_db
GRID = """\
Meeting\tDate\tVenue
Weir walk\t3 January 2024\tHall
Locks\t\tPark
Talk\t\tBaths
Members\t\t
Briefing\t\tTown hall
"""


@pytest.fixture
def client(client_for):
    return client_for("admin")


def days(response):
    return {title: (str(each.row.reading.starts_on), each.doubtful) for title, each in outcomes(response).items()}


def test_rows_below_a_date_are_doubtful_until_somebody_says_whether_they_have_it(client):
    first = read(client, GRID)
    assert days(first) == {
        "Weir walk": ("2024-01-03", False),
        "Locks": ("None", True),
        "Talk": ("None", True),
        "Briefing": ("None", False),  # a heading parts it from them
    }
    assert outcomes(first)["Locks"].said[0] == "no date stands beside it; the row above has “3 January 2024”"
    assert "2 rows without a date: take that of the row above" in first.text
    told = again(client, first, above="1")
    assert (days(told)["Locks"], days(told)["Talk"]) == (("2024-01-03", False), ("2024-01-03", False))
    assert outcomes(told)["Talk"].said[0] == "its date is that of the row above"
    assert days(again(client, told, above="1")) == days(told)


def test_one_of_them_can_be_told_by_itself(client):
    first = read(client, GRID)
    told = again(client, first, **{"when-3": "TBC", "when-4": "5 January 2024"})
    assert (days(told)["Locks"], days(told)["Talk"]) == (("None", False), ("2024-01-05", False))


def test_what_is_off_or_says_itself_when_it_is_is_not_asked(client):
    response = read(client, "Meeting\tDate\tStatus\nWalk\t3 January\t\nTalk\t\tCancelled\nFair\tTBC\tConfirmed")
    assert response.context["plan"].listed.dateless == 0


def test_its_own_time_stays_with_the_date_of_the_row_above(client):
    first = read(client, "Meeting\tDate\tTime\nWalk\t3 January 2024\t6pm\nTalk\t\t7pm")
    told = again(client, first, above="1")
    assert outcomes(told)["Talk"].row.as_given == "3 January 2024 7pm"
    assert days(again(client, told, above="1"))["Talk"] == days(told)["Talk"] == ("2024-01-03", False)
