"""Acts by which the report is drafted: key points begun, split, moved to another theme, agreed and quoted under."""

from uuid import uuid5

from django.db import transaction
from django.utils.text import Truncator

from feedback.actions.acts import comments_in_words, locked, record, refuse, rewrite, unchanged
from feedback.actions.points import can_be_linked, take_in, unquoted_in
from feedback.models import Comment
from themes.models import KeyPoint

LONGEST = 100  # characters of a text that an act repeats
CHANGED = "somebody has changed that key point since you opened it. Read it as it is now."
NONE_TO_LINK = "None of these comments can be linked to it: they were changed meanwhile, or are of another theme."


@transaction.atomic
def start_point(theme, text, seen, by, key=None):
    """A draft at the end of the theme, with the comments it was found in as its evidence.

    Sent twice under one key, it is one point; where none of the comments can be linked there is none.
    """
    comments = unchanged(seen)
    point, is_new = add(theme, text, by, key)
    if not is_new:
        return point, record(by, ["That key point is there already."], [])
    if not can_be_linked(comments, theme.pk):
        transaction.set_rollback(True)  # there is no such point
        return None, refuse(by, NONE_TO_LINK)
    changes, sentences = take_in(seen, point, by)
    return point, record(by, ["Started a key point.", *sentences], [as_made(point), *changes])


@transaction.atomic
def paste_points(blocks, by, key=None):
    """`blocks` is [(theme, [wording, ...]), ...]; all become drafts, in the order given, once a key."""
    bullets = [(theme, text) for theme, texts in blocks for text in texts]
    keys = [key and uuid5(key, str(place)) for place in range(len(bullets))]
    added = [add(*bullet, by, key) for bullet, key in zip(bullets, keys, strict=True)]
    made = [point for point, is_new in added if is_new]
    nothing = "They are there already." if added else "Nothing is added: there were no bullets."
    words = f"Added {points_in_words(len(made))} as drafts." if made else nothing
    return record(by, [words], [as_made(point) for point in made])


@transaction.atomic
def split_point(point, version, first, second, seen, by):
    """Two sentences in one point become two points: the first keeps its place and what of the evidence is not `seen`.

    The second follows it with the comments that are. Both are drafts: nobody has agreed the new wording.
    """
    point = locked(point)
    if point.version != version or point.status == KeyPoint.Status.REMOVED:
        return refuse(by, f"Not split: {CHANGED}")
    going = [comment for comment in unchanged(seen) if comment.key_point_id == point.pk]
    other, _ = add(point.theme, second, by, position=point.position)
    changes = [as_made(other), *rewrite([point], by, text=first, status=KeyPoint.Status.DRAFT)]
    changes += rewrite(going, by, **unquoted_in(other))
    return record(by, [f"Split the key point in two: {comments_in_words(going)} went to the second."], changes)


@transaction.atomic
def change_theme(point, theme, with_evidence, by):
    """To the end of another theme. Its evidence is of the old one: it is retagged too, where the person says so."""
    point = locked(point)
    evidence = list(Comment.objects.select_for_update().filter(key_point=point).order_by("pk"))
    if point.status == KeyPoint.Status.REMOVED or point.theme_id == theme.pk:
        return refuse(by, f"Nothing is moved: it is under {point.theme} already, or removed.")
    if evidence and not with_evidence:
        refused = (
            f"Not moved: {comments_in_words(evidence)} of {point.theme} would have to be retagged {theme} with it."
        )
        return refuse(by, refused)
    # With its status, unchanged, so that who may undo it is who may do it.
    changes = rewrite([point], by, theme_id=theme.pk, position=last_position(theme) + 1, status=point.status)
    changes += rewrite(evidence, by, theme_id=theme.pk)
    retagged = f"{comments_in_words(evidence)} retagged with it." if evidence else ""
    return record(by, [f"Moved the key point to {theme}.", retagged], changes)


@transaction.atomic
def change_status(seen, status, by):
    """Agreed, or a draft again. `seen` is {key point id: version}: nobody agrees to words unread.

    With an agreed key point is kept what its evidence was; to agree it again keeps what it is now.
    """
    found = KeyPoint.objects.standing().select_for_update().filter(pk__in=seen).order_by("pk")
    points = [point for point in found if point.version == seen[point.pk]]
    evidence = {point.pk: point.evidence_ids() if status == KeyPoint.Status.AGREED else [] for point in points}
    fit = [point for point in points if evidence[point.pk] or status != KeyPoint.Status.AGREED]
    changing = [point for point in fit if (point.status, point.agreed_on) != (status, evidence[point.pk])]
    changes = [
        change for point in changing for change in rewrite([point], by, status=status, agreed_on=evidence[point.pk])
    ]
    number = len(changing)
    again = "a draft again" if number == 1 else "drafts again"
    agreed = status == KeyPoint.Status.AGREED
    done = f"Agreed {points_in_words(number)}." if agreed else f"Made {points_in_words(number)} {again}."
    over = len(seen) - len(points)
    passed = f"{points_in_words(over)} had been changed by somebody else and stayed as before." if over else ""
    bare = len(points) - len(fit)
    unproved = f"Not agreed for want of evidence: {points_in_words(bare)}." if bare else ""
    said = [done if changing else "", unproved, passed]
    return record(by, said if any(said) else ["It is so already."], changes)


@transaction.atomic
def quote(point, seen, quoted, by_name, by):
    """Print a comment word for word under its key point, or no longer; by audience, or by its organisation's name."""
    point = locked(point)
    comments = [comment for comment in unchanged(seen) if comment.key_point_id == point.pk]
    others = point.comments.filter(quoted=True).exclude(pk__in=seen).count()
    if not comments:
        return refuse(by, "Nothing is quoted: that comment has been changed. Look again.")
    if quoted and not all(comment.verbatim for comment in comments):
        return refuse(by, "Not quoted: its words were not taken down, and a quote prints nothing else.")
    if quoted and others + len(comments) > Comment.QUOTES:
        return refuse(by, f"Not quoted: a key point prints {Comment.QUOTES} quotes at most. Take one out first.")
    changes = rewrite(comments, by, quoted=quoted, quoted_by_name=quoted and by_name)
    references = ", ".join(comment.reference for comment in comments)
    return record(by, [f"Quoted {references}." if quoted else f"Took {references} out of the quotes."], changes)


@transaction.atomic
def pass_words(point, words, by):
    """Words of the point, its quotes or its response that look like personal data, and are none, may be printed."""
    point = locked(point)
    if words in point.passed_words:
        return record(by, ["Those words may be printed already."], [])
    changes = rewrite([point], by, passed_words=[*point.passed_words, words])
    return record(by, [f"“{Truncator(words).chars(LONGEST)}” is not taken for personal data any more."], changes)


def add(theme, text, by, key=None, position=None):
    """(the key point, whether it is new)"""
    place = position if position is not None else last_position(theme) + 1
    return KeyPoint.objects.start(key, by, theme=theme, text=text, position=place)


def last_position(theme):
    return KeyPoint.objects.filter(theme=theme).last_position()


def as_made(point):
    """As an Act keeps it: to undo the making of a key point is to remove it."""
    return {
        "record": "keypoint",
        "id": point.pk,
        "before": {"status": KeyPoint.Status.REMOVED.value},
        "version": point.version,
    }


def points_in_words(number):
    return "1 key point" if number == 1 else f"{number} key points"
