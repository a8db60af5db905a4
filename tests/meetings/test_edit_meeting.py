"""One meeting is added, edited, copied and repeated."""

import re
from datetime import date, time, timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from meetings.dates import print_day
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
    return make_meeting(
        [make_stakeholder(name="Youth forum")],
        title="Forum",
        starts_on=SOON,
        starts_at=time(18),
        date_as_given="16th Jan",
        venue="Town hall",
    )


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.content.decode()))


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def sent(page, **typed):
    """What the browser would send of the page's form, with this typed into it."""
    form = page.context["form"]
    values = {name: form[name].value() for name in form.fields}
    values["stakeholders"] = [getattr(each, "pk", each) for each in values.get("stakeholders") or []]
    values |= {name: value.pk for name, value in values.items() if hasattr(value, "pk")} | typed
    return {name: "" if value is None else value for name, value in values.items() if value is not False}


def edit(client, meeting, **typed):
    path = reverse("edit_meeting", args=[meeting.pk])
    return client.post(path, sent(client.get(path), **typed))


def when(meeting):
    meeting.refresh_from_db()
    return meeting.starts_on, meeting.ends_on, meeting.starts_at, meeting.date_as_given


def add(client, **typed):
    path = reverse("add_meeting")
    data = {"title": "New forum", "category": 1, "audience": 1, **typed}
    return client.post(path, sent(client.get(path), **data))


def test_saving_without_a_change_changes_nothing(client, forum):
    before = when(forum)
    assert edit(client, forum).url == forum.get_absolute_url()
    assert (when(forum), Move.objects.count()) == (before, 0)
    assert [each.name for each in forum.stakeholders.all()] == ["Youth forum"]


@pytest.mark.parametrize(
    ("words", "first", "last", "at"),
    [
        ("6 February 2090", date(2090, 2, 6), date(2090, 2, 6), None),
        ("6 to 8 Feb 2090", date(2090, 2, 6), date(2090, 2, 8), None),
        ("2090-02-06 10:30", date(2090, 2, 6), date(2090, 2, 6), time(10, 30)),
        ("TBC", None, None, None),
        ("", None, None, None),
    ],
)
def test_a_date_is_written_in_words_and_kept_as_typed(client, forum, words, first, last, at):
    edit(client, forum, when=words)
    assert when(forum) == (first, last, at, words)


def test_days_can_be_picked_instead(client, forum):
    edit(client, forum, starts_on="2090-02-06", ends_on="", starts_at="09:00")
    assert when(forum) == (date(2090, 2, 6), date(2090, 2, 6), time(9), "")


def test_days_can_be_picked_when_the_words_are_emptied(client, forum):
    edit(client, forum, when="", starts_on="2090-03-12", ends_on="2090-03-12")
    assert when(forum)[:2] == (date(2090, 3, 12), date(2090, 3, 12))


def test_the_last_day_of_a_day_s_meeting_goes_along_with_the_first(client, forum):
    edit(client, forum, starts_on="2090-02-06")
    assert when(forum)[:2] == (date(2090, 2, 6), date(2090, 2, 6))


def test_words_and_days_that_disagree_are_said(client, forum):
    page = edit(client, forum, when="6 February 2090", starts_on="2090-03-01")
    assert "The words and the days picked below say different dates" in text(page)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("someday", "No date was found in these words."),
        ("2090-13-01", "This is figures, but no date."),
        ("29 February 2090", "There is no 29 February 2090 in the calendar."),
        ("Tuesday 16 January 2090", "The weekday and the date do not agree: 16 January 2090 or 17 January 2090 or"),
        ("12 Mrach 2090", "We read this as Sunday 12 March 2090: a spelling was mended. Save again if that is right."),
        ("12 March", "We read this as Sunday 12 March 2090: no year was written. Save again if that is right."),
    ],
)
def test_what_is_in_doubt_is_asked(client, forum, words, said):
    page = edit(client, forum, when=words)
    assert (page.status_code, said in text(page)) == (422, True)


def test_what_was_inferred_is_saved_once_it_was_seen(client, forum):
    asked = client.get(reverse("read_date"), {"name": "when", "near": "2090-01-16", "when": "12 March"})
    assert "Read as: Sunday 12 March 2090 (no year was written)" in text(asked)
    shown = re.search(r'name="when_read_as" value="([^"]+)"', asked.content.decode())[1]
    edit(client, forum, when="12 March", when_read_as=shown)
    assert when(forum)[0] == date(2090, 3, 12)


