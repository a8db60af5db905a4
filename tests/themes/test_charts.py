"""The charts of a report, as SVG."""

import re
from datetime import date, timedelta

import pytest

from meetings.models import Meeting
from themes.exports.charts.meetings import by_time

DAY = date(2024, 1, 16)


@pytest.mark.parametrize(("weeks", "width"), [(1, 64.6), (4, 64.6), (8, 64.6), (16, 32.3)])
def test_few_columns_are_no_wider_than_an_eighth_of_the_chart(weeks, width):
    chart = by_time([Meeting(starts_on=DAY + timedelta(weeks=week)) for week in range(weeks)])
    assert re.findall(r'<rect [^>]*width="([\d.]+)"', chart) == [f"{width:g}"] * weeks
