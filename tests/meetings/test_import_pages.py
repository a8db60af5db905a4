"""Importing a schedule: what the review says, what is saved, and that it can be undone."""

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings.models import Audience, Category, Meeting, Move
from tests.factories import make_category, make_meeting, make_stakeholder
from tests.meetings.importing import LIST, again, counts, fields, import_all, outcomes, read, save, with_audiences

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("admin")


def schedule():
    rows = Meeting.objects.order_by("pk")
    return [(row.title, row.category.name, str(row.starts_on), str(row.ends_on), row.date_as_given) for row in rows]


def test_a_pasted_list_is_read_row_by_row_and_nothing_is_saved(client):
    response = read(client, LIST)
    assert counts(response) == {"new": 6, "changed": 0, "same": 0, "left out": 0}
    assert (response.context["dated"], response.context["plan"].years) == (5, "21 November 2023 to 8 February 2024")
    assert [filed.name for filed in response.context["plan"].filed.values()] == [
        "River forums",
        "Ward evenings",
        "Staff and colleagues",
    ]
    assert [each.words for each in response.context["passed"]] == ["Where we listened in the winter"]
    assert outcomes(response)["Locks Panel"].said == ("a spelling was mended",)
    assert Meeting.objects.count() == Move.objects.count() == 0


def test_one_save_makes_meetings_and_headings(client):
    response = import_all(client, LIST)
    move = Move.objects.get()
    assert (response.status_code, response.url) == (302, move.get_absolute_url())
    assert move.words == "Imported a schedule: 6 meetings added, 2 headings made."
    assert schedule() == [
        ("Tame Valley Walkers", "River forums", "2023-11-21", "2023-11-21", "21st November"),
        ("Friends of the Goyt & Etherow", "River forums", "2024-01-03", "2024-01-03", "3rd January"),
        ("Locks Panel", "River forums", "2024-01-16", "2024-01-16", "16h January"),
        ("Lower ward", "Ward evenings", "2024-02-05", "2024-02-05", "5th February"),
        ("Upper ward", "Ward evenings", "2024-02-08", "2024-02-08", "8th February"),
        ("Depot breakfast", "Staff and colleagues", "None", "None", "TBC"),
    ]
    assert Category.objects.get(name="Ward evenings").parent.name == "River forums"
    assert {meeting.history.get().history_user.username for meeting in Meeting.objects.all()} == {"admin"}


def test_the_same_paste_again_changes_nothing(client):
    import_all(client, LIST)
    response = read(client, LIST.replace("Goyt & Etherow", "goyt  and Etherow"))
    assert counts(response) == {"new": 0, "changed": 0, "same": 6, "left out": 0}
    assert "There is nothing to save: the schedule says all this already." in response.text
    assert save(client, response).url == reverse("schedule")
    assert (Meeting.objects.count(), Move.objects.count()) == (6, 1)


def test_undo_takes_back_the_whole(client):
    before = list(Category.objects.values_list("pk", "name"))
    import_all(client, LIST)
    client.post(reverse("undo_move", args=[Move.objects.get().pk]))
    assert (Meeting.objects.count(), list(Category.objects.values_list("pk", "name"))) == (0, before)


def test_undo_leaves_a_last_line_of_each_and_asks_nothing_meeting_by_meeting(
    admin, client, django_assert_max_num_queries
):
    import_all(client, LIST)
    with django_assert_max_num_queries(42):
        client.post(reverse("undo_move", args=[Move.objects.get().pk]))
    gone = Meeting.history.filter(history_type="-").order_by("id").values_list("title", "history_user")
    assert list(gone) == [
        (meeting.title, admin.pk) for meeting in Meeting.history.filter(history_type="+").order_by("id")
    ]


def test_undo_keeps_a_heading_that_is_in_use(client):
    import_all(client, LIST)
    make_meeting(category=Category.objects.get(name="River forums"))
    client.post(reverse("undo_move", args=[Move.objects.get().pk]))
    assert Meeting.objects.count() == 1
    assert not Category.objects.filter(name="Ward evenings").exists()


