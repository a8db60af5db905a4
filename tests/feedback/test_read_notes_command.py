import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

CORPUS = Path(__file__).parent / "corpus"
REAL_MINUTES = sorted((Path(settings.BASE_DIR).parent / "shared/inputs").glob("minutes-bramhall-*.txt"))


def printed(capsys, file):
    call_command("read_notes", str(file), "--json")
    return json.loads(capsys.readouterr().out)


def test_the_pieces_of_a_file_are_printed_in_order(capsys):
    pieces = printed(capsys, CORPUS / "jottings.txt")
    assert list(pieces[1]) == ["text", "verbatim", "reading", "kind", "speaker", "context"]
    assert [piece["verbatim"] for piece in pieces[1:3]] == [
        "canal towpath floods every winter - want it sorted",
        "why does the 383 stop at 6pm",
    ]


def test_without_json_a_line_a_piece_is_printed(capsys):
    call_command("read_notes", str(CORPUS / "jottings.txt"))
    third = capsys.readouterr().out.splitlines()[2]
    assert re.split(r"\s{2,}", third) == ["comment", "question", "why does the 383 stop at 6pm"]


def test_a_refusal_and_a_missing_file_are_plain_sentences(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(CommandError, match="^This file is empty.$"):
        call_command("read_notes", str(empty))
    with pytest.raises(CommandError, match="cannot be opened: No such file or directory.$"):
        call_command("read_notes", str(tmp_path / "none.txt"))


if REAL_MINUTES:

    def test_real_minutes_give_four_comments_and_the_councils_reply(capsys):
        pieces = printed(capsys, REAL_MINUTES[0])
        bullets = [(piece["reading"], piece["kind"]) for piece in pieces if piece["reading"] in ("comment", "reply")]
        assert bullets == [("comment", "support")] * 3 + [("comment", "question"), ("reply", "other")]
        source = REAL_MINUTES[0].read_text().split()
        assert [word for piece in pieces for word in piece["verbatim"].split()] == source
