"""Days counted from the one on which they are typed: *today*, *tomorrow*, *next Tuesday*, with the time of the day.

For the boxes of forms alone: nobody knows on which day a list was written.
"""

import re
from datetime import timedelta

from meetings.date_words import WEEKDAYS

A_DAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
WEEK = timedelta(days=7)
WEEKDAY = rf"(?P<which>next|this) (?P<weekday>{'|'.join(WEEKDAYS)})"
COUNTED = re.compile(rf"\b(?:(?P<day>{'|'.join(A_DAY)})|{WEEKDAY})\b", re.I)
CLOCK = r"[0-9]{1,2}(?:[.:][0-9]{2})?(?:\s?(?:am|pm|noon))?"
BESIDE = re.compile(
    rf"(?:\b(?:on|at|from|to|until|till|and|noon|midday|midnight|o'clock|morning|afternoon|evening|all day)\b"
    rf"|\b{CLOCK}\b|[\s,.–-])*+",
    re.I,
)


def counted_from(today, text):
    """The text with figures for the days that it counts from today; itself where it says anything else."""
    if not COUNTED.search(text) or not BESIDE.fullmatch(COUNTED.sub("", text)):
        return text
    return COUNTED.sub(lambda match: " or ".join(in_figures(day, match) for day in days_of(match, today)), text)


def in_figures(day, match):
    return f"{day:%A} " * bool(match["weekday"]) + f"{day.day} {day:%B %Y}"


def days_of(match, today):
    """More than one where people do not agree: on a Thursday, *next Friday* is tomorrow or a week later."""
    if match["day"]:
        return [today + timedelta(days=A_DAY[match["day"].lower()])]
    is_next = match["which"].lower() == "next"
    named = today + timedelta(days=WEEKDAYS[match["weekday"].lower()] - today.weekday())  # of this week
    if is_next:
        return [named, named + WEEK] if named > today else [named + WEEK]
    return [named, named + WEEK] if named < today else [named]
