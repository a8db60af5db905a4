"""The tables of a Word document as rows of cells, as they look on the page. Pure."""

from meetings.import_packages import MOST_COLUMNS, Refused, opened, tree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document_rows(data):
    """The tables of a Word document, each after the line that stands before it, which may be its heading."""
    body = tree(opened(data), "word/document.xml")[0]
    before, rows = "", []
    for element in body:
        if element.tag == W + "p":
            before = words_of(element).strip() or before
        elif element.tag == W + "tbl":
            rows += [[before]] if before else []
            rows += table_rows(element)
            before = ""
    if not rows:
        raise Refused("There is no table in this document. Copy the list and paste it instead.")
    return rows


def table_rows(table):
    """A cell merged over several rows stands in each of them, one merged over several columns in the first."""
    rows, above = [], []
    for row in inside(table, "tr"):
        cells, own = [], ""
        for cell in inside(row, "tc"):
            words, at = words_of(cell), len(cells)
            own += words.strip()
            if continues(cell) and not words.strip() and at < len(above):
                words = above[at]
            cells += [words, *[""] * (width_of(cell) - 1)]
        rows += [cells] if own else []
        above = cells
    return rows


def inside(element, tag):
    """Those of its own, not those of tables in its cells."""
    for child in element:
        if child.tag == W + tag:
            yield child
        else:
            yield from inside(child, tag)


def continues(cell):
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(W + "val") != "restart"


def width_of(cell):
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    width = "" if span is None else span.get(W + "val", "")
    return max(1, min(int(width), MOST_COLUMNS)) if width.isdecimal() else 1


def words_of(element):
    """As it would read with tracked changes accepted."""
    if element.tag in (W + "moveFrom", W + "del"):
        return ""
    if element.tag in (W + "tab", W + "br", W + "cr"):
        return " "
    own = element.text or "" if element.tag == W + "t" else ""
    after = " " if element.tag == W + "p" else ""
    return (own + "".join(words_of(child) for child in element) + after).rstrip("\n")
