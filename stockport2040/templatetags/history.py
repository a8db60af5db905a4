"""Who changed what of a record, and when, in plain words."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise

from django import template
from django.db.models import Max
from simple_history.utils import get_m2m_reverse_field_name

register = template.Library()

SHOWN = 20  # saves
UNSAID = {"version", "key", "logged_at", "logged_by", "split_from", "made_up", "position", "agreed_on"}
NOTHING = "nothing"


@dataclass(frozen=True)
class Save:
    at: datetime
    by: str
    why: str  # the reason given for it, if one was
    changes: list  # of (what, from, to), empty for the first


@register.inclusion_tag("_history.html")
def history(record):
    """The saves of a record, the newest first."""
    kept = last_of_each_version(record)
    first = kept[-1] if 0 < len(kept) <= SHOWN else None
    return {"saves": saves_of(kept), "first": first, "maker": person(first) if first else ""}


@register.inclusion_tag("_saves.html")
def saves_since(record, version):
    """What became of a record after the version that somebody saw, the newest first."""
    return {"saves": saves_of(last_of_each_version(record, since=version))}


def saves_of(kept):
    linked = names_of_linked(kept)
    return [
        Save(after.history_date, person(after), after.history_change_reason or "", changes(before, after, linked))
        for after, before in pairwise(kept)
    ]


def last_of_each_version(record, since=0):
    """One save leaves several lines where what it is linked to is among the changes: the last line tells all."""
    lines = record.history.filter(version__gte=since).order_by().values("version")
    lines = lines.annotate(last=Max("history_id")).order_by("-version")
    newest = [line["last"] for line in lines[: SHOWN + 1]]
    relations = [field.name for field in record.history.model.tracked_fields if field.many_to_one]
    kept = record.history.select_related("history_user", *relations).filter(history_id__in=newest)
    return list(kept.order_by("-version"))


def names_of_linked(kept):
    """{(many-to-many field, history id): "the names"}, by one query a field."""
    names = {}
    for field in kept[0]._history_m2m_fields if kept else []:
        other = get_m2m_reverse_field_name(field)
        links = getattr(kept[0], field.name).model.objects.filter(history__in=kept).select_related(other)
        for link in links:
            names.setdefault((field.name, link.history_id), []).append(str(getattr(link, other) or "one since deleted"))
    return {key: ", ".join(sorted(found)) for key, found in names.items()}


def person(kept):
    return name(kept.history_user) if kept.history_user else "the portal"


def name(user):
    return user.get_full_name() or user.get_username()


def changes(before, after, linked):
    links = [field.name for field in after._history_m2m_fields]
    unsaid = UNSAID & {field.name for field in after._meta.fields} | set(links)
    order = [field.name for field in after._meta.fields]
    found = after.diff_against(before, excluded_fields=unsaid, foreign_keys_are_objs=True)
    changed = [
        (label(after, change.field), words(after, change.field, change.old), words(after, change.field, change.new))
        for change in sorted(found.changes, key=lambda change: order.index(change.field))
    ]
    names = [
        (field, linked.get((field, before.pk), NOTHING), linked.get((field, after.pk), NOTHING)) for field in links
    ]
    return changed + [(label(after, field), old, new) for field, old, new in names if old != new]


def label(kept, field):
    name = kept.instance_type._meta.get_field(field).verbose_name
    return name[:1].upper() + name[1:]


def words(kept, field, value):
    if value is None or value == "" or getattr(value, "pk", value) is None:
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if hasattr(value, "get_username"):
        return name(value)
    choices = dict(kept._meta.get_field(field).flatchoices)
    return str(choices.get(value, value))
