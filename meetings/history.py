"""Who changed what on a meeting, when, and from what to what."""

from dataclasses import dataclass
from datetime import datetime, time
from itertools import pairwise

from django.db.models import Max

from meetings.dates import print_dates
from meetings.models import Meeting

SHOWN = 20  # saves
NOTHING = "nothing"
DAYS = {"starts_on", "ends_on"}


@dataclass(frozen=True)
class Save:
    at: datetime
    by: str
    changes: list  # [(what, before, after), ...]
    first: bool = False  # it added the meeting


def saves_of(meeting):
    """The newest first. One save leaves several records where who came is among the changes: the last tells all."""
    last = meeting.history.order_by().values("version").annotate(last=Max("history_id"))
    newest = [row["last"] for row in last.order_by("-version")[: SHOWN + 1]]
    records = meeting.history.select_related("history_user", "category", "audience", "lead")
    records = list(records.filter(history_id__in=newest).order_by("-version"))
    came = who_came(meeting, newest)
    saves = [as_save(record, changes(before, record, came)) for record, before in pairwise(records)]
    if records and len(records) <= SHOWN:
        saves.append(as_save(records[-1], [], first=True))
    return saves


def as_save(record, changed, first=False):
    by = name(record.history_user) if record.history_user else "somebody not recorded"
    return Save(record.history_date, by, changed, first)


def who_came(meeting, record_ids):
    """{record id: "the names, in order"} for every record at once."""
    kept = meeting.history.model.stakeholders.model.objects.filter(history__in=record_ids)
    names = {}
    for record, stakeholder in kept.order_by("stakeholder__name").values_list("history", "stakeholder__name"):
        names.setdefault(record, []).append(stakeholder or "one since removed")
    return {record: ", ".join(found) for record, found in names.items()}


def changes(before, after, came):
    """[(what, before, after), ...] in plain words."""
    found = after.diff_against(before, excluded_fields=["version", "stakeholders"], foreign_keys_are_objs=True)
    changed = [
        (label(change.field), in_words(change.field, change.old), in_words(change.field, change.new))
        for change in found.changes
        if change.field not in DAYS
    ]
    if DAYS & set(found.changed_fields):
        dates = [print_dates(record.starts_on, record.ends_on) for record in (before, after)]
        changed.insert(0, ("Dates", *dates))
    if came.get(before.pk) != came.get(after.pk):
        changed.append(("Who came", came.get(before.pk, NOTHING), came.get(after.pk, NOTHING)))
    return changed


def label(field):
    words = Meeting._meta.get_field(field).verbose_name
    return words[0].upper() + words[1:]


def in_words(field, value):
    if value is None or value == "" or getattr(value, "pk", value) is None:
        return NOTHING
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if hasattr(value, "get_username"):
        return name(value)
    return dict(Meeting._meta.get_field(field).flatchoices).get(value, str(value))


def name(person):
    return person.get_full_name() or person.get_username()
