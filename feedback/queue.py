"""The comments that wait for a theme, one at a time: the oldest meeting first, and in it as they were logged."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from feedback.models import Comment

# A piece that was split off comes right after what it was split from.
PLACE = ("meeting__starts_on", "meeting_id", "split_from_id", "pk")


@dataclass(frozen=True)
class Place:
    """Where somebody is in the queue."""

    comment: Comment | None  # None where no comment waits
    number: int  # of the comment in the queue, from 1
    left: int  # comments that wait, this one among them
    before: int | None  # the id of the one before, None at the first
    round_again: bool  # the end was passed, and this is the first of those that were skipped


def find_place(waiting, at=None, after=None):
    """At the comment of that id if it still waits, else at the next; or at the next after that of another id."""
    queue = sorted(place(*row) for row in waiting.order_by().values_list(*PLACE))
    here = bisect_left(queue, place_of(at)) if at else bisect_right(queue, place_of(after)) if after else 0
    round_again = bool(queue) and here == len(queue)
    here = 0 if round_again else here
    ids = [pk for *_, pk in queue]
    comment = waiting.with_all().get(pk=ids[here]) if ids else None
    return Place(comment, here + 1, len(ids), ids[here - 1] if here else None, round_again)


def place_of(pk):
    row = Comment.objects.filter(pk=pk).values_list(*PLACE).first()
    return place(*row) if row else ()


def place(starts_on, meeting, split_from, pk):
    return starts_on or date.max, meeting, split_from or pk, pk
