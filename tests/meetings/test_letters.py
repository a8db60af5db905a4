"""What was done to many meetings, as text for an e-mail."""

from datetime import date, time

import pytest

from meetings.changes import Change
from meetings.letters import lines_of, what_moved
from meetings.models import Meeting
from meetings.moves import NothingUndone, add_like, apply, keep_edit, undo
from meetings.plans import columns_of, plan
from meetings.repeats import plan_repeats
from tests.factories import make_meeting, make_person

pytestmark = pytest.mark.django_db
SOON = date(2090, 1, 16)  # a Monday


def moved(meetings, *change, reason=""):
    now = list(Meeting.objects.filter(pk__in=[meeting.pk for meeting in meetings]))
    return apply(Change(*change), plan(now, Change(*change)), reason, make_person("admin"))


def told(move):
    return what_moved(move, lines_of(move))


def letter(*asked, **options):
    return told(moved(*asked, **options))


def test_each_meeting_is_told_with_its_dates_its_venue_and_its_lead():
    lea = make_person(first_name="Lea", last_name="Lead")
    meetings = [
        make_meeting(title="One", starts_on=SOON, starts_at=time(18), venue="Town hall", lead=lea),
        make_meeting(title="Two", starts_on=SOON, starts_at=time(19)),
    ]
    assert letter(meetings, "weeks", 3, reason="An election is called") == (
        "Moved 2 meetings 3 weeks later.\n"
        "Why: An election is called\n"
        "\n"
        "One\n"
        "    Date was: Monday 16 January 2090 at 18:00\n"
        "    Date now: Monday 6 February 2090 at 18:00\n"
        "    Venue: Town hall\n"
        "    Lead: Lea Lead\n"
        "\n"
        "Two\n"
        "    Date was: Monday 16 January 2090 at 19:00\n"
        "    Date now: Monday 6 February 2090 at 19:00\n"
    )


def test_a_new_lead_is_told_by_the_whole_name():
    lead = make_person(first_name="Lea", last_name="Lead")
    assert letter([make_meeting()], "lead", lead).startswith("Changed the lead of 1 meeting to Lea Lead.\n")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("cancel",), "Cancelled\n    Was to be: Monday 16 January 2090 at 18:00\n"),
        (("postpone",), "Postponed, with no new date yet\n    Was to be: Monday 16 January 2090 at 18:00\n"),
        (("venue", "Library"), "Venue was: none\n    Venue now: Library\n    Date: Monday 16 January 2090 at 18:00\n"),
    ],
)
def test_a_meeting_that_keeps_its_date_is_told_with_it(change, told):
    meeting = make_meeting(title="One", starts_on=SOON, starts_at=time(18))
    assert letter([meeting], *change).endswith(f"\n\nOne\n    {told}")


def test_one_that_is_reinstated_or_given_a_new_date_goes_ahead():
    meetings = [make_meeting(title="One", starts_on=SOON)]
    moved(meetings, "cancel")
    assert letter(meetings, "go_ahead").endswith("One\n    Goes ahead\n    Date: Monday 16 January 2090\n")
    moved(meetings, "postpone")
    assert letter(meetings, "weeks", 1).endswith(
        "    Date was: Monday 16 January 2090\n    Date now: Monday 23 January 2090\n    Goes ahead\n"
    )


@pytest.mark.parametrize(
    ("before", "after", "words", "then"),
    [
        ("scheduled", "cancelled", "Cancelled One.", "Cancelled\n    Was to be: Monday 16 January 2090\n"),
        ("cancelled", "scheduled", "Reinstated One.", "Goes ahead\n    Date: Monday 16 January 2090\n"),
    ],
)
def test_one_that_is_cancelled_by_hand_is_told_as_such(before, after, words, then):
    meeting = make_meeting(title="One", starts_on=SOON, status=before)
    columns = columns_of(meeting)
    meeting.status = after
    meeting.save()
    move = keep_edit(meeting, columns, "The hall is shut", make_person("admin"))
    assert told(move) == f"{words}\nWhy: The hall is shut\n\nOne\n    {then}"
    undo(move, make_person("admin"))
    meeting.refresh_from_db()
    assert meeting.status == before


def test_those_to_be_confirmed_come_last():
    first, last = make_meeting(title="B", starts_on=SOON), make_meeting(title="A", starts_on=None)
    assert [line.meeting for line in lines_of(moved([first, last], "venue", "Library"))] == [first, last]


def test_copies_are_told_with_their_dates():
    meeting = make_meeting(title="One", starts_on=SOON, venue="Town hall")
    assert told(add_like(meeting, plan_repeats(meeting, "week", 1), make_person("admin"))) == (
        "Added 1 meeting like One.\n\nOne\n    Date: Monday 23 January 2090\n    Venue: Town hall\n"
    )


def test_what_was_undone_is_told_as_what_it_went_back_to():
    move = moved([make_meeting(title="One", starts_on=SOON)], "weeks", 3, reason="An election is called")
    undo(move, make_person("admin"))
    move.refresh_from_db()
    assert told(move) == (
        "Undone: Moved 1 meeting 3 weeks later.\n\n"
        "One\n    Date was: Monday 6 February 2090\n    Date now: Monday 16 January 2090\n"
    )


def test_what_was_changed_again_since_is_told_as_it_is_now_and_by_which_move():
    meetings = [make_meeting(title=title, starts_on=SOON) for title in ("One", "Two")]
    first = moved(meetings, "weeks", 3, reason="An election is called")
    again, cancelled = moved(meetings[:1], "weeks", 1), moved(meetings[:1], "cancel")
    assert [(line.meeting, line.later) for line in lines_of(first)] == [
        (meetings[1], []),
        (meetings[0], [cancelled, again]),
    ]
    undo(first, make_person("admin"))
    first.refresh_from_db()
    assert told(first) == (
        "Undone in part: Moved 2 meetings 3 weeks later.\n"
        "Why: An election is called\n\n"
        "This stands:\n\n"
        "One\n"
        "    Date was: Monday 16 January 2090\n"
        "    Date then: Monday 6 February 2090\n"
        "    Date now: Monday 13 February 2090\n\n"
        "This is undone:\n\n"
        "Two\n    Date was: Monday 6 February 2090\n    Date now: Monday 16 January 2090\n"
    )


def test_what_was_changed_by_hand_has_no_move_to_undo_first_and_goes_back_once_it_is_changed_back():
    meeting, by = make_meeting(starts_on=SOON), make_person("admin")
    move = moved([meeting], "venue", "Library")
    Meeting.objects.update(venue="Town hall")
    (line,) = lines_of(move)
    assert (line.changed, line.since, line.later) == (True, [("Venue", "Library", "Town hall")], [])
    with pytest.raises(NothingUndone):
        undo(move, by)
    Meeting.objects.update(venue="Library")
    assert undo(move, by) == "Undone."
