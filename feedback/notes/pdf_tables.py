"""Tables of a PDF page: runs of words -> rows of cells, by where on the page they stand."""

from dataclasses import dataclass, field

from feedback.notes.marks import mark_of
from feedback.notes.tables import column_of

NEAR = 4  # points


@dataclass(frozen=True)
class Run:
    """Words on one line of a page, and where they stand, in points from the bottom left."""

    words: str
    left: float
    right: float
    bottom: float
    size: float


@dataclass
class Table:
    rows: list = field(default_factory=list)  # lists of cells' words


def with_tables(page):
    """The runs of a page, where those that make a table with a head are gathered into a Table."""
    found, place = [], 0
    while place < len(page):
        head = _head_at(page, place)
        body = _body_after(page, place + len(head), head) if head else []
        if body:
            found.append(_table(head, body))
            place += len(head) + len(body)
        else:
            found.append(page[place])
            place += 1
    return found


def on_line(one, other):
    return abs(one.bottom - other.bottom) < 0.5 * max(one.size, 1)


def _head_at(page, place):
    """The runs of one line where at least two name a table's columns."""
    head = [page[place]]
    for run in page[place + 1 : place + 12]:
        if not on_line(run, head[0]) or run.left < head[-1].right:
            break
        head.append(run)
    named = sum(bool(column_of(run.words)) for run in head)
    return head if len(head) > 1 and named > 1 and named * 2 >= len(head) else []


def _body_after(page, start, head):
    """Runs that stand in columns, until one runs across the first column's edge."""
    body = []
    for run in page[start:]:
        if run.left < head[0].left - 60 or (body and body[-1].bottom - run.bottom > 6 * run.size):
            break
        body.append(run)
    while body and not _columns(head, body):
        body = body[: _last_row(body)]
    return body


def _last_row(body):
    """Where the last run that begins at the left stands; the rest is given back to the page."""
    leftmost = min(run.left for run in body)
    return max(place for place, run in enumerate(body) if run.left - leftmost < NEAR)


def _columns(head, body):
    """Left edges of the columns, or nothing where the runs stand in more places than there are columns."""
    edges = []
    for left in sorted(run.left for run in body):
        if not edges or left - edges[-1] > NEAR:
            edges.append(left)
    if len(edges) != len(head):
        edges = [run.left for run in head]
    fits = all(_column(run, edges) is not None for run in body)
    return edges if fits else []


def _column(run, edges):
    place = max((n for n, edge in enumerate(edges) if run.left > edge - NEAR), default=None)
    if place is None or abs(run.left - edges[place]) > 5 * NEAR:
        return None
    crosses = place + 1 < len(edges) and run.right > edges[place + 1] + NEAR
    return None if crosses else place


def _table(head, body):
    edges = _columns(head, body)
    table = Table([[run.words for run in head]])
    lowest, last = head[0].bottom, len(edges)
    for run in body:
        column = _column(run, edges)
        if run.bottom < lowest - 1 and (column < last or (column == 0 and last == 0 and table.rows[-1][0] == "")):
            table.rows.append([""] * len(edges))
        row = table.rows[-1]
        row[column] = _continued(row[column], run.words)
        lowest, last = min(lowest, run.bottom), column
    return table


def _continued(cell, words):
    """The page broke the cell's line, unless a list mark begins the next."""
    if not cell or mark_of(words):
        return f"{cell}\n{words}".lstrip("\n")
    return f"{cell} {words}"
