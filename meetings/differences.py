"""What differs between a meeting's columns before and after, as a person reads it."""

from meetings.changes import WHEN, name_of
from meetings.dates import print_dates
from meetings.hours import with_times
from meetings.models import Meeting

NONE_YET = "none"
OTHERS = ["title", "status", "venue", "lead_id", "audience_id", "category_id"]


def differences(pairs):
    """For each (columns before, columns after): [(label, before, after), ...], by one query for each kind of name."""
    names = names_of([columns for pair in pairs for columns in pair])
    return [differences_of(before, after, names) for before, after in pairs]


def differences_of(before, after, names):
    found = [("Date", when_in_words(before), when_in_words(after))] if WHEN & after.keys() else []
    for column in OTHERS:
        if column in after and before.get(column) != after[column]:
            old, new = (in_words(column, columns.get(column), names) for columns in (before, after))
            found.append((label(column), old, new))
    return found


def when_in_words(columns):
    """Tuesday 6 February 2024 at 18:00: the weekday tells at a glance whether a move was meant."""
    starts_on, ends_on = columns.get("starts_on"), columns.get("ends_on")
    weekday = f"{starts_on:%A} " if starts_on and starts_on == ends_on else ""
    return with_times(f"{weekday}{print_dates(starts_on, ends_on)}", columns.get("starts_at"), columns.get("ends_at"))


def label(column):
    words = Meeting._meta.get_field(column).verbose_name
    return words[0].upper() + words[1:]


def in_words(column, value, names):
    if value is None or value == "":
        return NONE_YET
    if column.endswith("_id"):
        return names.get((column, value), "somebody or something since removed")
    return dict(Meeting._meta.get_field(column).flatchoices).get(value, value)


def names_of(many):
    """{(column, id): name} of all people, audiences and categories that the columns name."""
    names = {}
    for column in ("lead_id", "audience_id", "category_id"):
        ids = {columns[column] for columns in many if columns.get(column) is not None}
        if ids:
            rows = Meeting._meta.get_field(column).remote_field.model.objects.filter(pk__in=ids)
            names |= {(column, row.pk): name_of(row) for row in rows}
    return names
