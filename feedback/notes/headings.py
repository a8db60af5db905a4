"""Which blocks stand above others: headings, and lines that open a list."""

import re

from feedback.notes import wording
from feedback.notes.kinds import is_reported
from feedback.notes.labels import label_of, without_colon
from feedback.notes.people import is_names
from feedback.notes.procedure import (
    DATE_LINE,
    LEAD_IN,
    META,
    MONTH,
    PROCEDURE,
    TOPIC,
    section_of,
    without_download,
)

FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|can['’]t|will|would|should|must|needs?|don['’]t|do"
    r"|does|get|gets)\b",
    re.IGNORECASE,
)
SPOKEN = re.compile(r"\W*(?:more|need|needs|want|no|not|too|why)\b", re.IGNORECASE)
TO_THE_ROOM = re.compile(r"\W*(?:what|how|where|which|who)\b.*\b(?:you|your|we|our)\b", re.IGNORECASE)
DATED = re.compile(rf"\d\s*(?:st|nd|rd|th)?\s+{MONTH}\b", re.IGNORECASE)
OPENS = re.compile(r"(?::|:\s*[-–—]|[-–—]|…|\bthat)$")


def is_heading(block, after, place):
    if block.line.is_said:
        return False
    text = block.text
    title = without_download(text)
    if block.role == "heading" or (title != text and len(title.split()) <= 14 and "," not in title):
        return True
    section = section_of(without_colon(text))
    if section == "action":
        return True
    if _says_something(block, text, place):
        return False
    if text.endswith("?"):
        return _heads_answers(block, text, after)
    particulars = META.match(text) and not text.endswith((":", ":-"))
    if (
        section
        and not particulars
        and not re.fullmatch(r"(?i)minutes\s*:-?", text)
        and (block.counted or block.role != "item")
    ):
        return True
    if block.role == "item":
        return block.counted and _titles(block, after)
    return not place.plain_list and _stands_above(block, text, after, place)


def opens_list(block, after):
    text = block.text
    if after is None or not OPENS.search(text):
        return False
    if after.role == "item":
        return after.level > block.level
    plain = block.role == after.role == "" and not META.match(text) and len(text.split()) <= 40
    return plain and (is_reported(text) or bool(LEAD_IN.search(text)))


def _says_something(block, text, place):
    known = place.people.known
    labelled = label_of(block, known) or wording.ACTION.match(text)
    return bool(labelled) or wording.is_task(text, known) or text.endswith((";", ","))


def _heads_answers(block, text, after):
    """A question put to everybody heads what they said: "What do you like about Stockport?" """
    if block.role or after is None or len(text.split()) > 14:
        return False
    return after.role == "item" or (after.role == "" and is_reported(after.text) and bool(TO_THE_ROOM.match(text)))


def _titles(block, after):
    """ "3. One Future" before a paragraph is a heading; before "4. Buses" it may be an item of a list."""
    text = block.text
    short = len(text.split()) <= 12 and not re.search(r"[.!;:]$", text) and text[:1].isupper()
    if not short or is_reported(text) or after is None:
        return False
    if after.role == "item":
        numbered_on = re.match(r"\s*\d+\.\d", after.verbatim) and block.level == 1
        return after.level > block.level and (not after.counted or bool(numbered_on))
    return after.role == ""


def _stands_above(block, text, after, place):
    words = len(text.split())
    if _shouts(text) or (not place.begun and _is_title(text)):
        return True
    if META.match(text) or DATE_LINE.match(text) or PROCEDURE.search(text):
        return False
    if _is_attendance(text, after, place):
        return False
    if _is_titled(text) or (TOPIC.match(text) and words <= 14 and not text.endswith(".")):
        return True
    short = words <= 10 and not re.search(r"[.!]$", text) and re.match(r"\W*[A-Z\d]", text)
    if not short or after is None or _is_said(text):
        return False
    return _is_above(block, text, after, place)


def _is_title(text):
    """The first line of a document."""
    ends = re.search(r"[.!:]$", text) and not DATED.search(text)
    return len(text.split()) <= 14 and not ends and not META.match(text) and not is_reported(text)


def _is_above(block, text, after, place):
    if text.endswith((":", ":-", ": -")):
        return after.role != "item" and len(text.split()) <= 6
    if after.role == "item":
        return after.level > block.level
    says_more = len(after.text.split()) > 12 or after.text.endswith((".", ":", ":-"))
    return after.role == "" and (says_more or bool(label_of(after, place.people.known)))


def _is_attendance(text, after, place):
    before_list = after is not None and after.role == "item"
    return place.section == "attendance" and is_names(text) and not before_list


def _shouts(text):
    letters = re.sub(r"[^A-Za-z]", "", text)
    return letters.isupper() and len(letters) >= 4 and len(text.split()) <= 14 and not wording.is_decision(text)


def _is_titled(text):
    """Every Long Word Begins With a Capital."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    long = [word for word in words if len(word) > 3]
    capital = len(long) > 1 and all(word[0].isupper() for word in long)
    return 2 <= len(words) <= 10 and capital and not re.search(r"[.!?,;]$|\t", text)


def _is_said(text):
    return is_reported(text) or bool(SPOKEN.match(text) or (FINITE.search(text) and not text.endswith(":")))
