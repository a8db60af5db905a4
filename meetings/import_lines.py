"""Lines of text that are no table's, parted into what is met and when. Pure: texts in, values out."""

import re
from functools import lru_cache
from itertools import zip_longest

from meetings.date_gists import UNDERSTOOD, names_feast
from meetings.date_words import MONTHS, WORDS
from meetings.dates import read_date, understand

BULLET = re.compile(r"^\s*(?:[-–—•*·▪○●]|\d\d?\))\s+")  # before a line of a list
PARTS = re.compile(r"[,;]\s+|\s[-–—]\s")
CLOCK = r"\d{1,2}(?:[:.]\d\d(?:\s*[ap]m)?|\s*[ap]m|\s*noon)"
TIMED = re.compile(rf"({CLOCK}(?:\s*(?:-|–|to)\s*{CLOCK})?)\s*[-–:,]?\s+([^\W\d].*)", re.IGNORECASE)
DAYS = {"day", "day-range", "days-list", "week"}
KNOWN = {*WORDS, *MONTHS, *re.findall("[a-z]+", " ".join(pattern.pattern for pattern in UNDERSTOOD))}
MOST_PARTS = 5  # of a line, as each run of them is read
LONGEST_DATE = 7  # words at the end or the start of a line that is not a table's
JOINT = re.compile(r"(.*?\S)\s*(?:[,:(]|\s[-–—])\s*([^,:()]+)\)?")
GAP = re.compile(r"(?<![.!?,])\s{2,}|\s*\|\s*")  # after a full stop it is a typist's


def rows_of_lines(lines):
    """Each line parted; under a line that is a day, those that begin with a time are meetings of that day."""
    lines, day = [BULLET.sub("", line).strip() for line in lines if line.strip()], ""
    for line, below in zip_longest(lines, lines[1:], fillvalue=""):
        timed = TIMED.fullmatch(line)
        if TIMED.fullmatch(below) and is_day(line):
            day = line
        elif timed and day:
            yield [timed[2], f"{day} {timed[1]}"]
        else:
            day = ""
            yield cells_of_line(line)


def cells_of_line(line):
    """*Economic Alliance, 6th December* and *6 December: Economic Alliance* alike."""
    cells = [cell for cell in GAP.split(line.strip()) if cell]
    words = line.split()
    if len(cells) != 1 or len(words) > 3 * LONGEST_DATE or is_day(cells[0]):
        return cells
    within = with_date_within(cells[0])
    if within:
        return within
    ends = JOINT.fullmatch(cells[0])
    if ends and names_feast(ends[2]):
        return [ends[1], ends[2]]
    at_end, at_start = is_known(words[-1]), is_known(words[0])
    for size in range(min(LONGEST_DATE, len(words) - 1), 0, -1):
        if at_end and is_known(words[-size]) and is_all_date(words[-size:], first=0):
            return [without_joints(words[:-size]), without_joints(words[-size:])]
        if at_start and is_known(words[size - 1]) and is_all_date(words[:size], first=-1):
            return [without_joints(words[size:]), without_joints(words[:size])]
    return cells


@lru_cache(maxsize=2000)  # a list has the same words again and again, and to read each end of each line costs more
def is_known(word):
    """Whether a date may begin or end with it: most words of titles are passed over without another look."""
    word = word.strip(" ,:;.()–-").lower()
    if len(word) < 3 or not word.isalpha() or word in KNOWN:
        return True
    return any(map(is_whole, (f"{word} 3 March 2024", f"3 March 2024 {word}", f"3 {word} 2024")))


def with_date_within(line):
    """*Youth Forum, 3 March, Town Hall*: the longest part between two joints that is a day; or None."""
    parts = PARTS.split(line, MOST_PARTS)
    for size in range(len(parts) - 2, 0, -1):
        for at in range(1, len(parts) - size):
            if is_day(", ".join(parts[at : at + size])):
                return [", ".join(parts[:at]), ", ".join(parts[at : at + size]), ", ".join(parts[at + size :])]
    return None


def is_all_date(words, first):
    """Whether the words are a date and nothing else: the one at the end named by `first` (0 or -1) is needed too."""
    text, less = without_joints(words), without_joints(words[1:] if first == 0 else words[:-1])
    return is_whole(text) and without_joints([words[first]]) and understand(text) != understand(less)


def is_day(text):
    return is_whole(text) and read_date(text).precision in DAYS


def is_whole(text):
    if not re.search(r"\d|TB[CA]\b|confirmed", text):
        return False
    reading = read_date(text)
    return reading.precision != "not-a-date" and not {"other-words", "words-between"} & set(reading.flags)


def without_joints(words):
    text = " ".join(words).strip(" ,:;–-")
    within = text.startswith("(") and text.endswith(")")
    return text.strip(" ,:;–-()") if within or text.count("(") != text.count(")") else text
