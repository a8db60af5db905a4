"""No number that a public edition leaves out can be worked out from those that it prints."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themes.report.small_numbers import GivenAway, left_out


def tables(rows, columns, most):
    numbers = st.integers(0, most) | st.just(0)
    return st.integers(1, rows).flatmap(
        lambda across: st.integers(1, columns).flatmap(
            lambda down: st.lists(st.lists(numbers, min_size=down, max_size=down), min_size=across, max_size=across)
        )
    )


def with_sums(rows):
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def numbers_of(table):
    return {(row, column): number for row, line in enumerate(table) for column, number in enumerate(line)}


def readings(rows, hidden, fewest):
    """Every table that a reader must think possible: tried one by one, by brute force, up to the sum of its row."""
    choices = [
        [
            line
            for line in product(*ranges(rows[row], row, hidden, fewest, sum(rows[row])))
            if sum(line) == sum(rows[row])
        ]
        for row in range(len(rows))
    ]
    sums = with_sums(rows)[-1]
    for table in product(*choices):
        by_column = [sum(column) for column in zip(*table, strict=True)]
        if all(fits(by_column[at], sums[at], (len(rows), at) in hidden, fewest) for at in range(len(sums))):
            yield [*map(list, table), by_column]


def ranges(line, row, hidden, fewest, most):
    return [
        [number] if (row, column) not in hidden else (range(fewest) if number < fewest else range(fewest, most + 1))
        for column, number in enumerate(line)
    ]


def fits(number, printed, is_hidden, fewest):
    if not is_hidden:
        return number == printed
    return 0 < number < fewest if printed < fewest else number >= fewest


def tried(rows, fewest):
    try:
        return left_out(rows, fewest)
    except GivenAway:
        return None


@given(tables(3, 3, 6), st.integers(1, 4))
def test_no_number_left_out_can_be_derived(rows, fewest):
    hidden = tried(rows, fewest)
    if hidden:
        possible = {cell: set() for cell in hidden}
        for table in readings(rows, hidden, fewest):
            numbers = numbers_of(table)
            for cell in hidden:
                possible[cell].add(numbers[cell])
        assert {cell for cell, numbers in possible.items() if len(numbers) < 2} == set()


@given(tables(7, 12, 40), st.integers(0, 9))
def test_every_small_number_is_left_out_or_the_table_refused(rows, fewest):
    hidden = tried(rows, fewest)
    small = {cell for cell, number in numbers_of(with_sums(rows)).items() if 0 < number < fewest}
    assert hidden is None or small <= hidden


@given(tables(7, 12, 40), st.integers(0, 9))
def test_nothing_is_left_out_where_no_number_is_small(rows, fewest):
    large = [[number * fewest for number in line] for line in rows]
    assert left_out(large, fewest) == set()


@given(tables(7, 12, 40).filter(lambda rows: all(sum(column) > 9 for column in zip(*rows, strict=True))))
def test_a_table_of_several_rows_and_columns_is_seldom_refused(rows):
    if len(rows) > 1 and len(rows[0]) > 1 and all(sum(line) > 9 for line in rows):
        assert tried(rows, 5) is not None


@pytest.mark.parametrize(
    "rows, hidden",
    [
        ([[3, 10, 20], [10, 20, 30], [10, 20, 30]], {(0, 0), (0, 1), (1, 0), (1, 1)}),
        ([[3, 10, 0], [10, 20, 30]], {(0, 0), (0, 1), (1, 0), (1, 1)}),
        ([[30, 10, 0], [10, 20, 30]], set()),
        ([[3, 3], [3, 3]], {(0, 0), (0, 1), (1, 0), (1, 1)}),
    ],
)
def test_what_is_left_out(rows, hidden):
    assert left_out(rows, 5) == hidden


@pytest.mark.parametrize("rows", [[[3]], [[3], [4]]])
def test_one_column_gives_its_small_numbers_away(rows):
    with pytest.raises(GivenAway):
        left_out(rows, 5)


def test_a_table_without_rows_leaves_out_nothing():
    assert left_out([], 5) == set()
