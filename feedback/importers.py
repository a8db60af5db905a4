"""Notes somebody else wrote -> pieces for the officer's review. Values in, values out.

read_notes(data, name)  the pieces of a file: .docx .odt .txt .md .csv .xlsx .pdf
read_text(text)         the pieces of pasted text
read_table(data, name)  the columns and the rows of a .csv or .xlsx, one row at a time

Each raises Refused, with a plain sentence for the officer, and nothing else.
"""

from feedback.notes import plain
from feedback.notes.blocks import blocks_of
from feedback.notes.minutes import pieces_of
from feedback.notes.pieces import KINDS, READINGS, Notes, Piece, Refused

__all__ = ["KINDS", "READINGS", "Notes", "Piece", "Refused", "read_notes", "read_text"]


def read_text(text):
    return _notes(plain.lines_of(text))


def read_notes(data, name):
    return read_text(plain.text_of(data))


def _notes(lines, left_out=()):
    return Notes(tuple(pieces_of(blocks_of(lines))), tuple(left_out))
