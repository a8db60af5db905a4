"""A report as the public may have it: no small number in its grids, nor one that its sums would give away."""

from dataclasses import replace

from themes.report.limits import make_limits
from themes.report.small_numbers import GivenAway, left_out

NOT_SHOWN = "not shown"


def for_the_public(report, fewest):
    """`fewest` is the smallest number that is printed; 0 prints all.

    A theme's own total is always printed. It gives an audience's number away where no other audience was heard at all,
    and it is then no more than the report tells anyway. The report must be narrowed to nothing: beside the whole one, a
    report without one meeting tells what was said at it.
    """
    if not fewest:
        return report
    coverage = replace(
        report.coverage,
        by_audience=grid_for_the_public(report.coverage.by_audience, fewest),
        by_category=grid_for_the_public(report.coverage.by_category, fewest),
    )
    limits = make_limits(report.figures, report.ledger, coverage, report.appendix, report.points)
    sections = kinds_for_the_public(report.sections, fewest)
    return replace(report, coverage=coverage, sections=sections, limits=limits)


def grid_for_the_public(grid, fewest):
    hidden = numbers_left_out([[cell.comments for cell in row.cells] for row in grid.rows], fewest)
    rows = tuple(
        replace(row, cells=without(row.cells, columns_of(place, hidden), fewest)) for place, row in enumerate(grid.rows)
    )
    return replace(grid, rows=rows, totals=without(grid.totals, columns_of(len(rows), hidden), fewest))


def kinds_for_the_public(sections, fewest):
    """Themes by kinds are a grid as well, though its sums by kind are printed nowhere."""
    hidden = numbers_left_out([[kind.comments for kind in section.kinds] for section in sections], fewest)
    return tuple(
        replace(section, kinds=without(section.kinds, columns_of(place, hidden), fewest))
        for place, section in enumerate(sections)
    )


def numbers_left_out(rows, fewest):
    try:
        return left_out(rows, fewest)
    except GivenAway as given_away:
        return given_away.args[0]


def columns_of(row, hidden):
    return {column for place, column in hidden if place == row}


def without(cells, hidden, fewest):
    return tuple(hide(cell, fewest) if place in hidden else cell for place, cell in enumerate(cells))


def hide(cell, fewest):
    instead = f"fewer than {fewest:,}" if cell.comments < fewest else NOT_SHOWN
    return replace(cell, comments=None, instead=instead)
