"""Comments that say the same as one does, at whichever meeting it was said, or may say what a key point says, and the
other way about: as they stand now."""

from collections import defaultdict
from dataclasses import dataclass
from threading import Lock

from feedback.alike import MOST, AlikeIndex
from feedback.fitting import fitting, likest, meant
from feedback.models import Comment
from themes.models import KeyPoint

POOL = 20_000  # counted comments, the newest: the cost of asking is bounded by it
PIECES = 50  # of a key point's evidence, the newest, that others are compared with
ALL_PIECES = 1_000  # of the evidence of a theme's key points together


@dataclass(frozen=True)
class Alike:
    """The likest first."""

    comments: tuple[Comment, ...]

    def __bool__(self):
        return bool(self.comments)

    @property
    def ids(self):
        return [comment.pk for comment in self.comments]

    @property
    def meetings(self):
        return len({comment.meeting_id for comment in self.comments})

    @property
    def may_be_more(self):
        return len(self.comments) == MOST


NONE_ALIKE = Alike(())


class Pool:
    """What the counted comments say: read once by each process of the portal, then only what has changed since."""

    def __init__(self):
        self.index, self.versions, self.lock = AlikeIndex(), {}, Lock()

    def like(self, text, most):
        """The ids of comments that say the same as the text."""
        with self.lock:
            self._catch_up()
            return self.index.like(text, most)

    def _catch_up(self):
        now = dict(Comment.objects.counted().order_by("-pk").values_list("pk", "version")[:POOL])
        for pk in self.versions.keys() - now.keys():
            self.index.remove(pk)
        changed = [pk for pk, version in now.items() if self.versions.get(pk) != version]
        for pk, comment in Comment.objects.only("text").in_bulk(changed).items():
            self.index.add(pk, comment.text)
        self.versions = now


pool = Pool()


def alike(comment):
    """Comments that say the same as this one."""
    ids = [pk for pk in pool.like(comment.text, MOST + 1) if pk != comment.pk]
    return fetched(Comment.objects.counted(), ids)


def likely_evidence(point):
    """Comments of the point's theme that are in no key point and may say the same, each with the words `because` of
    which it is thought so."""
    evidence = point.comments.order_by("-pk").values_list("text", flat=True)[:PIECES]
    free = Comment.objects.counted().filter(theme=point.theme, key_point=None)
    said = free.order_by("-pk").values_list("pk", "text")[:POOL]
    because = {fit.key: fit.because for fit in fitting(meant(point.text, evidence), said.iterator())}
    found = fetched(free, because)
    for comment in found.comments:
        comment.because = because[comment.pk]
    return found


def likely_points(comment):
    """The key points of the comment's theme: those that may say the same first, with the words `because` of which it is
    thought so, then the others as the report has them."""
    points = {point.pk: point for point in KeyPoint.objects.standing().filter(theme=comment.theme_id).in_order()}
    linked = Comment.objects.filter(theme=comment.theme_id).in_points().order_by("-pk")
    evidence = defaultdict(list)
    for pk, text in linked.values_list("key_point_id", "text")[:ALL_PIECES]:
        evidence[pk].append(text)
    fits = likest(comment.text, {pk: meant(point.text, evidence[pk]) for pk, point in points.items()})
    for fit in fits:
        points[fit.key].because = fit.because
    return [points[pk] for pk in dict.fromkeys([*(fit.key for fit in fits), *points])]


def fetched(comments, ids):
    found = comments.with_all().in_bulk(ids)
    return Alike(tuple(found[pk] for pk in ids if pk in found)[:MOST])
