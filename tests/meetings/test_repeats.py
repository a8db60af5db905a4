"""A meeting is repeated: how often, each date seen first, all added and undone together."""

import re
from datetime import date, time

import pytest
from django.urls import reverse

from meetings.models import Meeting, Move
from meetings.moves import undo
from tests.factories import make_comment, make_meeting, make_stakeholder

pytestmark = pytest.mark.django_db
SOON = date(2090, 1, 16)  # a Monday


@pytest.fixture
def client(admin, client_for):
    return client_for("admin")


@pytest.fixture
def forum():
    came = [make_stakeholder(name="Youth forum")]
    return make_meeting(came, title="Forum", starts_on=SOON, starts_at=time(18), venue="Town hall")


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.content.decode()))


def repeat(client, meeting, **asked):
    """As a person does: preview, then confirm what was seen."""
    path = reverse("repeat_meeting", args=[meeting.pk])
    data = {"every": "week", "times": "3", "key": "0b1f8c2e-52a0-4c5e-9d0a-7d6f5f1c2b3a", **asked}
    seen = client.post(path, data).context["seen"]
    return client.post(path, {**data, "seen": seen, "confirm": "1"})


def days():
    return list(Meeting.objects.order_by("pk").values_list("starts_on", flat=True))[1:]


@pytest.mark.parametrize(
    ("every", "first", "expected"),
    [
        ("week", SOON, [date(2090, 1, 23), date(2090, 1, 30), date(2090, 2, 6)]),
        ("fortnight", SOON, [date(2090, 1, 30), date(2090, 2, 13), date(2090, 2, 27)]),
        ("weekday", SOON, [date(2090, 2, 20), date(2090, 3, 20), date(2090, 4, 17)]),
        ("weekday", date(2090, 1, 30), [date(2090, 2, 27), date(2090, 3, 27), date(2090, 4, 24)]),
        ("day", date(2090, 1, 31), [date(2090, 2, 28), date(2090, 3, 31), date(2090, 4, 30)]),
    ],
)
def test_a_meeting_comes_again(client, every, first, expected):
    meeting = make_meeting(starts_on=first)
    move = repeat(client, meeting, every=every)
    assert (days(), move.url) == (expected, Move.objects.get().get_absolute_url())


def test_each_copy_has_all_but_the_attendance(client, forum):
    repeat(client, forum, times="1")
    copy = Meeting.objects.latest("pk")
    found = copy.title, copy.starts_at, copy.venue, copy.attendance, copy.version
    assert found == ("Forum", time(18), "Town hall", None, 1)
    assert [each.name for each in copy.stakeholders.all()] == ["Youth forum"]
    assert [line.history_type for line in copy.history.all()] == ["+"]


def test_a_date_is_left_out_or_mended(client, forum):
    repeat(client, forum, left_out="1", **{"when-2": "31 January 2090"})
    assert days() == [date(2090, 1, 31), date(2090, 2, 6)]


def test_where_every_date_is_left_out_there_is_nothing_to_confirm(client, forum):
    page = repeat(client, forum, left_out=["1", "2", "3"])
    assert "every date is left out. Take one of them back, then add them. No meeting would be added" in text(page)
    assert ('name="confirm"' in page.text, Move.objects.count()) == (False, 0)


def test_what_was_added_is_said(client, forum):
    page = client.get(repeat(client, forum).url)
    assert "Saved. Here is what was added, to undo or to send round. Added 3 meetings like Forum." in text(page)


def test_a_date_that_cannot_be_read_adds_nothing(client, forum):
    page = repeat(client, forum, **{"when-2": "30 February 2090"})
    assert "Nothing is added yet: a date below cannot be read. Mend it, then add them." in text(page)
    assert ("There is no 30 February" in text(page), days()) == (True, [])


def test_what_speaks_against_a_date_is_said_first(client, forum):
    asked = {"every": "week", "times": "1", "key": "0b1f8c2e-52a0-4c5e-9d0a-7d6f5f1c2b3a"}
    page = client.post(reverse("repeat_meeting", args=[forum.pk]), asked)
    assert ("Monday 23 January 2090" in text(page), days()) == (True, [])


def test_repeats_sent_twice_are_added_once(client, forum):
    repeat(client, forum)
    repeat(client, forum)
    assert len(days()) == 3


def test_repeats_are_undone_but_for_those_somebody_has_worked_on(client, forum, admin):
    repeat(client, forum)
    kept, _, commented = Meeting.objects.exclude(pk=forum.pk).order_by("pk")
    kept.venue = "Library"
    kept.save()
    make_comment(meeting=commented)
    said = undo(Move.objects.get(), admin)
    staying = "Changed or used again since, so they stay as they are"
    assert said == f"Undone for 1 meeting. {staying}: {kept}; {commented}."
    assert days() == [kept.starts_on, commented.starts_on]


@pytest.mark.parametrize("times", ["0", "-1", "61", "many"])
def test_how_many_times_is_a_number_up_to_sixty(client, forum, times):
    page = client.post(reverse("repeat_meeting", args=[forum.pk]), {"every": "week", "times": times})
    said = page.context["form"].errors["times"]
    assert (page.status_code, said, days()) == (422, ["Write a whole number from 1 to 60, such as 6."], [])


def test_how_many_times_is_asked(client, forum):
    page = client.post(reverse("repeat_meeting", args=[forum.pk]), {"every": "week", "times": ""})
    assert (page.status_code, "Write how many more times, such as 6." in text(page)) == (422, True)


def test_a_meeting_without_a_date_cannot_come_again(client):
    assert client.get(reverse("repeat_meeting", args=[make_meeting(starts_on=None).pk])).status_code == 404


def test_the_end_of_the_calendar_is_said(client):
    meeting = make_meeting(starts_on=date(9999, 12, 1))
    page = client.post(reverse("repeat_meeting", args=[meeting.pk]), {"every": "day", "times": "3"})
    assert "The calendar ends before then." in text(page)
