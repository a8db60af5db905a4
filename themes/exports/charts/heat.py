"""The grid as a heat map: an audience a row, a theme a column, the number in every cell.

An empty cell is dashed; one whose number is left out is framed, with the words that stand for it.
"""

from themes.exports.charts.svg import FILL, INK, LINE, LINE_HEIGHT, WIDTH, box, drawing, lines, text, wrapped

NAMES = 150
NAME_SIZE = 12.5  # "Neighbourhood teams" in the widest letters a page may have
ROW = 30
SMALL = 10.5  # "neighbourhoods" beside six others
LETTER = 0.55  # of its height, the width of a letter in the widest font
DARK = 0.8  # from this share on, the figure is white


def by_audience(grid):
    column = (WIDTH - NAMES) / max(len(grid.rows), 1)
    deepest = max((len(wrapped(row.theme, column - 6)) for row in grid.rows), default=1)
    head = LINE_HEIGHT * deepest + 10
    most = max((cell.comments or 0 for row in grid.rows for cell in row.cells), default=0) or 1
    marks = [
        lines(NAMES + column * (place + 0.5), head - 8, row.theme, column - 6, "middle", SMALL)
        for place, row in enumerate(grid.rows)
    ]
    for place, audience in enumerate(grid.totals):
        marks.append(text(0, head + ROW * place + 20, audience.name, size=NAME_SIZE))
        for column_place, row in enumerate(grid.rows):
            marks.append(square(NAMES + column * column_place, head + ROW * place, column, row.cells[place], most))
    return drawing(head + ROW * len(grid.totals) + 2, "Comments by audience and theme", marks)


def square(x, y, width, cell, most):
    if cell.instead:
        return box(x + 2, y + 2, width - 4, ROW - 4, "#ffffff", LINE) + small(x + width / 2, y, cell.instead, width - 4)
    share = cell.comments / most
    shade = mixed(share)
    colour = "#ffffff" if share >= DARK else INK
    where = x + 2, y + 2, width - 4, ROW - 4
    frame = box(*where, shade) if cell.comments else box(*where, "#ffffff", LINE, dashed=True)
    return frame + text(x + width / 2, y + 20, cell.printed, "middle", colour)


def small(x, y, words, width):
    """On one line, where there is room for it."""
    if len(words) * SMALL * LETTER <= width:
        return text(x, y + 19, words, "middle", size=SMALL)
    first, rest = words.split(" ", 1)
    return text(x, y + 13, first, "middle", size=SMALL) + text(x, y + 24, rest, "middle", size=SMALL)


def mixed(share):
    """From white to the full colour."""
    full = [int(FILL[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(255 + (part - 255) * (0.08 + 0.92 * share)):02x}" for part in full)
