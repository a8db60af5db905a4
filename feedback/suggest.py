"""Which themes a comment may belong to, and the words that say so.

Values in, values out. What a word says is counted in tagged comments: a keyword of a theme stands for so many comments
that officers tagged there, so their tagging adds to the keywords and in the end outweighs them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf, log

from feedback.words import IDLE, stem, words

MOST = 3  # suggestions for one comment
MOST_WORDS = 5  # said as the reason for one suggestion

# In tagged comments.
KEYWORD = 20
LONGER_KEYWORD = 10  # more, for every further word of a phrase
PART_OF_PHRASE = 6  # a word of a keyword phrase, met alone; twice that if it is in two phrases or more
DOUBT = 4  # what every theme is thought to have had of every word before anything was seen
EVEN = 10  # added to how many comments each theme has, before a theme with few is given more weight

LATER = 0.8  # people say the point first: every strong word weighs this much of the one before it
LATEST = 0.5  # but never less than this
WORTH_SAYING = 0.3  # a theme is offered for a word that says at least this much, as one tagged comment alone does not


@dataclass(frozen=True)
class Suggestion:
    theme: str  # its slug
    because: tuple[str, ...]  # as they stand in the comment, the weightiest first


class Suggester:
    """Built once from `keywords` ({slug: words and phrases}), `tagged` ((text, slug) pairs) and the themes' `names`
    ({slug: name}); then asked often."""

    def __init__(
        self,
        keywords: Mapping[str, Iterable[str]],
        tagged: Iterable[tuple[str, str]] = (),
        names: Mapping[str, str] | None = None,
    ):
        self.themes = list(keywords)
        self.names = {slug: " ".join(words(name)) for slug, name in (names or {}).items()}
        phrases = [(slug, words(line)) for slug, lines in keywords.items() for line in lines if words(line)]
        self.reader = Reader([phrase for _, phrase in phrases])
        self.evidence = defaultdict(lambda: dict.fromkeys(self.themes, 0.0))
        self._hear_keywords([(slug, self.reader.normal_forms(phrase)) for slug, phrase in phrases])
        self._hear_comments([(text, slug) for text, slug in tagged if slug in keywords])
        self.gains = {term: self._gains(counts) for term, counts in self.evidence.items()}

    def suggest(self, text: str) -> list[Suggestion]:
        """Up to three, the best first; a theme named in full before all. None when no word of it says anything."""
        scores, because = Counter(), defaultdict(dict)
        weight = 1.0
        for term, as_written in self.reader.terms(text).items():
            gains = self.gains.get(term, {})
            for slug, gain in gains.items():
                scores[slug] += weight * gain
                if gain >= WORTH_SAYING:
                    because[slug][as_written] = weight * gain
            if max(gains.values(), default=0) > 2 * WORTH_SAYING:
                weight = max(LATEST, weight * LATER)
        for slug in self._named_in(text):
            scores[slug], because[slug] = inf, {self.names[slug]: inf}
        ranked = sorted(because, key=lambda slug: -scores[slug])
        return [Suggestion(slug, _weightiest(because[slug])) for slug in ranked[:MOST]]

    def _named_in(self, text):
        said = f" {' '.join(words(text))} "
        return [slug for slug, name in self.names.items() if name and f" {name} " in said]

    def _hear_keywords(self, phrases):
        for slug, phrase in phrases:
            known = self.evidence[" ".join(phrase)]
            known[slug] = max(known[slug], KEYWORD + LONGER_KEYWORD * (len(phrase) - 1))
        parts = Counter(
            (slug, word) for slug, phrase in phrases if len(phrase) > 1 for word in set(phrase) if word not in IDLE
        )
        for (slug, word), times in parts.items():
            known = self.evidence[word]
            known[slug] = max(known[slug], PART_OF_PHRASE * min(times, 2))

    def _hear_comments(self, tagged):
        """A theme with many comments is not thereby the likelier one for a word."""
        had = Counter(slug for _, slug in tagged)
        usual = len(tagged) / max(1, len(self.themes))
        for text, slug in tagged:
            for term in self.reader.terms(text):
                self.evidence[term][slug] += (usual + EVEN) / (had[slug] + EVEN)

    def _gains(self, counts):
        """{theme: how much the term speaks for it}, 0 being no more than for the others."""
        usual = sum(counts.values()) / len(counts) + DOUBT
        return {slug: log((count + DOUBT) / usual) for slug, count in counts.items()}


class Reader:
    """Reads a text as terms: its words, and the keyword phrases in it."""

    def __init__(self, phrases: list[list[str]]):
        self.exact = {word for phrase in phrases for word in phrase}
        self.by_stem = {stem(word): word for word in sorted(self.exact, key=lambda word: (-len(word), word))}
        self.phrases = defaultdict(list)
        for phrase in sorted(map(self.normal_forms, phrases), key=len, reverse=True):
            self.phrases[phrase[0]].append(phrase)

    def normal_forms(self, some_words: list[str]) -> list[str]:
        """A word that is itself in a keyword stays ("parking" is no "park"); else the keyword it is a form of."""
        return [word if word in self.exact else self._keyword_of(word) for word in some_words]

    def terms(self, text: str) -> dict[str, str]:
        """{term: as it is written}, in order; the longest phrase is taken whole, idle words are left out."""
        written = words(text)
        normal = self.normal_forms(written)
        terms, at = {}, 0
        while at < len(normal):
            length = self._phrase_at(normal, at)
            if length or normal[at] not in IDLE and written[at] not in IDLE and len(written[at]) > 1:
                ends = at + (length or 1)
                terms.setdefault(" ".join(normal[at:ends]), " ".join(written[at:ends]))
            at += length or 1
        return terms

    def _keyword_of(self, word):
        """But "far" is no "fare"."""
        return word if word in IDLE else self.by_stem.get(stem(word), stem(word))

    def _phrase_at(self, normal, at):
        """How many words the longest phrase that begins here has, 0 if none does."""
        for phrase in self.phrases.get(normal[at], ()):
            if normal[at : at + len(phrase)] == phrase:
                return len(phrase)
        return 0


def _weightiest(said: dict[str, float]) -> tuple[str, ...]:
    return tuple(sorted(said, key=lambda word: -said[word])[:MOST_WORDS])
