"""Acts on comments."""

import uuid

from django.db import IntegrityError, transaction
from django.utils.text import Truncator

from feedback.actions.acts import (
    comments_in_words,
    left_points,
    locked,
    passed_over,
    record,
    refuse,
    rewrite,
    unchanged,
)
from feedback.models import Comment, Draft

LONGEST = 80  # characters of a meeting's title that an act repeats


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
    changes = rewrite(changing, by, theme_id=theme and theme.pk, **Comment.IN_NO_POINT)
    tagged = f"Tagged {comments_in_words(changing)} {theme}." if theme else f"Untagged {comments_in_words(changing)}."
    had = len(comments) - len(changing)
    already = f"{comments_in_words(had)} had {theme or 'no theme'} already." if had else ""
    return record(by, [tagged if changing else "", already, left_points(left), passed_over(seen, comments)], changes)


@transaction.atomic
def change_standing(seen, standing, by, reason=""):
    """Count, set aside (with the reason), or mark as the council's reply or an action. Only counted comments are
    evidence, so the others leave their key point; a reply is the council's own, whoever was speaking before."""
    comments = unchanged(seen)
    changing = [c for c in comments if (c.standing, c.set_aside_reason) != (standing, reason)]
    left = sum(comment.key_point_id is not None for comment in changing)
    values = {"standing": standing, "set_aside_reason": reason, **Comment.IN_NO_POINT}
    unsaid = ""
    if standing == Comment.Standing.REPLY:
        unsaid = no_longer_said(sum(comment.stakeholder_id is not None for comment in changing))
        values["stakeholder_id"] = None
    changes = rewrite(changing, by, **values)
    done = done_to(changing, Comment.Standing(standing)) if changing else ""
    had = len(comments) - len(changing)
    already = f"{comments_in_words(had)} had that standing already." if had else ""
    return record(by, [done, already, unsaid, left_points(left), passed_over(seen, comments)], changes)


def done_to(comments, standing):
    """What somebody did, not how the comments now are: that is not so any more once it is undone."""
    if standing == Comment.Standing.SET_ASIDE:
        return f"Set {comments_in_words(comments)} aside."
    return f"Marked {comments_in_words(comments)} as {standing.label.lower()}."


def no_longer_said(number):
    return f"Who said it was taken out of {comments_in_words(number)}." if number else ""


@transaction.atomic
def move_comments(seen, meeting, by):
    """To the meeting where they were said. Theme and key point stay; only what is counted by meetings follows."""
    meeting, comments = locked(meeting), unchanged(seen)
    moving = [comment for comment in comments if comment.meeting_id != meeting.pk]
    changes = rewrite(moving, by, meeting_id=meeting.pk)
    moved = f"Moved {comments_in_words(moving)} to {Truncator(meeting.title).chars(LONGEST)}."
    return record(by, [moved, passed_over(seen, comments)], changes)


@transaction.atomic
def split(seen, first, second, by):
    """Two points in one comment become two comments: the first keeps the reference, both the words as taken down."""
    (comment,) = unchanged(seen) or [None]
    if comment is None:
        return refuse(by, passed_over(seen, []))
    verbatim = comment.verbatim or comment.text
    changes = rewrite([comment], by, text=first, verbatim=verbatim)
    copied = ("meeting_id", "stakeholder_id", "theme_id", "kind", "standing", "set_aside_reason", "made_up")
    other = Comment(text=second, verbatim=verbatim, split_from=comment)
    for name in copied:
        setattr(other, name, getattr(comment, name))
    log(other, by)
    return record(by, [f"Split {comment.reference} in two: the new one is {other.reference}."], changes, [other.pk])


@transaction.atomic
def join(seen, by):
    """Two comments that are one become one: the earlier takes in the other, which is set aside with the reason.

    What one of them lacks of theme, key point and who said it, it has from the other.
    """
    comments = unchanged(seen)
    refused = why_not_joined(comments, seen)
    if refused:
        return refuse(by, f"Not joined: {refused}")
    first, other = comments
    left = other.key_point_id if first.key_point_id else None
    changes = rewrite([first], by, **joined(first, other))
    reason = f"Joined to {first.reference}"
    changes += rewrite([other], by, standing=Comment.Standing.SET_ASIDE, set_aside_reason=reason, **Comment.IN_NO_POINT)
    return record(by, [f"Joined {other.reference} to {first.reference}.", left_points(1 if left else 0)], changes)


def why_not_joined(comments, seen):
    if len(seen) != 2:
        return "tick two comments."
    if len(comments) != 2:
        return "one of them has been changed by somebody else. Look again."
    same = {name: {getattr(comment, name) for comment in comments} for name in ("meeting_id", "standing")}
    known = {name: {getattr(comment, name) for comment in comments} - {None} for name in ("theme_id", "stakeholder_id")}
    if any(len(values) > 1 for values in (same | known).values()) or Comment.Standing.SET_ASIDE in same["standing"]:
        return "both must be of one meeting, one theme, one standing and one person, and neither set aside."
    too_long = any(len(words) > Comment.LONGEST for words in joined(*comments).values() if isinstance(words, str))
    return "the two are too long for one comment." if too_long else ""


def joined(first, other):
    """What the first is to be. After a split both have the same words as taken down."""
    verbatims = dict.fromkeys(comment.verbatim or comment.text for comment in (first, other))
    kept = {
        name: getattr(first, name) or getattr(other, name) for name in ("theme_id", "key_point_id", "stakeholder_id")
    }
    return {"text": f"{first.text} {other.text}", "verbatim": "\n".join(verbatims), **kept}
