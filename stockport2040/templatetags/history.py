"""Who changed what of a record, and when, in plain words."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django import template

register = template.Library()

UNSAID = {"version", "key", "logged_at", "logged_by", "split_from", "made_up", "position"}


@dataclass(frozen=True)
class Save:
    at: datetime
    by: str
    changes: list  # of (what, from, to), empty for the first


@register.inclusion_tag("_history.html")
def history(record):
    """The saves of a record, the newest first."""
    kept = list(record.history.select_related("history_user").order_by("-history_date", "-history_id"))
    saves = [Save(after.history_date, person(after), changes(before, after)) for after, before in pairwise(kept)]
    return {"saves": saves, "first": kept[-1] if kept else None, "maker": person(kept[-1]) if kept else ""}


def person(kept):
    return (kept.history_user.get_full_name() or kept.history_user.username) if kept.history_user else "the portal"


def changes(before, after):
    found = after.diff_against(
        before, excluded_fields=UNSAID & {field.name for field in after._meta.fields}, foreign_keys_are_objs=True
    )
    return [
        (label(after, change.field), words(after, change.field, change.old), words(after, change.field, change.new))
        for change in found.changes
    ]


def label(kept, field):
    name = kept._meta.get_field(field).verbose_name
    return name[:1].upper() + name[1:]


def words(kept, field, value):
    choices = dict(kept._meta.get_field(field).flatchoices)
    return str(choices.get(value, value)) if value not in (None, "") else "nothing"
