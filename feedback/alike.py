"""Which comments say the same thing. Values in, values out."""

from collections import defaultdict
from collections.abc import Iterable
from math import log, sqrt

from feedback.words import GRAMMAR, stem, words

ALIKE = 0.5  # 1 being the very same words
MOST = 10


class AlikeIndex:
    """Of (id, text) pairs, more of which can come and go. A word that few comments have says more than one that many
    have."""

    def __init__(self, comments: Iterable[tuple[int, str]] = ()):
        self.stems = {}
        self.found_in = defaultdict(set)
        for key, text in comments:
            self.add(key, text)

    def add(self, key: int, text: str):
        """In the place of what stood under the id."""
        self.remove(key)
        self.stems[key] = _stems(text)
        for word in self.stems[key]:
            self.found_in[word].add(key)

    def remove(self, key: int):
        for word in self.stems.pop(key, ()):
            self.found_in[word].discard(key)

    def like(self, text: str, most: int = MOST) -> list[int]:
        """The ids of comments that say the same, the likest first; the comment itself too, if it is in the index."""
        said = _stems(text)
        length = self._length(said)
        shared = defaultdict(float)
        for word in said:
            weight = self._weight(word) ** 2
            for key in self.found_in.get(word, ()):
                shared[key] += weight
        # A comment is no shorter than what it shares: most are told apart without measuring them.
        near = [key for key in shared if shared[key] >= (ALIKE * length) ** 2]
        likeness = {key: shared[key] / (length * self._length(self.stems[key])) for key in near}
        enough = [key for key in near if likeness[key] >= ALIKE]
        return sorted(enough, key=lambda key: (-likeness[key], key))[:most]

    def _weight(self, word):
        return log(1 + len(self.stems) / (len(self.found_in.get(word, ())) or 1))

    def _length(self, said):
        return sqrt(sum(self._weight(word) ** 2 for word in said)) or 1.0


def _stems(text):
    return dict.fromkeys(stem(word) for word in words(text) if word not in GRAMMAR)
