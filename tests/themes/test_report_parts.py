"""The parts of a report that are more than counts: its order, its text, its list of meetings, its limits."""

from dataclasses import replace
from datetime import date

import pytest

from meetings.models import Category, Meeting
from tests.factories import make_comment, make_key_point, make_meeting, theme
from themes.exports import document
from themes.exports.one_page import covering
from themes.models import Programme, Response
from themes.report import FIGURES, ReportFilter, build
from themes.report.limits import empty_cells
from themes.report.shapes import Cell, Coverage, Grid, GridRow
from themes.report.texts import fill, typed_in, unknown_in, unpaired_in

pytestmark = pytest.mark.django_db


def sums(report):
    return sum(section.comments for section in report.sections), report.ledger


def test_audience_by_audience_the_same_comments_are_counted(spread):
    by_theme, by_audience = build(ReportFilter({})), build(ReportFilter({}), "audience")
    assert sums(by_audience) == sums(by_theme)
    heard = [cell.name for cell in by_theme.grid.totals if cell.comments]
    assert list(dict.fromkeys(section.audience for section in by_audience.sections)) == heard
    points = {point.pk: point.comments for point in by_theme.points}
    parts = [(point.pk, point.comments) for point in by_audience.points]
    assert {pk: sum(number for one, number in parts if one == pk) for pk in points} == points


def test_audience_by_audience_a_key_point_without_comments_is_not_lost(db):
    point = make_key_point()
    (section,) = build(ReportFilter({}), "audience").sections
    assert (section.audience, [each.pk for each in section.points]) == ("No comments linked yet", [point.pk])


def test_narrowed_to_a_theme_a_report_holds_that_theme_alone_and_every_meeting(spread):
    report = build(ReportFilter({"theme": theme().slug}))
    whole = build(ReportFilter({}))
    (section,) = report.sections
    assert section == next(each for each in whole.sections if each.slug == theme().slug)
    assert (report.ledger.untagged, [row.slug for row in report.grid.rows]) == (0, [theme().slug])
    assert report.appendix == whole.appendix


def test_a_category_counts_those_under_it(spread):
    grid = build(ReportFilter({})).coverage.by_category
    assert [cell.name for cell in grid.totals] == [each.name for each in Category.objects.in_order() if not each.parent]
    assert (grid.comments, sum(cell.comments for cell in grid.totals)) == (build(ReportFilter({})).ledger.counted,) * 2


def test_the_introduction_promises_no_answer_and_counts_those_there_are(db):
    points = [make_key_point([make_comment()]) for _ in range(3)]
    assert "what the council does about" not in build(ReportFilter({})).introduction
    for number, point in enumerate(points):
        counted = f"The council has answered {number} of 3 key points so far."
        assert build(ReportFilter({})).introduction.endswith(counted)
        Response.objects.create(key_point=point, answer="already")


def test_figures_in_the_text_are_filled_and_unknown_ones_are_told(db):
    make_meeting(attendance=1_200)
    make_meeting()
    Programme.objects.update(
        introduction="We held {meetings_held} meetings and met {attended} people.", method="Said {nonsense} {0}."
    )
    report = build(ReportFilter({}))
    assert report.introduction == "We held 2 meetings and met at least 1,200 people."
    assert (report.method, report.unfilled) == ("Said {nonsense} {0}.", ("nonsense", "0"))


def test_every_figure_has_a_placeholder(db):
    Programme.objects.update(background=" ".join(f"{{{name}}}" for name in FIGURES))
    report = build(ReportFilter({}))
    assert (report.unfilled, report.background.count("{")) == ((), 0)
    assert set(FIGURES) == set(vars(report.figures))


def test_the_appendix_lists_by_date_what_was_held_or_has_no_date_and_counts_the_rest(db):
    members, area = Category.objects.get(name="Members"), Category.objects.get(name="Area Committees")
    make_meeting(title="First in", category=area, starts_on=date(2024, 1, 25))
    make_meeting(title="Later in", category=area, starts_on=date(2024, 1, 22))
    make_meeting(title="To be confirmed", category=members, starts_on=None)
    make_meeting(title="Held", category=members, starts_on=date(2024, 1, 20))
    make_meeting(title="On now", category=members, starts_on=date(2024, 1, 24), ends_on=date(2024, 1, 26))
    make_meeting(title="Tomorrow", category=members, starts_on=date(2024, 1, 27))
    make_meeting(title="Off", category=members, status=Meeting.Status.CANCELLED)
    report = build(ReportFilter({}), made_on=date(2024, 1, 26))
    appendix = report.appendix
    assert [(each.category, each.parent, each.span) for each in appendix.headings] == [
        ("Members", "", "20 to 26 January 2024"),
        ("Area Committees", "Members", "22 to 25 January 2024"),
    ]
    assert [[(met.title, met.date) for met in each.meetings] for each in appendix.headings] == [
        [("Held", "20 January 2024"), ("On now", "24 to 26 January 2024"), ("To be confirmed", "TBC")],
        [("Later in", "22 January 2024"), ("First in", "25 January 2024")],
    ]
    assert appendix.count == (
        "5 meetings, of which 4 dated; 1 still in progress; 1 more still to come; 1 more cancelled or postponed"
    )
    figures = report.figures
    assert (figures.meetings_held, figures.meetings_dated, figures.meetings) == (4, 4, 7)
    assert f"{report.appendix.count}." in "".join(getattr(block, "text", "") for block in document.blocks(report))


