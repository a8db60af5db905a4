"""Acts on key points and their evidence."""

from django.db import transaction

from feedback.actions.acts import comments_in_words, locked, passed_over, record, refuse, rewrite, unchanged
from feedback.models import Comment
from themes.models import KeyPoint


@transaction.atomic
def link(seen, point, by):
    """Make comments evidence for the point. One with no theme yet gets the point's; one of another is passed over."""
    point = locked(point)
    if point.status == KeyPoint.Status.REMOVED:
        return refuse(by, "Nothing is linked: somebody has removed that key point.")
    changes, sentences = take_in(seen, point, by)
    return record(by, sentences, changes)


def take_in(seen, point, by):
    """(changes, sentences): those of the comments that can be become evidence for the point, wherever they were."""
    comments = unchanged(seen)
    fit = can_be_linked(comments, point.theme_id)
    changing = [comment for comment in fit if comment.key_point_id != point.pk]
    changes = rewrite(changing, by, theme_id=point.theme_id, **unquoted_in(point))
    unfit = len(comments) - len(fit)
    refused = f"{comments_in_words(unfit)} not linked: not counted, or of another theme." if unfit else ""
    return changes, [f"Linked {comments_in_words(changing)}.", refused, passed_over(seen, comments)]


def can_be_linked(comments, theme):
    return [c for c in comments if c.standing == Comment.Standing.COUNTED and c.theme_id in (None, theme)]


def unquoted_in(point):
    """What comes to a point was chosen as a quote for another, if at all."""
    return {**Comment.IN_NO_POINT, "key_point_id": point.pk}


@transaction.atomic
def unlink(seen, by):
    comments = unchanged(seen)
    changing = [comment for comment in comments if comment.key_point_id is not None]
    changes = rewrite(changing, by, **Comment.IN_NO_POINT)
    return record(by, [f"Took {comments_in_words(changing)} out.", passed_over(seen, comments)], changes)


@transaction.atomic
def remove_point(point, by):
    point = locked(point)
    evidence = list(Comment.objects.select_for_update().filter(key_point=point))
    changes = rewrite(evidence, by, **Comment.IN_NO_POINT) + rewrite([point], by, status=KeyPoint.Status.REMOVED)
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
    moved = "Moved the key point." if changes else "It stands at that end of its theme already."
    return record(by, [moved], changes)
