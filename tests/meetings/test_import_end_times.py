"""The end of a meeting comes in with an imported list, however the list has it."""

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings.models import Meeting, Move
from tests.factories import make_category, make_meeting
from tests.meetings.importing import counts, outcomes, read, save

pytestmark = pytest.mark.django_db
COMING = {"period_from": "2090-01-01", "period_to": "2090-12-31"}


@pytest.fixture
def client(admin, client_for):
    return client_for("admin")


@pytest.fixture
def forum():
    forums = make_category(name="Forums")
    return make_meeting(title="Forum", category=forums, starts_on=date(2090, 1, 16), starts_at=time(18))


def listed(*rows, head="Event|Date|Time"):
    return "\n".join([head, *rows]).replace("|", "\t")


def found(response):
    (outcome,) = response.context["plan"].outcomes
    values = outcome.values
    return values["starts_at"] and f"{values['starts_at']:%H:%M}", values["ends_at"] and f"{values['ends_at']:%H:%M}"


@pytest.mark.parametrize(
    ("head", "row", "hours"),
    [
        ("Event|Date|Time", "Forum|16 January 2090|10:00-12:00", ("10:00", "12:00")),
        ("Event|Date|Time", "Forum|16 January 2090|6pm to 8pm", ("18:00", "20:00")),
        ("Event|Date", "Forum|16 January 2090, 6pm to 8pm", ("18:00", "20:00")),
        ("Event|Date|Start|End", "Forum|16 January 2090|10:00|12:00", ("10:00", "12:00")),
        ("Event|Date|Start time|End time", "Forum|16 January 2090|10am|1pm", ("10:00", "13:00")),
        ("Event|Date|Starts at|Ends at", "Forum|16 January 2090|10am|1pm", ("10:00", "13:00")),
        ("Event|Date|Time|Finish", "Forum|16 January 2090|2|4pm", ("14:00", "16:00")),
        ("Event|Date|Time|Finish", "Forum|16 January 2090|2pm|", ("14:00", None)),
        ("Event|Start|End", "Forum|2090-01-16 18:00|2090-01-16 20:00", ("18:00", "20:00")),
        ("Event|Start|End", "Forum|16/01/2090 6:00 PM|16/01/2090 8:30 PM", ("18:00", "20:30")),
        ("Event|Date|End time", "Forum|16 January 2090 18:00|20:00", ("18:00", "20:00")),
        ("Event|Date|End time", "Forum|16 January 2090|20:00", (None, None)),
    ],
)
def test_an_end_is_read_from_whichever_column_has_it(client, head, row, hours):
    assert found(read(client, listed(row, head=head), **COMING)) == hours


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        ("Event|Date|End time", "Forum|16 January 2090|20:00", "it says until what time, but not from when"),
        ("Event|Date|Time", "Forum|16 January 2090|10-11am and 2-3pm", "it names several times, kept as one from the"),
    ],
)
def test_what_is_not_kept_of_the_times_is_said(client, head, row, said):
    assert outcomes(read(client, listed(row, head=head), **COMING))["Forum"].said[0].startswith(said)


def test_an_end_before_its_start_is_settled_before_the_list_is_saved(client, forum):
    response = read(client, listed("Forum|16 January 2090|14:00-12:00"), **COMING)
    problem = "It would end at 12:00, which is not after it begins, at 14:00."
    assert outcomes(response)["Forum"].problem == problem
    response = save(client, response)
    assert (response.status_code, problem in response.text) == (422, True)
    response = save(client, response, **{"when-2": "16 January 2090, 14:00-16:00"})
    assert response.status_code == 422  # what was typed is shown first
    save(client, response)
    forum.refresh_from_db()
    assert forum.times == "14:00 to 16:00"


def test_an_end_that_the_schedule_did_not_have_is_added_and_the_same_list_changes_nothing(client, forum):
    text = listed("Forum|16 January 2090|6pm-8pm")
    response = read(client, text, **COMING)
    assert (counts(response)["changed"], outcomes(response)["Forum"].said) == (1, ())
    assert response.context["headings"][0]["rows"][0]["changes"] == [
        ("Date", "Monday 16 January 2090 at 18:00", "Monday 16 January 2090, 18:00 to 20:00")
    ]
    save(client, response)
    assert counts(read(client, text, **COMING))["same"] == 1
    assert counts(read(client, listed("Forum|16 January 2090|6pm"), **COMING))["same"] == 1
    client.post(reverse("undo_move", args=[Move.objects.get().pk]))
    forum.refresh_from_db()
    assert forum.times == "18:00"


def test_another_end_is_a_change_that_is_said(client, forum):
    Meeting.objects.update(ends_at=time(20))
    outcome = outcomes(read(client, listed("Forum|16 January 2090|6pm-9pm"), **COMING))["Forum"]
    assert (outcome.state, outcome.doubtful) == ("changed", True)
    assert outcome.said == ("in the schedule at another time, 18:00 to 20:00",)


def test_a_list_that_tells_another_start_alone_keeps_the_length(client, forum):
    Meeting.objects.update(ends_at=time(20))
    assert found(read(client, listed("Forum|16 January 2090|10am"), **COMING)) == ("10:00", "12:00")
    assert found(read(client, listed("Forum|17 January 2090|"), **COMING)) == ("18:00", "20:00")


def test_a_row_that_comes_twice_with_another_end_says_so(client):
    response = read(client, listed("Forum|16 January 2090|6pm-8pm", "Forum|16 January 2090|6pm-9pm"), **COMING)
    twice = response.context["plan"].outcomes[1]
    assert (twice.state, twice.said) == ("left out", ("a row above says the same, but for when it ends",))


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_the_schedule_as_a_file_is_the_same_again(client, forum, format):
    Meeting.objects.update(ends_at=time(20))
    make_meeting(title="Gala", starts_on=date(2090, 2, 1), starts_at=time(19), ends_at=time(0), category=forum.category)
    fair = {"starts_on": date(2090, 2, 2), "ends_on": date(2090, 2, 4), "starts_at": time(10), "ends_at": time(15)}
    make_meeting(title="Fair", category=forum.category, **fair)
    content = client.get(reverse("schedule_file", args=[format])).content
    response = read(client, "", file=SimpleUploadedFile(f"schedule.{format}", content), **COMING)
    assert counts(response) == {"new": 0, "changed": 0, "same": 3, "left out": 0}
