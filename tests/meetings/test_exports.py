"""The schedule as a file holds what the list shows, and nothing that a spreadsheet would run."""

import csv
import io
from datetime import date, datetime, time

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from meetings.exports import COLUMNS
from tests.factories import make_meeting, make_person, make_stakeholder

pytestmark = pytest.mark.django_db


def rows(client_for, format, query=""):
    response = client_for("officer").get(reverse("schedule_file", args=[format]) + query)
    assert response["Content-Disposition"] == f'attachment; filename="schedule.{format}"'
    if format == "csv":
        return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    head, *found = load_workbook(io.BytesIO(response.content)).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


@pytest.fixture
def forum():
    return make_meeting(
        [make_stakeholder(name="Youth forum")],
        title="Forum",
        starts_on=date(2024, 1, 16),
        starts_at=time(18),
        ends_at=time(19, 30),
        date_as_given="16th Jan",
        venue="Town hall",
        attendance=25,
    )


def test_a_row_holds_all_of_a_meeting(client_for, forum):
    (row,) = rows(client_for, "csv")
    assert row == {
        "Category": str(forum.category),
        "Title": "Forum",
        "Dates": "16 January 2024",
        "First day": "2024-01-16",
        "Last day": "2024-01-16",
        "Time": "18:00 to 19:30",
        "Date as given": "16th Jan",
        "State": "Held",
        "Venue": "Town hall",
        "Lead": "",
        "Audience": str(forum.audience),
        "Who came": "Youth forum",
        "Attendance": "25",
    }


def test_a_spreadsheet_has_real_dates_and_numbers(client_for, forum):
    (row,) = rows(client_for, "xlsx")
    assert (row["First day"], row["Attendance"]) == (datetime(2024, 1, 16), 25)
    assert list(row) == list(COLUMNS)


FORMULAS = ["=1+1", "+44 161", "-", "@SUM(A1)", "\tx", " =1+1", "\uff1d1+1"]


@pytest.mark.parametrize("title", [*FORMULAS, "\r=1"])
def test_a_csv_cell_begins_with_nothing_that_is_run(client_for, title):
    make_meeting(title=title)
    assert rows(client_for, "csv")[0]["Title"] == f"'{title}"


@pytest.mark.parametrize("title", FORMULAS)
def test_a_spreadsheet_holds_text_as_text(client_for, title):
    make_meeting(title=title)
    assert rows(client_for, "xlsx")[0]["Title"] == title


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_the_schedules_filter_and_order_are_the_files_too(client_for, format):
    for title, day in (("Late forum", 20), ("Early forum", 10), ("Board", 5)):
        make_meeting(title=title, starts_on=date(2024, 1, day))
    assert [row["Title"] for row in rows(client_for, format, "?q=forum")] == ["Early forum", "Late forum"]


def test_an_empty_schedule_is_an_empty_file(client_for):
    assert (rows(client_for, "csv"), rows(client_for, "xlsx")) == ([], [])


def test_no_other_file_is_made(client_for):
    assert client_for("officer").get("/meetings/schedule.exe").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_a_file_takes_as_many_queries_for_many_as_for_one(client_for, number, django_assert_num_queries):
    client = client_for("officer")
    for _ in range(number):
        make_meeting([make_stakeholder()])
    client.get("/meetings/schedule.csv")
    with django_assert_num_queries(6):
        client.get("/meetings/schedule.csv")


def test_a_lead_without_a_name_is_told_by_their_account(client_for):
    make_meeting(title="Named", lead=make_person(first_name="Ada", last_name="Byron"))
    make_meeting(title="Nameless", lead=make_person(username="ab12"))
    assert {row["Title"]: row["Lead"] for row in rows(client_for, "csv")} == {"Named": "Ada Byron", "Nameless": "ab12"}
