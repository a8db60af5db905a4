"""The command that reads dates for other programs."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

ERROR = {"start": None, "end": None, "precision": None, "time": "", "flags": ["error"], "readings": []}


@pytest.fixture
def ask(monkeypatch):
    def answers(*lines):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(lines))))
        output = io.StringIO()
        call_command("read_dates", "--json", stdout=output)
        return [json.loads(line) for line in output.getvalue().splitlines()]

    return answers


def test_each_line_is_answered_by_a_line(ask):
    typed = {"text": "22nd-25th January, 6pm", "period_from": "2023-09-01", "period_to": "2024-07-31"}
    doubtful = {"text": "Tuesday 6 March 2024", "period_from": "", "period_to": None}
    assert ask(json.dumps(typed).encode(), json.dumps(doubtful).encode()) == [
        {
            "start": "2024-01-22",
            "end": "2024-01-25",
            "precision": "day-range",
            "time": "18:00-",
            "flags": ["no-year"],
            "readings": [],
            "reason": "",
        },
        {
            "start": "2024-03-06",
            "end": "2024-03-06",
            "precision": "day",
            "time": "",
            "flags": ["weekday-mismatch"],
            "readings": ["2024-03-06", "2024-03-05"],
            "reason": "The weekday and the date do not agree: 6 March 2024 or 5 March 2024?",
        },
    ]


def test_a_reading_of_several_days_names_the_first_and_the_last(ask):
    (answer,) = ask(b'{"text": "Q3 2023"}')
    assert (answer["start"], answer["readings"]) == (None, ["2023-07-01/2023-09-30", "2023-10-01/2023-12-31"])


@pytest.mark.parametrize(
    "line",
    [
        b"5 March",
        b"",
        b"[]",
        b"null",
        b'{"text": 5}',
        b'{"period_from": "2024-01-01"}',
        b'{"text": "5 March", "period_from": "soon", "period_to": "2024-07-31"}',
        b'{"text": "5 March", "period_from": 2023, "period_to": 2024}',
        b'{"text": "\xff"}',
        b"[" * 100_000,
    ],
)
def test_a_line_that_cannot_be_understood_is_answered_with_an_error(ask, line):
    bad, good = ask(line, b'{"text": "5 March 2024"}')
    assert {name: bad[name] for name in ERROR} == ERROR
    assert bad["reason"] != ""
    assert good["start"] == "2024-03-05"


def test_the_command_says_that_it_speaks_json(ask):
    with pytest.raises(CommandError, match="--json"):
        call_command("read_dates")
