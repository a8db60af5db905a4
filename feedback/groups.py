"""Comments in no key point that say the same as one another, or speak of the same: a group could begin one."""

from dataclasses import dataclass

from feedback.alike import AlikeIndex
from feedback.models import Comment
from feedback.subjects import Subjects

POOL = 1_000  # comments of a theme in no key point, the newest: the cost of asking is bounded by it
GROUPS = 10  # of each sort


@dataclass(frozen=True)
class Group:
    comments: tuple[Comment, ...]
    subjects: tuple[str, ...] = ()  # that they speak of; none where they say the same

    @property
    def meetings(self):
        return len({comment.meeting_id for comment in self.comments})


def free(theme):
    """{id: comment} of the theme's comments in no key point."""
    found = Comment.objects.counted().filter(theme=theme, key_point=None).with_all()
    return {comment.pk: comment for comment in found[:POOL]}


def grouped(theme):
    """Those that say the same first, then those that speak of the same; of each, those of the most meetings first."""
    comments = free(theme)
    alike = said_alike(comments)
    left = {pk: comment.text for pk, comment in comments.items()}
    for group in alike:
        for comment in group.comments:
            del left[comment.pk]
    return [*widest(alike), *widest(spoken_of_together(comments, left, theme))]


def said_alike(comments):
    index = AlikeIndex((pk, comment.text) for pk, comment in comments.items())
    left, groups = set(comments), []
    for pk, comment in comments.items():
        alike = [other for other in index.like(comment.text, len(comments)) if other in left] if pk in left else []
        if len(alike) > 1:
            groups.append(Group(tuple(comments[other] for other in alike)))
            left.difference_update(alike)
    return groups


def spoken_of_together(comments, left, theme):
    found = Subjects(theme.keywords.splitlines()).shared(left.items())
    return [Group(tuple(comments[pk] for pk in pks), subjects) for subjects, pks in found]


def widest(groups):
    return sorted(groups, key=lambda group: (-group.meetings, -len(group.comments)))[:GROUPS]
