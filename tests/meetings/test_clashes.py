"""A preview says what speaks against a new date; it forbids nothing."""

from datetime import date, time

import pytest

from meetings.changes import Change, Dates
from meetings.clashes import Slot, find_clashes
from meetings.models import PreElectionPeriod
from meetings.plans import plan
from tests.factories import make_meeting, make_person, make_stakeholder

TODAY = date(2024, 1, 1)
TUESDAY = date(2024, 1, 16)
LATER = date(2024, 1, 17)


def slot(title="Forum", starts_on=TUESDAY, ends_on=None, **values):
    return Slot(values.pop("pk", 1), title, starts_on, ends_on or starts_on, **values)


def words(slots, others=(), periods=(), today=TODAY):
    return [[clash.words for clash in clashes] for clashes in find_clashes(slots, others, periods, today)]


def test_an_empty_day_has_no_clash():
    assert words([slot()]) == [[]]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2024, 1, 20), None, ["20 January 2024 is a Saturday."]),
        (date(2024, 12, 25), None, ["25 December 2024 is a bank holiday: Christmas Day."]),
        (date(2024, 8, 26), None, ["26 August 2024 is a bank holiday: Late Summer Bank Holiday."]),
        (date(2024, 3, 28), date(2024, 3, 29), ["29 March 2024 is a bank holiday: Good Friday."]),
        (date(2024, 8, 5), None, []),  # a bank holiday in Scotland
        (date(2024, 1, 22), date(2024, 1, 28), []),  # some time in that week
        (date(2023, 12, 5), None, ["That date has passed."]),
    ],
)
def test_days_on_which_one_had_better_not_meet_are_said(first, last, said):
    assert words([slot(starts_on=first, ends_on=last)]) == [said]


def test_the_pre_election_period_is_said():
    periods = [(date(2024, 1, 10), date(2024, 1, 16))]
    assert words([slot()], periods=periods) == [["It falls in the pre-election period, 10 to 16 January 2024."]]
    assert words([slot(starts_on=date(2024, 1, 17))], periods=periods) == [[]]


def test_the_same_venue_lead_and_stakeholder_are_one_clash_with_one_meeting():
    mine = slot(venue="Town Hall", lead=3, stakeholders={7: "Youth forum"})
    theirs = slot("Economic Alliance", pk=2, venue=" town hall ", lead=3, stakeholders={7: "Youth forum"})
    said = "Same venue, same lead, Youth forum comes to both: Economic Alliance, 16 January 2024."
    assert words([mine], [theirs]) == [[said]]


@pytest.mark.parametrize(
    ("mine", "theirs", "clashes"),
    [(time(10), time(11, 59), 1), (time(10), time(12), 0), (None, time(12), 1), (time(10), None, 1)],
)
def test_two_timed_meetings_clash_within_two_hours(mine, theirs, clashes):
    (found,) = words([slot(venue="Town hall", starts_at=mine)], [slot(pk=2, venue="Town hall", starts_at=theirs)])
    assert len(found) == clashes


def clash(mine, theirs):
    """What is said of two at one venue, each (start, end) or (start, end, last day)."""

    def at_hall(starts_at, ends_at, ends_on=None, **values):
        return slot(starts_at=starts_at, ends_at=ends_at, ends_on=ends_on, venue="Town hall", **values)

    return words([at_hall(*mine)], [at_hall(*theirs, title="Other", pk=2)])[0]


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ((time(10), time(11)), (time(11), None), ""),
        ((time(10), time(13)), (time(12, 30), time(14)), "Same venue: Other, 16 January 2024, 12:30 to 14:00."),
        ((time(12), None), (time(9), time(13)), "Same venue: Other, 16 January 2024, 09:00 to 13:00."),
        ((time(10), None), (time(10), None), "Same venue: Other, 16 January 2024 at 10:00."),
        ((time(10), None), (time(11), None), "Same venue: Other, 16 January 2024 at 11:00, if Forum lasts two hours."),
        ((time(11), None), (time(10), None), "Same venue: Other, 16 January 2024 at 10:00, if Other lasts two hours."),
        ((time(18), None), (time(10), time(15), LATER), ""),  # on each of two days
        (
            (time(18), None),
            (time(19), time(15), date(2024, 1, 17)),
            "Same venue: Other, 16 to 17 January 2024, 19:00 to 15:00.",
        ),
    ],
)
def test_two_meetings_clash_until_the_first_one_ends(mine, theirs, said):
    assert clash(mine, theirs) == [said] * bool(said)


