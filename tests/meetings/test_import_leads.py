"""Importing a list that says who leads, and what is off: what the review says, what is saved, what undo gives back."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings.models import Audience, Category, Meeting, Move
from tests.factories import make_category, make_meeting, make_person
from tests.meetings.importing import again, counts, fields, import_all, outcomes, read, save, with_audiences

pytestmark = pytest.mark.django_db

COMING = {"period_from": "2090-01-01", "period_to": "2090-12-31"}
LIST = """\
Meeting\tDate\tTime\tVenue\tLead officer\tStatus\tNotes
River forums\t\t\t\t\t\t
Walkers\t6 February\t6pm\tTown Hall\tann lee\tConfirmed\tBring hats
Anglers\t7 February\t\t\tBea\t\t
Rowers\t8 February\t\t\tNobody Known\t\t
"""


@pytest.fixture
def client(client_for):
    return client_for("admin")


@pytest.fixture
def ann():
    return make_person(username="ann", first_name="Ann", last_name="Lee")


@pytest.fixture
def bea():
    return make_person(username="bea", first_name="Bea", last_name="May")


def look(client, paste):
    return read(client, paste, **COMING)


def import_coming(client, paste):
    first = look(client, paste)
    return save(client, again(client, first, **with_audiences(first)))


def schedule():
    rows = Meeting.objects.order_by("pk")
    return [(row.title, str(row.starts_on), row.status, row.lead and row.lead.username) for row in rows]


def undo(client):
    client.post(reverse("undo_move", args=[Move.objects.latest("pk").pk]))


def test_who_leads_is_told_by_full_name_or_username(client, ann, bea):
    import_coming(client, LIST)
    assert schedule() == [
        ("Walkers", "2090-02-06", "scheduled", "ann"),
        ("Anglers", "2090-02-07", "scheduled", "bea"),
        ("Rowers", "2090-02-08", "scheduled", None),
    ]


def test_the_review_says_who_leads_and_what_is_passed_over(client, ann, bea):
    response = look(client, LIST)
    assert outcomes(response)["Walkers"].said == ("venue: Town Hall", "lead: Ann Lee")
    assert outcomes(response)["Rowers"].said == ("who leads it is asked above: “Nobody Known”",)
    assert "Passed over: Notes." in response.text
    assert "“Nobody Known”, 1 meeting: nobody here has this name" in response.text


def test_the_same_list_again_changes_nothing(client, ann, bea):
    import_coming(client, LIST)
    assert counts(look(client, LIST)) == {"new": 0, "changed": 0, "same": 3, "left out": 0}


def test_a_name_that_is_not_known_is_asked_once_for_all_its_meetings(client, ann):
    text = "Event\tDate\tLead\nRiver forums\nAnglers\t7 February\tBea M.\nRowers\t8 February\tbea m."
    first = look(client, text)
    (asked,) = first.context["plan"].leads
    assert (asked.place, asked.name, asked.rows) == (3, "Bea M.", 2)
    second = again(client, first, **with_audiences(first), **{"lead-3": str(ann.pk)})
    save(client, second)
    assert [lead for *_, lead in schedule()] == ["ann", "ann"]


def test_a_name_of_two_people_is_asked_with_their_usernames(client, ann):
    make_person(username="ann2", first_name="Ann", last_name="Lee")
    response = look(client, LIST)
    assert [(asked.name, asked.why) for asked in response.context["plan"].leads][0] == (
        "ann lee",
        "2 people have this name",
    )
    assert ">Ann Lee (ann2)</option>" in response.text


def test_one_that_is_no_longer_here_leads_nothing(client, ann):
    ann.is_active = False
    ann.save()
    assert [asked.name for asked in look(client, LIST).context["plan"].leads][0] == "ann lee"


@pytest.mark.parametrize("name", ["Lee, Ann", "ANN", "TBC", "n/a"])
def test_a_name_turned_round_is_known_and_what_is_no_name_not_asked(client, ann, name):
    response = look(client, LIST.replace("ann lee", name).replace("Nobody Known", "").replace("Bea", ""))
    assert response.context["plan"].leads == ()
    assert "lead_id" in outcomes(response)["Walkers"].values or name in ("TBC", "n/a")


def test_the_nearest_to_a_name_is_offered_and_flagged(client, ann, bea):
    response = look(client, LIST.replace("ann lee", "Ann Leigh").replace("Bea\t", "Bae May\t"))
    asked = {lead.name: (lead.why, lead.chosen) for lead in response.context["plan"].leads}
    assert asked == {
        "Ann Leigh": ("nobody here has this name", ""),
        "Bae May": ("nobody here has this name; Bea May is the nearest", str(bea.pk)),
        "Nobody Known": ("nobody here has this name", ""),
    }
    assert outcomes(response)["Anglers"].said == ("who leads it is asked above: “Bae May”", "lead: Bea May")


def test_the_nearest_that_is_refused_is_not_offered_again(client, bea):
    first = look(client, "Event\tDate\tLead\nMembers\nAnglers\t7 February\tBae May")
    second = again(client, first, **{"lead-3": ""})
    assert [lead.chosen for lead in second.context["plan"].leads] == [""]
    save(client, second)
    assert schedule() == [("Anglers", "2090-02-07", "scheduled", None)]


def test_another_lead_is_a_change_and_undone(client, ann, bea):
    import_coming(client, LIST)
    response = look(client, LIST.replace("ann lee", "Bea May"))
    assert counts(response)["changed"] == 1
    assert response.context["headings"][0]["rows"][0]["changes"] == [("Lead", "Ann Lee", "Bea May")]
    save(client, response)
    assert schedule()[0][-1] == "bea"
    undo(client)
    assert schedule()[0][-1] == "ann"


def test_a_lead_that_the_list_does_not_know_stays(client, ann, bea):
    import_coming(client, LIST)
    assert counts(look(client, LIST.replace("ann lee", "Nobody Else")))["changed"] == 0


def test_what_is_off_by_now_is_changed_with_the_rest_and_undone(client, ann, bea):
    import_coming(client, LIST)
    before = schedule()
    text = (
        LIST.replace("Confirmed", "CANCELLED")
        .replace("Anglers\t7 February", "Anglers\tpostponed from 7 February to 14 February")
        .replace("Rowers\t8 February", "Rowers - postponed\t8 February")
    )
    response = look(client, text)
    assert counts(response)["changed"] == 3
    changes = {row["outcome"].row.title: row["changes"] for row in response.context["headings"][0]["rows"]}
    assert changes["Walkers"] == [("Status", "Goes ahead", "Cancelled")]
    save(client, response)
    assert [row[:3] for row in schedule()] == [
        ("Walkers", "2090-02-06", "cancelled"),
        ("Anglers", "2090-02-14", "scheduled"),
        ("Rowers", "2090-02-08", "postponed"),
    ]
    assert Meeting.objects.get(title="Anglers").date_as_given == "postponed from 7 February to 14 February"
    assert counts(look(client, text)) == {"new": 0, "changed": 0, "same": 3, "left out": 0}
    undo(client)
    assert schedule() == before


def test_cancelled_in_the_place_of_a_date_keeps_the_date_it_had(client, ann, bea):
    import_coming(client, LIST)
    text = LIST.replace("6 February\t6pm", "Cancelled\t")
    response = look(client, text)
    (row,) = [each for each in response.context["headings"][0]["rows"] if each["outcome"].row.title == "Walkers"]
    assert (row["when"], row["off"]) == ("Monday 6 February 2090 at 18:00", "Cancelled")
    save(client, response)
    assert schedule()[0] == ("Walkers", "2090-02-06", "cancelled", "ann")
    assert counts(look(client, text))["same"] == 3


def test_what_is_said_to_go_ahead_again_does(client, ann, bea):
    import_coming(client, LIST)
    Meeting.objects.filter(title__in=["Walkers", "Anglers"]).update(status="cancelled")
    save(client, look(client, LIST))
    assert [status for _, _, status, _ in schedule()] == ["scheduled", "cancelled", "scheduled"]


def test_what_was_held_is_not_cancelled_unless_somebody_says_so(client):
    known = make_meeting(title="Walkers", category=make_category(name="Forums"), starts_on=date(2024, 1, 16))
    response = read(client, "Event\tDate\tStatus\nForums\nWalkers\t16 January\tCancelled")
    assert outcomes(response)["Walkers"].problem == (
        "The schedule has it as held, 16 January 2024: say whether to change that."
    )
    assert save(client, response).status_code == 422
    save(client, again(client, response, **{"as-3": str(known.pk)}))
    assert schedule() == [("Walkers", "2024-01-16", "cancelled", None)]


def test_what_was_held_under_a_title_with_a_slip_is_asked_too(client):
    make_meeting(title="Walkers", category=make_category(name="Forums"), starts_on=date(2024, 1, 16))
    response = read(client, "Event\tDate\nForums\nWalkerz\t16 January - cancelled")
    assert outcomes(response)["Walkerz"].chosen == ""


def test_a_username_is_known_beside_a_name_spelled_like_it(client):
    make_person(username="ann.lee", first_name="A", last_name="L")
    response = look(client, "Event\tDate\tLead\nRiver forums\nA\t6 February\tann lee\nB\t7 February\tAnn.Lee")
    assert [outcomes(response)[title].values.get("lead_id") is None for title in "AB"] == [True, False]


def test_what_was_held_is_not_moved_unless_somebody_says_so(client):
    make_meeting(title="Walkers", category=make_category(name="Forums"), starts_on=date(2024, 1, 16))
    response = read(client, "Event\tDate\nForums\nWalkers\t16 January moved to 20 February")
    assert outcomes(response)["Walkers"].chosen == ""


def test_which_of_several_is_cancelled_is_in_doubt(client):
    forums = make_category(name="Forums")
    for day in (6, 13):
        make_meeting(title="Walkers", category=forums, starts_on=date(2090, 2, day))
    outcome = outcomes(look(client, "Event\tDate\nForums\nWalkers\tCancelled\nAnglers\t7 February"))["Walkers"]
    assert (outcome.state, outcome.doubtful) == ("new", True)
    assert outcome.said[0] == "it does not say which of the meetings of this title"


def test_a_status_that_is_not_understood_is_doubtful_and_can_be_said(client, ann):
    first = look(client, LIST.replace("Confirmed", "Amber"))
    outcome = outcomes(first)["Walkers"]
    assert (outcome.doubtful, outcome.said[0]) == (True, "its status, “Amber”, was not understood")
    second = again(client, first, **with_audiences(first), **{"status-3": "postponed"})
    assert fields(second)["status-3"] == "postponed"
    save(client, second)
    assert schedule()[0][2] == "postponed"


def test_an_audience_that_the_list_names_is_taken_and_another_one_said(client):
    text = "Event\tDate\tAudience\nRiver forums\nWalkers\t6 February\tHealth & Care\nAnglers\t7 February\tFish"
    found = outcomes(look(client, text))
    assert found["Walkers"].audience == Audience.objects.get(name="Health and care").pk
    assert found["Anglers"].said == ("audience “Fish” is not one of the portal’s",)


def test_a_list_with_times_is_saved_at_the_first_time_of_asking(client):
    first = look(client, "Event\tDate\tTime\nRiver forums\nWalkers\t6 February\t6pm")
    second = again(client, first, **with_audiences(first))
    assert save(client, second).status_code == 302
    assert Meeting.objects.get().date_as_given == "6 February 6pm"


def test_a_time_without_a_date_changes_nothing_the_second_time(client):
    text = "Event\tDate\tTime\nRiver forums\nWalkers\tTBC\t6pm\nAnglers\t7 February\t"
    import_coming(client, text)
    assert counts(look(client, text))["same"] == 2


def test_the_schedule_as_a_file_changes_nothing_when_it_comes_back(client, ann):
    audience, members = Audience.objects.first(), Category.objects.get(name="Members")
    for place, status in enumerate(Meeting.Status.values):
        day = date(2090, 2, 6 + place)
        make_meeting(title=f"Walk {'ABC'[place]}", status=status, starts_on=day, audience=audience, category=members)
    make_meeting(title="Talk", lead=ann, venue="Hall", starts_on=date(2090, 3, 1), ends_on=date(2090, 3, 2))
    make_meeting(title="Fair", lead=ann)
    file = client.get(reverse("schedule_file", args=["csv"])).content
    response = read(client, "", file=SimpleUploadedFile("schedule.csv", file), **COMING)
    assert counts(response) == {"new": 0, "changed": 0, "same": 5, "left out": 0}
    assert response.context["plan"].listed.columns == ("First day", "Last day")


def test_a_meeting_that_is_added_as_cancelled_says_so_in_the_letter(client):
    response = import_coming(client, "Event\tDate\nRiver forums\nWalkers\t6 February - cancelled")
    assert "Walkers\n    Date: Monday 6 February 2090, cancelled\n" in client.get(response.url).text


def test_the_years_are_asked_of_what_is_cancelled_too(client):
    import_all(client, "Event\tDate\nForums\nWalkers\t6 January - cancelled")
    assert schedule() == [("Walkers", "2024-01-06", "cancelled", None)]
