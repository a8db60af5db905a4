"""Whom the meetings of a list hear: as it says, or guessed where that is unmistakable. Values in, values out."""

import re
from collections import defaultdict

from meetings.titles import key_of, nearest

# What tells an audience beside its whole name, by words of that name: patterns of keys. Only what cannot well mean
# another: *school* may be a place, *care* that of young people who left it, *housing* a desk of the council's own.
TELLING = {
    "young people": "youths?|young (?:people|persons?)s?",
    "vcfse": "vcs|vcf?se|vcfe|voluntary sector|community networks?",
    "businesses": "business(?:es)?|economic alliance|chamber of (?:commerce|trade)|employers|traders",
    "elected members": "^(?:ward |elected )?members(?: briefings?| seminars?)?$|councillors?|scrutiny|area committees?"
    "|group leaders|full council",
    "health": "health and (?:social )?care|health and wellbeing|public health|nhs|hospitals?|primary care|social care"
    "|foundation trust|ft trust",
    "schools": "schools|colleges|head ?teachers|(?:school|college) leaders",
    "public services": "police|policing|fire (?:service|and rescue)|safety partnership",
    "housing": "housing (?:providers?|associations?)|registered providers|stockport homes",
    "neighbourhood teams": "neighbourhood team|team around the place",
    "equality": "equ(?:al)?ity networks?|equalities",
    "colleagues": "^(?:(?:all|council) )?(?:staff|colleagues?)",
}
NEAREST = "offered for what the list says"
LIKE_THE_OTHERS, OF_HEADING = "as at all others under its heading", "guessed from its heading"


class Audiences:
    """`audiences` are (id, name); `meetings` (title, category id, audience id) of the schedule; `stakeholders` (name,
    audience id)."""

    def __init__(self, audiences, meetings, stakeholders):
        self.names = dict(audiences)
        self.by_name = {key_of(name): pk for pk, name in self.names.items()}
        self.patterns = {pk: pattern_of(key) for key, pk in self.by_name.items()}
        self.told = {}  # by key: the same heading is asked for each of its rows
        self.of_title, self.of_category = {}, defaultdict(set)
        for title, category, audience in meetings:
            self.of_title.setdefault(key_of(title), audience)
            self.of_category[category].add(audience)
        self.of_stakeholder = {key_of(name): audience for name, audience in stakeholders}

    def named(self, text):
        """The id of the one that the list calls so, or None."""
        return self.by_name.get(key_of(text))

    def chosen(self, text):
        """The id that came from a box, or None."""
        return int(text) if text and text.isdecimal() and int(text) in self.names else None

    def near(self, text):
        """The id of the one that a list seems to mean, or None: its nearest name, or what its words tell."""
        key = key_of(text)
        told = self.told_by(key)
        return self.by_name.get(nearest(key, self.by_name)) or (min(told) if len(told) == 1 else None)

    def unknown_in_words(self, text):
        """Of one that the list names and the portal has not."""
        if not text or self.named(text):
            return ""
        near = self.names.get(self.near(text))
        return f"audience “{text}” is not one of the portal’s" + (f", the nearest is {near}" if near else "")

    def guess(self, title, filed):
        """(id, why it is taken to be that), or (None, ""). A title tells more than a heading, but none is guessed
        where they tell of different audiences."""
        key = key_of(title)
        if key in self.of_title:
            return self.of_title[key], "as at other meetings of this title"
        known = {self.of_stakeholder[name] for name in parts_of(key) if name in self.of_stakeholder}
        if len(known) == 1:
            return known.pop(), "that of the stakeholder it names"
        told, heading = self.told_by(key), self.told_by_heading(filed)
        if told:
            found = told & (heading or told)
            return (min(found), "guessed from its title") if len(found) == 1 else (None, "")
        return self.guess_of_heading(filed.category, heading)

    def guess_of_heading(self, category, told):
        of_category = self.of_category.get(category and category.pk, set())
        if len(of_category) == 1:
            return next(iter(of_category)), LIKE_THE_OTHERS
        return (min(told), OF_HEADING) if len(told) == 1 else (None, "")

    def told_by_heading(self, filed):
        """By the category or, where that tells nothing, by the one above it."""
        return next(filter(None, (self.told_by(key_of(name)) for name in filed.names)), set())

    def told_by(self, key):
        if key not in self.told:
            self.told[key] = {pk for pk, pattern in self.patterns.items() if pattern.search(key)}
        return self.told[key]


def pattern_of(name):
    telling = [telling for words, telling in TELLING.items() if is_in(words, name)]
    return re.compile(rf"\b(?:{'|'.join([re.escape(name), *telling])})\b")


def is_in(name, text):
    return f" {name} " in f" {text} "


def parts_of(key):
    """All of it, and any two or more words of it that stand together: one word may be there by chance."""
    words = key.split()
    return {key} | {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 2, len(words) + 1)}
