"""The few marks that the charts are drawn with. Lengths are pixels at 96 to the inch; a chart is as wide as a page."""

from xml.sax.saxutils import escape, quoteattr

WIDTH = 680
INK, LINE, FILL, TRACK = "#0b0c0c", "#b1b4b6", "#00625d", "#eef2f2"
FONT = "Libertinus Serif"  # what the PDF is set in; the page puts its own in its place
SIZE = 14
LINE_HEIGHT = 16


def drawing(height, title, marks):
    """With a title that is read out where the picture is not seen."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        f' role="img" aria-label={quoteattr(title)} font-family={quoteattr(FONT)}>'
        f"{''.join(marks)}</svg>"
    )


def text(x, y, words, anchor="start", colour=INK, weight="normal", size=SIZE):
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{colour}" font-weight="{weight}" font-size="{size}">'
        f"{escape(str(words))}</text>"
    )


def lines(x, y, words, width, anchor="start", size=SIZE):
    """The words broken to the width, the last line at y."""
    broken = wrapped(words, width)
    first = y - LINE_HEIGHT * (len(broken) - 1)
    return "".join(text(x, first + LINE_HEIGHT * place, line, anchor, size=size) for place, line in enumerate(broken))


def box(x, y, width, height, fill=FILL, line=None, dashed=False):
    stroke = f' stroke="{line}"' if line else ""
    dashes = ' stroke-dasharray="3 3"' if dashed else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}"{stroke}{dashes}/>'


def wrapped(words, width):
    """A letter is about half as wide as it is high."""
    fits, broken = int(width / (SIZE * 0.5)), [""]
    for word in words.split():
        longer = f"{broken[-1]} {word}".strip()
        if len(longer) <= fits or not broken[-1]:
            broken[-1] = longer
        else:
            broken.append(word)
    return broken
