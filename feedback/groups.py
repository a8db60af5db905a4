"""Comments in no key point that say the same as one another: each group could begin one."""

from dataclasses import dataclass

from feedback.alike import AlikeIndex
from feedback.models import Comment

POOL = 1_000  # comments of a theme in no key point, the newest: the cost of asking is bounded by it
GROUPS = 10


@dataclass(frozen=True)
class Group:
    comments: tuple[Comment, ...]

    @property
    def meetings(self):
        return len({comment.meeting_id for comment in self.comments})


def free(theme):
    """{id: comment} of the theme's comments in no key point."""
    found = Comment.objects.counted().filter(theme=theme, key_point=None).with_all()
    return {comment.pk: comment for comment in found[:POOL]}


def said_alike(theme):
    """The theme's free comments that say the same as one another: those raised at the most meetings first."""
    comments = free(theme)
    index = AlikeIndex((pk, comment.text) for pk, comment in comments.items())
    left, groups = set(comments), []
    for pk, comment in comments.items():
        alike = [other for other in index.like(comment.text, len(comments)) if other in left] if pk in left else []
        if len(alike) > 1:
            groups.append(Group(tuple(comments[other] for other in alike)))
            left.difference_update(alike)
    return sorted(groups, key=lambda group: (-group.meetings, -len(group.comments)))[:GROUPS]
