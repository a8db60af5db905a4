"""Feasts and bank holidays of England that are written with their year, as their days: the calendar settles those.

*Easter 2024* is no day but a season, and *May Day 2024* may be the first of May or the bank holiday: both are left.
"""

import re
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

FROM_GOOD_FRIDAY = {  # days
    "shrove tuesday": -45,
    "ash wednesday": -44,
    "palm sunday": -5,
    "maundy thursday": -1,
    "good friday": 0,
    "easter sunday": 2,
    "easter monday": 3,
}
FIXED = {  # month and day
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
BANK_HOLIDAYS = {
    "new year": "New Year's Day",
    "new year's day": "New Year's Day",
    "good friday": "Good Friday",
    "easter monday": "Easter Monday",
    "may day": "May Day",
    "early may": "May Day",
    "spring": "Spring Bank Holiday",
    "late may": "Spring Bank Holiday",
    "august": "Late Summer Bank Holiday",
    "summer": "Late Summer Bank Holiday",
    "late summer": "Late Summer Bank Holiday",
    "christmas day": "Christmas Day",
    "boxing day": "Boxing Day",
}
MONDAYS = {"May Day", "Spring Bank Holiday", "Late Summer Bank Holiday"}


def either(names):
    return "|".join(sorted(names, key=len, reverse=True)).replace(" ", r"\s+").replace("year's", r"year\W?s")


NAME = (
    rf"\b(?:(?:{either(BANK_HOLIDAYS)})\s+bank\s+holiday(?:\s+monday)?"
    rf"|(?:{either(FROM_GOOD_FRIDAY | FIXED)}))\b(?!\s+bank)"
)
JOIN = r"\s*(?:[-–/&,]|\b(?:to|until|and|or)\b)\s*"
YEAR = r"(?:(?:in|of)\s+)?((?:19|20)[0-9]{2})\b(?!\s*[-–/]\s*[0-9])"
WITH_YEAR = re.compile(rf"((?:{NAME}{JOIN})*{NAME}),?\s+{YEAR}", re.I)
ONE = re.compile(NAME, re.I)


@cache
def bank_holidays():
    """{day: name} of those of England; a year is worked out when a day of it is first asked for."""
    return country_holidays("GB", subdiv="ENG")


@cache
def named_in(year):
    return {name: day for day, name in country_holidays("GB", subdiv="ENG", years=year).items()}


def with_days(text):
    """(the text with the days of its feasts in place of their names, flags)."""
    flags = []

    def days(match):
        return ONE.sub(lambda name: in_figures(name.group(), int(match[2]), flags), match[1])

    return WITH_YEAR.sub(days, text), tuple(dict.fromkeys(flags))


def in_figures(words, year, flags):
    day, is_moved = day_of(re.sub(r"year\W?s", "year's", " ".join(words.lower().split())), year)
    if day is None:
        return f"{words} {year}"
    if is_moved:
        flags.append("holiday-moved")
    weekday = f"{day:%A} " if f"{day:%A}" in words.title() else ""
    return f"{weekday}{day.day} {day:%B %Y}"


def day_of(name, year):
    """(its day or None, whether the bank holiday for it is on another day than is usual)."""
    if "bank holiday" in name:
        return bank_holiday(BANK_HOLIDAYS[name.split(" bank holiday")[0]], year)
    if name in FROM_GOOD_FRIDAY:
        return named_in(year)["Good Friday"] + timedelta(days=FROM_GOOD_FRIDAY[name]), False
    return date(year, *FIXED[name]), f"{name} (observed)" in map(str.lower, named_in(year))


def bank_holiday(name, year):
    usual = named_in(year).get(name)
    instead = named_in(year).get(f"{name} (observed)")
    is_moved = bool(instead) or name in MONDAYS and usual is not None and usual.weekday() != 0
    return instead or usual, is_moved
