"""Notes somebody else wrote -> pieces for the officer's review. Values in, values out.

read_notes(data, name)  the pieces of a file: .docx .odt .txt .md .csv .xlsx .pdf
read_text(text)         the pieces of pasted text
read_table(data, name)  the columns and the rows of a .csv or .xlsx, one row at a time

Each raises Refused, with a plain sentence for the officer, and nothing else.
"""

from pathlib import PurePath

from feedback.notes import hostile, opendocument, plain, portable, sheets, word
from feedback.notes.blocks import blocks_of
from feedback.notes.minutes import pieces_of
from feedback.notes.pieces import KINDS, READINGS, Notes, Piece, Refused

__all__ = [
    "FORMATS",
    "KINDS",
    "READINGS",
    "Notes",
    "Piece",
    "Refused",
    "read_notes",
    "read_table",
    "read_text",
]

# suffix -> function of (bytes, name) to lines and what was left out
FORMATS = {
    ".docx": lambda data, name: word.lines_of(data),
    ".odt": lambda data, name: opendocument.lines_of(data),
    ".pdf": lambda data, name: (portable.lines_of(data), []),
    ".xlsx": lambda data, name: (sheets.lines_of(data, name), []),
    ".csv": lambda data, name: (sheets.lines_of(data, name), []),
    ".txt": lambda data, name: (plain.lines_of(plain.text_of(data)), []),
    ".md": lambda data, name: (plain.lines_of(plain.text_of(data)), []),
}
TABLES = (".csv", ".xlsx")
MOST_LINES = 6_000  # of notes, about 130 pages: more than anyone reviews at a sitting
TOO_LONG = "These notes are longer than 6,000 lines. Split them, or paste the part that matters."
UNKNOWN = "Files of this kind cannot be read. Use .docx, .odt, .txt, .md, .csv, .xlsx or .pdf, or paste the text."


def read_text(text):
    lines = plain.lines_of(plain.checked(text))
    _check_length(lines)
    return _notes(lines)


def read_notes(data, name):
    hostile.check_size(data)
    lines, left_out = _format(name)(data, name)
    if _suffix(name) not in TABLES:
        _check_length(lines)
    return _notes(lines, left_out)


def read_table(data, name):
    """(columns, iterator of rows). A row that cannot be read raises Refused when it is reached."""
    hostile.check_size(data)
    if _suffix(name) not in TABLES:
        raise Refused("Only .csv and .xlsx hold columns.")
    return sheets.read_table(data, name)


def _format(name):
    suffix = _suffix(name)
    if suffix in (".docm", ".dotm", ".xlsm", ".xltm"):
        raise Refused(hostile.MACROS)
    if suffix not in FORMATS:
        raise Refused(UNKNOWN)
    return FORMATS[suffix]


def _suffix(name):
    return PurePath(name).suffix.lower()


def _check_length(lines):
    if sum(bool(line.words.strip()) for line in lines) > MOST_LINES:
        raise Refused(TOO_LONG)
    if sum(len(line.words) for line in lines) > plain.LARGEST_TEXT:
        raise Refused(plain.TOO_LONG)


def _notes(lines, left_out=()):
    return Notes(tuple(pieces_of(blocks_of(lines))), tuple(left_out))