def test_years_are_confirmed_once(client):
    first = read(client, LIST)
    second = again(client, first, **with_audiences(first))
    response = save(client, second, years="")
    assert (response.status_code, Meeting.objects.count()) == (422, 0)
    assert "Tick that the years are right" in response.text


def test_another_period_reads_other_years(client):
    response = again(client, read(client, LIST), period_from="2024-11-01", period_to="2025-02-28")
    assert response.context["plan"].years == "21 November 2024 to 8 February 2025"


def test_a_date_outside_the_period_is_asked_and_not_guessed(client):
    response = read(client, "Forums\t\nSpring walk\t4th April\nWinter walk\t4th January")
    assert outcomes(response)["Spring walk"].problem.startswith("It says 4 April, which is not in the period: ")
    mended = again(client, response, **{"when-2": "4 April 2024"})
    assert outcomes(mended)["Spring walk"].row.reading.starts_on == date(2024, 4, 4)


def test_nothing_is_saved_while_a_row_has_a_problem(client):
    response = save(client, read(client, "Forums\t\nSpring walk\t31st June\nWinter walk\t4th January"))
    assert (response.status_code, Meeting.objects.count()) == (422, 0)
    assert 'href="#when-2">Spring walk: There is no 31 June in the calendar.' in response.text


def test_an_audience_is_guessed_from_what_is_known_and_else_asked(client):
    young, housing = Audience.objects.get(name="Young people"), Audience.objects.get(name="Housing providers")
    make_meeting(title="Locks panel", audience=housing, category=make_category())
    make_stakeholder(name="Tame Valley Walkers", audience=young)
    found = {title: (each.audience, each.problem) for title, each in outcomes(read(client, LIST)).items()}
    assert found["Tame Valley Walkers"] == (young.pk, "")
    assert found["Locks Panel"] == (housing.pk, "")
    assert found["Lower ward"] == (None, "Choose whom it hears.")


def test_days_apart_are_one_meeting_and_it_says_so(client):
    outcome = outcomes(read(client, "Forums\t\nStall\t8 and 10 January\nWalk\t1 February"))["Stall"]
    assert outcome.row.reading.ends_on == date(2024, 1, 10)
    assert "it names days apart, kept as one meeting from the first to the last" in outcome.said


def test_the_review_leads_from_one_row_in_doubt_to_the_next(client):
    lines = "\n".join(f"Members briefing {number}\t{number} January" for number in range(5, 15))
    response = read(client, f"Members\t\nWalk\t16h January\n{lines}\nTalk\t31 June\nFair\t32 June")
    (heading,) = response.context["headings"]
    assert [(row["place"], row["next"]) for row in heading["rows"] if row.get("next")] == [(2, 13)]
    assert '<a class="govuk-link" href="#row-13">Go to the first to settle</a>' in response.text


def test_what_looks_like_a_heading_can_be_a_meeting(client):
    response = again(client, read(client, LIST), **{"meeting-6": "1", "meeting-1": "1"})
    titles = [each.row.title for each in response.context["plan"].outcomes]
    assert titles[0] == "Where we listened in the winter"
    assert outcomes(response)["Ward evenings"].row.reading.ends_on == date(2024, 2, 8)
    assert fields(response)["years"] == "21 November 2023 to 8 February 2024"


def test_corrections_last_from_one_reading_to_the_next(client):
    import_all(client, LIST)
    first = read(client, LIST.replace("Locks", "Weirs"))
    second = again(client, first, **{"title-5": "Locks Panel"})
    assert counts(second)["same"] == 6
    assert counts(again(client, second))["same"] == 6


def test_what_somebody_changed_meanwhile_is_shown_again_before_it_is_saved(client):
    first = read(client, LIST)
    second = again(client, first, **with_audiences(first))
    make_meeting(title="Locks Panel", starts_on=date(2024, 1, 16))
    response = save(client, second)
    assert (response.status_code, Meeting.objects.count()) == (422, 1)
    assert "something was changed after this was last shown" in response.text


