"""List marks: what stands before an item, and how deep that makes the item."""

import re
from dataclasses import dataclass

# Symbol fonts leave their bullets in the private use area.
BULLETS = "·•●○◦▪▫■□‣⁃∙➢➤►▶✓✔❖◆◇*+\u2013\u2014\u00a7\u00b7\u00d8\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0e0\ufffd-"
MARK = re.compile(
    r"^(?P<indent>[ \t\u00a0\u3000]*)(?:"
    r"(?P<bullet>[" + re.escape(BULLETS) + r"])(?=[ \t\u00a0]|$|(?<=[•●▪■◦·\uf0b7\uf0a7])\S)"
    r"|(?P<o>o)(?=[ \t\u00a0]{1,12}\S)"
    r"|(?P<open>[(\[])?(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}|[ivxIVX]{1,6}"
    r"|[a-zA-Z])(?P<close>[.)\]]|\.\)|:-)(?=[ \t\u00a0]|$)"
    r"|(?P<dotted>\d{1,3}(?:\.\d{1,2}){1,3})(?=[ \t\u00a0](?! *[ap]\.?m))"
    r")[ \t\u00a0]*"
)


@dataclass(frozen=True)
class Mark:
    sign: str  # as written, with the blanks around it
    style: str  # items of one list share it: "•", "1.", "(a)", "i)"
    indent: int
    depth: int = 1  # "2.1" stands one deeper than "2."

    @property
    def counted(self):
        return self.style not in BULLETS and self.style != "o"


def mark_of(line, previous=None):
    """The list mark a line begins with, or None. `previous` tells "i)" after "h)" from the roman numeral."""
    found = MARK.match(line)
    if not found:
        return None
    indent = len(found["indent"].expandtabs(8))
    if found["bullet"]:
        return Mark(found.group(), found["bullet"], indent)
    if found["o"]:
        return Mark(found.group(), "o", indent)
    if found["dotted"]:
        return Mark(found.group(), "1.", indent, 1 + found["dotted"].count("."))
    if found["number"] == "Q" or _initial_of_a_name(found, line):
        return None
    number = found["number"]
    style = (found["open"] or "") + _numeral(number, previous) + found["close"]
    return Mark(found.group(), style, indent, 1 + number.count("."))


def _initial_of_a_name(found, line):
    """A. Khan is a person, not item A."""
    rest = line[found.end() :]
    return (
        found["number"].isupper()
        and found["close"] == "."
        and re.match(r"(?:[A-Z]\. ?)?[A-Z][a-z]+[,;)]|[A-Z][a-z]+$", rest)
    )


def _numeral(number, previous):
    if number[0].isdigit():
        return "1"
    roman = re.fullmatch(r"[ivx]+", number.lower())
    alphabet = previous and "a" in previous.style.lower() and len(number) == 1 and number.lower() != "i"
    style = "i" if roman and not alphabet else "a"
    return style.upper() if number.isupper() else style


class Depths:
    """Levels of the items of one list after another, from their indents and the styles of their marks."""

    def __init__(self):
        self.open = []

    def level_of(self, mark):
        while self.open and self._closes(mark):
            self.open.pop()
        if not self.open or not self._same(self.open[-1], mark):
            self.open.append(mark)
        return len(self.open)

    def close(self):
        self.open = []

    def _closes(self, mark):
        last = self.open[-1]
        if mark.indent < last.indent - 1 or (mark.style == last.style and mark.depth < last.depth):
            return True
        known = any(self._same(each, mark) for each in self.open[:-1])
        return known and mark.indent <= last.indent + 1 and not self._same(last, mark)

    def _same(self, one, other):
        return one.style == other.style and one.depth == other.depth and abs(one.indent - other.indent) <= 1
