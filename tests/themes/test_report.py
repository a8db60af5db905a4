"""The report's figures are those of a slow count, whatever it is narrowed to, and they add up."""

from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from feedback.forms import SummaryFilter
from feedback.models import Comment
from meetings.models import BEGUN, Meeting, Stakeholder
from tests.factories import make_comment, make_key_point, make_meeting, theme
from themes.models import KeyPoint, Theme
from themes.report import build, points_of

pytestmark = pytest.mark.django_db

# What the address says: which meetings it keeps. {n} is an audience or category of the fixture.
NARROWED = {
    "": lambda meeting, spread: True,
    "audience={audience}": lambda meeting, spread: meeting.audience == spread["audiences"][1],
    "category={category}": lambda meeting, spread: meeting.category == spread["area"],
    "category={parent}": lambda meeting, spread: meeting.category in (spread["area"], spread["area"].parent),
    "date_from=2024-01-23": lambda meeting, spread: bool(meeting.ends_on and meeting.ends_on >= date(2024, 1, 23)),
    "date_to=2024-01-22": lambda meeting, spread: bool(meeting.starts_on and meeting.starts_on <= date(2024, 1, 22)),
    "audience={audience}&date_from=2024-01-24": lambda meeting, spread: meeting == spread["meetings"][2],
    "audience=nonsense": lambda meeting, spread: True,
}


@pytest.fixture(params=NARROWED)
def narrowed(request, spread):
    """(the filter, the comments it keeps, the meetings it keeps)"""
    ids = {
        "audience": spread["audiences"][1].pk,
        "category": spread["area"].pk,
        "parent": spread["area"].parent_id,
    }
    keeps = NARROWED[request.param]
    meetings = [meeting for meeting in Meeting.objects.all() if keeps(meeting, spread)]
    comments = [comment for comment in Comment.objects.select_related("meeting") if comment.meeting in meetings]
    return SummaryFilter(QueryDict(request.param.format(**ids))), comments, meetings


def counted(comments, **values):
    return [c for c in comments if c.standing == "counted" and all(getattr(c, k) == v for k, v in values.items())]


def test_the_ledger_is_that_of_a_slow_count_and_adds_up(narrowed):
    chosen, comments, _ = narrowed
    report = build(chosen)
    ledger = report.ledger
    standings = [comment.standing for comment in comments]
    assert (ledger.all, ledger.counted, ledger.replies, ledger.actions, ledger.set_aside, ledger.untagged) == (
        len(comments),
        *(standings.count(standing) for standing in ("counted", "reply", "action", "set_aside")),
        len(counted(comments, theme=None)),
    )
    assert ledger.all == ledger.counted + ledger.replies + ledger.actions + ledger.set_aside
    assert ledger.counted == ledger.untagged + sum(section.comments for section in report.sections)
    assert ledger.counted == ledger.untagged + ledger.in_points + ledger.not_in_points
    for section in report.sections:
        assert section.comments == section.in_points + section.not_in_points
        assert section.comments == sum(kind.comments for kind in section.kinds)
        assert section.in_points == sum(point.comments for point in section.points)


def test_sections_are_those_of_a_slow_count(narrowed):
    chosen, comments, _ = narrowed
    expected = [
        (
            each.name,
            len(counted(comments, theme=each)),
            [len(counted(comments, theme=each, kind=kind)) for kind in Comment.Kind.values],
            [
                slow_point(comments, point)
                for point in KeyPoint.objects.standing().filter(theme=each)
                if not chosen.chosen() or counted(comments, key_point=point)
            ],
        )
        for each in Theme.objects.all()
    ]
    assert expected == [
        (
            section.theme,
            section.comments,
            [kind.comments for kind in section.kinds],
            [(point.text, point.comments, point.meetings, point.audiences) for point in section.points],
        )
        for section in build(chosen).sections
    ]


def slow_point(comments, point):
    evidence = counted(comments, key_point=point)
    meetings = {comment.meeting for comment in evidence}
    return point.text, len(evidence), len(meetings), len({meeting.audience_id for meeting in meetings})


