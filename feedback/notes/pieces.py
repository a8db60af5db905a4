from dataclasses import dataclass

READINGS = ("comment", "reply", "action", "decision", "heading", "furniture")
KINDS = ("support", "concern", "suggestion", "question", "other")


class Refused(Exception):
    """The file is not read. The message is a plain sentence for the officer."""


@dataclass(frozen=True)
class Piece:
    """One thing the notes say. The verbatims of all pieces together hold every word that was read."""

    text: str  # tidied: no list mark, no speaker, lines joined
    verbatim: str  # as written
    reading: str  # one of READINGS
    kind: str = "other"  # one of KINDS; only comments have another than "other"
    speaker: str = ""
    context: str = ""  # the parent that gives the sense, or the heading it stands under
    splits: tuple[str, ...] = ()  # the points it could be split into, none when it makes one point


@dataclass(frozen=True)
class Notes:
    pieces: tuple[Piece, ...]
    left_out: tuple[str, ...] = ()  # what was not read and why, in plain sentences


@dataclass(frozen=True)
class Line:
    """A line or paragraph as the file gives it, and what the file itself says of it."""

    words: str
    role: str = ""  # heading, item, furniture, comment, reply, action, decision or "" (read it from the words)
    level: int = 0  # depth of a list item, from 1
    counted: bool = False  # an item of a numbered list
    full: float | None = (
        None  # the width the next word would have reached; from 1 the page ended the line, not the writer
    )
    context: str = ""  # what a table's row is about
    speaker: str = ""
    text: str = ""  # where a table's row says it: the cell that holds the comment
    kind: str = ""  # where a column says it
    is_said: bool = False  # a table's cell of what was said, however short: no heading
