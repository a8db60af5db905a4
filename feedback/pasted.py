"""Headings with bullets, as they are pasted from a report, read into key points. Values in, values out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from feedback.words import stem, words

BULLET = re.compile(r"^\s*(?:[-–—•·▪◦‣*o]|\d{1,2}[.)])\s+(?=\S)")
NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")  # "2. Good jobs & homes" is that theme, and no bullet
LIKE_A_HEADING = re.compile(r"\s*[A-Z][^.!?;,]{0,59}")
END_OF_HEADING = " \t\xa0:–—-"  # the council's own headings end ": -"


@dataclass(frozen=True)
class Pasted:
    """One heading with its bullets; `theme` is the id of the one it names, None where it names none."""

    heading: str
    theme: int | None
    bullets: tuple[str, ...]


def read_points(text: str, names: Iterable[tuple[int, str]]) -> tuple[Pasted, ...]:
    """`names` is (theme id, name or alias), ...; a heading that has no bullets is left out."""
    themes = {key(name): theme for theme, name in names}
    heading, found, can_go_on = "", [], False
    for line in text.splitlines():
        bullet = BULLET.sub("", line).strip()
        names_theme = key(line) in themes
        if BULLET.match(line) and bullet and not names_theme:
            found.append((heading, [bullet]))
        elif not line.strip() or names_theme or not can_go_on or begins_anew(line, found[-1][1][-1]):
            heading = heading_of(line) or heading
        else:
            found[-1][1].append(line.strip())  # the rest of a bullet that was broken into lines
        can_go_on = bool(found) and bool(line.strip()) and heading_of(line) != heading
    return grouped(found, themes)


def grouped(found, themes):
    """Under each heading once, in the order of their first bullets."""
    bullets = {}
    for heading, lines in found:
        bullets.setdefault(heading, []).append(" ".join(" ".join(lines).split()))
    return tuple(Pasted(heading, themes.get(key(heading)), tuple(each)) for heading, each in bullets.items())


def begins_anew(line, before):
    """Whether it is a heading rather than more of a bullet that has come to the end of a sentence."""
    return before.endswith((".", "!", "?")) and bool(LIKE_A_HEADING.fullmatch(line.rstrip()))


def heading_of(line):
    return NUMBER.sub("", line.strip()).rstrip(END_OF_HEADING)


def key(name):
    """So that "1. Good jobs & home: -" is "Good jobs and homes"."""
    return " ".join(stem(word) for word in words(NUMBER.sub("", name)) if word != "and")
