"""The comments of a report one by one, as plain tuples and as a stream: a hundred thousand never stand in memory."""

from functools import cache

from feedback.models import Comment, reference_of
from meetings.dates import print_dates

CHUNK = 2_000  # rows fetched at a time

# {column: what it means}, in the order of the tuples
COLUMNS = {
    "Reference": "The comment's own number, which stays the same for as long as it is kept.",
    "Meeting": "Where it was said.",
    "Date": "When that meeting was, as the report prints it; a text, so that no program reads it as another day.",
    "Category": "The heading of the appendix under which that meeting is listed.",
    "Audience": "Whom that meeting heard.",
    "Theme": "The one theme it is tagged to; empty while it has none.",
    "Kind": "Support, concern, suggestion, question or other.",
    "Standing": "Counted; or council reply, action or set aside, which are not counted.",
    "Key point": "The key point that it is evidence for; empty where it is in none.",
    "Words": "The comment as the officer wrote it.",
    "Words as taken down": "What was said, word for word, where that was written down; empty where it was not.",
}
FIELDS = [
    "pk",
    "meeting__title",
    "meeting__starts_on",
    "meeting__ends_on",
    "meeting__category__name",
    "meeting__audience__name",
    "theme__name",
    "kind",
    "standing",
    "key_point__text",
    "text",
    "verbatim",
]
IN_ORDER = {"theme": "theme__number", "audience": "meeting__audience__position"}


def comment_rows(chosen, order="theme"):
    """An iterator over all comments that the report counts or says it does not, as COLUMNS."""
    comments = chosen.apply(Comment.objects.all()).order_by(IN_ORDER[order], "pk")
    print_once = cache(print_dates)  # a meeting's dates, not each of its comments'
    kinds, standings = dict(Comment.Kind.choices), dict(Comment.Standing.choices)
    for row in comments.values_list(*FIELDS).iterator(CHUNK):
        pk, title, first, last, category, audience, theme, kind, standing, point, *words = row
        whence = reference_of(pk), title, print_once(first, last), category, audience
        yield *whence, theme or "", kinds[kind], standings[standing], point or "", *words
