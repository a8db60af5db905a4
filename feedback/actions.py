"""All that changes many rows at once.

Every act is one transaction; it passes over what somebody else has changed since the page was shown, leaves a line of
history on each record it changed, and answers with an Act that says what was done and can be undone. `seen` is what
the person saw: {comment id: version}. `by` is the person.
"""

import uuid

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from feedback.models import Act, Comment, Draft
from themes.models import KeyPoint

RECORDS = {"comment": Comment, "keypoint": KeyPoint}


@transaction.atomic
def log(comment, by):
    """Save a new comment, once however often it is sent: the one of its key is answered where there is one already.

    Other words under a key that is taken are another line, from a page that came back: none of it may be lost, so it
    is saved under a key made of both. The draft that the line was kept in has done its work.
    """
    comment.logged_by = comment._history_user = by
    Draft.objects.filter(person=by, key=comment.key).delete()
    try:
        with transaction.atomic():
            comment.save()
    except IntegrityError:
        existing = Comment.objects.filter(key=comment.key).first()
        if existing is None:
            raise
        if existing.history.last().text == comment.text:
            return existing
        comment.key = uuid.uuid5(comment.key, comment.text)
        return log(comment, by)
    return comment


@transaction.atomic
def log_pasted(comments, by):
    """Save the lines of one pasting, in order, each once. Answers with them as saved, and the act that undoes it."""
    known = set(Comment.objects.filter(key__in=[comment.key for comment in comments]).values_list("pk", flat=True))
    saved = [log(comment, by) for comment in comments]
    made = [comment.pk for comment in saved if comment.pk not in known]
    return saved, record(by, [f"Saved {comments_in_words(made)} from what was pasted."], [], made)


@transaction.atomic
def retag(seen, theme, by):
    """Tag with the theme, or with none. A comment leaves a key point that is of another theme."""
    comments = unchanged(seen)
    changing = [comment for comment in comments if comment.theme_id != (theme and theme.pk)]
    left = sum(comment.key_point_id is not None for comment in changing)
    changes = rewrite(changing, by, theme_id=theme and theme.pk, key_point_id=None)
    tagged = f"Tagged {comments_in_words(changing)} {theme}." if theme else f"Untagged {comments_in_words(changing)}."
    return record(by, [tagged, left_points(left), passed_over(seen, comments)], changes)


@transaction.atomic
def change_standing(seen, standing, by, reason=""):
    """Count, set aside (with the reason), or mark as the council's reply or an action. Only counted comments are
    evidence, so the others leave their key point."""
    comments = unchanged(seen)
    changing = [c for c in comments if (c.standing, c.set_aside_reason) != (standing, reason)]
    left = sum(comment.key_point_id is not None for comment in changing)
    changes = rewrite(changing, by, standing=standing, set_aside_reason=reason, key_point_id=None)
    done = f"{comments_in_words(changing)}: now {Comment.Standing(standing).label.lower()}."
    return record(by, [done, left_points(left), passed_over(seen, comments)], changes)


@transaction.atomic
def split(seen, first, second, by):
    """Two points in one comment become two comments: the first keeps the reference, both the words as taken down."""
    (comment,) = unchanged(seen) or [None]
    if comment is None:
        return record(by, [passed_over(seen, [])], [])
    verbatim = comment.verbatim or comment.text
    changes = rewrite([comment], by, text=first, verbatim=verbatim)
    copied = ("meeting_id", "stakeholder_id", "theme_id", "kind", "standing", "set_aside_reason", "made_up")
    other = Comment(text=second, verbatim=verbatim, split_from=comment)
    for name in copied:
        setattr(other, name, getattr(comment, name))
    log(other, by)
    return record(by, [f"Split {comment.reference} in two: the new one is {other.reference}."], changes, [other.pk])


@transaction.atomic
def link(seen, point, by):
    """Make comments evidence for the point. One with no theme yet gets the point's; one of another is passed over."""
    point = locked(point)
    if point.status == KeyPoint.Status.REMOVED:
        return record(by, ["Nothing is linked: somebody has removed that key point."], [])
    comments = unchanged(seen)
    fit = [c for c in comments if c.standing == Comment.Standing.COUNTED and c.theme_id in (None, point.theme_id)]
    changing = [comment for comment in fit if comment.key_point_id != point.pk]
    changes = rewrite(changing, by, theme_id=point.theme_id, key_point_id=point.pk)
    unfit = len(comments) - len(fit)
    refused = f"{comments_in_words(unfit)} not linked: not counted, or of another theme." if unfit else ""
    return record(by, [f"Linked {comments_in_words(changing)}.", refused, passed_over(seen, comments)], changes)


@transaction.atomic
def unlink(seen, by):
    comments = unchanged(seen)
    changing = [comment for comment in comments if comment.key_point_id is not None]
    changes = rewrite(changing, by, key_point_id=None)
    return record(by, [f"Took {comments_in_words(changing)} out.", passed_over(seen, comments)], changes)