def test_a_moved_date_is_a_move_with_its_reason_and_can_be_undone(client, forum, admin):
    edit(client, forum, when="6 February 2090", reason="The hall is taken")
    move = Move.objects.get()
    assert "Moved from Monday 16 January 2090 at 18:00: The hall is taken" in text(client.get(forum.get_absolute_url()))
    assert forum.history.first().history_change_reason == "The hall is taken"
    undo(move, admin)
    assert when(forum) == (SOON, SOON, time(18), "16th Jan")


def test_a_held_meeting_gets_another_date_only_by_its_own_box(client):
    held = make_meeting(title="Held", starts_on=date(2024, 1, 16))
    page = edit(client, held, when="17 January 2024")
    assert "Tick this to change when a meeting was that has been held, or has begun." in text(page)
    edit(client, held, when="17 January 2024", although_begun="on")
    assert when(held)[0] == date(2024, 1, 17)


def test_a_held_meeting_gets_another_venue_without_more_ado(client):
    held = make_meeting(starts_on=date(2024, 1, 16))
    assert edit(client, held, venue="Town hall").status_code == 302


def test_a_stale_save_is_refused_with_both_texts(client, forum):
    path = reverse("edit_meeting", args=[forum.pk])
    mine = sent(client.get(path), title="My title")
    edit(client, forum, title="Their title")
    page = client.post(path, mine)
    assert page.status_code == 409
    assert ("Their title" in text(page), "My title" in page.content.decode()) == (True, True)
    again = client.post(path, {**mine, "version": page.context["theirs"]["version"].value()})
    forum.refresh_from_db()
    assert (again.status_code, forum.title) == (302, "My title")


def test_a_clash_is_told_once_it_is_saved(client, forum):
    make_meeting(title="Other", starts_on=date(2090, 2, 6), venue="Town hall")
    response = edit(client, forum, when="6 February 2090")
    assert told(response)[-1] == "It is saved, but look again. Same venue: Other, 6 February 2090."


def test_a_meeting_is_added(client):
    response = add(client, when="6 February 2090 at 18:00", venue="Town hall")
    meeting = Meeting.objects.get()
    assert (response.url, meeting.venue) == (meeting.get_absolute_url(), "Town hall")
    assert when(meeting) == (date(2090, 2, 6), date(2090, 2, 6), time(18), "6 February 2090 at 18:00")
    assert meeting.history.first().history_user.username == "admin"


def test_a_day_without_a_year_lies_ahead_of_who_adds_it(client):
    today = timezone.localdate()
    ahead = today + timedelta(days=200)
    page = add(client, when=f"{ahead.day} {ahead:%B}")
    assert f"We read this as {ahead:%A} {print_day(ahead)}" in text(page)


def test_adding_the_same_one_again_is_refused(client):
    add(client, when="6 February 2090")
    page = add(client, when="6 February 2090")
    assert ("There is a meeting of this title and date already." in text(page), Meeting.objects.count()) == (True, 1)


def test_what_is_missing_is_said(client):
    page = client.post(reverse("add_meeting"), {"title": ""})
    assert [said in text(page) for said in ("Write the title.", "Choose the category.", "Choose the audience.")] == [
        True,
        True,
        True,
    ]


def test_a_copy_is_like_the_other_but_for_its_date(client, forum):
    path = reverse("copy_meeting", args=[forum.pk])
    client.post(path, sent(client.get(path), when="6 February 2090 at 18:00"))
    copy = Meeting.objects.latest("pk")
    assert (copy.title, copy.venue, copy.starts_on) == ("Forum", "Town hall", date(2090, 2, 6))
    assert [each.name for each in copy.stakeholders.all()] == ["Youth forum"]


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


def test_a_date_that_cannot_be_read_adds_nothing(client, forum):
    page = repeat(client, forum, **{"when-2": "30 February 2090"})
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
    kept.save()
    make_comment(meeting=commented)
    said = undo(Move.objects.get(), admin)
    assert said == "Undone. 2 meetings had been changed by somebody else and stayed as they are."
    assert days() == [kept.starts_on, commented.starts_on]


@pytest.mark.parametrize("times", ["", "0", "61", "many"])
def test_how_many_times_is_a_number_up_to_sixty(client, forum, times):
    page = client.post(reverse("repeat_meeting", args=[forum.pk]), {"every": "week", "times": times})
    assert (page.status_code, days()) == (422, [])


def test_a_meeting_without_a_date_cannot_come_again(client):
    assert client.get(reverse("repeat_meeting", args=[make_meeting(starts_on=None).pk])).status_code == 404


def test_the_end_of_the_calendar_is_said(client):
    meeting = make_meeting(starts_on=date(9999, 12, 1))
    page = client.post(reverse("repeat_meeting", args=[meeting.pk]), {"every": "day", "times": "3"})
    assert "The calendar ends before then." in text(page)
