"""One meeting is added, edited and copied."""

import re
from datetime import date, time, timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from meetings.dates import print_day
from meetings.models import Meeting, Move
from meetings.moves import undo
from tests.factories import make_meeting, make_stakeholder
from tests.meetings.editing import edit, sent, text

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


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def when(meeting):
    meeting.refresh_from_db()
    return meeting.starts_on, meeting.ends_on, meeting.starts_at, meeting.date_as_given


def shown_as(page):
    return re.search(r'name="when_read_as" value="([^"]+)"', page.content.decode())[1]


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
        ("6 February 2090", date(2090, 2, 6), date(2090, 2, 6), time(18)),
        ("6 to 8 Feb 2090", date(2090, 2, 6), date(2090, 2, 8), time(18)),
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
        (
            "July 2090",
            "We read this as 1 to 31 July 2090: a month was written and no day. Save again",
        ),
        (
            "7 and 28 July 2090",
            "7 July 2090 and 28 July 2090 are days of more than one meeting. "
            "Write the first here, then copy or repeat the meeting for the others.",
        ),
        ("TBC, 4 July 2090", "We read this as Tuesday 4 July 2090: it says that it is yet to be confirmed. Save again"),
        ("w/c 3 and 17 July 2090", "3 July 2090 and 17 July 2090 are days of more than one meeting."),
        ("PM", "This is a time, but no day."),
        ("25:00", "The clock has no such time."),
        ("4 July 2090 25:00", "Tuesday 4 July 2090: it names a time that the clock has not. Save again"),
        ("4 July 2090 PM", "Tuesday 4 July 2090: it says morning or afternoon, but no hour. Save again"),
        ("TBC, 6pm", "To be confirmed: its time is kept in these words alone, as it names no day. Save again"),
    ],
)
def test_what_is_in_doubt_is_asked(client, forum, words, said):
    page = edit(client, forum, when=words)
    assert (page.status_code, said in text(page)) == (422, True)


def test_what_was_inferred_is_saved_once_it_was_seen(client, forum):
    asked = client.get(reverse("read_date"), {"name": "when", "near": "2090-01-16", "when": "12 March"})
    assert "Read as: Sunday 12 March 2090 (no year was written)" in text(asked)
    edit(client, forum, when="12 March", when_read_as=shown_as(asked))
    assert when(forum)[0] == date(2090, 3, 12)


def test_what_was_doubtful_is_told_again_once_it_is_saved(client, forum):
    words = "4 July 2090 PM"
    page = edit(client, forum, when=words)
    saved = edit(client, forum, when=words, when_read_as=shown_as(page))
    assert told(saved) == [
        "Saved: Forum, 4 July 2090. We read “4 July 2090 PM” as Tuesday 4 July 2090: "
        "it says morning or afternoon, but no hour. Its time is still 18:00."
    ]
    assert f"Date as given“{words}”" in text(client.get(forum.get_absolute_url()))


def test_other_words_of_the_same_reading_are_asked_about_too(client, forum):
    page = edit(client, forum, when="4 July 2090 25:00")
    again = edit(client, forum, when="4 July 2090 with Bob", when_read_as=shown_as(page))
    assert "We read this as Tuesday 4 July 2090: other words were passed over. Save again" in text(again)


def test_why_a_date_was_not_read_is_said_in_the_summary_and_once_at_the_box(client, forum):
    why = "No date was found in these words. Write it as in 12 March 2024."
    assert text(edit(client, forum, when="some day")).count(why) == 2
    assert text(client.get(reverse("read_date"), {"name": "when", "when": "some day"})).strip() == f"Not read: {why}"


def test_days_that_follow_each_other_are_one_meeting(client, forum):
    page = edit(client, forum, when="7 and 8 February 2090")
    edit(client, forum, when="7 and 8 February 2090", when_read_as=shown_as(page))
    assert when(forum)[:2] == (date(2090, 2, 7), date(2090, 2, 8))


def test_a_season_is_a_span_once_it_was_seen_and_is_printed_as_it_was_written(client, forum):
    page = edit(client, forum, when="Autumn 2090")
    assert "Read as: 1 September to 30 November 2090 (it says only about when, a season was written" in text(page)
    edit(client, forum, when="Autumn 2090", when_read_as=shown_as(page))
    assert when(forum)[:2] == (date(2090, 9, 1), date(2090, 11, 30))
    assert "Date as given“Autumn 2090”" in text(client.get(forum.get_absolute_url()))


def test_a_moved_date_is_a_move_with_its_reason_and_can_be_undone(client, forum, admin):
    edit(client, forum, when="6 February 2090", reason="The hall is taken")
    move = Move.objects.get()
    assert "Moved from Monday 16 January 2090 at 18:00: The hall is taken" in text(client.get(forum.get_absolute_url()))
    assert forum.history.first().history_change_reason == "The hall is taken"
    undo(move, admin)
    assert when(forum) == (SOON, SOON, time(18), "16th Jan")


def test_a_day_typed_without_its_time_leaves_the_time_and_says_so(client, forum):
    response = edit(client, forum, when="6 February 2090")
    assert when(forum) == (date(2090, 2, 6), date(2090, 2, 6), time(18), "6 February 2090")
    assert told(response)[0] == "Saved: Forum, 6 February 2090. Its time is still 18:00."


@pytest.mark.parametrize("typed", [{"when": "16 January 2090"}, {"when": "6 February 2090", "starts_at": ""}])
def test_a_time_that_is_deleted_is_gone_and_was_named(client, forum, typed):
    response = edit(client, forum, **typed)
    assert (when(forum)[2:], told(response)[0].split(". ")[1]) == (
        (None, typed["when"]),
        "It has no time any more: it was 18:00.",
    )


def test_the_last_date_it_was_moved_from_is_shown_and_those_before_are_folded(client, forum):
    for words in ("6 February 2090", "7 February 2090", "8 February 2090"):
        edit(client, forum, when=words)
    shown, folded = client.get(forum.get_absolute_url()).text.split("<details", 1)
    assert re.findall(r"Moved from (\w+ \d+ \w+)", shown) == ["Tuesday 7 February"]
    assert "Before that, moved from 2 other dates" in folded
    assert re.findall(r"Moved from (\w+ \d+ \w+)", folded) == ["Monday 6 February", "Monday 16 January"]


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


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("15 July 2090", ["It is saved, but look again. 15 July 2090 is a Saturday."]),
        ("Saturday 15 July 2090", []),
        ("the weekend of 15 July 2090", []),
    ],
)
def test_a_weekend_is_told_unless_it_was_written(client, forum, words, said):
    assert told(edit(client, forum, when=words))[1:] == said


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
