"""Spreadsheets: what each column holds, and so what each line says. Values in, values out."""

import itertools
import json
import re
from tempfile import TemporaryFile

from feedback.imports import row_of
from feedback.notes.kinds import KINDS_BY_NAME, kind_of
from feedback.notes.pieces import Piece
from feedback.notes.sheets import SAID, SAMPLE, Columns

COMMENT = "comment"
ONCE = {  # what one column alone can hold
    "verbatim": "Words as taken down",
    "who": "Who said it",
    "theme": "Theme",
    "kind": "Kind",
}
HOLDS = {"": "Not used", COMMENT: "Comments", **ONCE}
CHUNK = 250  # lines: the comments of one are made in half a second
THEME = re.compile(r"\b(?:themes?|big (?:thing|5|five)s?|heading)\b", re.IGNORECASE)
VERBATIM = re.compile(r"\b(?:verbatim|as (?:taken down|written|said)|original|own words)\b", re.IGNORECASE)


def spool(lines):
    """Chunks of the lines, each as JSON in a line of a file that is gone when it is closed.

    All are read before any is used, as the last may be the one that cannot be; but never all are in memory.
    """
    file = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - whoever reads it lets it go
    for chunk in iter(lambda: list(itertools.islice(lines, CHUNK)), []):
        file.write(json.dumps(chunk) + "\n")
    file.seek(0)
    return file


def guess(names, lines):
    """What each column seems to hold, by its name and by what stands in it."""
    held = Columns(list(names), lines[:SAMPLE]).holds
    match = [held_by(name, each) for name, each in zip(names, held, strict=True)]
    for place, each in enumerate(match):
        if each == "who" and not any(is_named(line, place) for line in lines):
            match[place] = ""
    if COMMENT not in match and "verbatim" in match:
        match[match.index("verbatim")] = COMMENT
    return [each if each not in ONCE or each not in match[:place] else "" for place, each in enumerate(match)]


def is_named(line, place):
    """A number is nobody's name."""
    return place < len(line) and re.search(r"[^\W\d]", line[place])


def held_by(name, read):
    if VERBATIM.search(name):
        return "verbatim"
    if THEME.search(name):
        return "theme"
    if read in SAID | {"reply", "decision"}:
        return COMMENT
    return {"speaker": "who", "kind": "kind"}.get(read, "")


class Sheet:
    """Reads lines as rows of a review. `themes` is {what a theme may be called, in lower case: its id}."""

    def __init__(self, names, match, speakers, themes):
        self.names, self.match, self.speakers, self.themes = names, match, speakers, themes
        self.said = [place for place, held in enumerate(match) if held == COMMENT]
        self.places = {held: place for place, held in enumerate(match) if held in ONCE}

    def rows(self, number, line):
        """A row for each comment of the line; one that is not imported where there is none."""
        spoken = [place for place in self.said if place < len(line) and line[place].strip()]
        rows = [self.row(f"{number}_{place}", line, place) for place in spoken]
        return rows or [self.empty(number, line)]

    def row(self, row_id, line, place):
        text = line[place].strip()
        context = self.context(place)
        piece = Piece(
            text=text,
            verbatim=self.cell(line, "verbatim") or line[place],
            reading="comment",
            kind=KINDS_BY_NAME.get(self.cell(line, "kind").lower()) or kind_of(text, context),
            speaker=self.cell(line, "who"),
            context=context,
        )
        theme = self.themes.get(self.cell(line, "theme").casefold())
        return row_of(row_id, piece, self.speakers.who(piece.speaker), theme)

    def empty(self, number, line):
        written = "\t".join(line).strip()
        return row_of(f"{number}_", Piece(text=written, verbatim=written, reading="furniture"), None)

    def cell(self, line, held):
        place = self.places.get(held)
        return line[place].strip() if place is not None and place < len(line) else ""

    def context(self, place):
        """The question that was asked, or which of several columns it is."""
        name = self.names[place]
        return name if len(self.said) > 1 or len(name.split()) > 3 else ""


def themes_by_name(themes):
    """By number, name, slug and every alias."""
    named = {}
    for theme in themes:
        for name in (str(theme.number), theme.slug, *theme.aliases.splitlines(), theme.name):
            if name.strip():
                named[name.strip().casefold()] = theme.pk
    return named
