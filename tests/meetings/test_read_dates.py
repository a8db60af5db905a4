"""The command that reads dates for other programs."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

ERROR = {"start": None, "end": None, "precision": None, "time": "", "readings": []}


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
        },
        {
            "start": "2024-03-06",
            "end": "2024-03-06",
            "precision": "day",
            "time": "",
            "flags": ["weekday-mismatch"],
            "readings": ["2024-03-06", "2024-03-05"],
        },
    ]


def test_a_reading_of_several_days_names_the_first_and_the_last(ask):
    (answer,) = ask(b'{"text": "Q3 2023"}')
    assert (answer["start"], answer["readings"]) == (None, ["2023-07-01/2023-09-30", "2023-10-01/2023-12-31"])


@pytest.mark.parametrize(
    ("line", "flag"),
    [
        (b"5 March", "not-json"),
        (b"", "not-json"),
        (b'{"text": "\xff"}', "not-json"),
        (b"[" * 100_000, "not-json"),
        (b"[]", "no-text"),
        (b"null", "no-text"),
        (b'{"text": 5}', "no-text"),
        (b'{"period_from": "2024-01-01"}', "no-text"),
        (b'{"text": "5 March", "period_from": "soon", "period_to": "2024-07-31"}', "period-unread"),
        (b'{"text": "5 March", "period_from": 2023, "period_to": 2024}', "period-unread"),
        (b'{"text": "5 March", "period_from": [1], "period_to": {"a": 1}}', "period-unread"),
    ],
)
def test_a_line_that_cannot_be_understood_is_answered_with_an_error(ask, line, flag):
    bad, good = ask(line, b'{"text": "5 March 2024"}')
    assert bad == {**ERROR, "flags": ["error", flag]}
    assert good["start"] == "2024-03-05"


def test_a_period_that_ends_before_it_begins_tells_no_year_and_is_flagged(ask):
    period = {"period_from": "2024-07-31", "period_to": "2023-09-01"}
    without, with_year = ask(*(json.dumps({"text": text, **period}).encode() for text in ("5 March", "5 March 2024")))
    assert (without["start"], without["flags"]) == (None, ["no-year", "period-backwards"])
    assert (with_year["start"], with_year["flags"]) == ("2024-03-05", ["period-backwards"])


def test_the_command_says_that_it_speaks_json(ask):
    with pytest.raises(CommandError, match="--json"):
        call_command("read_dates")
