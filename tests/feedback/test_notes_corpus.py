"""What must come out of notes in the styles of council minutes: a source, and beside it a JSON of its pieces."""

import json
from pathlib import Path

import pytest

from feedback.importers import read_notes

SOURCES = sorted(path for path in (Path(__file__).parent / "corpus").iterdir() if path.suffix != ".json")
KEPT = ("reading", "kind", "speaker", "context", "text", "splits")


def shown(piece):
    """The piece as the corpus writes it: no empty values, and a kind for comments only."""
    values = {key: getattr(piece, key) for key in KEPT} | {"splits": list(piece.splits)}
    if piece.reading != "comment":
        del values["kind"]
    return {key: value for key, value in values.items() if value}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_notes_give_the_pieces_beside_them(source):
    wanted = json.loads(Path(f"{source}.json").read_text())
    assert [shown(piece) for piece in read_notes(source.read_bytes(), source.name).pieces] == wanted


def test_the_corpus_holds_at_least_thirty_documents():
    assert len(SOURCES) >= 30
