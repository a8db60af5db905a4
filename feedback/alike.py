"""Which comments say the same thing. Values in, values out."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from math import log, sqrt

from feedback.words import GRAMMAR, stem, words

ALIKE = 0.5  # 1 being the very same words
MOST = 10


class AlikeIndex:
    """Built once from (id, text) pairs. A word that few comments have says more than one that many have."""

    def __init__(self, comments: Iterable[tuple[Hashable, str]]):
        stems = {key: _stems(text) for key, text in comments}
        self.comments_with = Counter(word for said in stems.values() for word in said)
        self.how_many = len(stems)
        self.lengths = {key: self._length(said) for key, said in stems.items()}
        self.found_in = defaultdict(list)
        for key, said in stems.items():
            for word in said:
                self.found_in[word].append(key)

    def like(self, text: str, most: int = MOST) -> list[Hashable]:
        """The ids of comments that say the same, the likest first; the comment itself too, if it is in the index."""
        said = _stems(text)
        shared = defaultdict(float)
        for word in said:
            weight = self._weight(word) ** 2
            for key in self.found_in.get(word, ()):
                shared[key] += weight
        length = self._length(said)
        likeness = {key: shared[key] / (length * self.lengths[key]) for key in self.lengths if key in shared}
        enough = [key for key in likeness if likeness[key] >= ALIKE]
        return sorted(enough, key=lambda key: -likeness[key])[:most]

    def _weight(self, word):
        return log(1 + self.how_many / (self.comments_with[word] or 1))

    def _length(self, said):
        return sqrt(sum(self._weight(word) ** 2 for word in said)) or 1.0


def near_duplicates(text: str, others: Iterable[tuple[Hashable, str]]) -> list[Hashable]:
    """For a few comments; for many questions about the same comments keep an AlikeIndex."""
    return AlikeIndex(others).like(text)


def _stems(text):
    return dict.fromkeys(stem(word) for word in words(text) if word not in GRAMMAR)
