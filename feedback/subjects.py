"""Which comments speak of the same thing, told by the words that an admin gave their theme. Values in, values out."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from feedback.suggest import Reader
from feedback.words import words

FEW = 6  # comments that one word holds together; where more have it, it takes two
MANY = 20  # comments that two words hold together


class Subjects:
    def __init__(self, keywords: Iterable[str]):
        phrases = [phrase for phrase in map(words, keywords) if phrase]
        self.reader = Reader(phrases)
        self.known = {" ".join(self.reader.normal_forms(phrase)) for phrase in phrases}

    def of(self, text: str) -> list[str]:
        return [term for term in self.reader.terms(text) if term in self.known]

    def shared(self, comments: Iterable[tuple[int, str]]) -> list[tuple[tuple[str, ...], list[int]]]:
        """[(one or two subjects, ids of the comments that speak of them), ...], each comment in one of them at most:
        of two subjects first, and of those that the most comments speak of."""
        speaking = defaultdict(list)
        for key, text in comments:
            spoken_of = sorted(self.of(text))
            for subjects in (*combinations(spoken_of, 1), *combinations(spoken_of, 2)):
                speaking[subjects].append(key)
        groups, taken = [], set()
        for subjects in sorted(speaking, key=lambda each: (-len(each), -len(speaking[each]), each)):
            keys = [key for key in speaking[subjects] if key not in taken]
            if 1 < len(keys) <= (FEW if len(subjects) == 1 else MANY):
                groups.append((subjects, keys))
                taken.update(keys)
        return groups
