"""OpenDocument text: bytes of an .odt -> lines."""

import re
from xml.etree import ElementTree

from feedback.notes import hostile
from feedback.notes.pieces import Line, Refused
from feedback.notes.tables import lines_of_table

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
SPREAD = 100  # most repeats of an empty cell or blank that are worth keeping


def lines_of(data):
    """Lines, and sentences that say what was left out."""
    package = hostile.opened(data, "an OpenDocument text (.odt)")
    names = package.namelist()
    if "content.xml" not in names:
        raise Refused(hostile.NOT_THAT.format("an OpenDocument text (.odt)"))
    if "META-INF/manifest.xml" in names and b"encryption-data" in hostile.part(package, "META-INF/manifest.xml"):
        raise Refused(hostile.LOCKED)
    content = _tree(package, "content.xml")
    body = Body(_counted_lists(content))
    lines = body.lines_in(content)
    return lines + body.notes + _headers(package, names), _left_out(body, names)


def _tree(package, name):
    data = hostile.part(package, name)
    hostile.check_xml(data)
    return ElementTree.fromstring(data)


def _counted_lists(content):
    """Names of list styles that number their items."""
    return {
        style.get("{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name")
        for style in content.iter(TEXT + "list-style")
        if len(style) and _tag(style[0]) == "list-level-style-number"
    }


def _headers(package, names):
    if "styles.xml" not in names:
        return []
    styles = _tree(package, "styles.xml")
    kept = [
        each
        for each in styles.iter()
        if _tag(each) in ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
    ]
    return [Line(line.words, "furniture") for each in kept for line in Body(set()).lines_in(each) if line.words.strip()]


def _left_out(body, names):
    said = []
    if body.deleted:
        said.append(f"Words struck out in tracked changes were left out: {body.deleted}.")
    pictures = sum(name.startswith("Pictures/") and len(name) > 9 for name in names)
    if pictures:
        said.append(
            f"{pictures} picture{'s were' if pictures > 1 else ' was'} not read: there may be"
            f" words in {'them' if pictures > 1 else 'it'}."
        )
    return said


class Body:
    def __init__(self, counted):
        self.counted = counted
        self.deleted = 0
        self.notes = []

    def lines_in(self, element, level=0, counted=False):
        lines = []
        for child in element:
            tag = _tag(child)
            if tag == "h" or (
                tag == "p" and re.match(r"(?:Title|Subtitle|Heading)", child.get(TEXT + "style-name", ""))
            ):
                lines += self._paragraph(child, "heading", 0, False)
            elif tag == "p":
                lines += self._paragraph(child, "item" if level else "", level, counted)
            elif tag == "list":
                style = child.get(TEXT + "style-name")
                lines += self.lines_in(child, level + 1, style in self.counted if style else counted)
            elif tag == "table":
                lines += lines_of_table(
                    [row for row in self._rows(child) if any(cell.strip() for cell in row)] or [[""]]
                )
            elif tag == "tracked-changes":
                self._count_deleted(child)
            elif tag not in ("automatic-styles", "font-face-decls", "scripts", "sequence-decls", "forms"):
                lines += self.lines_in(child, level, counted)
        return lines

    def _paragraph(self, paragraph, role, level, counted):
        boxes = []
        words = self._words(paragraph, boxes)
        if role:
            return [Line(""), Line(words, role, level, counted=counted), *boxes]
        return [Line(""), *(Line(each) for each in words.split("\n")), *boxes]

    def _words(self, element, boxes):
        words = [element.text or ""]
        for child in element:
            tag = _tag(child)
            if tag == "s":
                words.append(" " * min(_number(child, "c"), SPREAD))
            elif tag in ("tab", "line-break"):
                words.append("\t" if tag == "tab" else "\n")
            elif tag in ("note", "annotation"):
                self.notes += [Line(line.words, "furniture") for line in self.lines_in(child) if line.words.strip()]
            elif tag in ("frame", "text-box", "custom-shape", "g", "rect", "a") and any(
                _tag(each) == "p" for each in child.iter()
            ):
                boxes += self.lines_in(child)
            else:
                words.append(self._words(child, boxes))
            words.append(child.tail or "")
        return "".join(words)

    def _rows(self, table):
        for child in table:
            if _tag(child) == "table-row":
                yield [cell for each in child for cell in self._cells(each)]
            elif _tag(child) != "table-columns":
                yield from self._rows(child)

    def _cells(self, cell):
        lines = self.lines_in(cell)
        words = "\n".join(
            ("  " * (line.level - 1) + "• " if line.role == "item" else "") + line.words for line in lines
        )
        return (
            [words, *[""] * (min(_number(cell, "number-columns-spanned"), SPREAD) - 1)]
            if _tag(cell) == "table-cell"
            else []
        )

    def _count_deleted(self, changes):
        for deletion in changes.iter(TEXT + "deletion"):
            self.deleted += len(
                " ".join(" ".join(each.itertext()) for each in deletion if _tag(each) in ("p", "h", "list")).split()
            )


def _tag(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _number(element, name):
    value = next((value for key, value in element.attrib.items() if key.endswith("}" + name)), "1")
    return int(value) if value.isdigit() and len(value) < 6 else 1
