"""The draft as it is worked on: every key point of the report with what a person needs to know to mend it."""

from dataclasses import dataclass

from django.utils.http import urlencode

from themes.checks.problems import came_and_went, personal_words, raised
from themes.models import KeyPoint
from themes.quantifiers import Misfit, fitting_word, misfits, reworded
from themes.report.shapes import Point, Section
from themes.sentences import doubt_about


@dataclass(frozen=True)
class DraftPoint:
    point: Point
    record: KeyPoint
    word: str  # of quantity, that its figures bear; empty where it was raised nowhere
    misfits: tuple[Misfit, ...]
    doubt: str  # why it may not be a sentence
    changed: str  # of its evidence, since it was agreed
    personal: list[tuple[str, str, str]]  # (where, what it may be, the words)

    @property
    def mended(self):
        """The query of its edit page that begins with the words of quantity that fit."""
        text = self.point.text
        for misfit in self.misfits:
            text = reworded(text, misfit)
        return urlencode({"text": text})


@dataclass(frozen=True)
class DraftSection:
    section: Section
    points: tuple[DraftPoint, ...]

    @property
    def ready(self):
        """The drafts that have evidence."""
        return [each.record for each in self.points if each.point.status == "draft" and each.point.comments]


def draft_of(report, facts):
    """[a DraftSection for each theme of the report]"""
    records = KeyPoint.objects.standing().in_bulk()
    return [
        DraftSection(
            section,
            tuple(
                draft_point(point, records[point.pk], report, facts) for point in section.points if point.pk in records
            ),
        )
        for section in report.sections
    ]


def draft_point(point, record, report, facts):
    found = raised(point, report, facts)
    return DraftPoint(
        point=point,
        record=record,
        word=fitting_word(found),
        misfits=tuple(misfits(point.text, found)),
        doubt=doubt_about(point.text),
        changed=came_and_went(facts.came.get(point.pk, ()), facts.went.get(point.pk, ())),
        personal=personal_words(point, facts),
    )
