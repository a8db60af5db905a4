"""The schedule: headings, order, filters, pages."""

from datetime import date, time

import pytest
from django.urls import reverse

from meetings.forms import ScheduleFilter
from meetings.models import Audience, Category, Meeting
from tests.factories import make_category, make_comment, make_meeting, make_person, make_stakeholder

pytestmark = pytest.mark.django_db

NONSENSE = ["letters", "%00", "-1", "0", "1" + "0" * 30, "9" * 5000, "\ud800".encode("utf-8", "surrogatepass")]


@pytest.fixture
def client(client_for):
    return client_for("officer")


@pytest.fixture
def area_committees():
    return Category.objects.get(name="Area Committees")


def show(client, **filters):
    return client.get(reverse("schedule"), filters)


def titles(response):
    return [meeting.title for heading in response.context["headings"] for meeting in heading.meetings]


def headings(response):
    return [(heading.category.name, heading.dates) for heading in response.context["headings"]]


def test_an_empty_schedule_says_so(client):
    assert "No meeting is in the schedule yet. An admin adds them." in show(client).text


def test_a_heading_prints_the_span_of_its_meetings(client, area_committees):
    make_meeting(category=area_committees, starts_on=date(2024, 1, 25))
    make_meeting(category=area_committees, starts_on=date(2024, 1, 22))
    make_meeting(category=area_committees, starts_on=None)
    make_meeting(category=area_committees, starts_on=date(2024, 3, 1), status=Meeting.Status.CANCELLED)
    span = "22 to 25 January 2024"
    assert headings(show(client)) == [("Members", span), ("Area Committees", span)]


def test_the_span_is_that_of_the_meetings_that_were_asked_for(client, area_committees):
    make_meeting(category=area_committees, title="Marple", starts_on=date(2024, 1, 24))
    make_meeting(category=area_committees, title="Werneth", starts_on=date(2024, 1, 22))
    assert headings(show(client, q="marple"))[1] == ("Area Committees", "24 January 2024")
    assert headings(show(client, state="held"))[1] == ("Area Committees", "22 to 24 January 2024")
    assert headings(show(client, q="marple", state="cancelled")) == []


def test_the_span_is_the_same_on_each_page(client, area_committees):
    for day in range(1, 29):
        make_meeting(category=area_committees, starts_on=date(2024, 1, day))
        make_meeting(category=area_committees, starts_on=date(2024, 2, day))
    assert headings(show(client)) == headings(show(client, page=2))


def test_headings_come_in_order_and_those_under_one_follow_it(client, area_committees):
    for category in ["Staff and colleagues", "Members", "Stakeholder meetings"]:
        make_meeting(category=Category.objects.get(name=category))
    make_meeting(category=area_committees)
    names = [name for name, _ in headings(show(client))]
    assert names == ["Stakeholder meetings", "Members", "Area Committees", "Staff and colleagues"]


def test_meetings_come_by_date_and_those_to_be_confirmed_last(client):
    make_meeting(title="not yet", starts_on=None)
    make_meeting(title="evening", starts_at=time(19))
    make_meeting(title="all day")
    make_meeting(title="day before", starts_on=date(2024, 1, 15))
    assert titles(show(client)) == ["day before", "all day", "evening", "not yet"]


def test_what_is_to_be_confirmed_is_said_in_words(client):
    make_meeting(starts_on=None)
    row = show(client).text.split("<tbody")[1]
    assert row.count(">To be confirmed<") == 2  # when, and its state


@pytest.mark.parametrize(
    ("state", "values"),
    [
        ("held", {}),
        ("in-progress", {"starts_on": date(2024, 1, 1), "ends_on": date(2100, 1, 1)}),
        ("upcoming", {"starts_on": date(2100, 1, 1)}),
        ("to-be-confirmed", {"starts_on": None}),
        ("postponed", {"status": "postponed"}),
        ("cancelled", {"status": "cancelled"}),
    ],
)
def test_a_meeting_is_found_by_its_state_and_shows_it(client, state, values):
    meeting = make_meeting(**values)
    make_meeting(starts_on=date(2024, 2, 1), status="cancelled" if state == "postponed" else "postponed")
    response = show(client, state=state)
    assert titles(response) == [meeting.title]
    assert response.text.count(f"app-state--{state}") == 1


def test_how_many_comments_leads_to_them(client):
    meeting = make_meeting()
    make_comment(meeting=meeting)
    make_comment(meeting=meeting, standing="reply")
    response = show(client)
    assert f'href="{reverse("comments")}?meeting={meeting.pk}">2 comments' in response.text
    assert reverse("log_comments", args=[meeting.pk]) in response.text


def test_a_category_finds_those_under_it_too(client, area_committees):
    make_meeting(title="under", category=area_committees)
    make_meeting(title="beside", category=Category.objects.get(name="Members"))
    make_meeting(title="elsewhere", category=make_category())
    assert titles(show(client, category=area_committees.parent_id)) == ["beside", "under"]
    assert titles(show(client, category=area_committees.pk)) == ["under"]


def test_an_audience_finds_its_meetings(client):
    young, businesses = Audience.objects.get(name="Young people"), Audience.objects.get(name="Businesses")
    make_meeting(title="young", audience=young)
    make_meeting(title="trade", audience=businesses)
    assert titles(show(client, audience=businesses.pk)) == ["trade"]


