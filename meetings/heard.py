"""What one stakeholder said and what became of it. The comments are reached from the stakeholder: their own app stands
above this."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import F

SHOWN = 200  # comments on the stakeholder's page


@dataclass(frozen=True)
class OnTheme:
    theme: object  # None for those not tagged yet
    comments: list


@dataclass(frozen=True)
class Heard:
    total: int  # counted comments
    themes: list
    points: list  # key points that rest on them, each once

    @property
    def is_cut_short(self):
        return self.total > SHOWN


def heard_from(stakeholder):
    comments = stakeholder.comments.counted()
    first = list(
        comments.select_related("meeting", "theme", "key_point__theme", "key_point__response").order_by(
            F("theme__number").asc(nulls_last=True), "-meeting__starts_on", "pk"
        )[:SHOWN]
    )
    points = {comment.key_point_id: comment.key_point for comment in first if comment.key_point_id}
    themes = [OnTheme(theme, list(said)) for theme, said in groupby(first, key=lambda comment: comment.theme)]
    return Heard(comments.count(), themes, list(points.values()))
