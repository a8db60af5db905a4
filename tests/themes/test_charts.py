"""The charts of a report, as SVG."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from meetings.models import Meeting
from themes.exports.charts.heat import by_audience
from themes.exports.charts.meetings import by_time
from themes.report.shapes import Cell, Grid, GridRow, Listed

DAY = date(2024, 1, 16)


@pytest.mark.parametrize(("weeks", "width"), [(1, 64.6), (4, 64.6), (8, 64.6), (16, 32.3)])
def test_few_columns_are_no_wider_than_an_eighth_of_the_chart(weeks, width):
    chart = by_time([Meeting(starts_on=DAY + timedelta(weeks=week)) for week in range(weeks)])
    assert re.findall(r'<rect [^>]*width="([\d.]+)"', chart) == [f"{width:g}"] * weeks


@pytest.mark.parametrize(("themes", "lines"), [(6, ["fewer than 20"]), (7, ["fewer", "than 20"])])
def test_what_stands_for_a_small_number_is_on_one_line_where_there_is_room(themes, lines):
    cell = Cell("VCFSE", 1, None, "fewer than 20")
    rows = tuple(GridRow("Good jobs and homes", "good-jobs-and-homes", (cell,), 40) for _ in range(themes))
    words = re.findall(r">([^<>]+)</text>", by_audience(Grid("audience", rows, (cell,), 40)))
    assert [word for word in words if word in ("fewer", "than 20", "fewer than 20")] == lines * themes


def words_of(days):
    """[(x, words), ...] of the labels under the columns, by their upper line."""
    svg = by_time([Listed("Forum", "", day, day) for day in days])
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>', svg)
    return [(float(x), words) for x, y, words in found if y == "160"]


def test_a_meeting_years_away_stands_beside_a_gap():
    days = [date(2023, 11, 23), date(2023, 12, 6), date(2024, 2, 5), date(2026, 11, 26)]
    assert [words for x, words in words_of(days)] == ["Nov", "Dec", "Jan", "Feb", "…", "Nov"]


@pytest.mark.parametrize("months", [8, 20, 25, 26, 40, 60, 120])
def test_labels_keep_clear_of_each_other(months):
    days = [date(2023 + month // 12, month % 12 + 1, 3) for month in range(months)]
    places = [x for x, words in words_of(days)]
    assert [(one, other) for one, other in pairwise(places) if other - one < 32] == []


@pytest.mark.parametrize("months", [8, 26, 40])
def test_no_label_is_cut_off_at_the_edge(months):
    days = [date(2023 + month // 12, month % 12 + 1, 3) for month in range(months)]
    places = [x for x, words in words_of(days)]
    assert [x for x in places if not 18 <= x <= 680 - 18] == []
