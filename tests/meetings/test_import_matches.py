"""Which rows of an imported list are in the schedule already, and what the review says of them."""

from datetime import date, time

import pytest
from django.urls import reverse

from meetings.models import Audience, Category, Meeting, Move
from tests.factories import make_category, make_meeting
from tests.meetings.importing import LIST, again, counts, import_all, outcomes, read, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("admin")


def test_a_slip_in_a_title_is_doubtful_and_said(client):
    known = make_meeting(title="Friends of the Goyt and Ethrow", starts_on=date(2024, 1, 3))
    outcome = outcomes(read(client, LIST))["Friends of the Goyt & Etherow"]
    assert (outcome.state, outcome.doubtful, outcome.meeting) == ("changed", True, known)  # its heading is another
    assert outcome.said == ("in the schedule, on the same day, as “Friends of the Goyt and Ethrow”",)


def test_the_nearest_heading_of_the_portal_is_offered_and_flagged(client):
    response = read(client, "Stakeholders meeting\t\nWalk\t3rd January")
    (heading,) = response.context["headings"]
    assert (heading["filed"].name, heading["filed"].said) == (
        "Stakeholder meetings",
        "spelled otherwise: taken to be Stakeholder meetings",
    )
    made = again(client, response, **{"category-1": "new"}).context["headings"][0]["filed"]
    assert (made.name, made.is_new) == ("Stakeholders meeting", True)


def test_nothing_is_asked_of_a_heading_whose_rows_are_left_out(client):
    first = read(client, "Youth walk\t2nd January\nMembers\t\nBriefing\t3rd January")
    assert len(first.context["questions"]) == 1
    second = again(client, first, **{"as-1": "leave"})
    assert second.context["questions"] == []
    assert "Choose the category" not in second.text
    save(client, second)
    assert [meeting.title for meeting in Meeting.objects.all()] == ["Briefing"]


def test_what_is_in_the_schedule_keeps_its_category_in_a_list_without_headings(client):
    forums = make_category(name="Forums")
    for title, day in (("Walk", 2), ("Talk", 3)):
        make_meeting(title=title, starts_on=date(2024, 1, day), category=forums)
    response = read(client, "Walk\t2nd January\nTalk\t4th January")
    assert {title: each.state for title, each in outcomes(response).items()} == {"Walk": "same", "Talk": "changed"}
    assert outcomes(response)["Talk"].problem == "Say whether it is the meeting of 3 January 2024, already held."
    assert len(response.context["questions"]) == 1


def test_a_slip_can_be_another_meeting_all_the_same(client):
    make_meeting(title="Locks Pannel", starts_on=date(2024, 1, 16))
    response = again(client, read(client, LIST), **{"as-5": "new"})
    assert outcomes(response)["Locks Panel"].state == "new"


def test_what_has_another_date_is_changed_and_says_from_what_to_what(client):
    import_all(client, LIST)
    Meeting.objects.filter(title="Depot breakfast").update(audience=Audience.objects.last())
    response = read(client, LIST.replace("\tTBC", "\t14th February"))
    assert counts(response)["changed"] == 1
    assert "To be confirmed <span" in response.text
    move = Move.objects.get(pk=int(save(client, response).url.split("/")[-2]))
    assert Meeting.objects.get(title="Depot breakfast").dates == "14 February 2024"
    client.post(reverse("undo_move", args=[move.pk]))
    assert Meeting.objects.get(title="Depot breakfast").dates == "To be confirmed"


def test_what_was_held_on_another_day_is_asked(client):
    import_all(client, LIST)
    response = read(client, LIST.replace("3rd January", "4th January"))
    outcome = outcomes(response)["Friends of the Goyt & Etherow"]
    assert outcome.problem == "Say whether it is the meeting of 3 January 2024, already held."
    added = again(client, response, **{"as-4": "new"})
    assert counts(added)["new"] == 1


def test_the_only_meeting_of_a_title_to_be_confirmed_is_given_its_date_under_any_heading(client):
    known = make_meeting(title="Walk", starts_on=None, category=make_category(name="Forums"))
    make_meeting(title="Talk", starts_on=None, category=known.category)
    response = read(client, "Members\t\nWalk\t3rd January\nTalk\t4th January\nTalk\t5th January")
    found = [(each.row.title, each.state, each.meeting) for each in response.context["plan"].outcomes]
    assert found == [("Walk", "changed", known), ("Talk", "new", None), ("Talk", "new", None)]


