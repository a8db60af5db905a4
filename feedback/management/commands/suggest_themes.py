import json
import sys

from django.core.management.base import BaseCommand

from feedback.suggestions import current_suggester

WANTED = 'Each line must be JSON: {"text": "what was said"}'


class Command(BaseCommand):
    help = (
        'Answer each line {"text": ...} on standard input with a line {"suggestions": [{"theme", "because"}, ...]}, '
        'best first, empty where nothing can be said, or with {"error": ...}.'
    )

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="Lines of JSON in and out, which is the only form.")

    def handle(self, **options):
        suggester = current_suggester()
        for line in sys.stdin.buffer:
            self.stdout.write(json.dumps(answer(suggester, line)))


def answer(suggester, line: bytes) -> dict:
    try:
        asked = json.loads(line.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):  # the latter from thousands of brackets
        return {"error": WANTED}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return {"error": WANTED}
    suggestions = suggester.suggest(asked["text"])
    return {"suggestions": [{"theme": one.theme, "because": list(one.because)} for one in suggestions]}
