"""Whether two titles are the same one, written otherwise. Values in, values out."""

import re
import unicodedata
from difflib import get_close_matches
from functools import lru_cache

SHORTEST = 4  # letters of a word in which a slip is told from another word
CLOSE = 0.85  # of 1, as difflib has it


@lru_cache(maxsize=20_000)  # a list of 500 rows asks 20,000 times, of some 3,000 texts
def key_of(title):
    """Alike for titles that differ only in capitals, spaces, accents, punctuation, "&" or "/" for "and"."""
    plain = unicodedata.normalize("NFKD", title).casefold()
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", re.sub(r"[&+/]", " and ", plain).replace("'", "").replace("’", ""))
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def nearest(key, keys):
    """The one of the keys that may have been meant, to be offered and never taken in silence; or None."""
    slip = next((other for other in keys if is_slip(key, other)), None)
    alike = [other for other in keys if other[:1] == key[:1] and marks_of(other) == marks_of(key)]
    return slip or next(iter(get_close_matches(key, alike, 1, CLOSE)), None)


def marks_of(key):
    """Its figures and single letters: *Group 1* is not *Group 2*."""
    return [word for word in key.split() if len(word) == 1 or not word.isalpha()]


def is_slip(key, other):
    """Whether one word of it has one letter wrong, missing, doubled or swapped (two in a long word).

    Neither a figure nor a single letter is a slip (*Group 1*, *Group 2*), nor a first letter (*youth*, *south*).
    """
    if key.replace(" ", "") == other.replace(" ", ""):
        return key != other
    words, others = key.split(), other.split()
    if len(words) != len(others):
        return False
    differing = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and is_slip_of_word(*differing[0])


def is_slip_of_word(word, other):
    shorter = min(len(word), len(other))
    if shorter < SHORTEST or word[0] != other[0] or not (word + other).isalpha():
        return False
    return slips_between(word, other) <= (2 if shorter > 8 else 1)


def slips_between(word, other):
    """Letters to change, add, leave out or swap to make one of the other."""
    above, row = [], list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        above, before, row = row, above, [i]
        for j, beside in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != beside))
            if i > 1 and j > 1 and letter == other[j - 2] and beside == word[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]
