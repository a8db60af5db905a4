"""The draft as it is worked on: every key point of the report with what a person needs to know to mend it."""

from dataclasses import dataclass, replace

from django.utils.http import urlencode

from themes.checks import gather, problems_of
from themes.checks.problems import came_and_went, personal_words, raised
from themes.models import KeyPoint
from themes.quantifiers import Misfit, fitting_word, misfits, reworded
from themes.report import ReportFilter, build
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


def problems_of_draft(chosen, report, facts):
    """As the report is narrowed; but what stops publication is found in the whole one."""
    found = problems_of(report, facts)
    if not chosen.chosen():
        return found
    whole = [problem for problem in problems_of(build(ReportFilter({})), gather()) if problem.stops_publication]
    query = chosen.carried().urlencode()
    return whole + [kept_narrowed(problem, query) for problem in found if not problem.stops_publication]


def kept_narrowed(problem, query):
    """A link that opens a key point opens it in the report as it is narrowed."""
    items = tuple((words, narrowed(link, query)) for words, link in problem.items)
    return replace(problem, link=narrowed(problem.link, query), items=items)


def narrowed(link, query):
    return link.replace("?open=", f"?{query}&open=")


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
