"""Comments by theme and kind: a bar in each cell, with its number beside it; words where it is left out."""

from themes.exports.charts.svg import LINE, LINE_HEIGHT, TRACK, WIDTH, box, drawing, lines, text, wrapped

NAMES = 170  # the column of the themes
ROW = 40
NUMBER = 34  # room for the figure after the bar
HEAD = 26
SMALL = 11  # the words in place of a number that is left out


def by_kind(sections):
    """`sections` one a theme."""
    kinds = [kind.label for kind in sections[0].kinds] if sections else []
    most = max((kind.comments or 0 for section in sections for kind in section.kinds), default=0) or 1
    column = (WIDTH - NAMES) / max(len(kinds), 1)
    marks = [text(NAMES + column * place, 16, label, weight="bold") for place, label in enumerate(kinds)]
    for place, section in enumerate(sections):
        top = HEAD + ROW * place
        marks.append(f'<path d="M0 {top:g}H{WIDTH}" stroke="{LINE}"/>')
        below = LINE_HEIGHT / 2 * (len(wrapped(section.theme, NAMES - 10)) - 1)
        marks.append(lines(0, top + 25 + below, section.theme, NAMES - 10))
        for column_place, kind in enumerate(section.kinds):
            marks.append(bar(NAMES + column * column_place, top + 10, column - NUMBER, kind, most))
    return drawing(HEAD + ROW * len(sections), "Comments by theme and kind", marks)


def bar(x, y, width, kind, most):
    if kind.instead:
        return text(x, y + 15, kind.instead, size=SMALL)
    filled = width * kind.comments / most
    return box(x, y, width, 20, TRACK) + box(x, y, filled, 20) + text(x + width + 4, y + 15, kind.printed)
