"""Of two key points one is made: evidence, quotes and answer go along."""

from django.db import transaction

from feedback.actions.acts import comments_in_words, locked, record, refuse, rewrite
from feedback.actions.points import unquoted_in
from feedback.models import Comment
from themes.models import KeyPoint, Response

ANSWER = ("answer", "why", "owner", "due_on", "done_on")
MINE, THEIRS = "mine", "theirs"  # the answer of the one that is removed, and of the one that stays


@transaction.atomic
def merge_points(point, into, by, keep=""):
    """All evidence of one key point goes to another of its theme, and the first is removed.

    `keep` says which answer stays (MINE or THEIRS), and is needed where both are answered.
    """
    point, into = locked(point), locked(into)
    if KeyPoint.Status.REMOVED in (point.status, into.status) or point.theme_id != into.theme_id:
        return refuse(by, "Not merged: both must be key points of one theme, and neither removed.")
    answers = {answer.key_point_id: answer for answer in answers_to(point, into)}
    if len(answers) == 2 and not keep:
        return refuse(by, "Not merged: both are answered. Choose which answer to keep.")
    changes, sentences = move_evidence(point, into, by)
    changes += rewrite([point], by, status=KeyPoint.Status.REMOVED)
    answered, sentence = move_answer(answers.get(point.pk), answers.get(into.pk), into, keep, by)
    return record(by, ["Merged two key points:", *sentences, sentence], changes + answered)


def answers_to(point, into):
    return Response.objects.select_for_update().filter(key_point__in=[point, into]).order_by("pk")


def move_evidence(point, into, by):
    """With its quotes, as far as there is room for them."""
    evidence = list(Comment.objects.select_for_update().filter(key_point=point).order_by("pk"))
    room = max(Comment.QUOTES - into.comments.filter(quoted=True).count(), 0)
    quotes = [comment for comment in evidence if comment.quoted]
    along = quotes[:room]
    changes = rewrite(along, by, key_point_id=into.pk)
    changes += rewrite([comment for comment in evidence if comment not in along], by, **unquoted_in(into))
    left = quotes[room:]
    references = ", ".join(comment.reference for comment in left)
    full = f"Quoted no longer, as {Comment.QUOTES} is the most: {references}." if left else ""
    return changes, [f"{comments_in_words(evidence)} moved.", full]


def move_answer(mine, theirs, into, keep, by):
    """(changes, sentence). Where both are answered the words are copied: a key point has one answer."""
    if mine is None:
        return [], ""
    if theirs is None:
        return rewrite([mine], by, key_point_id=into.pk), "The answer went along."
    if keep == THEIRS:
        return [], "The answer of the one that was merged is kept no longer."
    changes = rewrite([theirs], by, **{name: getattr(mine, name) for name in ANSWER})
    return changes, "The answer of the one that was merged is in the place of the other."