@pytest.mark.parametrize("words", ["youth", "TOWN hall", "scouts", "youth scouts"])
def test_words_are_looked_for_in_title_venue_and_who_came(client, words):
    make_meeting(
        [make_stakeholder(name="Edgeley Scouts"), make_stakeholder(name="Scouts of Marple")],
        title="Youth day",
        venue="Town Hall",
    )
    make_meeting(title="Another")
    assert titles(show(client, q=words)) == ["Youth day"]


def test_meetings_are_found_by_who_leads_them(client):
    lead = make_person(first_name="Lea", last_name="Der")
    make_meeting(title="theirs", lead=lead)
    make_meeting(title="nobody's")
    response = show(client, lead=lead.pk)
    assert titles(response) == ["theirs"]
    assert ">Lea Der</option>" in response.text


def test_meetings_that_nobody_leads_are_found(client):
    make_meeting(title="theirs", lead=make_person())
    make_meeting(title="nobody's")
    response = show(client, lead="none")
    assert (titles(response), "Lead: Nobody." in response.text) == (["nobody's"], True)
    assert '<option value="none" selected>Nobody</option>' in response.text


def test_meetings_with_no_comments_are_found(client):
    make_comment(meeting=make_meeting(title="noted"))
    make_meeting(title="not noted")
    assert titles(show(client, comments=ScheduleFilter.NONE_YET)) == ["not noted"]


def test_meetings_of_some_days_are_found_and_so_are_those_that_reach_into_them(client):
    make_meeting(title="before", starts_on=date(2024, 4, 29))
    make_meeting(title="over May Day", starts_on=date(2024, 4, 30), ends_on=date(2024, 5, 2))
    make_meeting(title="after", starts_on=date(2024, 5, 3))
    make_meeting(title="not yet", starts_on=None)
    assert titles(show(client, date_from="2024-05-01", date_to="2024-05-02")) == ["over May Day"]
    assert titles(show(client, date_from="2024-05-01")) == ["over May Day", "after"]
    assert titles(show(client, date_to="2024-05-02")) == ["before", "over May Day"]


def test_days_the_wrong_way_round_are_refused_with_a_sentence(client):
    make_meeting()
    response = show(client, date_from="2024-05-02", date_to="2024-05-01")
    assert response.context["form"].errors == {"date_to": ["The last date must not be before the first."]}
    assert (response.status_code, len(titles(response))) == (200, 0)
    assert titles(show(client, date_from="2024-01-01", date_to="nonsense")) == [Meeting.objects.get().title]


def test_when_nothing_fits_it_says_so(client):
    make_meeting()
    assert "No meeting fits." in show(client, q="zebra").text


@pytest.mark.parametrize("name", ["category", "audience", "state", "lead", "comments"])
@pytest.mark.parametrize("value", NONSENSE)
def test_a_filter_that_is_nonsense_is_refused_with_a_sentence(client, name, value):
    make_meeting()
    response = show(client, **{name: value})
    assert (response.status_code, len(titles(response))) == (200, 1)
    assert response.context["form"].errors == {name: ["Choose one from the list."]}


@pytest.mark.parametrize("page", NONSENSE)
def test_a_page_that_is_nonsense_is_another_page(client, page):
    make_meeting()
    assert show(client, page=page).status_code == 200


def test_pages_keep_headings_and_filters(client, area_committees):
    for _ in range(51):
        make_meeting(category=area_committees, title="Marple")
    first, second = show(client, q="marple"), show(client, q="marple", page=2)
    assert [len(titles(first)), len(titles(second))] == [50, 1]
    assert [name for name, _ in headings(second)] == ["Members", "Area Committees"]
    assert 'href="?q=marple&amp;page=2"' in first.text


def test_all_of_a_long_schedule_stands_on_one_page_to_be_printed(client):
    for _ in range(51):
        make_meeting(title="Marple")
    assert 'href="?q=marple&amp;page=all"' in show(client, q="marple").text
    whole = show(client, q="marple", page="all")
    assert (len(titles(whole)), "Page 1 of" in whole.text) == (51, False)


def test_a_schedule_says_on_paper_what_it_is_narrowed_to(client, area_committees):
    lead = make_person(first_name="Lea", last_name="Der")
    make_meeting(lead=lead, category=area_committees)
    asked = {"category": area_committees.pk, "lead": lead.pk, "state": "held", "date_from": "2024-01-01"}
    said = "Category: Area Committees; State: Held; Lead: Lea Der; From: 1 January 2024."
    assert said in show(client, **asked).text
    assert said in client.get(reverse("month", args=["2024-01"]), asked).text
    assert "app-print-only" not in show(client).text


@pytest.mark.parametrize("number", [1, 3, 60])
def test_the_schedule_takes_as_many_queries_for_many_as_for_one(client, number, django_assert_num_queries):
    for place in range(number):
        meeting = make_meeting([make_stakeholder()], lead=make_person(), category=make_category(position=place))
        make_comment(meeting=meeting)
    show(client)
    with django_assert_num_queries(10):
        show(client)
