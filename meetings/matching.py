"""Which meetings of a list are in the schedule already, and how that was told. Values in, values out."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property

from meetings.titles import is_slip, key_of

SAME = "same"  # title and days
SLIP = "slip"  # the same days, and a title with a slip in it
MOVED = "moved"  # the same title on other days, which it can be moved to
OTHER_DAYS = "other-days"  # the same title on other days, and it may well be another meeting
NEAR = "near"  # the same title at most a week away, mostly under another heading, and it is taken for another meeting
TWICE = "twice"  # a row above says the same
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Slot:
    """A row of the list or a meeting of the schedule: its place or id, its title, heading and days."""

    pk: int
    title: str
    category: object  # an id, or what a new heading goes by; None for a row that stands under no heading
    starts_on: date | None
    ends_on: date | None
    starts_at: time | None = None
    ends_at: time | None = None
    can_move: bool = False  # neither held nor begun
    is_off: bool = False  # cancelled or postponed
    moved_from: tuple = ()  # the days that a row says it was moved from

    @cached_property
    def key(self):
        return key_of(self.title)

    @property
    def days(self):
        return self.starts_on, self.ends_on


@dataclass(frozen=True)
class Match:
    how: str
    pk: int  # of the meeting; for TWICE, the place of the row above
    ends_otherwise: bool = False  # of a row that else says the same as the one above


def match(rows, meetings):
    """{place: Match}. No meeting is matched twice: the surest matches come first."""
    matching = Matching(rows, meetings)
    matching.take_twins()
    for is_match in (same_to_the_hour, same_in_category, same, slip_in_category, slip):
        matching.take_on_same_days(is_match)
    matching.take_where_moved_from()
    matching.take_on_other_days()
    matching.take_to_be_confirmed()
    matching.take_nearby()
    return matching.found


def same_to_the_hour(row, meeting):
    return same_in_category(row, meeting) and row.starts_at == meeting.starts_at


def same_in_category(row, meeting):
    return same(row, meeting) and row.category == meeting.category


def same(row, meeting):
    return row.key == meeting.key


def slip_in_category(row, meeting):
    return slip(row, meeting) and row.category == meeting.category


def slip(row, meeting):
    return is_slip(row.key, meeting.key)


class Matching:
    def __init__(self, rows, meetings):
        self.rows, self.found, self.taken = rows, {}, set()
        self.on, self.of_title = defaultdict(list), defaultdict(list)
        for meeting in meetings:
            self.on[meeting.days].append(meeting)
            self.of_title[meeting.key].append(meeting)

    def take_twins(self):
        first = {}
        for row in self.rows:
            above = first.setdefault((row.key, row.category, row.days, row.starts_at), row)
            if above is not row:
                self.found[row.pk] = Match(TWICE, above.pk, row.ends_at != above.ends_at)

    def take_on_same_days(self, is_match):
        for row in self.left():
            fitting = [each for each in self.on[row.days] if each.pk not in self.taken and is_match(row, each)]
            if fitting:
                how = SAME if same(row, fitting[0]) else SLIP
                self.take(row, how, fitting[0])

    def take_where_moved_from(self):
        for row in self.left():
            fitting = [each for each in self.on.get(row.moved_from, []) if same_in_category(row, each)]
            for meeting in [each for each in fitting if each.pk not in self.taken][:1]:
                self.take(row, MOVED, meeting)

    def take_on_other_days(self):
        """Where one row and one meeting of a title are left over; several may be any of them."""
        left = defaultdict(list)
        for row in self.left():
            left[row.key, row.category].append(row)
        for (key, category), rows in left.items():
            meetings = [m for m in self.of_title[key] if m.pk not in self.taken and category in (m.category, None)]
            if len(rows) == len(meetings) == 1:
                self.take(rows[0], how_on_other_days(rows[0], meetings[0]), meetings[0])

    def take_to_be_confirmed(self):
        """Under whatever heading: the only meeting of that title without a date is the one that the row dates."""
        left = defaultdict(list)
        for row in self.left():
            left[row.key].append(row)
        for key, rows in left.items():
            meetings = [each for each in self.of_title[key] if each.pk not in self.taken and not each.starts_on]
            if len(rows) == len(meetings) == 1 and meetings[0].can_move and rows[0].starts_on:
                self.take(rows[0], MOVED, meetings[0])

    def take_nearby(self):
        for row in self.left():
            near = [each for each in self.of_title[row.key] if each.pk not in self.taken and is_near(row, each)]
            if near:
                self.take(row, NEAR, min(near, key=lambda each: abs(each.starts_on - row.starts_on)))

    def left(self):
        return [row for row in self.rows if row.pk not in self.found]

    def take(self, row, how, meeting):
        self.found[row.pk] = Match(how, meeting.pk)
        self.taken.add(meeting.pk)


def is_near(row, meeting):
    return bool(row.starts_on and meeting.starts_on) and abs(meeting.starts_on - row.starts_on) <= WEEK


def how_on_other_days(row, meeting):
    """A row that says only that it is off is about the day that the meeting has."""
    if row.is_off and row.starts_on is None and (meeting.can_move or meeting.is_off):
        return SAME
    return MOVED if meeting.can_move and row.starts_on is not None else OTHER_DAYS
