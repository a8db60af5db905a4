"""Whatever is pasted or uploaded, no word is lost and nothing but a refusal is raised."""

import re
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.importers import FORMATS, Notes, Refused, read_notes, read_table, read_text
from feedback.notes.printable import printable

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.txt"))
LINES = [line for path in CORPUS for line in path.read_text().split("\n")]
ODD = [
    "",
    "- ",
    "1.",
    "(iv)",
    "o x",
    "Q:",
    "A:",
    "Action:",
    "====",
    "## x ##",
    "| a | b |",
    "a\tb\tc",
    "Page 1 of 2",
    "RESOLVED",
]
texts = st.lists(
    st.one_of(
        st.sampled_from(LINES),
        st.sampled_from(ODD),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    ),
    max_size=25,
).map("\n".join)


def words(text):
    return Counter(re.findall(r"\w+", text))


def read_or_refuse(read, *given_values):
    try:
        return read(*given_values)
    except Refused as refusal:
        assert str(refusal).endswith(".")
        return None


@settings(max_examples=150, deadline=None)
@given(texts)
def test_every_word_of_a_text_is_in_one_verbatim(text):
    notes = read_or_refuse(read_text, text)
    if notes:
        assert words("\n".join(piece.verbatim for piece in notes.pieces)) == words(printable(text))


@settings(max_examples=150, deadline=None)
@given(texts)
def test_a_piece_with_words_has_text(text):
    notes = read_or_refuse(read_text, text) or Notes(())
    assert [piece for piece in notes.pieces if words(piece.verbatim) and not piece.text] == []


STARTS = [
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"\xff\xfe",
    b"Comment,Name\n",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
]


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(STARTS),
    st.binary(max_size=300),
    st.sampled_from([name for name in FORMATS if name != ".pdf"]),
)
def test_bytes_are_read_or_refused(start, rest, suffix):
    assert isinstance(read_or_refuse(read_notes, start + rest, "notes" + suffix), Notes | None)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), max_size=5), max_size=8))
def test_every_word_of_a_table_is_in_a_verbatim(rows):
    data = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    notes = read_or_refuse(read_notes, data.encode(), "survey.csv")
    if notes:
        assert words("\n".join(piece.verbatim for piece in notes.pieces)) >= words(
            "\n".join(" ".join(row) for row in rows)
        )
    table = read_or_refuse(read_table, data.encode(), "survey.csv")
    assert table is None or all(len(row) >= len(table[0]) for row in table[1])
