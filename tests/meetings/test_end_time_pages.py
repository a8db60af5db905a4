"""An end that is typed is read, asked about where it cannot be, and printed beside the start on every page."""

from datetime import date, time

import pytest
from django.urls import reverse

from meetings.models import Meeting, Move
from tests.factories import make_meeting
from tests.meetings.editing import edit, sent, text

pytestmark = pytest.mark.django_db
SOON = date(2090, 1, 16)  # a Monday
KEY = "7b1c2b3e-0000-4000-8000-000000000000"


@pytest.fixture
def client(admin, client_for):
    return client_for("admin")


@pytest.fixture
def forum():
    return make_meeting(title="Forum", starts_on=SOON, starts_at=time(18), ends_at=time(20), venue="Town hall")


def when(meeting):
    meeting.refresh_from_db()
    return f"{meeting.dates}, {meeting.times}"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("7 March 2090, 6pm to 8pm", "7 March 2090, 18:00 to 20:00"),
        ("7 March 2090, 14:00-15:30", "7 March 2090, 14:00 to 15:30"),
        ("7 March 2090 from 2 until 4 pm", "7 March 2090, 14:00 to 16:00"),
        ("7 March 2090, 7pm to midnight", "7 March 2090, 19:00 to 00:00"),
        ("22 to 25 March 2090, 10:00 to 15:00", "22 to 25 March 2090, 10:00 to 15:00"),
        ("Tuesday 7 March 2090 at 18:00", "7 March 2090, 18:00"),
    ],
)
def test_a_typed_end_is_kept(client, forum, words, found):
    assert edit(client, forum, when=words).status_code == 302
    assert when(forum) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("7 March 2090, 14:00-12:00", "It would end at 12:00, which is not after it begins, at 14:00."),
        ("7 March 2090, 14:00-14:00", "It would end at 14:00, which is not after it begins, at 14:00."),
        ("7 March 2090 until 8pm", "Tuesday 7 March 2090: it says until what time, but not from when. Save again"),
        ("7 March 2090, 10am-12pm and 2pm-4pm", "10:00 to 16:00: it names several times, kept as one from the first"),
        ("6pm 7 March 2090 to 3pm 9 March 2090", "7 to 9 March 2090, 18:00 to 15:00: it names several times"),
        ("7 March 2090, 6pm (until 8pm)", "18:00 to 20:00: it names several times: the first was taken as its start"),
        ("22 to 25 March 2090, 18:00 to 15:00", "its last hour comes before its first. Save again"),
    ],
)
def test_an_end_that_is_in_doubt_is_asked_about(client, forum, words, said):
    page = edit(client, forum, when=words)
    assert (page.status_code, said in text(page)) == (422, True)
    assert f'value="{words}"' in page.text


@pytest.mark.parametrize(
    ("picked", "found"),
    [
        ({"starts_at": "14:00", "ends_at": "15:30"}, "16 January 2090, 14:00 to 15:30"),
        ({"ends_at": ""}, "16 January 2090, 18:00"),
        ({"ends_at": "21:00"}, "16 January 2090, 18:00 to 21:00"),
    ],
)
def test_an_end_can_be_picked(client, forum, picked, found):
    edit(client, forum, **picked)
    assert when(forum) == found


@pytest.mark.parametrize(
    ("picked", "said"),
    [
        ({"ends_at": "17:00"}, "It would end at 17:00, which is not after it begins, at 18:00."),
        ({"starts_at": ""}, "It says when it ends, but not when it begins."),
        ({"ends_at": "late"}, "Enter a valid time."),
    ],
)
def test_an_end_that_cannot_be_is_refused_at_its_own_box(client, forum, picked, said):
    page = edit(client, forum, **picked)
    assert (page.status_code, page.context["form"].errors) == (422, {"ends_at": [said]})