def test_one_of_the_same_title_some_days_away_under_another_heading_is_named_and_can_be_it(client):
    coming = {"period_from": "2027-01-01", "period_to": "2027-12-31"}
    areas = Category.objects.get(name="Area Committees")
    meeting = make_meeting(title="Marple", category=areas, starts_on=date(2027, 1, 26), starts_at=time(18))
    response = read(client, "Forums\t\nMarple\t28 January 2027\nBramhall\t29 January 2027", **coming)
    outcome = outcomes(response)["Marple"]
    named = "there is one of this title on 26 January 2027, under Area Committees"
    assert (outcome.state, outcome.doubtful, outcome.said[0]) == ("new", True, named)
    assert [label for _, label, _ in outcome.boxes] == [
        "Add it as another meeting",
        "It is the one of 26 January 2027 at 18:00: change that",
        "Leave it out",
    ]
    it_is_that = again(client, response, **{"as-2": str(meeting.pk)})
    assert (outcomes(it_is_that)["Marple"].state, counts(it_is_that)["new"]) == ("changed", 1)
    far = read(client, "Forums\t\nMarple\t28 March 2027", **coming)
    assert (outcomes(far)["Marple"].state, outcomes(far)["Marple"].doubtful) == ("new", False)


def test_a_category_that_is_yet_to_be_made_is_named(client):
    make_meeting(title="Walk", starts_on=None, category=make_category(name="Forums"))
    response = read(client, "Winter walks\t\nWalk\t3rd January")
    ((row,),) = [heading["rows"] for heading in response.context["headings"]]
    assert [change for change in row["changes"] if change[0] == "Category"] == [("Category", "Forums", "Winter walks")]


def test_most_written_years_tell_the_years_of_the_rest(client):
    """Not the period, which they do not lie in; February 2024 would."""
    rows = "Walk\t8 February 2027\nTalk\t9th Feb\nTea\t10 February 2027\nBoard\tfirst week of February\n"
    found = outcomes(read(client, rows + "Ball\t11 February 2027\n"))
    assert [found[title].row.reading.starts_on for title in ("Talk", "Board")] == [date(2027, 2, 9), date(2027, 2, 1)]


def test_a_slip_in_the_one_year_that_is_written_tells_no_other_year(client):
    found = outcomes(read(client, "Walk\t3 January\nTalk\t4 January\nTea\t5 January 2042\n"))
    assert [found[title].row.reading.starts_on.year for title in ("Walk", "Talk")] == [2024, 2024]


def test_a_row_that_comes_twice_is_left_out(client):
    response = read(client, LIST + "Depot  Breakfast\tTBC\n")
    assert counts(response)["left out"] == 1
    assert outcomes(response)["Depot Breakfast"].said == ("a row above says the same",)


def test_two_of_one_title_on_a_day_are_told_by_their_times(client):
    import_all(client, "Forums\t\nDrop-in\t4 January at 10am\nDrop-in\t4 January at 2pm")
    assert [f"{meeting.starts_at:%H}" for meeting in Meeting.objects.order_by("pk")] == ["10", "14"]
    response = read(client, "Forums\t\nDrop-in\t4 January at 2pm\nDrop-in\t4 January at 10am")
    assert counts(response)["same"] == 2


def test_another_time_on_the_same_day_is_a_change_that_is_said(client):
    coming = {"period_from": "2090-01-01", "period_to": "2090-12-31"}
    forums = make_category(name="Forums")
    meeting = make_meeting(title="Drop-in", category=forums, starts_on=date(2090, 1, 4), starts_at=time(10))
    response = read(client, "Forums\t\nDrop-in\t4 January 2090 at 2pm", **coming)
    outcome = outcomes(response)["Drop-in"]
    assert (outcome.state, outcome.doubtful, outcome.said, outcome.problem) == (
        "changed",
        True,
        ("in the schedule at another time, 10:00",),
        "",
    )
    assert response.context["headings"][0]["rows"][0]["changes"] == [
        ("Date", "Wednesday 4 January 2090 at 10:00", "Wednesday 4 January 2090 at 14:00")
    ]
    save(client, response)
    meeting.refresh_from_db()
    assert (Meeting.objects.count(), meeting.starts_at) == (1, time(14))


def test_it_can_be_another_meeting_of_that_day(client):
    forums = make_category(name="Forums")
    make_meeting(title="Drop-in", category=forums, starts_on=date(2024, 1, 4), starts_at=time(10))
    response = read(client, "Forums\t\nDrop-in\t4 January at 2pm")
    assert outcomes(response)["Drop-in"].problem == (
        "The schedule has it as held, 4 January 2024: say whether to change that."
    )
    assert outcomes(again(client, response, **{"as-2": "new"}))["Drop-in"].state == "new"


def test_a_time_that_the_schedule_did_not_have_is_added(client):
    make_meeting(title="Drop-in", category=make_category(name="Forums"), starts_on=date(2024, 1, 4))
    outcome = outcomes(read(client, "Forums\t\nDrop-in\t4 January at 2pm"))["Drop-in"]
    assert (outcome.state, outcome.doubtful, outcome.said) == ("changed", False, ())
