"""Word: bytes of a .docx -> lines.

Read element by element, because what a reader does not know it drops: tracked insertions, text boxes, content
controls, simple fields, equations and headers all hold words. Deleted words are left out and counted.
"""

import re
from xml.etree import ElementTree

from feedback.notes import hostile
from feedback.notes.pieces import Line, Refused
from feedback.notes.tables import lines_of_table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
GONE = {
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "delInstrText",
    "pPr",
    "rPr",
    "sdtPr",
    "tblPr",
    "trPr",
    "tcPr",
    "tblGrid",
    "sectPr",
}
DEEPEST_TABLE = 6  # tables within tables
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "•"}


def lines_of(data):
    """Lines, and sentences that say what was left out."""
    package = hostile.opened(data, "a Word document (.docx)")
    names = package.namelist()
    if "word/document.xml" not in names:
        raise Refused(hostile.NOT_THAT.format("a Word document (.docx)"))
    lists = Lists(_tree(package, "word/styles.xml", names), _tree(package, "word/numbering.xml", names))
    body = Body(lists)
    lines = body.lines_in(_tree(package, "word/document.xml", names))
    return lines + _around(package, names, lists), _left_out(body, names)


def _tree(package, name, names):
    if name not in names:
        return ElementTree.Element("none")
    data = hostile.part(package, name)
    hostile.check_xml(data)
    return ElementTree.fromstring(data.replace(STRICT.encode(), W[1:-1].encode()))


def _around(package, names, lists):
    """Headers, footers, notes and margin comments: read, and put last as furniture."""
    lines = []
    for name in sorted(names):
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml|word/(?:footnotes|endnotes|comments)\.xml", name):
            for line in Body(lists).lines_in(_tree(package, name, names)):
                if line.words.strip() and line.words not in [each.words for each in lines]:
                    lines.append(Line(line.words, "furniture"))
    return lines


def _left_out(body, names):
    said = []
    if body.deleted:
        said.append(f"Words struck out in tracked changes were left out: {body.deleted}.")
    for folder, what in (
        ("word/media/", "picture"),
        ("word/embeddings/", "embedded file"),
        ("word/diagrams/data", "diagram"),
        ("word/charts/chart", "chart"),
    ):
        count = sum(name.startswith(folder) for name in names)
        if count:
            said.append(
                f"{count} {what}{'s were' if count > 1 else ' was'} not read: there may be words"
                f" in {'them' if count > 1 else 'it'}."
            )
    return said


class Lists:
    """Which styles are headings and which paragraphs are list items, and how deep."""

    def __init__(self, styles, numbering):
        self.styles = {style.get(W + "styleId"): style for style in styles.iter(W + "style")}
        abstract = {each.get(W + "abstractNumId"): each for each in numbering.iter(W + "abstractNum")}
        self.numbers = {
            each.get(W + "numId"): abstract.get(_value(each.find(W + "abstractNumId")))
            for each in numbering.iter(W + "num")
        }

    def look(self, properties):
        """(role, level, counted) of a paragraph."""
        style = _value(properties.find(W + "pStyle")) if properties is not None else ""
        name = self._name(style)
        if re.match(r"(?:heading|title|subtitle)\b", name) or _outlined(properties):
            return "heading", 0, False
        listed = re.match(r"list (bullet|number)(?: (\d))?$", name)
        deep = int(listed[2] or 1) if listed else 1
        number, level = self._numbering(properties, style)
        if number in ("", "0"):
            return ("item", deep, listed[1] == "number") if listed else ("", 0, False)
        return "item", max(level + 1, deep), self._format(number, level) not in ("bullet", "none")

    def _name(self, style):
        found = self.styles.get(style)
        return (_value(found.find(W + "name")) if found is not None else style or "").lower()

    def _numbering(self, properties, style, hops=0):
        holder = properties if properties is not None else ElementTree.Element("none")
        found = holder.find(W + "numPr")
        if found is not None and found.find(W + "numId") is not None:
            level = _value(found.find(W + "ilvl"))
            return _value(found.find(W + "numId")), int(level) if level.isdigit() else 0
        parent = self.styles.get(style)
        if parent is None or hops > 10:
            return "", 0
        based = _value(parent.find(W + "basedOn"))
        return self._numbering(parent.find(W + "pPr"), based, hops + 1)

    def _format(self, number, level):
        abstract = self.numbers.get(number)
        levels = abstract.findall(W + "lvl") if abstract is not None else []
        found = next((each for each in levels if each.get(W + "ilvl") == str(level)), None)
        return _value(found.find(W + "numFmt")) if found is not None else "bullet"


