"""What the home page says needs doing, by who asks."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from stockport2040.home import tasks_of
from tests.factories import make_comment, make_edition, make_key_point, make_meeting, make_person, theme

pytestmark = pytest.mark.django_db

UPCOMING, UNNOTED, UNTAGGED, UNPROVEN, DRAFTS, UNCONFIRMED, WAITING = (
    "meetings that you lead are coming up",
    "held meetings have no comments",
    "comments have no theme yet",
    "key points have no evidence",
    "key points are drafts",
    "meetings are to be confirmed",
    "editions wait for you to approve them",
)


def counts(person):
    return {task.several: task.count for task in tasks_of(person)}


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


@pytest.mark.parametrize(
    ("role", "order"),
    [
        ("officer", [UPCOMING, UNNOTED, UNTAGGED, UNPROVEN]),
        ("manager", [WAITING, UNPROVEN, DRAFTS, UPCOMING, UNNOTED, UNTAGGED]),
        ("admin", [UPCOMING, UNNOTED, UNTAGGED, UNPROVEN, UNCONFIRMED]),
    ],
)
def test_each_role_sees_what_is_theirs_to_do(role, order):
    assert [task.several for task in tasks_of(make_person(role))] == order


def test_what_needs_doing_is_counted(admin):
    make_meeting(lead=admin, starts_on=tomorrow())
    make_meeting(starts_on=tomorrow())
    make_meeting()
    make_meeting(starts_on=None)
    make_comment(meeting=make_meeting(), standing="reply")
    make_comment(meeting=make_meeting())
    make_comment(meeting=make_meeting(), theme=theme())
    make_key_point()
    make_key_point([make_comment(meeting=make_meeting())])
    make_key_point(status="removed")
    assert counts(admin) == {UPCOMING: 1, UNNOTED: 1, UNTAGGED: 1, UNPROVEN: 1, UNCONFIRMED: 1}


def test_what_a_person_leads_comes_first(officer):
    make_meeting(title="another's")
    make_meeting(title="mine", lead=officer)
    (task,) = [task for task in tasks_of(officer) if task.several == UNNOTED]
    assert [meeting.title for meeting in task.meetings] == ["mine", "another's"]


def test_each_link_leads_to_just_what_it_counts(client_for, admin):
    make_meeting(lead=admin, starts_on=tomorrow())
    make_comment(meeting=make_meeting())
    make_comment(meeting=make_meeting())
    make_meeting(starts_on=None)
    for _ in range(3):
        make_meeting()
    for task in tasks_of(admin):
        if task.several != UNPROVEN:
            shown = client_for("admin").get(task.href).context
            found = shown["place"].left if "place" in shown else shown["page"].paginator.count
            assert (task.several, found) == (task.several, task.count)


@pytest.mark.parametrize("number, said", [(5, []), (7, ["2 more"])])
def test_a_list_that_is_cut_short_says_how_many_are_left(client_for, number, said):
    for _ in range(number):
        make_meeting()
    page = client_for("officer").get("/").text
    assert re.findall(r">(\d+ more)<", page) == said


def test_a_meeting_to_be_confirmed_says_so_once(client_for):
    make_meeting(title="Lunch club", starts_on=None)
    page = client_for("admin").get("/").text
    assert ("1 meeting is to be confirmed" in page, "To be confirmed" in page) == (True, False)


def test_nothing_to_do_is_said_in_words(client_for):
    text = client_for("officer").get(reverse("home")).text
    assert "No meeting that you lead is coming up." in text
    assert "Every comment that is counted has a theme." in text


def test_what_is_to_do_stands_before_what_is_not(client_for):
    make_comment(meeting=make_meeting())
    tasks = client_for("officer").get(reverse("home")).context["tasks"]
    assert [task.several for task in tasks] == [UNTAGGED, UPCOMING, UNNOTED, UNPROVEN]


def test_one_is_said_as_one(client_for):
    make_meeting()
    assert "1 held meeting has no comments</a>" in client_for("officer").get(reverse("home")).text


def test_a_meeting_that_is_on_now_is_one_click_from_logging(client_for):
    meeting = make_meeting(starts_on=timezone.localdate())
    text = client_for("officer").get(reverse("home")).text
    assert (
        text.index("On now:") < text.index(reverse("log_comments", args=[meeting.pk])) < text.index("What needs doing")
    )


@pytest.mark.parametrize("number", [1, 3, 30])
def test_home_takes_as_many_queries_for_many_as_for_one(client_for, admin, number, django_assert_num_queries):
    for _ in range(number):
        make_meeting()
        make_meeting(starts_on=None)
        make_meeting(starts_on=timezone.localdate())
        make_meeting(starts_on=tomorrow(), lead=admin)
        make_comment()
        make_key_point()
    client = client_for("admin")
    client.get(reverse("home"))
    with django_assert_num_queries(14):
        client.get(reverse("home"))


def test_a_manager_is_told_of_an_edition_that_waits_for_another_than_who_prepared_it(manager):
    make_edition(prepared_by=manager)
    assert (counts(manager)[WAITING], counts(make_person("manager"))[WAITING]) == (0, 1)
