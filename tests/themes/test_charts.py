"""The charts of a report, whose every mark has its number or name in words."""

import re
from datetime import date

import pytest

from themes.exports.charts.meetings import by_time
from themes.report.shapes import Listed


def words_of(days):
    """[(x, words), ...] of the labels under the columns, by their upper line."""
    svg = by_time([Listed("Forum", "", day, day) for day in days])
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>', svg)
    return [(float(x), words) for x, y, words in found if y == "160"]


def test_a_meeting_years_away_stands_beside_a_gap():
    days = [date(2023, 11, 23), date(2023, 12, 6), date(2024, 2, 5), date(2026, 11, 26)]
    assert [words for x, words in words_of(days)] == ["Nov", "Dec", "Jan", "Feb", "…", "Nov"]


@pytest.mark.parametrize("months", [8, 26, 40])
def test_no_label_is_cut_off_at_the_edge(months):
    days = [date(2023 + month // 12, month % 12 + 1, 3) for month in range(months)]
    places = [x for x, words in words_of(days)]
    assert [x for x in places if not 18 <= x <= 680 - 18] == []
