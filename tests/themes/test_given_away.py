"""Nothing that a public edition leaves out can be worked out from its other numbers."""

import csv
import io
import json

import pytest
from django.core.management import call_command

from feedback.models import Comment
from meetings.models import Audience
from tests.factories import make_comment, make_edition, make_key_point, make_meeting, theme
from tests.themes.attack import ANY, read, worked_out
from tests.themes.editions import files, prepare
from tests.themes.test_public_editions import READ
from themes.exports.document import blocks
from themes.models import Edition, KeyPoint, Programme
from themes.report import ReportFilter, build
from themes.report.as_json import as_data
from themes.report.kept import from_kept

pytestmark = pytest.mark.django_db
FREE = (1, 4)
ROOM = (0, ANY)


@pytest.fixture
def sample(settings):
    settings.DEBUG = True
    call_command("load_sample", verbosity=0)


@pytest.fixture
def stranger(db):
    """The row that a stranger solved, 6, 1, 9, 1, 1 and 0, of which a key point each has 1 and 4 comments."""
    for audience, number in zip(Audience.objects.all(), (6, 1, 9, 1, 1, 0), strict=False):
        meeting = make_meeting(audience=audience)
        for _ in range(number):
            make_comment(meeting=meeting, theme=theme())
    comments = list(Comment.objects.all())
    make_key_point(comments[:1], text="Somebody wants a pool.", status="agreed")
    make_key_point(comments[1:5], text="Some want a hall.", status="agreed")


def both():
    """The report as it is and as the public has it, after the same way through what an edition keeps."""
    true = build(ReportFilter({}), agreed_only=True)
    return true, from_kept(make_edition(is_public=True).report)


def numbers_in(cells):
    return [cell.comments for cell in cells]


def attacked(true, shown, totals):
    """`true` and `shown` are rows of cells, `totals` what the words say of their sums by column."""
    rows = [numbers_in(row) for row in true]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    known = [
        [read(cell.printed, number, 5) for cell, number in zip(cells, row, strict=True)]
        for cells, row in zip(shown, rows, strict=True)
    ]
    return known, worked_out([*rows, sums], [*known, totals])


def grids(true, public):
    for name in ("by_audience", "by_category"):
        here, there = getattr(true.coverage, name), getattr(public.coverage, name)
        sums = [
            read(cell.printed, number, 5) for cell, number in zip(there.totals, numbers_in(here.totals), strict=True)
        ]
        assert [row.comments for row in here.rows] == [row.comments for row in there.rows]
        yield attacked([row.cells for row in here.rows], [row.cells for row in there.rows], sums)
    kinds = [[section.kinds for section in report.sections] for report in (true, public)]
    yield attacked(*kinds, [ROOM] * len(Comment.Kind.choices))


def proofs(true, public):
    """A theme's key points beside what is in none, of which nothing is printed."""
    for here, there in zip(true.sections, public.sections, strict=True):
        row = [*numbers_in(here.points), here.not_in_points]
        words = [point.comments if isinstance(point.comments, str) else f"{point.comments:,}" for point in there.points]
        known = [*(read(each, number, 5) for each, number in zip(words, row, strict=False)), ROOM]
        assert here.comments == sum(row)
        yield [known], worked_out([row, row], [known, [ROOM] * len(row)])


def left_open(attacks):
    """What can be worked out of each number that prints as fewer than five."""
    return {
        values
        for known, found in attacks
        for (row, column), values in found.items()
        if row < len(known) and known[row][column] == FREE
    }


@pytest.mark.parametrize("made", ["sample", "stranger"])
def test_each_number_left_out_of_a_public_edition_can_be_any_from_one_to_four(request, made):
    request.getfixturevalue(made)
    true, public = both()
    assert {public.ledger.in_points, *(section.in_points for section in public.sections)} == {"not shown"}
    assert left_open(grids(true, public)) == {FREE}
    assert left_open(proofs(true, public)) == {FREE}


@pytest.mark.parametrize("made", ["sample", "stranger"])
def test_no_small_number_but_nought_is_beside_a_key_point_or_in_a_grid(request, made):
    request.getfixturevalue(made)
    _, public = both()
    proof = [(point.comments, point.meetings, point.audiences) for point in public.points]
    grids = public.coverage.by_audience, public.coverage.by_category
    cells = [
        cell.comments for grid in grids for line in (*(row.cells for row in grid.rows), grid.totals) for cell in line
    ]
    numbers = [number for number in (*cells, *(each for three in proof for each in three)) if isinstance(number, int)]
    assert [number for number in numbers if 0 < number < 5] == []


def test_where_nothing_is_left_out_of_the_sample_all_stands_as_it_is(sample):
    Programme.objects.update(fewest_shown=0)
    true, public = both()
    unnamed = {"title": "What we heard", "edition": "Edition 1", "organisations": []}
    assert as_data(public) == {**as_data(true), **unnamed}


@pytest.mark.parametrize("fewest", [0, 5])
def test_no_organisation_is_named_to_the_public(sample, fewest):
    Programme.objects.update(fewest_shown=fewest)
    true, public = both()
    assert [bool(report.organisations) for report in (true, public)] == [True, False]
    captions = [[getattr(block, "caption", "") for block in blocks(report)] for report in (true, public)]
    assert ["Organisations that came or were heard" in each for each in captions] == [True, False]


def test_what_is_promised_is_printed(stranger):
    true, public = both()
    promised = "a number below 5 is printed as “fewer than 5”"
    assert [promised in report.limits for report in (true, public)] == [False, True]


def test_every_file_and_the_page_leave_a_key_points_own_numbers_out(client_for, manager, stranger):
    client = client_for("manager")
    KeyPoint.objects.filter(text="Somebody wants a pool.").update(text="People wanted a pool.")
    KeyPoint.objects.filter(text="Some want a hall.").update(text="People wanted a hall.")
    prepare(client)
    edition = Edition.objects.get()
    proof = "fewer than 5 comments"
    shown = {ending: READ.get(ending, bytes)(content) for ending, content in files(edition).items()}
    shown["page"] = client.get(edition.get_absolute_url()).content
    assert [place for place in ("page", "docx", "pdf") if shown[place].count(proof.encode()) != 2] == []
    assert [place for place, content in shown.items() if b"1 comment \xc2\xb7" in content] == []
    points = [point for section in json.loads(shown["json"])["sections"] for point in section["points"]]
    rows = csv.DictReader(io.StringIO(shown["csv"].decode("utf-8-sig")))
    few = ("fewer than 5",) * 3
    assert {(point["comments"], point["meetings"], point["audiences"]) for point in points} == {few}
    assert {(row["Number"], row["Meetings"], row["Audiences"]) for row in rows if row["Part"] == "Key point"} == {few}
