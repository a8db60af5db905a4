"""Blocks -> pieces: each with its reading, who said it and the parent that gives it its sense."""

import re
from itertools import zip_longest

from feedback.notes import speakers, wording
from feedback.notes.blocks import LONGEST
from feedback.notes.headings import is_heading, opens_list
from feedback.notes.kinds import kind_of
from feedback.notes.labels import label_of, unlabelled, without_action, without_list_ending
from feedback.notes.mending import mended
from feedback.notes.parts import parts_of
from feedback.notes.people import people_in
from feedback.notes.pieces import Piece
from feedback.notes.place import Place
from feedback.notes.procedure import PROCEDURE, is_page_number
from feedback.notes.readings import SET, reading_of
from feedback.notes.sentences import points_of


def pieces_of(blocks):
    blocks = [block for block in blocks if block.verbatim.strip()]
    place = Place(people_in(blocks))
    return [piece for block, after in zip_longest(blocks, blocks[1:]) for piece in _read(block, after, place)]


def _read(block, after, place):
    for piece in _pieces_of_block(block, after, place):
        if piece.reading != "furniture":
            place.last = piece
        yield piece
    place.begun = True


def _pieces_of_block(block, after, place):
    if block.role == "furniture" or is_page_number(block.text) or not mended(block.body):
        yield Piece(block.text, block.verbatim, "furniture")
    elif block.line.text:
        yield _from_cell(block)
    elif block.role in SET:
        yield _from_column(block, place)
    elif is_heading(block, after, place):
        place.open_section(block.text)
        yield Piece(block.text, block.verbatim, "heading")
    elif opens_list(block, after):
        yield _lead_in(block, after, place)
    else:
        yield from _statements(block, place)
        decided = place.last and place.last.reading in SET
        if (block.role == "item" or decided) and after and after.role == "item" and after.level > block.level:
            place.open_children(block)


def _from_cell(block):
    """A comment that a table's row holds in one of its cells."""
    line = block.line
    text = mended(line.text)
    kind = line.kind or kind_of(text[:LONGEST], line.context)
    return Piece(text, block.verbatim, "comment", kind, line.speaker, line.context, points_of(text[:LONGEST]))


def _from_column(block, place):
    """What a column's head says it is: an action, a decision or the council's reply."""
    text = without_action(block.text) if block.role == "action" else block.text
    if PROCEDURE.match(text) or not re.search(r"\w{2}", text):
        return Piece(text, block.verbatim, "furniture")
    return Piece(text, block.verbatim, block.role, context=block.line.context or place.heading)


def _lead_in(block, after, place):
    place.leave_lists(block)
    text = block.text
    reading = "heading"
    if wording.is_decision(text):
        reading = "decision"
    elif wording.ACTION.match(text):
        reading = "action"
    elif wording.REPLY.match(text):
        reading = "reply"
    context = "" if text == place.heading else place.heading
    place.open_list(block, reading, plain=after.role == "")
    return Piece(text, block.verbatim, reading, context=context)


def _statements(block, place):
    place.leave_lists(block)
    place.last_role = block.role
    label = label_of(block, place.people.known)
    sign = block.verbatim[: len(block.verbatim) - len(block.body)] if block.verbatim.endswith(block.body) else ""
    for number, body in enumerate(_parts(block, label, place)):
        verbatim = sign + body if number == 0 else body
        piece = _statement(verbatim, body, block, label if number == 0 else None, place)
        if piece.reading != "furniture":
            place.last = piece
        yield piece


def _parts(block, label, place):
    if label and label.reading:
        return [block.body]
    numbers_a_paragraph = re.match(r"\s*\d+\.\d", block.verbatim)
    together = bool(label) or (block.role == "item" and not numbers_a_paragraph)
    return parts_of(block.body, together, place.people.known)


def _statement(verbatim, body, block, label, place):
    whole = mended(body)
    text, speaker, said = unlabelled(body, label)
    reading = said or reading_of(whole[:LONGEST], text[:LONGEST], speaker, block, place)
    if reading == "comment":
        return _comment(verbatim, text, speaker or block.line.speaker, bool(label and label.question), place)
    if reading == "furniture":
        return Piece(whole, verbatim, reading)
    if reading == "reply":
        return Piece(text, verbatim, reading, "other", speaker, place.context)
    text = without_list_ending(whole if reading == "decision" else without_action(whole))
    return Piece(text, verbatim, reading, context=place.context)


def _comment(verbatim, text, speaker, is_question, place):
    text = without_list_ending(text)
    kind = "question" if is_question else kind_of(text[:LONGEST], place.sense)
    speaker = speaker or speakers.subject_of(text, place.people.known)
    return Piece(text, verbatim, "comment", kind, speaker, place.context, points_of(text[:LONGEST]))
