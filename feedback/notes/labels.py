"""What stands in front of the words: "Q:", "Cllr Smith:", "RI –", "Action:"; and what trails behind them."""

import re
from dataclasses import dataclass

from feedback.notes import speakers, wording
from feedback.notes.mending import mended
from feedback.notes.procedure import META

ACTION = re.compile(r"^\W*(?:actions?(?: points?| items?)?|ap)\s*\d*[a-z]?\s*[:\-–—>]+\s*", re.IGNORECASE)
ANSWERED = ("responded", "replied", "answered")


@dataclass(frozen=True)
class Label:
    length: int  # in the block's body
    who: str = ""
    question: bool = False
    answer: bool = False

    @property
    def reading(self):
        return "reply" if self.answer else "comment" if self.question else ""


def label_of(block, known):
    """The label a block begins with, or None."""
    body = block.body
    if found := speakers.QUESTION.match(body):
        return Label(found.end(), question=True)
    if found := speakers.ANSWER.match(body):
        return Label(found.end(), answer=True)
    if wording.ACTION.match(body) or META.match(body):
        return None
    if found := speakers.label_of(body, known):
        return Label(found.end(), found["who"].strip(), answer=(found["verb"] or "").strip() in ANSWERED)
    if found := speakers.COMMENT.match(body):
        return Label(found.end(), _named(found["who"] or ""))
    return None


def _named(who):
    """ "Comment from Jo" names somebody; "Comment from the floor" does not."""
    return "" if who.lower().startswith("the ") else who.strip()


def unlabelled(body, label):
    """The text after the label, the speaker, and the reading where the label says it."""
    rest = mended(body[label.length :]) if label else ""
    return (rest, label.who, label.reading) if rest else (mended(body), "", "")


def without_action(text):
    """ "Action: TK to share slides" -> "TK to share slides"; "Action: RI" stays as it is."""
    rest = ACTION.sub("", text)
    return rest if len(rest.split()) > 2 else text


def without_colon(text):
    """A heading without ":", ":-" or ": -" behind it."""
    return re.sub(r"\s*(?::[\s\-–—]*|[\-–—]+)$", "", text).strip()


def without_list_ending(text):
    """An item without the "; and" that leads to the next."""
    return re.sub(r"\s*[;,](?: and| or)?$", "", text)