def test_a_heading_without_meetings_stands_above_those_under_it(db):
    make_meeting(category=Category.objects.get(name="Area Committees"))
    assert [each.category for each in build(ReportFilter({})).appendix.headings] == ["Members", "Area Committees"]


def test_a_response_stands_with_its_point(db):
    point = make_key_point()
    Response.objects.create(key_point=point, answer="partly", why="Money.", owner="Libraries", due_on=date(2024, 9, 1))
    (found,) = [each for each in build(ReportFilter({})).points if each.pk == point.pk]
    assert (found.response.answer, found.response.why, found.response.owner) == (
        "We will in part",
        "Money.",
        "Libraries",
    )
    assert (found.response.due_on, found.response.done_on) == (date(2024, 9, 1), None)


def test_the_limits_are_said_with_true_numbers(db):
    make_comment(meeting=make_meeting(attendance=3), theme=theme())
    make_meeting(title="Silent", starts_on=date(2024, 1, 17))
    make_meeting(starts_on=None)
    make_comment(standing="set_aside")
    make_key_point()
    limits = build(ReportFilter({})).limits
    told = [
        "This report counts 1 comment and 2 meetings held. At 1 of them nothing was logged: Silent, 17 January 2024.",
        "How many people came is not known for 1 of the 2.",
        "1 meeting is still to be given a date.",
        "1 tagged comment is in no key point: the key points do not speak of it.",
        "1 comment is set aside, with a reason.",
        "The one key point is not yet agreed.",
    ]
    assert [sentence for sentence in told if sentence not in limits] == []


def test_a_report_is_of_the_day_it_is_made(db):
    make_meeting(starts_on=date(2024, 1, 22))
    before, after = (build(ReportFilter({}), made_on=date(2024, 1, day)) for day in (21, 22))
    assert [(each.made_on.day, each.figures.meetings_held) for each in (before, after)] == [(21, 0), (22, 1)]


def test_a_meeting_that_is_on_counts_with_what_is_said_there_and_no_day_is_yet_to_come(db):
    make_meeting(starts_on=date(2024, 1, 20))
    make_comment(meeting=make_meeting(starts_on=date(2024, 1, 24), ends_on=date(2024, 1, 28)))
    report = build(ReportFilter({}), made_on=date(2024, 1, 26))
    assert (report.figures.meetings_held, report.figures.comments) == (2, 1)
    assert "At 2 meetings held between 20 January 2024 and 26 January 2024, " in covering(report)


def test_a_figure_of_one_stands_before_one_thing_and_spaces_in_the_braces_do_no_harm():
    figures = replace(build(ReportFilter({})).figures, meetings_held=1, comments=2)
    text = "At {meetings_held} meetings, { comments } comments; {foo bar}, {Comments}."
    assert fill(text, figures) == "At 1 meeting, 2 comments; {foo bar}, {Comments}."
    assert unknown_in(text) == ("foo bar", "Comments")
    people = replace(figures, attended=1, audiences=1)
    assert fill("{audiences} kinds of people, {attended} people", people) == "1 kind of people, 1 person"
    assert fill("At {meetings_held} meetings and forums", people) == "At 1 meeting or forum"
    assert fill("At {comments} meetings and forums", people) == "At 2 meetings and forums"
    typed = "We held 99 meetings for 1,200 people in 2040, {meetings} meetings."
    assert typed_in(typed) == ("99 meetings", "1,200 people")


def test_a_brace_without_its_other_half_is_found():
    assert unpaired_in("At {meetings_held meetings.. we", "{meetings} and meetings_held} {foo}", "") == (
        "{meetings_held",
        "meetings_held}",
    )


TYPED = {
    "At thirty-five forums and over twenty different events.": ("thirty-five forums", "twenty different events"),
    "Hundreds of people came; Two meetings were late.": ("Hundreds of people", "Two meetings"),
    "A hundred and five comments, a dozen groups.": ("A hundred and five comments", "a dozen groups"),
    "In 2024 meetings were held, one comment at a time.": (),
    "The five Big Things and two bridges.": (),
    "At {meetings_held} meetings and forums of {audiences} kinds of people.": (),
}


@pytest.mark.parametrize("text", TYPED)
def test_a_number_that_was_typed_is_found_in_figures_and_in_words(text):
    assert typed_in(text) == TYPED[text]


SILENT = "0, as that audience said nothing under that theme."


@pytest.mark.parametrize(
    ("comments", "said"),
    [
        ([0, 4], f"2 numbers: 1 is {SILENT}"),
        ([0], f"1 number: 1 is {SILENT}"),
        ([0, 0, 0, 4], f"4 numbers: 3 are {SILENT}"),
        ([None, 0], f"2 numbers: 1 is left out and 1 is {SILENT}"),
        ([None, None, 4], "3 numbers: 2 are left out."),
    ],
)
def test_of_the_grid_it_is_said_in_plain_words_what_is_left_out_and_what_is_0(comments, said):
    cells = tuple(Cell("Young people", 1, number, "" if number is not None else "not shown") for number in comments)
    grid = Grid("audience", (GridRow("Vision", "vision", cells, 4),), cells, 4)
    counted = "Comments are counted for each audience under each theme, which makes"
    assert empty_cells(Coverage(grid, grid, (), ())) == f"{counted} {said}"


def test_of_one_meeting_and_one_key_point_it_is_not_said_that_it_is_one_of_one(db):
    make_meeting(title="Silent")
    make_key_point()
    limits = build(ReportFilter({})).limits
    assert limits.startswith("This report counts 0 comments and 1 meeting held. At it nothing was logged: Silent,")
    assert "How many people came is not known for it." in limits and "The one key point is not yet agreed." in limits
