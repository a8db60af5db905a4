"""What would become of many meetings, if a change were made to them: nothing here writes."""

from dataclasses import dataclass, replace

from django.utils import timezone

from meetings.changes import WHEN, Change, LeftOut
from meetings.clashes import Slot, find_clashes
from meetings.models import BEGUN, Meeting, PreElectionPeriod

CAN_CLASH = {*WHEN, "status", "venue", "lead_id"}
OF_A_SLOT = ("title", "starts_on", "ends_on", "starts_at", "ends_at", "venue")  # as Slot has them


@dataclass(frozen=True)
class Planned:
    """What would become of one meeting: columns by name, before and after; or why it is left out."""

    meeting: Meeting
    old: dict
    new: dict
    clashes: tuple = ()
    left_out: str = ""
    begun: bool = False  # held, or in progress: left alone unless somebody says that it is meant
    apart: bool = False  # it has a date of its own
    like: int | None = None  # of one that is yet to be added: the meeting whose stakeholders it gets

    @property
    def after(self):
        """The meeting's columns as they would be."""
        return columns_of(self.meeting) | self.new

    @property
    def is_of_unknown_length(self):
        """Of one that is on one day at a time: all others clash for whole days."""
        after = self.after
        return after["starts_on"] == after["ends_on"] and after["starts_at"] is not None and after["ends_at"] is None


def plan(meetings, change, exceptions=None, although_begun=(), leave_out=()):
    """[Planned] of the meetings, in order. `exceptions` is {id: Dates}; `although_begun` and `leave_out` are ids."""
    exceptions = exceptions or {}
    planned = []
    for meeting in meetings:
        apart = meeting.pk in exceptions and change.has_dates
        own = Change("date", exceptions[meeting.pk]) if apart else change
        one = plan_one(meeting, own, meeting.pk in although_begun)
        left_out = "It is to stay as it is." if meeting.pk in leave_out else one.left_out
        planned.append(replace(one, apart=apart, left_out=left_out))
    return with_clashes(planned)


def plan_one(meeting, change, although_begun):
    begun = change.moves and meeting.state_on() in BEGUN
    try:
        new = change.values_for(meeting)
    except LeftOut as reason:
        return Planned(meeting, {}, {}, left_out=str(reason))
    old = {name: getattr(meeting, name) for name in new}
    left_out = "It has been held, or has begun." if begun and not although_begun else ""
    return Planned(meeting, old, new, left_out=left_out, begun=begun)


def with_clashes(planned, today=None):
    """The same, with what speaks against each that would take place on new days, at a new venue or with a new lead."""
    placed = [each for each in planned if can_clash(each)]
    if not placed:
        return planned
    known = stakeholders_of([each.meeting.pk or each.like for each in placed])
    slots = [
        slot_of(each.meeting.pk, each.after, known.get(each.meeting.pk or each.like, {}), has_new_days(each))
        for each in placed
    ]
    others = others_between(min(slot.starts_on for slot in slots), max(slot.ends_on for slot in slots), placed)
    periods = list(PreElectionPeriod.objects.values_list("starts_on", "ends_on"))
    found = iter(find_clashes(slots, others, periods, today or timezone.localdate()))
    return [replace(each, clashes=next(found)) if can_clash(each) else each for each in planned]


def columns_of(meeting):
    return {field.attname: getattr(meeting, field.attname) for field in Meeting._meta.concrete_fields}


def can_clash(planned):
    if planned.left_out or not CAN_CLASH & planned.new.keys():
        return False
    after = planned.after
    return after["starts_on"] is not None and after["status"] == Meeting.Status.SCHEDULED


def others_between(first, last, placed):
    """Those that stay where they are: the placed ones are compared at their new places."""
    staying = Meeting.objects.filter(status=Meeting.Status.SCHEDULED, starts_on__lte=last, ends_on__gte=first)
    staying = staying.exclude(pk__in=[each.meeting.pk for each in placed]).order_by()
    rows = list(staying.values("pk", *OF_A_SLOT, "lead_id"))
    known = stakeholders_of([row["pk"] for row in rows])
    return [slot_of(row["pk"], row, known.get(row["pk"], {})) for row in rows]


def has_new_days(planned):
    return bool({"starts_on", "ends_on", "status"} & planned.new.keys())


def slot_of(pk, columns, stakeholders, has_new_days=True):
    return Slot(pk, *(columns[name] for name in OF_A_SLOT), columns["lead_id"], stakeholders, has_new_days)


def stakeholders_of(meeting_ids):
    """{meeting id: {stakeholder id: name}}"""
    through = Meeting.stakeholders.through.objects.filter(meeting__in=meeting_ids).order_by("pk")
    known = {}
    for meeting, pk, name in through.values_list("meeting", "stakeholder", "stakeholder__name"):
        known.setdefault(meeting, {})[pk] = name
    return known
