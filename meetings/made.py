"""Which meetings are still as they were made: what has been given back since leaves no trace but their version."""

from django.db.models import Q

from meetings.models import Meeting

PASSED = {"id", "version"}


def as_made(meetings):
    """The ids of those that are just as their first line of history has them, at which nothing was logged."""
    there = {meeting.pk: meeting for meeting in meetings}
    came = came_to(Meeting.stakeholders.through.objects.filter(meeting__in=there), "meeting_id")
    first = {line.id: line for line in Meeting.history.filter(id__in=there, history_type="+").order_by("history_id")}
    kept = Meeting.history.model.stakeholders.model.objects
    came_then = came_to(kept.filter(history__in=[line.pk for line in first.values()]), "history_id")
    return {
        pk
        for pk, line in first.items()
        if columns(line) == columns(there[pk]) and came.get(pk) == came_then.get(line.pk)
    } - logged_at(there)


def columns(row):
    return [getattr(row, field.attname) for field in Meeting._meta.concrete_fields if field.name not in PASSED]


def came_to(rows, name):
    """{id: {stakeholder id, ...}}; none where nobody came."""
    found = {}
    for pk, stakeholder in rows.values_list(name, "stakeholder_id"):
        found.setdefault(pk, set()).add(stakeholder)
    return found


def logged_at(pks):
    """Ids of those that a comment or an import of notes keeps."""
    logged = Q(comments__isnull=False) | Q(imports__isnull=False)
    return set(Meeting.objects.filter(logged, pk__in=pks).order_by().values_list("pk", flat=True))
