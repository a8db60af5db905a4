"""Lines of text that are no table's, parted into what is met and when. Pure: texts in, values out."""

import re
from datetime import date

from meetings.date_gists import names_feast
from meetings.dates import read_date

LONGEST_DATE = 7  # words at the end or the start of a line that is not a table's
JOINT = re.compile(r"(.*?\S)\s*(?:[,:(]|\s[-–—])\s*([^,:()]+)\)?")
GAP = re.compile(r"(?<![.!?,])\s{2,}|\s*\|\s*")  # after a full stop it is a typist's
ANY_YEAR = (date(2024, 1, 1), date(2024, 12, 31))  # without one, all cancelled dates are alike: none


def cells_of_line(line):
    """*Economic Alliance, 6th December* and *6 December: Economic Alliance* alike."""
    cells = [cell for cell in GAP.split(line.strip()) if cell]
    words = line.split()
    if len(cells) != 1 or len(words) > 3 * LONGEST_DATE:
        return cells
    ends = JOINT.fullmatch(cells[0])
    if ends and names_feast(ends[2]):
        return [ends[1], ends[2]]
    for size in range(min(LONGEST_DATE, len(words) - 1), 0, -1):
        if is_all_date(words[-size:], first=0):
            return [without_joints(words[:-size]), without_joints(words[-size:])]
        if is_all_date(words[:size], first=-1):
            return [without_joints(words[size:]), without_joints(words[:size])]
    return cells


def is_all_date(words, first):
    """Whether the words are a date and nothing else: the one at the end named by `first` (0 or -1) is needed too."""
    text, less = without_joints(words), without_joints(words[1:] if first == 0 else words[:-1])
    if not re.search(r"\d|TB[CA]\b|confirmed", text) or not without_joints([words[first]]):
        return False
    reading = read_date(text, ANY_YEAR)
    whole = reading.precision != "not-a-date" and not {"other-words", "words-between"} & set(reading.flags)
    return whole and (len(words) == 1 or reading != read_date(less, ANY_YEAR))


def without_joints(words):
    text = " ".join(words).strip(" ,:;–-")
    within = text.startswith("(") and text.endswith(")")
    return text.strip(" ,:;–-()") if within or text.count("(") != text.count(")") else text