@transaction.atomic
def merge_points(point, into, by):
    """All evidence of one key point goes to another of its theme, and the first is removed."""
    point, into = locked(point), locked(into)
    if KeyPoint.Status.REMOVED in (point.status, into.status) or point.theme_id != into.theme_id:
        return record(by, ["Not merged: both must be key points of one theme, and neither removed."], [])
    evidence = list(Comment.objects.select_for_update().filter(key_point=point))
    changes = rewrite(evidence, by, key_point_id=into.pk) + rewrite([point], by, status=KeyPoint.Status.REMOVED)
    return record(by, [f"Merged two key points: {comments_in_words(evidence)} moved."], changes)


@transaction.atomic
def remove_point(point, by):
    point = locked(point)
    evidence = list(Comment.objects.select_for_update().filter(key_point=point))
    changes = rewrite(evidence, by, key_point_id=None) + rewrite([point], by, status=KeyPoint.Status.REMOVED)
    return record(by, [f"Removed the key point: {comments_in_words(evidence)} no longer in a point."], changes)


@transaction.atomic
def move_point(point, places, by):
    """Up (-1) or down (1) among the points of its theme, which are numbered afresh where two share a number."""
    points = list(KeyPoint.objects.standing().select_for_update().filter(theme=point.theme).order_by("position", "pk"))
    here = points.index(point)
    there = min(max(here + places, 0), len(points) - 1)
    points.insert(there, points.pop(here))
    changes = []
    for position, moved in enumerate(points, 1):
        if moved.position != position:
            changes += rewrite([moved], by, position=position)
    return record(by, ["Moved the key point."], changes)


@transaction.atomic
def undo(act, by):
    """Give back what was there before, but for what has been changed since. Answers with a sentence."""
    act = Act.objects.select_for_update().get(pk=act.pk)
    if act.undone_at:
        return "That has been undone already."
    kept = sum(
        [
            *(not put_back(change, by) for change in reversed(act.changes)),
            *(not unmake(pk, by) for pk in act.made),
        ]
    )
    act.undone_at = timezone.now()
    act.save(update_fields=["undone_at"])
    return "Undone." + (f" {kept} had been changed since and stayed as they are." if kept else "")


def put_back(change, by):
    model = RECORDS[change["record"]]
    found = model.objects.select_for_update().filter(pk=change["id"], version=change["version"]).first()
    if found is None:
        return False
    before = dict(change["before"])
    if before.get("key_point_id") and not can_hold(before["key_point_id"], before.get("theme_id", found.theme_id)):
        before["key_point_id"] = None
    rewrite([found], by, **before)
    return True


def can_hold(point_id, theme_id):
    return KeyPoint.objects.standing().filter(pk=point_id, theme_id=theme_id).exists()


def unmake(pk, by):
    comment = Comment.objects.filter(pk=pk, version=1).first()
    if comment is None:
        return False
    comment._history_user = by
    comment.delete()
    return True


def unchanged(seen):
    """The comments as they are now, locked, without those somebody has changed since they were seen."""
    found = Comment.objects.select_for_update().filter(pk__in=seen).order_by("pk")
    return [comment for comment in found if comment.version == seen[comment.pk]]


def locked(point):
    return KeyPoint.objects.select_for_update().get(pk=point.pk)


def rewrite(records, by, **values):
    """Give all the records these values (by column: `theme_id`) and the next version, with a line of history each.

    Answers with the changes as an Act keeps them.
    """
    if not records:
        return []
    model = type(records[0])
    changes = []
    for rewritten in records:
        before = {name: getattr(rewritten, name) for name in values}
        for name, value in values.items():
            setattr(rewritten, name, value)
        rewritten.version += 1
        changes.append(
            {
                "record": model._meta.model_name,
                "id": rewritten.pk,
                "before": before,
                "version": rewritten.version,
            }
        )
    model.objects.filter(pk__in=[rewritten.pk for rewritten in records]).update(**values, version=F("version") + 1)
    model.history.bulk_history_create(records, update=True, default_user=by)
    return changes


def record(by, sentences, changes, made=()):
    """An Act that says what was done; kept, and so undoable, where anything was."""
    act = Act(words=" ".join(filter(None, sentences)), by=by, changes=changes, made=list(made))
    if changes or made:
        act.save()
    return act


def comments_in_words(comments):
    number = comments if isinstance(comments, int) else len(comments)
    return "1 comment" if number == 1 else f"{number} comments"


def left_points(number):
    return f"{comments_in_words(number)} left the key point they were in." if number else ""


def passed_over(seen, comments):
    number = len(seen) - len(comments)
    return f"{comments_in_words(number)} had been changed by somebody else and stayed as they are." if number else ""
