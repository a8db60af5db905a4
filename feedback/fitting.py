"""Which comments may say what a key point says, and which key point a comment: by the words that a comment shares with
the wording and with the evidence.

Looser than feedback/alike.py, and only ever a suggestion that is read. Values in, values out.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from math import log, sqrt

from feedback.words import IDLE, stem, words

MOST = 8
MOST_WORDS = 5  # said as the reason
ROOT = 6  # letters of a stem: "education", "educational" and "educated" are one
EVIDENCE = 0.5  # what a word of the evidence weighs beside one of the wording
OFTEN = 4  # a word weighs that much in one of so many pieces of evidence, less where it is one among more
LEAST = 1.3  # weight of what is suggested for words that it shares: one of them alone may be there by chance
LEAST_OF_ONE = 2.0  # for one word alone: of the wording, and found in about every sixth comment at most
OTHERS = 10  # comments with none of the words, added to those there are: of three, none is rare
LONG = 16  # words: beyond, a comment shares some with everything


@dataclass(frozen=True)
class Fit:
    key: int
    because: tuple[str, ...]  # as they stand in the comment, the weightiest first


def roots(text: str) -> dict[str, str]:
    """{root: as it is written}, in order."""
    found = {}
    for word in words(text):
        one = word.removesuffix("s").rstrip("'")  # and not its stem: "evening" is no "even"
        if len(word) > 1 and word not in IDLE and one not in IDLE:
            found.setdefault(stem(word)[:ROOT], word)
    return found


def meant(wording: str, evidence: Iterable[str] = ()) -> dict[str, float]:
    """{root: what it weighs} of a key point."""
    pieces = [roots(piece) for piece in evidence]
    times = Counter(root for piece in pieces for root in piece)
    weights = {root: EVIDENCE * min(1, OFTEN * number / len(pieces)) for root, number in times.items()}
    return weights | dict.fromkeys(roots(wording), 1.0)


def fitting(weights: dict[str, float], comments: Iterable[tuple[int, str]], most: int = MOST) -> list[Fit]:
    """Of (id, text) pairs, which are read once and not kept: the likest first, of two alike the one with the higher id.
    A word that few of them have says more than one that many have."""
    number, times, sharing = OTHERS, Counter(), []
    for key, text in comments:
        said = roots(text)
        shared = {root: said[root] for root in said if root in weights}
        number += 1
        times.update(shared.keys())
        if shared:
            sharing.append((key, shared, sqrt(max(1, len(said) / LONG))))
    says = {root: weights[root] * _rarity(times[root], number) for root in times}
    weighed = ((sum(map(says.get, shared)) / length, key, shared) for key, shared, length in sharing)
    enough = (each for each in weighed if each[0] >= (LEAST if len(each[2]) > 1 else LEAST_OF_ONE))
    best = nlargest(most, enough, key=lambda each: each[:2])
    return [Fit(key, _weightiest(shared, says)) for _, key, shared in best]


def likest(text: str, points: dict[int, dict[str, float]]) -> list[Fit]:
    """Of {id: what was meant()}, those that share a word with the text, the likest first."""
    said = roots(text)
    times = Counter(root for weights in points.values() for root in weights.keys() & said.keys())
    says = {
        key: {root: weights[root] * _rarity(times[root], OTHERS + len(points)) for root in said if root in weights}
        for key, weights in points.items()
    }
    ranked = sorted((key for key in says if says[key]), key=lambda key: -sum(says[key].values()))
    return [Fit(key, _weightiest({root: said[root] for root in says[key]}, says[key])) for key in ranked]


def _rarity(times, number):
    return log(1 + number / times)


def _weightiest(shared, says):
    return tuple(shared[root] for root in sorted(shared, key=says.get, reverse=True)[:MOST_WORDS])
