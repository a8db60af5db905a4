"""What a page says of comments that somebody has changed meanwhile, or that are to go to another meeting."""

from dataclasses import dataclass

from django.db.models import Model
from django.utils import timezone

from feedback.models import Comment

NEAREST = 10  # meetings, offered before all the others


@dataclass(frozen=True)
class Changed:
    """A comment that somebody has changed since a page showed it; `then` is the line of its history as it was."""

    now: Comment
    then: Model | None


def changed_since_seen(comments, seen):
    changed = [comment for comment in comments if comment.version != seen.get(comment.pk)]
    ids = [comment.pk for comment in changed]
    kept = Comment.history.select_related("meeting", "theme").filter(id__in=ids, version__in=set(seen.values()))
    then = {line.id: line for line in kept.order_by("history_id") if line.version == seen.get(line.id)}
    return [Changed(comment, then.get(comment.pk)) for comment in changed]


def points_after(comments, meeting):
    """[(key point, at how many meetings it was heard, at how many then), ...] where that is another number."""
    points = {comment.key_point_id: comment.key_point for comment in comments if comment.key_point_id}
    moved = {comment.pk for comment in comments}
    before, after = {pk: set() for pk in points}, {pk: set() for pk in points}
    evidence = Comment.objects.order_by().filter(key_point__in=points).values_list("key_point", "meeting", "pk")
    for point, at, pk in evidence:
        before[point].add(at)
        after[point].add(meeting.pk if pk in moved else at)
    counts = [(points[pk], len(before[pk]), len(after[pk])) for pk in sorted(points)]
    return [each for each in counts if each[1] != each[2]]


def by_nearness(meetings, comments):
    """(those held at about the days of which the comments speak, nearest first; every other)."""
    days = {day for comment in comments for day in days_of(comment)}
    dated = [meeting for meeting in meetings if meeting.starts_on and days]
    near = sorted(dated, key=lambda meeting: min(days_between(meeting, day) for day in days))[:NEAREST]
    return near, [meeting for meeting in meetings if meeting not in near]


def days_of(comment):
    """When it was typed, as that is often during the meeting; and when the meeting was that it stands at."""
    typed = timezone.localdate(comment.logged_at)
    return {typed, comment.meeting.starts_on, comment.meeting.ends_on} - {None}


def days_between(meeting, day):
    return max((meeting.starts_on - day).days, (day - meeting.ends_on).days, 0)