def test_a_save_sent_twice_imports_once(client):
    first = read(client, LIST)
    second = again(client, first, **with_audiences(first))
    sent = {**fields(second), "save": "1"}
    urls = {client.post(reverse("import_schedule"), sent).url for _ in range(2)}
    assert (Meeting.objects.count(), Move.objects.count()) == (6, 1)
    assert urls == {Move.objects.get().get_absolute_url()}


@pytest.mark.parametrize("text", ["", "\n\t\n", "no dates here", "a\tb\nc\td"])
def test_what_holds_no_schedule_is_refused_with_a_sentence_and_stays_in_its_box(client, text):
    response = read(client, text)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["paste"])
    assert response.context["form"]["paste"].value() == text


def test_a_list_that_does_not_arrive_whole_is_refused(client):
    sent = fields(read(client, LIST))
    for source in ["", "{}", "[1, 2]", "[[", "[[1], [{}]]"]:
        response = client.post(reverse("import_schedule"), {**sent, "source": source})
        assert response.status_code in (302, 200)
    assert Meeting.objects.count() == 0


def test_a_date_that_is_yet_to_be_confirmed_is_looked_at(client):
    walk = outcomes(read(client, "Spring walk\tTBA (w/c 5 February)"))["Spring walk"]
    assert (str(walk.values["starts_on"]), walk.doubtful) == ("2024-02-05", True)
    assert walk.said[-1] == "it says that it is yet to be confirmed"


def test_a_file_is_read_and_one_of_another_kind_refused(client):
    rows = b"Meeting,Date,Venue\nLower ward,5/2/2024,Library\n"
    response = read(client, "", file=SimpleUploadedFile("list.csv", rows))
    assert outcomes(response)["Lower ward"].values["venue"] == "Library"
    refused = read(client, "", file=SimpleUploadedFile("list.pdf", b"%PDF"))
    assert list(refused.context["form"].errors) == ["file"]


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_the_schedules_own_file_comes_back_as_the_same(client, format):
    heading = Category.objects.get(name="Stakeholder meetings")
    for title, values in {
        "Homes Away Day": {"starts_on": date(2024, 1, 16), "starts_at": time(18), "date_as_given": "16th Jan"},
        "Walk": {"starts_on": date(2024, 1, 22), "ends_on": date(2024, 1, 25), "date_as_given": "22nd-25th January"},
        "Breakfast": {"starts_on": None, "date_as_given": "TBC"},
        "Talk": {"starts_on": date(2024, 2, 1), "status": "cancelled", "venue": "Town hall"},
    }.items():
        make_meeting(title=title, category=heading, **values)
    data = client.get(reverse("schedule_file", args=[format])).content
    response = read(client, "", file=SimpleUploadedFile(f"schedule.{format}", data))
    assert counts(response) == {"new": 0, "changed": 0, "same": 4, "left out": 0}
    assert response.context["questions"] == []


REPORT = """\
How the winter went
We have listened along the river to many people of all ages, and this is what they told us of it.
- The water is cold.
We met the Lock Panel on 4 January and it was glad of that.
Boat talk, 5 January
River forums\t
Tame Valley Walkers\t21st November
Locks Panel\t16h January
"""


def test_sentences_around_a_list_are_passed_over_but_what_names_a_day_is_offered(client):
    response = read(client, REPORT)
    assert list(outcomes(response)) == ["Tame Valley Walkers", "Locks Panel"]
    assert "3 lines of text were passed over" in response.text
    assert [each.place for each in response.context["text"]] == [1, 2, 3]
    assert [each.place for each in response.context["passed"]] == [4, 5]
    told = again(client, response, **{"meeting-5": "1", "meeting-3": "1"})
    assert [(title, str(each.row.reading.starts_on)) for title, each in outcomes(told).items()] == [
        ("- The water is cold.", "None"),
        ("Boat talk", "2024-01-05"),
        ("Tame Valley Walkers", "2023-11-21"),
        ("Locks Panel", "2024-01-16"),
    ]
