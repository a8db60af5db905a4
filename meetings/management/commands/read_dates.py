"""Reads dates for other programs: a line of JSON in, a line of JSON out."""

import json
import sys
from datetime import date

from django.core.management.base import BaseCommand

from meetings.dates import read_date


class Command(BaseCommand):
    help = (
        'Read dates from standard input: lines of {"text", "period_from", "period_to"}, answered by lines of '
        '{"start", "end", "precision", "time", "flags", "readings", "reason"}.'
    )

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", required=True, help="lines of JSON, in and out")

    def handle(self, **options):
        for line in sys.stdin.buffer:
            self.stdout.write(json.dumps(answer(line)))
            self.stdout.flush()


def answer(line):
    """What one line asks, as a dictionary; a line that cannot be understood gets the flag "error"."""
    try:
        question = json.loads(line.decode("utf-8-sig"))
        return as_json(read_date(text_of(question), period_of(question)))
    except (ValueError, RecursionError) as error:
        return as_error(str(error))


def text_of(question):
    if not isinstance(question, dict) or not isinstance(question.get("text"), str):
        raise ValueError('A line is an object with a "text".')
    return question["text"]


def period_of(question):
    """None where either end is empty."""
    ends = [question.get("period_from") or "", question.get("period_to") or ""]
    if not all(isinstance(end, str) for end in ends):
        raise ValueError("A period is two ISO dates.")
    return tuple(date.fromisoformat(end) for end in ends) if all(ends) else None


def as_json(reading):
    return {
        "start": iso(reading.starts_on),
        "end": iso(reading.ends_on),
        "precision": reading.precision,
        "time": reading.time,
        "flags": list(reading.flags),
        "readings": [iso_span(span) for span in reading.readings],
        "reason": reading.reason,
    }


def as_error(reason):
    return {
        "start": None,
        "end": None,
        "precision": None,
        "time": "",
        "flags": ["error"],
        "readings": [],
        "reason": reason,
    }


def iso(day):
    return day.isoformat() if day else None


def iso_span(span):
    """One day is that day; several are first/last."""
    days = dict.fromkeys([iso(span.starts_on), iso(span.ends_on)])
    return "/".join(days)
