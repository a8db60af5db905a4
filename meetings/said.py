"""What was said at one meeting, counted. The comments are reached from the meeting: their own app stands above this."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, Window
from django.db.models.functions import RowNumber

SHOWN = 20  # comments of one theme on the meeting's page; the rest are a link away


@dataclass(frozen=True)
class OnTheme:
    theme: object
    number: int
    comments: list


@dataclass(frozen=True)
class Said:
    """The ledger of one meeting: total = the sum of standings; counted = untagged + the sum of themes."""

    total: int
    standings: list  # [(value, label, number), ...], with those of none
    untagged: int
    themes: list


def said_at(meeting):
    numbers = meeting.comments.tally("standing", "theme")
    standings = meeting.comments.model.Standing
    of_standing = [
        (standing.value, standing.label, sum(n for (value, _), n in numbers.items() if value == standing))
        for standing in standings
    ]
    return Said(
        total=sum(numbers.values()),
        standings=of_standing,
        untagged=numbers.get((standings.COUNTED, None), 0),
        themes=[
            OnTheme(theme, numbers[standings.COUNTED, theme.pk], list(comments))
            for theme, comments in groupby(first_of_each_theme(meeting), key=lambda comment: comment.theme)
        ],
    )


def first_of_each_theme(meeting):
    tagged = meeting.comments.counted().exclude(theme=None).with_all()
    place = Window(RowNumber(), partition_by=F("theme"), order_by=F("pk").asc())
    return tagged.annotate(place=place).filter(place__lte=SHOWN).order_by("theme__number", "pk")
