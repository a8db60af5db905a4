"""Several things in one block, told apart."""

import re

from feedback.notes import speakers, wording
from feedback.notes.kinds import is_reported, reported_from
from feedback.notes.mending import mended
from feedback.notes.procedure import PROCEDURE
from feedback.notes.sentences import clauses_of, sentences_of

GOES_ON = re.compile(
    r"\W*(?:(?:he|she)\b(?! (?:also |then |further )?(?:asked|queried|questioned|suggested|requested|welcomed|praised|"
    r"expressed|wondered|urged|proposed)\b)|(?:this|these|which|it (?:would|will|is|should|could))\b|"
    r"[\w ]{2,30} (?:echoed|agreed with|concurred with) (?:this|that)\b)",
    re.IGNORECASE,
)
SAME_MATTER = re.compile(r"\W*(?:he|she|they|this|it|these)\b", re.IGNORECASE)


def parts_of(body, together, known):
    """Slices of a block's body that become pieces.

    A list item stays together unless it holds the council's answer, an action or a decision beside the
    comment; a paragraph is parted at each thing that is reported.
    """
    slices = sentences_of(body)
    if not together:
        slices = [clause for sentence in slices for clause in clauses_of(sentence)]
    parts = []
    for words in slices:
        if parts and not _begins_anew(mended(words), mended(parts[-1]), together, known):
            parts[-1] += words
        else:
            parts.append(words)
    return parts


def _begins_anew(words, before, together, known):
    apart, apart_before = _apart(words, known), _apart(before, known)
    if apart_before == "reply" and not apart:
        again = wording.SPEAKS_AGAIN.match(words) or speakers.subject_of(words, known)
        return bool(again) and is_reported(words)
    if apart != apart_before:
        return bool(apart) or _is_reported_anew(words)
    if together:
        return False
    return _is_reported_anew(words) or (bool(PROCEDURE.search(before)) and not SAME_MATTER.match(words))


def _apart(words, known):
    """What a sentence is where it is not part of a comment: action, decision or reply."""
    if wording.ACTION.match(words) or wording.is_task(words, known):
        return "action"
    if wording.is_decision(words):
        return "decision"
    return "reply" if wording.is_reply(words) else ""


def _is_reported_anew(words):
    return not GOES_ON.match(words) and 0 <= reported_from(words) <= 90
