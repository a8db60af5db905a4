"""The lines of a list that are neither a meeting nor the heading of one: what stands among sentences is told apart,
as a whole report may have been pasted. Pure."""

import re
from dataclasses import dataclass

from meetings.dates import read_date
from meetings.import_lines import DAYS, cells_of_line

LONG, LONGEST = 12, 20  # words: no title, but a sentence; and no heading either
BULLET = re.compile(r"\s*[-–—•*·]\s")


@dataclass(frozen=True)
class Passed:
    place: int
    words: str
    is_text: bool = False  # whether it stands among sentences and names no day


def passed_over(lines):
    """`lines` are (place, words), in their order."""
    found, run = [], []
    for place, words in lines:
        if run and place != run[-1][0] + 1:
            found, run = found + told_apart(run), []
        run.append((place, words))
    return tuple(found + told_apart(run))


def told_apart(run):
    are_text = any(is_sentence(words) for _, words in run)
    return [Passed(place, words, are_text and not names_a_day(words)) for place, words in run]


def is_sentence(words):
    return len(words.split()) > LONG or bool(BULLET.match(words))


def ends_as_sentence(words):
    """So surely that it is no heading of the rows below it."""
    number = len(words.split())
    return number > LONGEST or number > LONG and words.endswith(".")


def names_a_day(words):
    return bool(re.search(r"\d", words)) and read_date(words).precision in DAYS


def parted(words):
    """(title, date) of a line that has its date at its end or its start; the date is empty where it has none."""
    cells = cells_of_line(words)
    return tuple(cells) if len(cells) == 2 and names_a_day(cells[1]) else (words, "")
