"""No number that a public edition leaves out can be worked out from those that it prints."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.themes.attack import worked_out
from themes.report.small_numbers import GivenAway, ranges, ranges_of_grid, ranges_of_parts


def tables(rows, columns, most):
    numbers = st.integers(0, most) | st.just(0)
    return st.integers(1, rows).flatmap(
        lambda across: st.integers(1, columns).flatmap(
            lambda down: st.lists(st.lists(numbers, min_size=down, max_size=down), min_size=across, max_size=across)
        )
    )


def with_sums(rows):
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def tried(rows, fewest):
    try:
        return ranges_of_grid(rows, fewest)
    except GivenAway:
        return None


def readings(rows, known):
    """Every table that fits, tried one by one."""
    choices = [
        [line for line in product(*(range(least, most + 1) for least, most in limits)) if sum(line) == sum(row)]
        for row, limits in zip(rows, known, strict=False)
    ]
    for table in map(with_sums, product(*choices)):
        if all(least <= number <= most for number, (least, most) in zip(table[-1], known[-1], strict=True)):
            yield table


def tried_one_by_one(rows, known):
    hidden = [(row, at) for row, line in enumerate(known) for at, (least, most) in enumerate(line) if least < most]
    tables = list(readings(rows, known))
    values = {(row, at): {table[row][at] for table in tables} for row, at in hidden}
    assert [cell for cell, found in values.items() if len(found) != max(found) - min(found) + 1] == []
    return {cell: (min(found), max(found)) for cell, found in values.items()}


@given(tables(3, 3, 6), st.integers(3, 5))
def test_the_attack_finds_all_that_can_be_worked_out(rows, fewest):
    if known := tried(rows, fewest):
        assert worked_out(with_sums(rows), known) == tried_one_by_one(rows, known)


@given(tables(4, 5, 12), st.integers(3, 9))
def test_a_number_left_out_can_be_any_from_one_to_the_smallest_printed(rows, fewest):
    """Or its whole row is left out, and then it is not told either. That an audience was not heard at all is."""
    if known := tried(rows, fewest):
        table = with_sums(rows)
        found = {cell: values for cell, values in worked_out(table, known).items() if table[-1][cell[1]]}
        assert [cell for cell, (least, most) in found.items() if least == most] == []
        small = {values for (row, at), values in found.items() if row < len(rows) and known[row][at] == (1, fewest - 1)}
        assert small <= {(1, fewest - 1)}


@given(tables(7, 11, 12), st.integers(3, 9))
def test_no_small_number_is_printed_in_a_row_but_a_nought(rows, fewest):
    printed = [least for line in (tried(rows, fewest) or [])[:-1] for least, most in line if least == most]
    assert [number for number in printed if 0 < number < fewest] == []


@given(tables(7, 11, 40), st.integers(3, 9))
def test_all_is_printed_where_no_number_is_small(rows, fewest):
    large = [[number * fewest for number in line] for line in rows]
    assert ranges_of_grid(large, fewest) == [[(number, number) for number in line] for line in with_sums(large)]


@given(st.lists(st.integers(0, 12), max_size=6), st.integers(0, 20), st.integers(3, 9))
def test_parts_of_a_sum_that_is_not_printed_can_be_any_small_number(parts, rest, fewest):
    known = ranges_of_parts(parts, sum(parts) + rest, fewest)
    table, limits = [[*parts, rest]], [[*known, (0, 1_000)]]
    found = worked_out([*table, [*parts, rest]], [*limits, [(0, 1_000)] * (len(parts) + 1)])
    for place, (least, most) in enumerate(known):
        if least < most:
            values = found[0, place]
            assert values == (1, fewest - 1) if least else values[0] < values[1]


FEW = (1, 4)


@pytest.mark.parametrize(
    "row, known",
    [
        ([6, 1, 9, 1, 1, 0], [(6, 6), FEW, (5, 9), FEW, FEW, (0, 0)]),
        ([30, 10, 0], [(30, 30), (10, 10), (0, 0)]),
        ([3, 30, 20], [FEW, (30, 30), (19, 22)]),
        ([3, 2, 3, 30], [FEW, FEW, FEW, (30, 30)]),
        ([3, 0, 0], [(0, 3), (0, 3), (0, 3)]),
        ([4, 4, 0], [(0, 8), (0, 8), (0, 8)]),
        ([0, 0], [(0, 0), (0, 0)]),
        ([], []),
    ],
)
def test_what_is_known_of_a_row(row, known):
    assert ranges(row, 5) == known


@pytest.mark.parametrize("rows", [[[3]], [[30], [4]], [[1, 1], [0, 0]], [[1, 0], [0, 9]]])
def test_a_row_that_those_who_were_heard_give_away_is_refused(rows):
    with pytest.raises(GivenAway):
        ranges_of_grid(rows, 5)


def test_a_grid_without_rows_leaves_out_nothing():
    assert ranges_of_grid([], 5) == [[]]
