"""A meeting's own page: its details, what was said, its history."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.models import Meeting
from meetings.said import SHOWN, said_at
from stockport2040.templatetags.history import history
from tests.factories import make_audience, make_comment, make_meeting, make_person, make_stakeholder, theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("officer")


def page(client, meeting):
    return client.get(meeting.get_absolute_url()).text


def change(meeting, by, **values):
    for name, value in values.items():
        setattr(meeting, name, value)
    meeting._history_user = by
    meeting.save()


def saves(meeting):
    return [(save.by, save.changes) for save in history(meeting)["saves"]]


def test_what_is_not_known_is_said_in_words(client):
    text = page(client, make_meeting(starts_on=None)).partition("<main")[2]
    assert text.count("To be confirmed") == 1
    assert text.count("Not recorded") == 2  # venue, who came


@pytest.mark.parametrize("status, invited", [("scheduled", True), ("postponed", True), ("cancelled", False)])
def test_a_cancelled_meeting_invites_nobody_to_log_but_its_log_is_there(client, status, invited):
    meeting = make_meeting(status=status)
    text = page(client, meeting)
    assert (">Log comments<" in text, "Held all the same?" in text) == (invited, not invited)
    address = reverse("log_comments", args=[meeting.pk])
    assert (f'href="{address}"' in text, client.get(address).status_code) == (True, 200)
    assert (f'href="{address}"' in client.get(reverse("schedule")).text) == invited


@pytest.mark.parametrize(
    ("number", "words"), [(None, "Not recorded"), (0, "Nobody came"), (1, "1 person"), (25, "25 people")]
)
def test_nobody_came_and_nobody_counted_are_told_apart(client, number, words):
    assert f'value">{words}</dd>' in page(client, make_meeting(attendance=number, venue="Hall"))


def test_the_date_as_given_shows_where_it_says_something_else(client):
    assert "“16h January”" in page(client, make_meeting(date_as_given="16h January"))
    assert "Date as given" not in page(client, make_meeting(date_as_given="16 January 2024"))


def test_its_ledger_adds_up():
    meeting = make_meeting()
    for standing, number in [("counted", 3), ("reply", 2), ("set_aside", 1)]:
        for _ in range(number):
            make_comment(meeting=meeting, standing=standing)
    make_comment(meeting=meeting, theme=theme())
    make_comment(meeting=make_meeting())
    said = said_at(meeting)
    assert said.total == 7
    assert [(value, number) for value, _, number in said.standings] == [
        ("counted", 4),
        ("reply", 2),
        ("action", 0),
        ("set_aside", 1),
    ]
    assert (said.untagged, [(on.theme.slug, on.number) for on in said.themes]) == (3, [("thriving-neighbourhoods", 1)])


def test_its_comments_stand_under_their_themes_in_order(client):
    meeting = make_meeting()
    make_comment(meeting=meeting, theme=theme("clean-green-transport"), text="Buses.")
    make_comment(meeting=meeting, theme=theme("good-jobs-and-homes"), text="Flats.")
    assert [on.comments[0].text for on in said_at(meeting).themes] == ["Flats.", "Buses."]


def test_of_a_theme_with_many_comments_the_first_are_shown(client):
    meeting = make_meeting()
    for _ in range(SHOWN + 1):
        make_comment(meeting=meeting, theme=theme())
    assert [(on.number, len(on.comments)) for on in said_at(meeting).themes] == [(SHOWN + 1, SHOWN)]
    assert "These are the first 20 of 21." in page(client, meeting)


def test_a_meeting_with_no_comments_says_so(client):
    assert "No comments have been logged at this meeting yet." in page(client, make_meeting())


def test_its_history_says_who_changed_what_from_what_to_what():
    ada = make_person("admin", first_name="Ada", last_name="Admin")
    meeting = make_meeting()
    change(meeting, ada, starts_on=None, ends_on=None, status=Meeting.Status.POSTPONED, lead=ada)
    change(meeting, ada, lead=None, audience=make_audience(name="Farmers"))
    audience = meeting.history.last().audience.name
    assert saves(meeting) == [
        ("Ada Admin", [("Audience", audience, "Farmers"), ("Lead", "Ada Admin", "nothing")]),
        (
            "Ada Admin",
            [
                ("First day", "16 January 2024", "nothing"),
                ("Last day", "16 January 2024", "nothing"),
                ("Status", "Goes ahead", "Postponed"),
                ("Lead", "nothing", "Ada Admin"),
            ],
        ),
    ]


def test_its_history_names_who_came_and_who_is_gone():
    ada, forum = make_person("admin", first_name="Ada"), make_stakeholder(name="A forum")
    meeting = make_meeting()
    change(meeting, ada, attendance=5)
    meeting.stakeholders.set([forum])
    meeting.stakeholders.set([make_stakeholder(name="B forum"), make_stakeholder(name="C forum")])
    change(meeting, ada, attendance=6)
    assert saves(meeting)[-1] == ("Ada", [("Attendance", "nothing", "5"), ("Who came", "nothing", "B forum, C forum")])
    forum.delete()
    assert len(saves(meeting)) == 2


def test_an_unknown_meeting_is_not_found(client):
    assert [client.get(f"/meetings/{pk}/").status_code for pk in (0, 10**30, "1" * 5000)] == [404, 404, 404]


def test_only_an_admin_is_led_to_edit_it(client_for):
    meeting = make_meeting()
    address = reverse("edit_meeting", args=[meeting.pk])
    assert [address in page(client_for(role), meeting) for role in ("officer", "manager", "admin")] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("number", [1, 3, 30])
def test_a_meeting_takes_as_many_queries_for_many_as_for_one(client, number, django_assert_num_queries):
    officer = make_person()
    meeting = make_meeting([make_stakeholder() for _ in range(number)])
    for place in range(number):
        make_comment(meeting=meeting, theme=theme(), stakeholder=make_stakeholder())
        change(meeting, officer, attendance=place, starts_on=date(2024, 1, 1))
    page(client, meeting)
    with django_assert_num_queries(12):
        page(client, meeting)
