"""Two stakeholders that are one: whatever hangs on the first goes to the second, and can be taken back."""

from django.db import transaction
from django.utils import timezone

from feedback.actions.acts import comments_in_words, locked, rewrite
from feedback.models import Comment, Draft
from meetings.models import Audience, Meeting, Merge, Stakeholder

COLUMNS = ["id", "name", "audience_id", "aliases"]
NEVER = 0  # no stakeholder has this version: it is no longer as the merge left it


@transaction.atomic
def merge(away, into, by):
    """Meetings, comments and contact details follow; its names become other names of the second.

    Raises Stakeholder.DoesNotExist where either is gone."""
    away, into = both_locked(away, into)
    came = list(Meeting.objects.select_for_update().filter(stakeholders=away).order_by("pk"))
    shared = [meeting.pk for meeting in came if meeting.stakeholders.filter(pk=into.pk).exists()]
    merged = Merge(
        into=into,
        away={**{name: getattr(away, name) for name in COLUMNS}, **merged_into(away)},
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
    Merge.objects.filter(into=away).update(into=into, version=NEVER)
    Draft.objects.filter(stakeholder=away).update(stakeholder=into)
    away._history_user = by
    away.delete()
    return merged


def both_locked(away, into):
    """In one order, whichever is to go: two who merge them both ways at once do not wait for each other."""
    rows = Stakeholder.objects.select_for_update().filter(pk__in=[away.pk, into.pk]).order_by("pk")
    found = {each.pk: each for each in rows}
    if len(found) < 2:
        raise Stakeholder.DoesNotExist
    return found[away.pk], found[into.pk]


def merged_into(away):
    """What its own merges need to be undone, once it is back."""
    return {"version": away.version, "merges": list(away.merges.filter(undone_at=None).values_list("pk", "version"))}


@transaction.atomic
def undo_merge(merged, by):
    """Part them again, but for what somebody has changed since. Answers with a sentence."""
    merged = Merge.objects.select_for_update().get(pk=merged.pk)
    into, refusal = locked(merged.into), why_not(merged)
    if refusal:
        return f"Not undone: {refusal}"
    away = Stakeholder(**{name: merged.away[name] for name in COLUMNS})
    is_as_left = into.version == merged.version
    (part if is_as_left else take_names_from)(into, away, merged, by)
    away._history_user = by
    away.save(force_insert=True)
    for meeting in Meeting.objects.select_for_update().filter(pk__in=merged.meetings, stakeholders=into):
        swap(meeting, None if meeting.pk in merged.shared else into, away, by)
    given = give_back_comments(merged, into, away, by)
    bring_back_merges(merged, away, is_as_left, given)
    merged.undone_at = timezone.now()
    merged.save(update_fields=["undone_at"])
    stayed, has_mixed = len(merged.comments) - len(given), merged.contact_lines and not is_as_left
    changed = f"{comments_in_words(stayed)} had been changed since and stayed with {into}."
    mixed = f"{into} has been saved since, so the contact details stayed with it: copy what is {away}'s."
    return " ".join(filter(None, ["Undone.", stayed and changed, has_mixed and mixed]))


def why_not(merged):
    if merged.undone_at:
        return "it has been undone already."
    for later in Merge.objects.filter(into=merged.into, pk__gt=merged.pk, undone_at=None):
        if rests_on(later, merged):
            return f"{later.away['name']} has been merged with {merged.into} since. Undo that first."
    if Stakeholder.objects.filter(name__iexact=merged.away["name"]).exists():
        return f"there is another {merged.away['name']} by now."
    if not Audience.objects.filter(pk=merged.away["audience_id"]).exists():
        return "its audience has been deleted since."
    return ""


def rests_on(later, merged):
    """Whether it took the one that this merge was into, or found this one's meetings there."""
    taken = {pk for pk, _ in later.away.get("merges", [])}
    return merged.pk in taken or not set(later.meetings).isdisjoint(merged.meetings)


def part(into, away, merged, by):
    """As they were; and so is what the merge before this one had left."""
    lines = into.contact.splitlines()
    kept = len(lines) - merged.contact_lines
    into.aliases, into.contact, away.contact = merged.aliases, "\n".join(lines[:kept]), "\n".join(lines[kept:])
    version = save(into, by)
    Merge.objects.filter(into=into, version=merged.version - 1, undone_at=None).update(version=version)


def take_names_from(into, away, merged, by):
    """Whose contact details are whose is no longer known, but a name is that of one alone."""
    kept = {name.casefold() for name in merged.aliases.splitlines()}
    goes = {name.casefold() for name in away.names} - kept
    into.aliases = "\n".join(name for name in into.other_names if name.casefold() not in goes)
    save(into, by)


def give_back_comments(merged, into, away, by):
    """{comment: its version now}, but for those changed since."""
    versions = dict(merged.comments)
    said = Comment.objects.select_for_update().filter(pk__in=versions, stakeholder=into).order_by("pk")
    back = [comment for comment in said if comment.version == versions[comment.pk]]
    return {change["id"]: change["version"] for change in rewrite(back, by, stakeholder_id=away.pk)}


def bring_back_merges(merged, away, is_as_left, given):
    """Those into the one that is back, to be undone in their turn; `given` is what came back with it."""
    then = dict(merged.comments)
    taken = dict(merged.away.get("merges", []))
    for each in Merge.objects.select_for_update().filter(pk__in=taken, undone_at=None):
        each.into = away
        each.version = away.version if is_as_left and taken[each.pk] == merged.away["version"] else NEVER
        each.comments = [
            (pk, given[pk] if pk in given and version == then[pk] - 1 else version) for pk, version in each.comments
        ]
        each.save(update_fields=["into", "version", "comments"])


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
