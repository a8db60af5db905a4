"""Two stakeholders that are one: whatever hangs on the first goes to the second, and can be taken back."""

from django.db import transaction
from django.utils import timezone

from feedback.actions.acts import comments_in_words, locked, rewrite
from feedback.models import Comment, Draft
from meetings.models import Audience, Meeting, Merge, Stakeholder

COLUMNS = ["id", "name", "audience_id", "aliases"]


@transaction.atomic
def merge(away, into, by):
    """Meetings, comments and contact details follow; its names become other names of the second."""
    away, into = locked(away), locked(into)
    came = list(Meeting.objects.select_for_update().filter(stakeholders=away).order_by("pk"))
    shared = [meeting.pk for meeting in came if meeting.stakeholders.filter(pk=into.pk).exists()]
    merged = Merge(
        into=into,
        away={name: getattr(away, name) for name in COLUMNS},
        meetings=[meeting.pk for meeting in came],
        shared=shared,
        aliases=into.aliases,
        contact_lines=len(away.contact.splitlines()),
        by=by,
    )
    for meeting in came:
        swap(meeting, away, into, by)
    said = list(Comment.objects.select_for_update().filter(stakeholder=away).order_by("pk"))
    merged.comments = [(change["id"], change["version"]) for change in rewrite(said, by, stakeholder_id=into.pk)]
    into.aliases = "\n".join(distinct([*into.other_names, *away.names], into.name))
    into.contact = "\n".join(filter(None, [into.contact, away.contact]))
    merged.version = save(into, by)
    merged.save()
    Merge.objects.filter(into=away).update(into=into)
    Draft.objects.filter(stakeholder=away).update(stakeholder=into)
    away._history_user = by
    away.delete()
    return merged


@transaction.atomic
def undo_merge(merged, by):
    """Part them again, but for what somebody has changed since. Answers with a sentence."""
    merged = Merge.objects.select_for_update().get(pk=merged.pk)
    into, refusal = locked(merged.into), why_not(merged)
    if refusal:
        return f"Not undone: {refusal}"
    away = Stakeholder(**merged.away)
    if into.version == merged.version:
        lines = into.contact.splitlines()
        kept = len(lines) - merged.contact_lines
        into.aliases, into.contact, away.contact = merged.aliases, "\n".join(lines[:kept]), "\n".join(lines[kept:])
        save(into, by)
    away._history_user = by
    away.save(force_insert=True)
    for meeting in Meeting.objects.select_for_update().filter(pk__in=merged.meetings, stakeholders=into):
        swap(meeting, None if meeting.pk in merged.shared else into, away, by)
    versions = dict(merged.comments)
    said = Comment.objects.select_for_update().filter(pk__in=versions, stakeholder=into).order_by("pk")
    back = [comment for comment in said if comment.version == versions[comment.pk]]
    rewrite(back, by, stakeholder_id=away.pk)
    merged.undone_at = timezone.now()
    merged.save(update_fields=["undone_at"])
    stayed = len(versions) - len(back)
    changed = f" {comments_in_words(stayed)} had been changed since and stayed with {into}."
    return f"Undone.{changed if stayed else ''}"


def why_not(merged):
    if merged.undone_at:
        return "it has been undone already."
    if Stakeholder.objects.filter(name__iexact=merged.away["name"]).exists():
        return f"there is another {merged.away['name']} by now."
    if not Audience.objects.filter(pk=merged.away["audience_id"]).exists():
        return "its audience has been deleted since."
    return ""


def swap(meeting, leaves, comes, by):
    """Who came to the meeting: the one for the other, as one save with a line of history."""
    came = set(meeting.stakeholders.all()) - {leaves} | {comes}
    meeting._history_user = by
    meeting.save()
    meeting.stakeholders.set(came)


def save(stakeholder, by):
    stakeholder._history_user = by
    stakeholder.save()
    return stakeholder.version


def distinct(names, but):
    """Each once, in whatever case it is written."""
    seen = {but.casefold()}
    return [name for name in names if not (name.casefold() in seen or seen.add(name.casefold()))]
