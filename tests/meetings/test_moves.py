"""Many meetings are moved by one plan, and given back by one undo."""

from datetime import date, time

import pytest
from django.utils import timezone

from meetings.changes import Change, Dates
from meetings.models import Meeting, Move, MovedMeeting
from meetings.moves import NothingUndone, apply, undo
from meetings.plans import plan
from tests.factories import make_audience, make_category, make_meeting, make_person, make_stakeholder

pytestmark = pytest.mark.django_db

SOON = date(2090, 1, 16)  # a Monday, long after any day on which this runs
LATER = date(2090, 2, 6)


def upcoming(**values):
    return make_meeting(**{"starts_on": SOON, **values})


def planned_one(meeting, *change, **options):
    (planned,) = plan([meeting], Change(*change), **options)
    return planned


def moved(meeting, *change, reason="", **options):
    by = options.pop("by", None) or make_person("admin")
    change = Change(*change)
    now = Meeting.objects.get(pk=meeting.pk)
    return apply(change, plan([now], change, **options), reason, by)


def when(meeting):
    meeting.refresh_from_db()
    return meeting.starts_on, meeting.ends_on, meeting.starts_at


def test_moving_by_weeks_keeps_the_weekday_the_length_and_the_time():
    meeting = upcoming(ends_on=date(2090, 1, 19), starts_at=time(18))
    moved(meeting, "weeks", 3)
    assert when(meeting) == (LATER, date(2090, 2, 9), time(18))


def test_a_plan_writes_nothing():
    meeting = upcoming()
    plan([meeting], Change("weeks", 3))
    assert (when(meeting), Move.objects.count()) == ((SOON, SOON, None), 0)


def test_moving_to_a_day_keeps_the_length_and_the_time():
    meeting = upcoming(ends_on=date(2090, 1, 17), starts_at=time(18))
    moved(meeting, "date", Dates(LATER, LATER, None, "6 Feb 2090"))
    assert (when(meeting), meeting.date_as_given) == ((LATER, date(2090, 2, 7), time(18)), "6 Feb 2090")


def test_a_typed_time_and_a_typed_range_are_taken_as_they_are():
    meeting = upcoming(starts_at=time(18))
    moved(meeting, "date", Dates(LATER, date(2090, 2, 8), time(10), "6 to 8 Feb, 10am"))
    assert when(meeting) == (LATER, date(2090, 2, 8), time(10))


def test_moving_to_be_confirmed_leaves_no_date_and_no_time():
    meeting = upcoming(starts_at=time(18), date_as_given="16th Jan")
    moved(meeting, "tbc")
    assert (when(meeting), meeting.date_as_given) == ((None, None, None), "")


@pytest.mark.parametrize(("kind", "status"), [("cancel", "cancelled"), ("postpone", "postponed")])
def test_a_meeting_is_cancelled_or_postponed_where_it_was(kind, status):
    meeting = upcoming()
    moved(meeting, kind)
    assert (when(meeting), meeting.status) == ((SOON, SOON, None), status)


def test_a_postponed_meeting_that_gets_a_date_goes_ahead():
    meeting = upcoming(status="postponed")
    moved(meeting, "weeks", 3)
    assert (when(meeting)[0], meeting.status) == (LATER, "scheduled")


def test_venue_lead_audience_and_category_are_changed():
    meeting = upcoming()
    lead, audience, category = make_person(), make_audience(), make_category()
    for change in (("venue", "Town hall"), ("lead", lead), ("audience", audience), ("category", category)):
        moved(meeting, *change)
    meeting.refresh_from_db()
    found = (meeting.venue, meeting.lead, meeting.audience, meeting.category)
    assert found == ("Town hall", lead, audience, category)


def test_an_exception_goes_to_its_own_date():
    first, second = upcoming(), upcoming()
    change = Change("weeks", 3)
    own = {second.pk: Dates(date(2090, 3, 1), date(2090, 3, 1), None, "1 March 2090")}
    move = apply(change, plan([first, second], change, own), "", make_person("admin"))
    assert (when(first)[0], when(second)[0]) == (LATER, date(2090, 3, 1))
    assert move.words == "Moved 2 meetings 3 weeks later, with another date for 1 of them."


def test_where_each_goes_to_its_own_date_no_other_is_told():
    meeting = upcoming()
    move = moved(meeting, "tbc", exceptions={meeting.pk: Dates(LATER, LATER, None, "6 February 2090")})
    assert move.words == "Moved 1 meeting to another date."


@pytest.mark.parametrize(
    ("values", "change", "reason"),
    [
        ({"starts_on": None}, ("weeks", 3), "It has no date to move from."),
        ({"status": "cancelled"}, ("weeks", 3), "It is cancelled."),
        ({"status": "cancelled"}, ("tbc",), "It is cancelled."),
        ({"status": "cancelled"}, ("cancel",), "It is so already."),
        ({"venue": "Town hall"}, ("venue", "Town hall"), "It is so already."),
        ({}, ("weeks", 0), "It is so already."),
        ({}, ("weeks", 500_000), "The calendar ends before then."),
        ({"starts_on": date(2024, 1, 16)}, ("weeks", 3), "It has been held, or has begun."),
    ],
)
def test_what_a_change_does_not_fit_is_left_out_with_the_reason(values, change, reason):
    meeting = upcoming(**values)
    assert planned_one(meeting, *change).left_out == reason
    assert moved(meeting, *change).pk is None


