"""Whether a listed meeting goes ahead, as lists say it: in a status column, in the date, or before or after the title.

Pure: texts in, values out. The words for it are those of Meeting.Status.
"""

import re
from dataclasses import replace

from meetings.dates import read_date
from meetings.titles import key_of

CANCELLED, POSTPONED, SCHEDULED = "cancelled", "postponed", "scheduled"
OFF = {CANCELLED, POSTPONED}
STANDINGS = {*OFF, SCHEDULED}
MOVES = {"postponed", "moved", "rescheduled", "brought-forward", "extended"}  # flags of a date

IS_CANCELLED = r"cancel(?:l?ed|lation)?|canx|cxld|called off|withdrawn|stood down|abandoned"
IS_CANCELLED += r"|(?:no longer|not) (?:going|taking|happening|proceeding|held)(?: ahead| place)?"
IS_CANCELLED += r"|did(?: not|nt) (?:go ahead|happen|take place)"
IS_POSTPONED = r"postponed|deferred|on hold|put back|delayed|to be re ?(?:scheduled|arranged)|awaiting new date"
GOES_AHEAD = r"goes ahead|going ahead|go ahead|confirmed|scheduled|planned|booked|agreed|upcoming|in progress|held"
GOES_AHEAD += r"|completed?|done|took place|happened|attended|delivered|active|live|re ?scheduled|re ?arranged|moved"
SAYS_NOTHING = r"tb[acd]|(?:to be|not yet|un) ?confirmed|provisional|tentative|draft|pending|proposed"
SAYS_NOTHING += r"|none|n (?:and )?a|"
READINGS = [
    (CANCELLED, re.compile(rf"\b(?:{IS_CANCELLED})\b")),
    (POSTPONED, re.compile(rf"\b(?:{IS_POSTPONED})\b")),
    ("", re.compile(rf"^(?:{SAYS_NOTHING})$")),
    (SCHEDULED, re.compile(rf"\b(?:{GOES_AHEAD})\b")),
]

WORDS = r"cancell?ed|canx|postponed|deferred|called off"
LEADS_TO_A_DAY = re.compile(r"(?<!due )(?<!owing )\bto\b(?! be)|\b(?:from|until)\b")
DASH = r"[-–—:*,;|]+"
IN_BRACKETS = re.compile(rf"\s*[(\[]\s*((?:now )?(?:{WORDS})\b[^)\]]*)[)\]]\s*[-–—:]?\s*", re.IGNORECASE)
AFTER = re.compile(rf"\s*(?:\s[-–—]+|[:*,;|]+)\s*((?:now )?(?:{WORDS})\b.*)$", re.IGNORECASE)
BEFORE = re.compile(rf"^\W*((?:{WORDS})\b)\s*{DASH}\s*(?=\w)", re.IGNORECASE)
BARE = re.compile(r"^\W*((?:cancell?ed|postponed)\b)\W*(?=\w)|\W*(\b(?:cancell?ed|postponed))\W*$", re.IGNORECASE)


def standing_of(text):
    """Cancelled, postponed or scheduled; empty where it says nothing of that; None where it is not understood."""
    key = key_of(text)
    return next((standing for standing, pattern in READINGS if pattern.search(key)), None)


def with_standing(line, notes, known_titles):
    """The Line with what its title, its status column and its notes say of it; other dates they name join its own."""
    title, words = without_standing(line.title, line.is_alone and not line.date, known_titles)
    told = [text for text in (words, line.status) if text]
    moves = [text for text in told if names_a_day(text)]
    standings = [standing_of(text) for text in told if text not in moves]
    peeked = () if told or not begins_with_standing(notes) else (f"its notes say “{notes}”",)
    standings += [standing_of(notes)] if peeked else []
    unread = [f"its status, “{line.status}”, was not understood"] if None in standings else []
    return replace(
        line,
        title=title,
        date=", ".join(filter(None, [line.date, *moves])),
        status=next(filter(None, standings), None if unread else ""),
        notes=(*line.notes, *peeked, *([f"the list has it as “{line.title}”"] if title != line.title else [])),
        doubts=(*line.doubts, *unread),
    )


def without_standing(title, may_be_heading, known_titles):
    """(title, the words taken off it). A heading of its own, such as *Cancelled meetings*, is left as it is, and so is
    the title of a meeting in the schedule."""
    for pattern in () if key_of(title) in known_titles else (IN_BRACKETS, AFTER, BEFORE, BARE):
        found = pattern.search(title)
        rest = " ".join(pattern.sub(" ", title, count=1).split()) if found else ""
        is_sure = pattern in (IN_BRACKETS, AFTER) or not may_be_heading or key_of(rest) in known_titles
        if key_of(rest) and is_sure:
            return rest, next(filter(None, found.groups()))
    return title, ""


def names_a_day(text):
    """*Postponed to 19 March*; but the date of a cancelling is not that of the meeting."""
    if standing_of(text) == CANCELLED or not re.search(r"\d|from|to|until", text):
        return False
    reading = read_date(text)
    is_dated = reading.starts_on or reading.readings or "no-year" in reading.flags
    return bool(is_dated and MOVES & set(reading.flags))


def begins_with_standing(notes):
    """*Postponed from January* may well tell how it came by the date that it has."""
    found = re.match(rf"\W*({WORDS})\b(.*)", notes, re.IGNORECASE)
    return bool(found) and (standing_of(found[1]) == CANCELLED or not LEADS_TO_A_DAY.search(found[2]))


def settled(reading, text):
    """(the Reading with the days it is about, what its text says of the standing, what to say of that).

    A cancelled meeting keeps its date, and so does one that is postponed with no new one.
    """
    moved = MOVES & set(reading.flags)
    if reading.starts_on and moved:
        note = f"moved from {reading.moved_from}" if reading.moved_from else "moved to this date"
        return without_flags(reading, moved), SCHEDULED, (note,)
    standing = CANCELLED if reading.precision == CANCELLED else off_in(text)
    if not standing:
        return reading, "", ()
    reading = without_flags(reading, {*moved, *OFF})
    if reading.starts_on or len(reading.readings) > 1:
        return reading, standing, ()
    return on_its_only_days(reading), standing, ()


def off_in(text):
    standing = standing_of(text) if text else ""
    return standing if standing in OFF else ""


def on_its_only_days(reading):
    if "no-such-day" in reading.flags:
        return replace(reading, precision="not-a-date", reason="There is no such day in the calendar.")
    if not reading.readings:
        return replace(reading, precision="unknown", reason="")
    (span,) = reading.readings
    days = {"starts_on": span.starts_on, "ends_on": span.ends_on}
    return replace(reading, **days, precision="day", readings=(), reason="")


def without_flags(reading, flags):
    return replace(reading, flags=tuple(flag for flag in reading.flags if flag not in flags))
