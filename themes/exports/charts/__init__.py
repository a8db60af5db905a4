"""Charts of a report as SVG, for page, PDF and Word. Every mark has its number or name in words beside it."""

from dataclasses import dataclass

from themes.exports.charts.heat import by_audience
from themes.exports.charts.kinds import by_kind
from themes.exports.charts.meetings import by_time, step
from themes.report.shapes import how_many


@dataclass(frozen=True)
class Chart:
    name: str
    svg: str
    alt: str  # what it shows, for who does not see it


def kinds_chart(report):
    said = "; ".join(
        f"{section.theme}: {', '.join(f'{kind.label.lower()} {kind.printed}' for kind in section.kinds)}"
        for section in report.sections
    )
    return Chart("Comments by theme and kind", by_kind(report.sections), f"Bars of comments by kind. {said}.")


def meetings_chart(report):
    listed = [meeting for heading in report.appendix.headings for meeting in heading.meetings]
    name = f"When the meetings were, {step(listed)} by {step(listed)}"
    return Chart(name, by_time(listed), f"Columns, one a {step(listed)}: {report.appendix.count}.")


def grid_chart(report):
    grid = report.coverage.by_audience
    alt = f"Heat map of {how_many(grid.comments, 'comment')} by audience and theme."
    if grid.has_sums:
        alt += f" In all: {'; '.join(f'{cell.name} {cell.printed}' for cell in grid.totals)}."
    return Chart("Comments by audience and theme", by_audience(grid), alt)


def charts_of(report):
    """Those that have something to show; kinds are by theme only where the sections are."""
    charts = [meetings_chart(report), grid_chart(report)]
    if report.order == "theme":
        charts.insert(0, kinds_chart(report))
    return [chart for chart in charts if chart.svg]