def test_the_grid_is_that_of_a_slow_count(narrowed):
    chosen, comments, _ = narrowed
    grid = build(chosen).grid
    themes = [*Theme.objects.all(), None]
    cells = [
        [len([c for c in counted(comments, theme=each) if c.meeting.audience_id == heard.pk]) for heard in grid.totals]
        for each in themes
    ]
    assert [[cell.comments for cell in row.cells] for row in grid.rows] == cells
    assert [row.comments for row in grid.rows] == [sum(row) for row in cells]
    assert [heard.comments for heard in grid.totals] == [sum(column) for column in zip(*cells, strict=True)]
    assert grid.comments == len(counted(comments))


def test_figures_are_those_of_a_slow_count(narrowed):
    chosen, comments, meetings = narrowed
    report = build(chosen)
    figures = report.figures
    held = [meeting for meeting in meetings if meeting.state_on() in BEGUN]
    came = set(Stakeholder.objects.filter(meetings__in=held))
    spoke = {comment.stakeholder for comment in counted(comments)} - {None}
    assert (figures.meetings, figures.meetings_held) == (len(meetings), len(held))
    assert figures.attended == sum(meeting.attendance or 0 for meeting in held)
    assert figures.attendance_unknown == len([meeting for meeting in held if meeting.attendance is None])
    assert figures.organisations == len(came | spoke)
    named = {(of, name) for of, names in report.organisations for name in names}
    assert named == {(each.audience.name, each.name) for each in came | spoke}
    assert figures.comments == len(counted(comments))
    assert figures.audiences == len({comment.meeting.audience_id for comment in counted(comments)})


def test_a_report_says_what_it_is_narrowed_to(spread):
    audience, area = spread["audiences"][0], spread["area"]
    query = {"audience": audience.pk, "category": area.pk, "date_from": "2024-01-02", "date_to": ""}
    assert build(SummaryFilter(query)).narrowed_to == (
        ("Audience", audience.name),
        ("Category", area.name),
        ("Meetings from", "2 January 2024"),
    )


def test_six_sections_come_in_the_council_s_order_and_points_in_theirs(db):
    second, first = make_key_point(position=2), make_key_point(position=1)
    sections = build(SummaryFilter({})).sections
    assert [section.slug for section in sections] == list(Theme.objects.values_list("slug", flat=True))
    assert [point.pk for section in sections for point in section.points] == [first.pk, second.pk]


def test_the_figures_of_a_theme_s_points_are_those_of_the_report(spread):
    section = next(each for each in build(SummaryFilter({})).sections if each.slug == theme().slug)
    assert tuple(points_of(theme())) == section.points


def test_a_report_knows_whether_it_holds_sample_data(db):
    real = build(SummaryFilter({})).has_made_up
    make_comment(made_up=True)
    assert (real, build(SummaryFilter({})).has_made_up) == (False, True)


PROOF = {(): "No comments", (1,): "1 comment · 1 meeting · 1 audience", (2, 1): "3 comments · 2 meetings · 1 audience"}


@pytest.mark.parametrize("numbers", PROOF)
def test_proof_is_said_in_words(db, numbers):
    meetings = [make_meeting() for _ in numbers]
    point = make_key_point(
        [make_comment(meeting=met) for met, number in zip(meetings, numbers, strict=True) for _ in range(number)]
    )
    assert points_of(point.theme)[0].proof == PROOF[numbers]


@pytest.mark.parametrize("number", [1, 1_000])
@pytest.mark.parametrize("query", ["", "date_from=2024-01-01"])
def test_a_report_makes_twelve_queries_and_loads_no_comment_but_quotes(db, number, query):
    point, meeting = make_key_point(), make_meeting()
    values = {"meeting": meeting, "theme": point.theme, "key_point": point, "version": 1}
    Comment.objects.bulk_create(Comment(text=f"Cold hall {each}", **values) for each in range(number))
    with CaptureQueriesContext(connection) as queries:
        report = build(SummaryFilter(QueryDict(query)))
    assert (len(queries), report.ledger.all) == (12, number)
    loading = [query["sql"] for query in queries if '"feedback_comment"."text"' in query["sql"]]
    assert [sql for sql in loading if 'WHERE ("feedback_comment"."quoted" AND' not in sql] == []
    assert [point.quotes for point in report.points] == [()]
