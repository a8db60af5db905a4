"""Taking an act back, and doing it again."""

import json
from collections import defaultdict

from django.db import router, transaction
from django.utils import timezone

from feedback.actions.acts import locked, rewrite
from feedback.acts import AS_IN, RECORDS, standing
from feedback.models import Act, Comment
from meetings.models import Meeting, Merge, Stakeholder
from themes.models import KeyPoint, Response

BATCH = 1000  # rows


@transaction.atomic
def undo(act, by):
    """Give back what was there before, but for what has been changed since. Answers with a sentence."""
    act = locked(act)
    if act.undone_at:
        return "That has been undone already."
    if act.too_old:
        return f"Not undone: that was more than {Act.DAYS} days ago."
    lock_all_of(act)
    if lacks_its_meeting(act):
        return "Not undone: a meeting that its comments were at has been deleted since."
    as_left = standing(act.left.items())
    if strands_evidence(act, as_left):
        return "Not undone: the evidence of its key point has been changed since."
    if finds_another_answer(act):
        return "Not undone: the key point has been answered since."
    kept = len(act.left) - len(as_left)
    if not as_left:
        return "Not undone: all of it has been changed since. Undo first what was done later."
    if kept and act.moved_words:
        return "Not undone: one of its comments has been changed since, and the same words would stand in two."
    unmake([pk for pk in act.made if (("comment", pk), 1) in as_left], by)
    turn_round(act, as_left, by, undone_at=timezone.now())
    return f"Undone: {act.words}{stayed_behind(kept)}"


def lacks_its_meeting(act):
    ids = meetings_of(act)
    return Meeting.objects.filter(pk__in=ids).count() < len(ids)


def meetings_of(act):
    """To which its comments would go."""
    return {change["before"].get("meeting_id") for change in act.changes_of("comment")} - {None}


def strands_evidence(act, as_left):
    """To undo it would leave comments in a key point that is removed, or that is of another theme than they are."""
    moved = [change["id"] for change in act.changes_of("keypoint") if takes_evidence_along(change["before"])]
    known = {pk for (model, pk), _ in as_left if model == "comment"}
    return not set(Comment.objects.order_by().filter(key_point__in=moved).values_list("pk", flat=True)) <= known


def finds_another_answer(act):
    """Where it would give its answer back to a key point; that has one at most."""
    answered = {change["before"].get("key_point_id") for change in act.changes_of("response")}
    return Response.objects.filter(key_point__in=answered - {None}).exists()


def takes_evidence_along(before):
    return "theme_id" in before or before.get("status") == KeyPoint.Status.REMOVED


@transaction.atomic
def do_again(act, by):
    """What an undo took back. Answers with a sentence."""
    act = locked(act)
    if not act.can_be_done_again:
        return "That cannot be done again."
    lock_all_of(act)
    if lacks_its_meeting(act):
        return "Not done again: the meeting that its comments went to has been deleted since."
    as_left = standing(act.left.items())
    turn_round(act, as_left, by, undone_at=None)
    return f"Done again: {act.words}{stayed_behind(len(act.left) - len(as_left))}"


def turn_round(act, as_left, by, undone_at):
    """Give its records what they were before, and keep what they were until now in its place.

    Key points come first, as a removed one can hold no comment. The change of a record that somebody has changed
    since is kept."""
    turning, kept = [], []
    for each in act.changes:
        (turning if ((each["record"], each["id"]), each["version"]) in as_left else kept).append(each)
    for model in ("keypoint", "comment", "response"):
        kept += put_back([each for each in turning if each["record"] == model], by)
    act.changes, act.undone_at = kept, undone_at
    act.save(update_fields=["changes", "undone_at"])


def put_back(changes, by):
    """Answers with the changes that this makes."""
    if not changes:
        return []
    found = RECORDS[changes[0]["record"]].objects.in_bulk([change["id"] for change in changes])
    themes = dict(KeyPoint.objects.standing().values_list("pk", "theme_id"))
    speakers = speakers_by_now(changes)
    groups = defaultdict(list)
    for change in changes:
        record = found[change["id"]]
        values = fitting(with_speaker(change["before"], speakers), record, themes)
        if values == change["before"]:
            record._change_reason = f"{AS_IN}{change['version'] - 1}"
        groups[json.dumps(values)].append(record)
    return [change for values, records in groups.items() for change in rewrite(records, by, **json.loads(values))]


def speakers_by_now(changes):
    """{stakeholder to be given back: the one that it was merged into since, or itself}, but for those deleted."""
    ids = {change["before"].get("stakeholder_id") for change in changes} - {None}
    merged = {each.away["id"]: each.into_id for each in Merge.objects.filter(undone_at=None, away__id__in=ids)}
    return merged | {pk: pk for pk in Stakeholder.objects.filter(pk__in=ids).values_list("pk", flat=True)}


def with_speaker(before, speakers):
    said_by = before.get("stakeholder_id")
    return {**before, "stakeholder_id": speakers.get(said_by)} if said_by else before


def fitting(before, record, themes):
    """Without the key point, where it has been removed since. `themes` is {key point that stands: its theme}."""
    point = before.get("key_point_id")
    if point and isinstance(record, Comment) and themes.get(point) != before.get("theme_id", record.theme_id):
        return {**before, **Comment.IN_NO_POINT}
    return before


def unmake(ids, by):
    """Many at once: a long import made thousands, and one after another they would hold the database for half a
    minute."""
    for start in range(0, len(ids), BATCH):
        comments = Comment.objects.filter(pk__in=ids[start : start + BATCH]).order_by()
        record_removal(comments, by)
        Comment.objects.filter(split_from__in=comments).update(split_from=None)
        # Django's own delete() would write the history a second time, row by row.
        comments._raw_delete(router.db_for_write(Comment))


def record_removal(comments, by):
    """A line of history for each."""
    kept = Comment.history.model
    names = [field.attname for field in kept.tracked_fields]
    of_all = {"history_date": timezone.now(), "history_user": by, "history_type": "-"}
    kept.objects.bulk_create(kept(**of_all, **{name: getattr(each, name) for name in names}) for each in comments)


def lock_all_of(act):
    """Meetings before key points, and those before comments, as every act does, so that no two wait for each other."""
    points = {change["id"] for change in act.changes_of("keypoint")}
    points |= {change["before"].get("key_point_id") for change in act.changes} - {None}
    comments = [*act.made, *(change["id"] for change in act.changes_of("comment"))]
    answers = [change["id"] for change in act.changes_of("response")]
    rows = ((Meeting, meetings_of(act)), (KeyPoint, points), (Comment, comments), (Response, answers))
    for model, ids in rows:
        list(model.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))


def stayed_behind(number):
    return f" {number} had been changed since and stayed as before." if number else ""