def test_an_end_alone_is_a_change_that_can_be_undone_but_no_other_date(client, forum):
    edit(client, forum, when="Monday 16 January 2090, 18:00 to 21:00")
    assert "Moved from" not in client.get(forum.get_absolute_url()).text
    page = client.get(Move.objects.get().get_absolute_url())
    assert "from Monday 16 January 2090, 18:00 to 20:00 → to Monday 16 January 2090, 18:00 to 21:00" in text(page)
    assert "    Date now: Monday 16 January 2090, 18:00 to 21:00" in page.context["letter"]
    client.post(reverse("undo_move", args=[Move.objects.get().pk]))
    assert when(forum) == "16 January 2090, 18:00 to 20:00"


def test_a_copy_and_repeats_are_held_between_the_same_hours(client, forum):
    path = reverse("copy_meeting", args=[forum.pk])
    client.post(path, sent(client.get(path), title="Copy", when="6 February 2090"))
    assert when(Meeting.objects.get(title="Copy")) == "6 February 2090, 18:00 to 20:00"
    path, asked = reverse("repeat_meeting", args=[forum.pk]), {"every": "week", "times": "2", "key": KEY}
    shown = client.post(path, {**asked, "when-2": "31 January 2090 at 10am"}).context
    assert shown["seen"] == ["Monday 23 January 2090, 18:00 to 20:00", "Tuesday 31 January 2090, 10:00 to 12:00"]


@pytest.mark.parametrize(
    "path",
    ["/meetings/", "/meetings/{}/", "/meetings/month/2090-01/", "/meetings/week/2090-W03/", "/meetings/{}/repeat/"],
)
def test_every_page_that_says_when_it_starts_says_when_it_ends(client, forum, path):
    assert "18:00 to 20:00" in text(client.get(path.format(forum.pk)))


@pytest.mark.parametrize(("ends_at", "days"), [(time(22), 3), (time(15), 1), (None, 1)])
def test_each_day_of_several_has_its_hours_where_they_are_those_of_each(client, ends_at, days):
    make_meeting(starts_on=SOON, ends_on=date(2090, 1, 18), starts_at=time(18), ends_at=ends_at)
    assert client.get("/meetings/week/2090-W03/").text.count("18:00") == days


def test_the_preview_of_a_move_takes_an_end_for_one_meeting(client, forum):
    sent = {"kind": "weeks", "weeks": "3", "seen": f"{forum.pk}:1", "key": KEY}
    page = client.post(reverse("move_meetings"), {**sent, f"when-{forum.pk}": "7 Feb 2090, 2-3.30pm"})
    assert "to Tuesday 7 February 2090, 14:00 to 15:30" in text(page)
    page = client.post(reverse("move_meetings"), {**sent, f"when-{forum.pk}": "7 Feb 2090, 14:00-12:00"})
    assert "It would end at 12:00, which is not after it begins, at 14:00." in text(page)


def test_the_preview_says_how_long_a_meeting_is_taken_to_last_where_that_is_not_known(client, forum):
    sent = {"kind": "weeks", "weeks": "3", "key": KEY}
    open_ended = make_meeting(starts_on=SOON, starts_at=time(18))
    said = [
        "A meeting whose end is not known is taken to last two hours."
        in text(client.post(reverse("move_meetings"), {**sent, "seen": f"{meeting.pk}:1"}))
        for meeting in (forum, open_ended)
    ]
    assert said == [False, True]


def test_the_hours_of_what_is_to_be_confirmed_stand_in_its_words_and_are_offered_with_its_day(client):
    words = "TBC, 6pm to 8pm"
    meeting = make_meeting(title="Later", starts_on=None, date_as_given=words)
    assert f"Date as given“{words}”" in text(client.get(meeting.get_absolute_url()))
    box = client.get(reverse("edit_meeting", args=[meeting.pk])).context["form"]["when"]
    assert box.value() == words
    edit(client, meeting, venue="Town hall")
    assert (when(meeting), meeting.date_as_given) == ("To be confirmed, ", words)
    edit(client, meeting, when=box.value().replace("TBC", "7 March 2090"))
    assert when(meeting) == "7 March 2090, 18:00 to 20:00"
