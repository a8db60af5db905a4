"""Each problem a sentence with a count and a link that mends it. Pure: the report and the facts in, problems out."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from themes.personal import likely_in, words_like_personal_data
from themes.quantifiers import Raised, misfits
from themes.report.shapes import how_many
from themes.report.texts import unpaired_in
from themes.sentences import doubt_about

SHOWN = 5  # references of comments that came to a key point or went


@dataclass(frozen=True)
class Problem:
    sentence: str
    count: int
    link: str
    stops_publication: bool = False
    items: tuple[tuple[str, str], ...] = ()  # (which, where each is mended)


def problems_of(report, facts):
    """Those that stop publication first."""
    found = [problem for problem in (check(report, facts) for check in CHECKS) if problem]
    return sorted(found, key=lambda problem: not problem.stops_publication)


def nothing_yet(report, facts):
    if not report.figures.comments:
        sentence = "Nothing that people said is in it yet. First log what was said at a meeting."
        return Problem(sentence, 1, reverse("schedule"), True)
    if not report.points:
        sentence = "It has no key point yet. First open a theme and say in one sentence what several comments say."
        return Problem(sentence, 1, reverse("summary"), True)


def untagged_comments(report, facts):
    number = report.ledger.untagged
    if number:
        link = reverse("tag_queue")
        return Problem(f"{how_many(number, 'counted comment')} {has(number)} no theme.", number, link, True)


def points_without_evidence(report, facts):
    found = [(point, "") for point in report.points if not point.comments]
    return of_points(found, "no comment as evidence", stops=True)


def personal_data(report, facts):
    found = [
        (point, f"Found {kind} in {where}: “{words}”")
        for point in report.points
        for where, kind, words in personal_words(point, facts)
    ]
    return of_points(found, "what may be personal data", stops=True)


def personal_words(point, facts):
    """[(where, what it is, the words), ...] but for those that a manager lets be printed."""
    texts = [("the wording", point.text), *(("a quote", quote.text) for quote in point.quotes)]
    texts += [("the name beside a quote", quote.who) for quote in point.quotes]
    if point.response:
        texts += [("the response", point.response.why), ("the owner of the response", point.response.owner)]
    passed = facts.passed.get(point.pk, ())
    found = [(where, kind, words) for where, text in texts for kind, words in likely_in(text)]
    return [each for each in found if each[-1] not in passed]


def personal_text(report, facts):
    texts = report.title, report.introduction, report.background, report.method
    found = [words for words in words_like_personal_data(*texts) if words not in facts.passed_in_text]
    if found:
        link = reverse("edit_report_text")
        items = tuple((f"“{words}”", link) for words in found)
        return Problem("The text of the report has what may be personal data.", len(found), link, True, items)


def personal_names(report, facts):
    found = [each for each in facts.named if each[0] not in facts.passed_in_text]
    if found:
        items = tuple((f"“{words}” in {name}", link) for words, name, link in found)
        sentence = f"{how_many(len(found), 'name')} that the report prints may tell who a person is."
        return Problem(sentence, len(found), reverse("edit_report_text"), True, items)


def unknown_placeholders(report, facts):
    number = len(report.unfilled)
    if number:
        names = ", ".join(f"{{{name}}}" for name in report.unfilled)
        of = "this name" if number == 1 else "these names"
        sentence = f"There is no figure for {of} in the report's text: {names}."
        return Problem(sentence, number, reverse("edit_report_text"), True)


def unpaired_braces(report, facts):
    found = unpaired_in(report.introduction, report.background, report.method)
    if found:
        braces = "A brace in the report's text has" if len(found) == 1 else "Braces in the report's text have"
        sentence = f"{braces} no other half: {', '.join(found)}."
        return Problem(sentence, len(found), reverse("edit_report_text"), True)


def typed_figures(report, facts):
    number = len(facts.typed_figures)
    if number:
        words = ", ".join(f"“{typed}”" for typed in facts.typed_figures)
        typed = "a number that was typed" if number == 1 else "numbers that were typed"
        sentence = f"The text of the report has {typed}, where the portal would count: {words}."
        return Problem(sentence, number, reverse("edit_report_text"))


def points_not_a_sentence(report, facts):
    doubts = [(point, doubt_about(point.text)) for point in report.points]
    return of_points([(point, doubt) for point, doubt in doubts if doubt], "a wording that is not a sentence")


def words_that_do_not_fit(report, facts):
    found = [
        (
            point,
            f"“{misfit.said}” does not fit {said_at(point, facts)}"
            + (f": “{misfit.fitting}” does" if misfit.fitting else ""),
        )
        for point in report.points
        for misfit in misfits(point.text, raised(point, report, facts))
    ]
    return of_points(found, "a word of quantity that its figures do not bear")


def said_at(point, facts):
    return f"{point.meetings:,} of {how_many(facts.meetings_heard_at, 'meeting')}"


def raised(point, report, facts):
    return Raised(point.meetings, facts.meetings_heard_at, point.audiences, report.figures.audiences)


def changed_since_agreed(report, facts):
    found = [
        (point, came_and_went(facts.came.get(point.pk, ()), facts.went.get(point.pk, ()))) for point in report.points
    ]
    return of_points(
        [(point, words) for point, words in found if words], "evidence that came or went after it was agreed"
    )


def came_and_went(came, went):
    parts = [f"{some_of(references)} {verb}" for references, verb in ((came, "came"), (went, "went")) if references]
    return "; ".join(parts)


def some_of(references: Sequence[str]):
    more = len(references) - SHOWN
    return ", ".join(references[:SHOWN]) + (f" and {more:,} more" if more > 0 else "")


def drafts(report, facts):
    found = [(point, "") for point in report.points if point.status == "draft"]
    return of_points(found, "not been agreed yet")


def points_without_answer(report, facts):
    found = [(point, "") for point in report.points if point.response is None]
    return of_points(found, "no answer from the council yet")


def meetings_to_be_confirmed(report, facts):
    return of_meetings(facts.to_be_confirmed, "no date yet: an admin sets the date", "state=to-be-confirmed")


def meetings_in_progress(report, facts):
    return of_meetings(facts.in_progress, "begun and not ended: more may be said there", "state=in-progress")


def meetings_without_notes(report, facts):
    return of_meetings(facts.without_comments, "passed, and nothing is logged", "state=held&comments=none")


def contradicting_dates(report, facts):
    return of_meetings(facts.contradicting_weekday, "a date that is not on the weekday it was given with", "")


def attendance_unknown(report, facts):
    unknown, held = report.figures.attendance_unknown, report.figures.meetings_held
    if unknown:
        of = f"{unknown:,} of {how_many(held, 'meeting')}"
        sentence = f"How many people came cannot be added up: attendance unknown at {of}."
        link = f"{reverse('schedule')}?state=held"
        return Problem(sentence, unknown, link, False, facts.attendance_unknown)


def of_points(found, having, stops=False):
    """`found` is [(point, what of it), ...]; a point is listed once, with all that is found of it."""
    points, words_of = {point.pk: point for point, _ in found}, defaultdict(list)
    for point, words in found:
        words_of[point.pk].append(words)
    number = len(points)
    if number:
        items = tuple(
            (f"{short(point.text)} {'. '.join(dict.fromkeys(words_of[pk]))}".strip(), at(point))
            for pk, point in points.items()
        )
        sentence = f"{how_many(number, 'key point')} {has(number)} {having}."
        return Problem(sentence, number, items[0][1], stops, items)


def of_meetings(found, having, query):
    number = len(found)
    if number:
        link = f"{reverse('schedule')}?{query}" if query else found[0][1]
        return Problem(f"{how_many(number, 'meeting')} {has(number)} {having}.", number, link, False, found)


def at(point):
    return f"{reverse('report')}?open={point.pk}#point-{point.pk}"


def short(text, most=80):
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0]}…"


def has(number):
    return "has" if number == 1 else "have"


CHECKS = (
    nothing_yet,
    untagged_comments,
    points_without_evidence,
    personal_data,
    personal_text,
    personal_names,
    unknown_placeholders,
    unpaired_braces,
    typed_figures,
    points_not_a_sentence,
    words_that_do_not_fit,
    changed_since_agreed,
    drafts,
    points_without_answer,
    contradicting_dates,
    meetings_to_be_confirmed,
    meetings_in_progress,
    meetings_without_notes,
    attendance_unknown,
)
