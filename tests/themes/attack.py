"""What somebody can work out from the numbers of a public edition, exactly: the least and the most of each left out.

It reads the words as they are printed and asks the code that printed them nothing. The numbers as they are serve as a
first table that fits; from it one number is moved by one at a time, as far as others can move with it. For rows and
columns with sums this finds every value that fits: the numbers in between do as well, and all are whole.
"""

import re

ANY = 1_000


def read(printed, number, fewest):
    """What the words alone say: (least, most)."""
    if printed == "not shown":
        return 0, ANY
    if found := re.fullmatch(r"([\d,]+) to ([\d,]+)", printed):
        return tuple(int(each.replace(",", "")) for each in found.groups())
    if printed == f"fewer than {fewest}":
        return 1, fewest - 1
    assert printed == f"{number:,}"
    return number, number


def worked_out(table, known):
    """{(row, column): (least, most)} for all that is not printed.

    `table` are rows of numbers whose sums by row are printed, and a row of their sums by column under them; `known` has
    (least, most) for each of these.
    """
    hidden = [(row, at) for row, line in enumerate(known) for at, (least, most) in enumerate(line) if least < most]
    return {cell: (moved(table, known, cell, -1), moved(table, known, cell, 1)) for cell in hidden}


def moved(table, known, cell, by):
    numbers = {(row, at): number for row, line in enumerate(table) for at, number in enumerate(line)}
    within = {(row, at): limits for row, line in enumerate(known) for at, limits in enumerate(line)}
    last = len(table) - 1
    while path := way_round(numbers, within, last, cell, by):
        for step, change in path:
            numbers[step] += change
    return numbers[cell]


def way_round(numbers, within, last, cell, by):
    """[(cell, 1 or -1), ...] that moves this one and leaves every sum by row as it is; None where there is none.

    A walk from line to line: up along a cell from its row to its column, down from the column to the row; each sum by
    column joins its column to one more line, its account.
    """
    start, end = ends(cell, last) if by < 0 else ends(cell, last)[::-1]
    least, most = within[cell]
    if not least <= numbers[cell] + by <= most:
        return None
    came, ahead = {start: None}, [start]
    while ahead and end not in came:
        line = ahead.pop(0)
        for other, change in ((other, change) for other in numbers if other != cell for change in (1, -1)):
            whence, where = ends(other, last) if change > 0 else ends(other, last)[::-1]
            low, high = within[other]
            if whence == line and where not in came and low <= numbers[other] + change <= high:
                came[where] = (line, other, change)
                ahead.append(where)
    return [(cell, by), *walked(came, end)] if end in came else None


def ends(cell, last):
    """Where a unit more in it comes from and goes to."""
    row, column = cell
    return (("column", column), "account") if row == last else (("row", row), ("column", column))


def walked(came, line):
    while came[line]:
        line, cell, change = came[line]
        yield cell, change
