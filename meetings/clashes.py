"""What speaks against holding a meeting when it is planned: said in a preview, never forbidden."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from meetings.date_feasts import bank_holidays
from meetings.dates import print_dates
from meetings.hours import ANY_DAY, are_daily, end_on, with_times

USUAL_LENGTH = timedelta(hours=2)  # of a meeting whose end is not known
WEEK = 7  # days: a span as long is some time in it, and keeps nobody from another meeting
SATURDAY = 5
NO_ROOM = {"online", "virtual", "teams", "ms teams", "microsoft teams", "zoom", "tbc", "to be confirmed", "various"}


@dataclass(frozen=True)
class Slot:
    """A meeting as far as clashes go. `stakeholders` is {id: name}."""

    pk: int | None
    title: str
    starts_on: date
    ends_on: date
    starts_at: time | None = None
    ends_at: time | None = None
    venue: str = ""
    lead: int | None = None
    stakeholders: dict = field(default_factory=dict, hash=False)
    has_new_days: bool = True  # else only the company it keeps is new

    def __str__(self):
        return f"{self.title}, {with_times(print_dates(self.starts_on, self.ends_on), self.starts_at, self.ends_at)}"

    def meets(self, other):
        """Whether one person could not be at both."""
        if self.starts_on > other.ends_on or other.starts_on > self.ends_on:
            return False
        if self.is_some_time or other.is_some_time:
            return False
        if not self.is_timed or not other.is_timed:
            return True
        return self.begins < other.ends and other.begins < self.ends

    def assumed_with(self, other):
        """The one of the two that meets the other only if it lasts as long as is usual."""
        if not self.is_timed or not other.is_timed or self.begins == other.begins:
            return None
        first = min(self, other, key=lambda slot: slot.begins)
        return None if first.ends_at else first

    @property
    def is_timed(self):
        is_day = self.starts_on == self.ends_on and self.starts_at is not None
        return is_day or are_daily(self.starts_at, self.ends_at)

    @property
    def is_some_time(self):
        return (self.ends_on - self.starts_on).days + 1 >= WEEK

    @property
    def begins(self):
        """On any day: those who are compared share one, and those of several days have the same hours on each."""
        return datetime.combine(ANY_DAY, self.starts_at)

    @property
    def ends(self):
        return end_on(self.begins, self.ends_at) if self.ends_at else self.begins + USUAL_LENGTH


@dataclass(frozen=True)
class Clash:
    words: str
    meeting: int | None = None  # the id of the other one, where there is another
    is_weekend: bool = False


def find_clashes(slots, others, periods, today):
    """For each slot, in order, its clashes with the days it is on, with the others and with the other slots."""
    sharing = by_what_is_shared([*slots, *others])
    return [(*clashes_of_days(slot, periods, today), *clashes_of_company(slot, sharing)) for slot in slots]


def clashes_of_days(slot, periods, today):
    if not slot.has_new_days:
        return
    if slot.ends_on < today:
        yield Clash("That date has passed.")
    days = days_of(slot)
    for day in days:
        if day.weekday() >= SATURDAY:
            yield Clash(f"{print_dates(day, day)} is a {day:%A}.", is_weekend=True)
    for day in days:
        if name := bank_holidays().get(day):
            yield Clash(f"{print_dates(day, day)} is a bank holiday: {name}.")
    for first, last in periods:
        if slot.starts_on <= last and first <= slot.ends_on:
            yield Clash(f"It falls in the pre-election period, {print_dates(first, last)}.")


def days_of(slot):
    if slot.is_some_time:
        return []
    return [slot.starts_on + timedelta(days=past) for past in range((slot.ends_on - slot.starts_on).days + 1)]


def by_what_is_shared(slots):
    """{("venue", "town hall"): slots, ("lead", 3): slots, ("stakeholder", 7): slots}"""
    sharing = defaultdict(list)
    for slot in slots:
        for shared in shared_by(slot):
            sharing[shared].append(slot)
    return sharing


def shared_by(slot):
    venue = slot.venue.strip().casefold()
    if venue and venue not in NO_ROOM:
        yield "venue", venue
    if slot.lead is not None:
        yield "lead", slot.lead
    for stakeholder in slot.stakeholders:
        yield "stakeholder", stakeholder


def clashes_of_company(slot, sharing):
    """One clash for each other meeting, however much the two share."""
    found = {}
    for kind, value in shared_by(slot):
        for other in sharing[kind, value]:
            if other is not slot and slot.meets(other):
                shared = f"{slot.stakeholders[value]} comes to both" if kind == "stakeholder" else f"same {kind}"
                found.setdefault(id(other), (other, []))[1].append(shared)
    for other, shared in found.values():
        words, assumed = ", ".join(shared), slot.assumed_with(other)
        length = f", if {assumed.title} lasts two hours" if assumed else ""
        yield Clash(f"{words[0].upper()}{words[1:]}: {other}{length}.", other.pk)
