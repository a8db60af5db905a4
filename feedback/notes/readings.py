"""Comment, reply, action, decision or furniture: what a statement is, by its words and by where it stands."""

import re

from feedback.notes import speakers, wording
from feedback.notes.kinds import is_reported
from feedback.notes.people import is_names, is_officer
from feedback.notes.procedure import DATE_LINE, META, PROCEDURE

SET = ("action", "decision", "reply")
FORMAL = re.compile(r"apologies|declar|minutes|copies of which", re.IGNORECASE)


def reading_of(whole, text, speaker, block, place):
    """`whole` is the statement with its label, `text` without."""
    if wording.ACTION.match(whole) or (not speaker and wording.is_task(whole, place.people.known)):
        return "action"
    if wording.is_decision(whole) or (_was(place, "decision") and whole.startswith("That ")):
        return "decision"
    if not speaker and _introduces(whole, place):
        return "furniture"
    if wording.is_reply(text) or _answers(text, speaker, place):
        return "reply"
    if place.above in SET:
        return place.above
    if place.section in SET and not speaker:
        return "furniture" if PROCEDURE.match(whole) else place.section
    return "furniture" if _is_furniture(whole, block, speaker, place) else "comment"


def _introduces(whole, place):
    """What an officer reported before anybody had spoken answers nobody."""
    nobody_spoke = place.last is None or place.last.reading == "heading"
    return nobody_spoke and bool(wording.TOLD_THE_MEETING.match(whole)) and not wording.of_people(whole)


def _was(place, reading):
    return bool(place.last) and place.last.reading == reading


def _answers(text, speaker, place):
    """What follows a question: "It was stated that", or an officer speaking."""
    if not place.asked or text.endswith("?"):
        return False
    who = speaker or speakers.subject_of(text, place.people.known)
    return bool(wording.AFTER_QUESTION.match(text)) or (bool(who) and is_officer(who, place.people))


def _is_furniture(whole, block, speaker, place):
    if speaker:
        return (place.section == "attendance" and is_names(whole)) or bool(PROCEDURE.match(whole))
    if META.match(whole) or DATE_LINE.match(whole) or whole.lower() in speakers.GIVEN:
        return True
    if place.section == "attendance" and (is_names(whole) or not is_reported(whole)):
        return True
    if place.section == "furniture" and not _is_comment_all_the_same(whole):
        return True
    if block.role == "item" and place.parents and is_reported(whole) and not FORMAL.search(whole):
        return False
    return bool(PROCEDURE.search(whole)) or (block.role == "" and _is_preamble(whole, place))


def _is_comment_all_the_same(whole):
    return bool(wording.SOMEBODY.match(whole)) and is_reported(whole) and not PROCEDURE.search(whole)


def _is_preamble(whole, place):
    """What the officer told the meeting; names and dates before anything is said."""
    if wording.TOLD_THE_MEETING.match(whole) and not wording.of_people(whole):
        return True
    nothing_said = place.last is None or place.last.reading == "heading"
    return nothing_said and is_names(whole) and "," in whole and len(whole.split()) > 1
