"""The column of times of an imported list, where 10-12 can mean nothing else. Pure: texts in, values out."""

import re
from datetime import date, timedelta

from meetings.date_doubts import doubts_of
from meetings.dates import print_day, read_date
from meetings.hours import hours_in
from meetings.titles import key_of

DAY = date(2024, 1, 1)  # any
SAYS_NOTHING = {"", "all day", "tbc", "tba", "tbd", "to be confirmed", "n a", "none"}
BARE = re.compile(r"\d+(?![\d:.]|\s*[ap]\.?m)", re.IGNORECASE)
MIDNIGHT = re.compile(r"0?0[:.]00(?::00)?|12[:.]00(?::00)?\s?am", re.IGNORECASE)
ENDS_AT_MIDNIGHT = "it ends at midnight, so its last day is the one before"


def read_times(text):
    """(the start and end, None where it is not said; what is in doubt of that, in words): empty where it is no time."""
    text = re.sub(r"^(\d)(\d\d)(?=\D|$)", r"\1:\2", text)
    reading = read_date(f"{print_day(DAY)} at {text}")
    is_time = (reading.times or "no-start" in reading.flags) and reading.starts_on == DAY
    return (hours_in(reading), doubts_of(reading)) if is_time else ((), ())


def is_silent(text):
    return key_of(text) in SAYS_NOTHING


def with_time(day, text):
    """*12 March at 1400*: without the word, 1400 would be its year."""
    return f"{day} at {text}" if day and BARE.match(text) else " ".join(filter(None, [day, text]))


def until_midnight(texts):
    """(the texts, what was inferred). Midnight ends the day before; from midnight on it is all day, as in Outlook."""
    last = read_date(texts.get("last", "")).starts_on if MIDNIGHT.fullmatch(texts.get("until", "")) else None
    first = read_date(texts["date"]).starts_on if last else None
    if first is None or last <= first:
        return texts, ()
    day_before = last - timedelta(days=1)
    is_all_day = MIDNIGHT.fullmatch(texts.get("time", ""))
    hours = {"time": "", "until": ""} if is_all_day else {"until": "00:00"}  # with seconds it is a spreadsheet's day
    return {**texts, **hours, "last": print_day(day_before) if day_before > first else ""}, (ENDS_AT_MIDNIGHT,)
