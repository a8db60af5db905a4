"""Reads dates for other programs: a line of JSON in, a line of JSON out."""

import json
import sys
from datetime import date

from django.core.management.base import BaseCommand

from meetings.dates import read_date


class Command(BaseCommand):
    help = (
        'Read dates from standard input: lines of {"text", "period_from", "period_to"}, answered by lines of '
        '{"start", "end", "precision", "time", "flags", "readings"}.'
    )

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", required=True, help="lines of JSON, in and out")

    def handle(self, **options):
        for line in sys.stdin.buffer:
            self.stdout.write(json.dumps(answer(line)))
            self.stdout.flush()


def answer(line):
    """What one line asks, as a dictionary; one that cannot be understood gets the flag "error" and which."""
    try:
        question = asked(line)
        return answer_to(text_of(question), period_of(question))
    except ValueError as error:
        return as_error(str(error))


def answer_to(text, period):
    """A period that ends before it begins tells no year."""
    if period and period[1] < period[0]:
        return as_json(read_date(text), "period-backwards")
    return as_json(read_date(text, period))


def asked(line):
    try:
        return json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise ValueError("not-json") from None


def text_of(question):
    if not isinstance(question, dict) or not isinstance(question.get("text"), str):
        raise ValueError("no-text")
    return question["text"]


def period_of(question):
    """None where either end is empty."""
    ends = [question.get("period_from") or "", question.get("period_to") or ""]
    try:
        return tuple(date.fromisoformat(end) for end in ends) if all(ends) else None
    except (TypeError, ValueError):
        raise ValueError("period-unread") from None


def as_json(reading, *flags):
    return {
        "start": iso(reading.starts_on),
        "end": iso(reading.ends_on),
        "precision": reading.precision,
        "time": reading.time,
        "flags": [*reading.flags, *flags],
        "readings": [iso_span(span) for span in reading.readings],
    }


def as_error(flag):
    return {"start": None, "end": None, "precision": None, "time": "", "flags": ["error", flag], "readings": []}


def iso(day):
    return day.isoformat() if day else None


def iso_span(span):
    """One day is that day; several are first/last."""
    days = dict.fromkeys([iso(span.starts_on), iso(span.ends_on)])
    return "/".join(days)
