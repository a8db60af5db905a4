"""What speaks against holding a meeting when it is planned: said in a preview, never forbidden."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache

from holidays import country_holidays

from meetings.dates import print_dates

USUAL_LENGTH = timedelta(hours=2)  # no meeting's end is known: two on one day clash if they begin within this
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
    venue: str = ""
    lead: int | None = None
    stakeholders: dict = field(default_factory=dict, hash=False)
    has_new_days: bool = True  # else only the company it keeps is new

    def __str__(self):
        at = f" at {self.starts_at:%H:%M}" if self.starts_at else ""
        return f"{self.title}, {print_dates(self.starts_on, self.ends_on)}{at}"

    def meets(self, other):
        """Whether one person could not be at both."""
        if self.starts_on > other.ends_on or other.starts_on > self.ends_on:
            return False
        if self.is_some_time or other.is_some_time:
            return False
        if not self.is_timed or not other.is_timed:
            return True
        return abs(self.begins - other.begins) < USUAL_LENGTH

    @property
    def is_timed(self):
        return self.starts_on == self.ends_on and self.starts_at is not None

    @property
    def is_some_time(self):
        return (self.ends_on - self.starts_on).days + 1 >= WEEK

    @property
    def begins(self):
        return datetime.combine(self.starts_on, self.starts_at)


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


@cache
def bank_holidays():
    """Those of England; a year is worked out when a day of it is first asked for."""
    return country_holidays("GB", subdiv="ENG")


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
        words = ", ".join(shared)
        yield Clash(f"{words[0].upper()}{words[1:]}: {other}.", other.pk)
