"""Where every comment is: in one place, and in one only."""

from feedback.models import Comment
from themes.report.shapes import Ledger
from themes.report.tally import add_up


def make_ledger(said, tally, sections):
    """`tally` is {(standing, ...): comments}."""
    of_standing = add_up(tally, lambda standing, *more: standing)
    others = {
        "replies": of_standing[Comment.Standing.REPLY],
        "actions": of_standing[Comment.Standing.ACTION],
        "set_aside": of_standing[Comment.Standing.SET_ASIDE],
    }
    counted = sum(said.values())
    return Ledger(
        all=counted + sum(others.values()),
        counted=counted,
        untagged=counted - sum(section.comments for section in sections),
        in_points=sum(section.in_points for section in sections),
        not_in_points=sum(section.not_in_points for section in sections),
        **others,
    )