def test_meetings_that_are_moved_together_clash_with_each_other():
    both = [slot("One", lead=3), slot("Two", pk=2, lead=3)]
    assert words(both) == [["Same lead: Two, 16 January 2024."], ["Same lead: One, 16 January 2024."]]


def test_some_time_in_a_week_keeps_nobody_from_another_meeting():
    week = slot("Some time", pk=2, lead=3, ends_on=date(2024, 1, 22))
    assert words([slot(lead=3)], [week]) == [[]]


@pytest.mark.parametrize("venue", ["Online", " Microsoft Teams ", "TBC"])
def test_what_is_no_room_holds_any_number_of_meetings(venue):
    assert words([slot(venue=venue)], [slot(pk=2, venue=venue)]) == [[]]


def test_no_venue_and_no_lead_are_not_the_same_ones():
    assert words([slot()], [slot(pk=2)]) == [[]]


@pytest.mark.django_db
class TestInAPlan:
    DAY = date(2090, 2, 7)  # a Tuesday
    change = Change("date", Dates(DAY, DAY, None, "7 Feb 2090"))

    def said(self, change=None, **values):
        meeting = make_meeting(**{"starts_on": date(2090, 1, 16), **values})
        (planned,) = plan([meeting], change or self.change)
        return [clash.words for clash in planned.clashes]

    def test_all_kinds_are_found_on_the_schedule(self):
        lead, forum = make_person(), make_stakeholder(name="Youth forum")
        make_meeting([forum], title="Other", starts_on=self.DAY, lead=lead, venue="Town hall")
        PreElectionPeriod.objects.create(starts_on=self.DAY, ends_on=self.DAY)
        assert self.said(stakeholders=[forum], lead=lead, venue="Town hall") == [
            "It falls in the pre-election period, 7 February 2090.",
            "Same venue, same lead, Youth forum comes to both: Other, 7 February 2090.",
        ]

    def test_what_is_cancelled_or_postponed_is_in_nobodys_way(self):
        for status in ("cancelled", "postponed"):
            make_meeting(starts_on=self.DAY, venue="Town hall", status=status)
        assert self.said(venue="Town hall") == []

    def test_a_meeting_that_moves_away_is_in_nobodys_way(self):
        first = make_meeting(starts_on=date(2090, 1, 31), venue="Town hall")
        second = make_meeting(starts_on=self.DAY, venue="Town hall")
        planned = plan([first, second], Change("weeks", 1))
        assert [each.clashes for each in planned] == [(), ()]

    def test_a_new_venue_can_clash(self):
        make_meeting(title="Other", starts_on=date(2090, 1, 16), venue="Town hall")
        assert self.said(Change("venue", "Town hall")) == ["Same venue: Other, 16 January 2090."]

    def test_a_new_venue_says_nothing_of_a_day_that_stays(self):
        assert self.said(Change("venue", "Town hall"), starts_on=date(2024, 1, 20)) == []

    def test_a_cancelled_meeting_has_no_clash(self):
        make_meeting(starts_on=date(2090, 1, 16), venue="Town hall")
        assert self.said(Change("cancel"), venue="Town hall") == []

    def test_the_plan_asks_as_many_queries_for_many_as_for_one(self, django_assert_num_queries):
        make_meeting(starts_on=self.DAY)
        meetings = [make_meeting(starts_on=date(2090, 1, 16), venue="Town hall") for _ in range(5)]
        for some in (meetings[:1], meetings):
            with django_assert_num_queries(4):
                plan(some, self.change)
