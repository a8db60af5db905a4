import json
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from feedback.importers import Refused, read_notes

SHOWN = ("text", "verbatim", "reading", "kind", "speaker", "context")


class Command(BaseCommand):
    help = "Print what the reader makes of a file of notes: one piece after another, nothing saved."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="a list of objects in the order of the notes")

    def handle(self, *, file, json, **options):
        notes = _read(file)
        self.stdout.write(_as_json(notes) if json else _as_lines(notes))
        for sentence in notes.left_out:
            self.stderr.write(sentence)


def _read(file):
    try:
        return read_notes(file.read_bytes(), file.name)
    except OSError as error:
        raise CommandError(f"{file} cannot be opened: {error.strerror}.") from None
    except Refused as refusal:
        raise CommandError(str(refusal)) from None


def _as_json(notes):
    pieces = [asdict(piece) for piece in notes.pieces]
    return json.dumps([{key: piece[key] for key in SHOWN} for piece in pieces], indent=1, ensure_ascii=False)


def _as_lines(notes):
    return "\n".join(f"{piece.reading:10}{piece.kind:11}{piece.speaker:20}{piece.text}" for piece in notes.pieces)
