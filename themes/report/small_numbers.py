"""Which numbers of a table a public edition leaves out: the small ones, and others where sums would give them away.

A table is rows of whole numbers whose sums by row are printed elsewhere, so that its readers know them; under the rows
stands one more, the sums by column, which may be left out as the others are.

A nought is printed: that nobody of an audience said anything is what a reader must see, and it tells of no person.
Only to cover a small number is a nought left out too, and it is then, truly, fewer than so many. A nought among the
sums by column always stands, as the report names the audiences that were not heard.

What a reader knows of a number left out is its range. Any two tables that fit all that is printed differ by rings of
numbers that go up and down in turn; so a number can be derived just when no such ring goes through it.
"""

from itertools import product
from math import inf


class GivenAway(Exception):
    """The sums give a small number away, whatever else is left out. Its one argument is the most that can be."""


class Table:
    """`rows` with their sums by column under them; a cell is (row, column)."""

    def __init__(self, rows, fewest):
        self.fewest = fewest
        self.rows = [*rows, [sum(column) for column in zip(*rows, strict=True)]]
        self.last = len(rows)
        self.columns = len(rows[0]) if rows else 0

    def cells(self):
        return list(product(range(len(self.rows)), range(self.columns)))

    def number(self, cell):
        row, column = cell
        return self.rows[row][column]

    def is_small(self, cell):
        return 0 < self.number(cell) < self.fewest

    def may_go(self, cell):
        return cell[0] != self.last or self.number(cell) > 0

    def range(self, cell):
        """The least and most that a reader must think it can be, once it is left out."""
        least = 1 if cell[0] == self.last else 0
        return (least, self.fewest - 1) if self.number(cell) < self.fewest else (self.fewest, inf)

    def can_move(self, cell, by):
        """Whether a ring may take it up or down by one; the sums go the other way, to keep a column's account."""
        least, most = self.range(cell)
        return least <= self.number(cell) + (-by if cell[0] == self.last else by) <= most


def left_out(rows, fewest):
    """{(row, column), ...}; the row after the last is that of the sums. Raises GivenAway."""
    table = Table(rows, fewest)
    found = {cell for cell in table.cells() if table.is_small(cell)}
    for cell in sorted(found):
        if not is_covered(cell, found, table):
            found |= cheapest_ring(cell, found, table)
    return found if all(is_covered(cell, found, table) for cell in found) else everything(table)


def cheapest_ring(cell, found, table):
    """The ring of four that leaves out least beside what is found already; no cell where there is none."""
    rings = [ring for ring in rings_of_four(cell, table) if all(map(table.may_go, ring)) and can_turn(ring, table)]
    return set(min(rings, key=lambda ring: cost(set(ring) - found, table), default=()))


def cost(cells, table):
    return len(cells), sum(map(table.number, cells))


def rings_of_four(cell, table):
    row, column = cell
    for other_row, other_column in table.cells():
        if other_row != row and other_column != column:
            yield cell, (row, other_column), (other_row, other_column), (other_row, column)


def can_turn(ring, table):
    return any(all(table.can_move(cell, by * (-1) ** place) for place, cell in enumerate(ring)) for by in (1, -1))


def everything(table):
    """All that may be left out and is then covered."""
    hidden = {cell for cell in table.cells() if table.may_go(cell)}
    covered = {cell for cell in hidden if is_covered(cell, hidden, table)}
    small = {cell for cell in hidden if table.is_small(cell)}
    if small - covered:
        raise GivenAway(small | covered)
    return covered


def is_covered(cell, hidden, table):
    """Whether a ring goes through it, up or down: steps from row to column go up, those back go down."""
    row, column = ("row", cell[0]), ("column", cell[1])
    steps = steps_between(hidden - {cell}, table)
    up = table.can_move(cell, 1) and leads(steps, column, row)
    return up or (table.can_move(cell, -1) and leads(steps, row, column))


def steps_between(hidden, table):
    steps = {}
    for cell in hidden:
        row, column = ("row", cell[0]), ("column", cell[1])
        if table.can_move(cell, 1):
            steps.setdefault(row, set()).add(column)
        if table.can_move(cell, -1):
            steps.setdefault(column, set()).add(row)
    return steps


def leads(steps, start, end):
    seen, ahead = {start}, [start]
    while ahead:
        new = steps.get(ahead.pop(), set()) - seen
        seen |= new
        ahead += new
    return end in seen
