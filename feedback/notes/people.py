"""Who was there, and who of them spoke for the council: read from the whole document before its pieces."""

import re
from dataclasses import dataclass

from feedback.notes import speakers, wording
from feedback.notes.kinds import is_reported
from feedback.notes.procedure import section_of

LISTED = re.compile(
    r"^\W*(?:present|who|who came|those present|in the room|attend\w+|in attendance|apologies"
    r"|board members|observers"
    r"|officers)\b[^.]{0,30}:",
    re.IGNORECASE,
)
PRESENTED = re.compile(
    r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]+){0,2}) (?:gave|presented|introduced|provided"
    r"|delivered|attended to|outlined|"
    r"updated|ran through|talked through|explained|confirmed|advised|responded|replied|clarified)\b"
)
OF_THE_COUNCIL = re.compile(
    r"\b([A-Z][\w’'-]*(?: [A-Z][\w’'-]+)?) \((?i:officer|smbc|council|stockport council|strategy)\)"
)
TOOK_NOTES = re.compile(r"(?i:notes|minutes)(?: taken| written| prepared)? by:? ([A-Z][\w’'-]*)")
SMALL_WORDS = {"and", "of", "the", "for", "in", "from", "chair", "de", "on", "to", "as", "by"}


@dataclass(frozen=True)
class People:
    known: frozenset = frozenset()  # lower-cased names and initials of those who were there
    officers: frozenset = frozenset()  # those of them who spoke for the council


def people_in(blocks):
    known, officers, attending = set(), set(), False
    for block in blocks:
        text = block.text
        lists = section_of(text) == "attendance" or bool(LISTED.match(text))
        attending = lists or (attending and is_names(text))
        if attending:
            known |= speakers.names_in(block.body)
        officers |= _officers_in(text)
    return People(frozenset(known), frozenset(officers))


def is_names(text):
    """A line of names, perhaps with what they are: "Helen McHale, Chief Executive"."""
    words = re.findall(r"[^\W\d_][\w’'.-]*", text)
    small = [word for word in words if word.islower() and word not in SMALL_WORDS]
    few = 0 < len(words) <= 40 and len(small) <= len(words) * 0.25
    return few and not is_reported(text) and not text.endswith(("?", "!"))


def is_officer(who, people):
    return re.sub(r" ?\(.*", "", who).lower() in people.officers


def _officers_in(text):
    named = OF_THE_COUNCIL.findall(text) + TOOK_NOTES.findall(text)
    spoke = [found["who"] for found in PRESENTED.finditer(text) if not wording.of_people(found["who"])]
    return {who.lower() for who in named + spoke}