def _value(element):
    return element.get(W + "val", "") if element is not None else ""


def _outlined(properties):
    level = _value(properties.find(W + "outlineLvl")) if properties is not None else ""
    return level.isdigit() and int(level) < 9


class Body:
    def __init__(self, lists):
        self.lists = lists
        self.deleted = 0  # words
        self.within = 0  # tables
        self.carried = ""  # a paragraph whose end mark was deleted runs on into the next

    def lines_in(self, element):
        lines = []
        for child in element:
            tag = _tag(child)
            if tag == "p":
                lines += self._paragraph(child)
            elif tag == "tbl":
                lines += self._table(child)
            elif tag == "AlternateContent":
                lines += self._alternative(child)
            elif tag in GONE:
                self._count_deleted(child)
            else:
                lines += self.lines_in(child)
        return lines

    def _paragraph(self, paragraph):
        boxes = []
        words = self.carried + self._words(paragraph, boxes)
        properties = paragraph.find(W + "pPr")
        self.carried = ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self.carried = words
            return boxes
        role, level, counted = self.lists.look(properties)
        if (
            role != "heading"
            and _all_bold(paragraph)
            and len(words.split()) <= 14
            and not re.search(r"[.?!;]\s*$", words)
        ):
            role = "heading"
        return [*_paragraph_lines(words, role, level, counted), *boxes]

    def _words(self, element, boxes):
        words = []
        for child in element:
            tag = _tag(child)
            if tag == "t":
                words.append(child.text or "")
            elif tag in SIGNS:
                words.append(SIGNS[tag])
            elif tag == "AlternateContent":
                boxes += self._alternative(child)
            elif tag in ("txbxContent", "p", "tbl"):
                boxes += self.lines_in([child] if tag != "txbxContent" else child)
            elif tag in GONE:
                self._count_deleted(child)
            else:
                words.append(self._words(child, boxes))
        return "".join(words)

    def _alternative(self, element):
        """The same text box twice, for newer and older Word: one of them is read."""
        for choice in element:
            inner = []
            words = self._words(choice, inner)
            if words.strip() or inner:
                return [*_paragraph_lines(words, "", 0, False), *inner] if words.strip() else inner
        return []

    def _table(self, table):
        self.within += 1
        if self.within > DEEPEST_TABLE:
            raise Refused(hostile.TOO_BIG)
        rows = [row for row in self._rows_of(table) if any(cell.strip() for cell in row)]
        self.within -= 1
        return lines_of_table(rows) if rows else []

    def _rows_of(self, table):
        rows = []
        for child in table:
            if _tag(child) == "tr":
                rows.append(self._row(child))
            elif _tag(child) not in GONE:
                rows += self._rows_of(child)
        return rows

    def _row(self, row):
        cells = []
        for cell in _cells_in(row):
            span = _value(cell.find(f"{W}tcPr/{W}gridSpan"))
            cells.append(self._cell(cell))
            cells += [""] * (min(int(span), 60) - 1 if span.isdigit() else 0)
        return cells

    def _cell(self, cell):
        """Its paragraphs, a line each; items keep a bullet so that they can be told apart."""
        words = []
        for line in self.lines_in(cell):
            sign = "  " * (line.level - 1) + "• " if line.role == "item" else ""
            words.append(sign + line.words)
        return "\n".join(words)

    def _count_deleted(self, element):
        if _tag(element) in ("del", "moveFrom"):
            kept = {"moveFrom": ("delText",), "del": ("delText", "t")}[_tag(element)]
            self.deleted += sum(len((each.text or "").split()) for each in element.iter() if _tag(each) in kept)


def _tag(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _cells_in(row):
    for child in row:
        if _tag(child) == "tc":
            yield child
        elif _tag(child) not in GONE:
            yield from _cells_in(child)


def _paragraph_lines(words, role, level, counted):
    """One line, set apart by blank ones; line breaks inside it are kept."""
    return (
        [Line(""), Line(words, role, level, counted=counted)]
        if role
        else [Line(""), *(Line(each) for each in words.split("\n"))]
    )


def _all_bold(paragraph):
    runs = [run for run in paragraph.iter(W + "r") if "".join(each.text or "" for each in run.iter(W + "t")).strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run):
    bold = run.find(f"{W}rPr/{W}b")
    return bold is not None and bold.get(W + "val", "true") not in ("0", "false", "none", "off")
