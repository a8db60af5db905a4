"""A report as the public may have it: no small number in it, nor one that its sums would give away."""

from dataclasses import replace

from themes.report.limits import make_limits
from themes.report.shapes import NOT_SHOWN
from themes.report.small_numbers import GivenAway, ranges, ranges_of_grid, ranges_of_parts

LEAST = 3  # with noughts printed, "fewer than 2" is 1


def for_the_public(report, fewest):
    """`fewest` is the smallest number that is printed; 0 prints all.

    The sum of a theme and the ledger are always printed, but for what of them is in key points where one of these has
    few comments. The report must be narrowed to nothing: beside the whole one, a report without one meeting tells what
    was said at it. Raises GivenAway with the name of a theme.
    """
    if not fewest:
        return report
    fewest = max(fewest, LEAST)
    coverage = replace(
        report.coverage,
        by_audience=grid_for_the_public(report.coverage.by_audience, fewest),
        by_category=grid_for_the_public(report.coverage.by_category, fewest),
    )
    sections = tuple(section_for_the_public(section, fewest) for section in report.sections)
    ledger = report.ledger
    if any(isinstance(point.comments, str) for section in sections for point in section.points):
        sections = tuple(map(without_parts, sections))
        ledger = without_parts(ledger)
    limits = make_limits(report.figures, ledger, coverage, report.appendix, report.points, fewest)
    return replace(report, coverage=coverage, sections=sections, ledger=ledger, limits=limits)


def grid_for_the_public(grid, fewest):
    try:
        *found, sums = ranges_of_grid([[cell.comments for cell in row.cells] for row in grid.rows], fewest)
    except GivenAway as given_away:
        raise GivenAway(grid.rows[given_away.args[0]].theme) from None
    rows = tuple(
        replace(row, cells=told(row.cells, known, fewest)) for row, known in zip(grid.rows, found, strict=True)
    )
    return replace(grid, rows=rows, totals=told(grid.totals, sums, fewest) if rows else grid.totals)


def section_for_the_public(section, fewest):
    kinds = ranges([kind.comments for kind in section.kinds], fewest)
    points = ranges_of_parts([point.comments for point in section.points], section.comments, fewest)
    return replace(
        section,
        kinds=told(section.kinds, kinds, fewest),
        points=tuple(with_proof(point, known, fewest) for point, known in zip(section.points, points, strict=True)),
    )


def with_proof(point, known, fewest):
    """At how many meetings it was said tells of comments as well: at least as many."""
    comments = in_words(*known, fewest)
    if comments == NOT_SHOWN:
        return replace(point, comments=NOT_SHOWN, meetings=NOT_SHOWN, audiences=NOT_SHOWN)
    places = {name: getattr(point, name) for name in ("meetings", "audiences")}
    few = {name: few_in_words(fewest) for name, number in places.items() if 0 < number < fewest}
    return replace(point, **({"comments": comments} if comments else {}), **few)


def told(cells, known, fewest):
    return tuple(
        replace(cell, comments=None, instead=words) if (words := in_words(least, most, fewest)) else cell
        for cell, (least, most) in zip(cells, known, strict=True)
    )


def in_words(least, most, fewest):
    """Empty where the number itself is printed."""
    if least == most:
        return ""
    if (least, most) == (1, fewest - 1):
        return few_in_words(fewest)
    if not least:
        return NOT_SHOWN
    return f"{least:,} to {most:,}"


def few_in_words(fewest):
    return f"fewer than {fewest:,}"


def without_parts(sums):
    """The comments of all key points added up would tell those of a few."""
    return replace(sums, in_points=NOT_SHOWN, not_in_points=NOT_SHOWN)