def test_a_held_meeting_moves_only_when_that_is_said():
    meeting = make_meeting(starts_on=date(2024, 1, 16))
    moved(meeting, "weeks", 1)
    assert when(meeting)[0] == date(2024, 1, 16)
    moved(meeting, "weeks", 1, although_begun=[meeting.pk])
    assert when(meeting)[0] == date(2024, 1, 23)


def test_a_held_meeting_can_still_get_another_lead():
    meeting, lead = make_meeting(starts_on=date(2024, 1, 16)), make_person()
    moved(meeting, "lead", lead)
    meeting.refresh_from_db()
    assert meeting.lead == lead


def test_what_somebody_changed_since_is_passed_over_and_said():
    mine, theirs = upcoming(), upcoming()
    change = Change("weeks", 3)
    planned = plan([mine, theirs], change)
    other = Meeting.objects.get(pk=theirs.pk)
    other.title = "Renamed"
    other.save()
    move = apply(change, planned, "", make_person("admin"))
    assert (when(mine)[0], when(theirs)[0]) == (LATER, SOON)
    assert move.words == (
        "Moved 1 meeting 3 weeks later. 1 meeting had been changed by somebody else and stayed as before."
    )


def test_each_meeting_gets_a_line_of_history_with_the_person_the_reason_and_who_came():
    forum, by = make_stakeholder(), make_person("admin")
    meeting = upcoming(stakeholders=[forum])
    moved(meeting, "weeks", 3, reason="An election is called", by=by)
    line = meeting.history.first()
    assert (line.history_type, line.history_user, line.history_change_reason) == ("~", by, "An election is called")
    assert (line.starts_on, line.version) == (LATER, 2)
    assert [kept.stakeholder for kept in line.stakeholders.all()] == [forum]


def test_a_confirmation_sent_twice_moves_once():
    meeting, by = upcoming(), make_person("admin")
    change = Change("weeks", 3)
    first = apply(change, plan([meeting], change), "", by)
    meeting.refresh_from_db()
    again = apply(change, plan([meeting], change), "", by, key=first.key)
    assert (again, when(meeting)[0], Move.objects.count()) == (first, LATER, 1)


def test_a_meeting_keeps_where_it_was_moved_from_until_that_is_undone():
    meeting, by = upcoming(), make_person("admin")
    move = moved(meeting, "weeks", 3, by=by)
    assert [line.before["starts_on"] for line in meeting.moves.of_dates()] == ["2090-01-16"]
    undo(move, by)
    assert list(meeting.moves.of_dates()) == []


def test_undo_gives_back_dates_times_and_status():
    meeting, by = upcoming(starts_at=time(18, 30), date_as_given="16th Jan", status="postponed"), make_person("admin")
    before = state(meeting)
    move = moved(meeting, "weeks", 3, by=by)
    assert undo(move, by) == "Undone."
    assert state(meeting) == before


def state(meeting):
    return {k: v for k, v in Meeting.objects.filter(pk=meeting.pk).values()[0].items() if k != "version"}


def test_two_moves_are_undone_one_after_the_other():
    meeting, by = upcoming(), make_person("admin")
    first = moved(meeting, "weeks", 3, by=by)
    second = moved(meeting, "weeks", 1, by=by)
    assert [undo(second, by), undo(first, by)] == ["Undone.", "Undone."]
    assert when(meeting)[0] == SOON


def test_what_was_moved_again_is_undone_when_that_has_been_undone():
    meeting, by = upcoming(), make_person("admin")
    first = moved(meeting, "weeks", 3, by=by)
    second = moved(meeting, "weeks", 1, by=by)
    with pytest.raises(NothingUndone, match="^Nothing is undone. Changed or used again since, so it stays as it is: "):
        undo(first, by)
    first.refresh_from_db()
    assert (when(meeting)[0], first.undone_at) == (date(2090, 2, 13), None)
    assert [undo(second, by), undo(first, by)] == ["Undone.", "Undone."]
    assert when(meeting)[0] == SOON


def test_what_stays_of_an_undo_is_named_and_can_be_undone_later():
    left, back, by = upcoming(title="Youth Alliance"), upcoming(title="Schools Forum"), make_person("admin")
    change = Change("weeks", 3)
    move = apply(change, plan([left, back], change), "", by)
    left.refresh_from_db()
    again = moved(left, "weeks", 1, by=by)
    staying = "Changed or used again since, so it stays as it is: Youth Alliance, 13 February 2090."
    assert undo(move, by) == f"Undone for 1 meeting. {staying}"
    assert [when(left)[0], when(back)[0]] == [date(2090, 2, 13), SOON]
    assert [line.meeting for line in MovedMeeting.objects.of_dates()] == [left, left]
    assert [undo(again, by), undo(move, by)] == ["Undone.", "Undone."]
    assert [when(left)[0], when(back)[0]] == [SOON, SOON]


def test_a_move_is_undone_once():
    meeting, by = upcoming(), make_person("admin")
    move = moved(meeting, "weeks", 3, by=by)
    undo(move, by)
    with pytest.raises(NothingUndone, match="That has been undone already."):
        undo(move, by)
    move.refresh_from_db()
    assert (move.undone_by, move.undone_at < timezone.now()) == (by, True)


def test_undo_passes_over_a_meeting_whose_lead_was_deleted():
    lead, by = make_person(), make_person("admin")
    meeting = upcoming(lead=lead)
    move = moved(meeting, "lead", None, by=by)
    lead.delete()
    with pytest.raises(NothingUndone):
        undo(move, by)
