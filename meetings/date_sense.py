"""What a whole text says about its dates: one of them, moved, cancelled, a rule, to be confirmed."""

import re
from dataclasses import dataclass, replace

from meetings import date_gists as gists
from meetings.date_gists import D
from meetings.date_moves import move_flags, move_roles, new_among
from meetings.date_phrases import Phrase
from meetings.date_shapes import find_phrases
from meetings.date_tokens import Token
from meetings.date_words import WEEKDAYS

IS_CANCELLED = "It has been cancelled."
IS_MOVED = "It was moved, but the new date is not given."
IS_RULE = "It gives a rule for many dates, not one date."
IS_LIMIT = "It names no day, only a limit."
IS_RELATIVE = "It counts from the day it was written, which is not known here."
IS_HOLIDAY = "It names a holiday or term, whose dates are not written here."
IS_NOT_THEN = "It says only when it is not."
IS_BLANK = "No date is written."
IS_UNKNOWN = "It is yet to be confirmed."
NOT_FOUND = "No date was found in these words."
PARTS_OF_DATE = set("noydmMwk")
RELATIVE_PRECISIONS = {"week": "week", "month": "month", "year": "part-year"}


@dataclass(frozen=True)
class Sense:
    """The phrase that counts, if any, and what the words around it make of it."""

    phrase: Phrase | None = None
    precision: str = ""  # where it is not the phrase's own
    flags: tuple = ()
    old: Phrase | None = None  # what it was moved from
    beside: Phrase | None = None  # another date of the text, whose year may tell this one's
    reason: str = ""  # why the text gives no date, though it may mention one


def sense_of(tokens):
    found = find_phrases(tokens)
    phrases = [item for item in found if isinstance(item, Phrase)]
    gist = " ".join(word for word in map(gist_word, found) if word)
    is_move = bool(gists.MOVE.search(gist))
    gist, phrases = gists.join_all(gist, phrases, is_move)
    if not phrases:
        return without_date(gist)
    sense = interpret(gist, phrases, is_move)
    closed = ("closed",) if gists.CLOSED.search(gist) else ()
    return replace(sense, flags=(*sense.flags, *closed, *unread_flags(gist, found), *open_flags(found)))


def open_flags(found):
    """1 October 2023 -: it is said to go on, and not until when."""
    is_open = isinstance(found[-1], Token) and found[-1].kind in "->"
    return ("open-ended",) if is_open else ()


def unread_flags(gist, found):
    """Whether other words stand around the dates, and whether some look like parts of a date."""
    if not gists.other_words(gist):
        return ()
    parts = [item for item in found if not isinstance(item, Phrase) and item.kind in PARTS_OF_DATE]
    return ("other-words", "date-part-unread") if parts else ("other-words",)


def gist_word(item):
    if isinstance(item, Phrase):
        return D
    return "," if item.kind == "," and item.text else item.text.lower()


def interpret(gist, phrases, is_move):
    if gists.OLD_RELATIVE.search(gist):
        return relative(gist)
    sense = moved(gist, phrases) if is_move else None
    if sense:
        return sense
    if gists.CANCELLED.search(gist):
        return cancelled(gist, phrases)
    if gists.NONE_ON.search(gist):
        return Sense(phrases[0], "cancelled", ("cancelled",), reason=IS_CANCELLED)
    if is_move:
        return Sense(phrases[0], "unknown", move_flags(gist), reason=IS_MOVED)
    return dated(gist, phrases)


def cancelled(gist, phrases):
    """All of it, or, where it says so behind one date of several, that one."""
    chosen = gists.CHOSEN.search(gist)
    if chosen and not gists.CANCELLED.search(gist, chosen.start()) and D in gist[: chosen.start()]:
        return one_of(gist, phrases, gist[: chosen.end()].count(D) - 1, "cancelled-in-part")
    match = gists.CANCELLED_ONE.search(gist)
    rest = match and gist[: match.start()] + gist[match.end() :]
    if not match or len(phrases) == 1 or gists.CANCELLED.search(rest):
        return Sense(phrases[0], "cancelled", ("cancelled",), reason=IS_CANCELLED)
    at = gist[: match.start()].count(D)
    gist, phrases = gists.join_all(rest, [*phrases[:at], *phrases[at + 1 :]], False)
    sense = dated(gist, phrases)
    return replace(sense, flags=(*sense.flags, "cancelled-in-part"))


def moved(gist, phrases):
    """The date moved to, or None where the text does not say."""
    roles = move_roles(gist)
    new = new_among(roles, gist)
    if new is not None:
        old = next((phrase for phrase in phrases if phrase is not phrases[new]), None)
        return Sense(phrases[new], flags=move_flags(gist), old=old, beside=old)
    if roles == ["old"] and phrases[0].precision == "day-range":
        return moved_within(phrases[0], move_flags(gist))
    return None


def moved_within(phrase, flags):
    """Moved from 3 to 10 May."""
    old, new = (replace(phrase, precision="day", days=(day,)) for day in phrase.days)
    return Sense(new, flags=flags, old=old)


def not_then(phrases):
    """Not 12 March, or not 12 but 13 March."""
    if len(phrases) == 1:
        return Sense(phrases[0], "unknown", ("not-then",), reason=IS_NOT_THEN)
    return Sense(phrases[1], flags=("moved",), old=phrases[0], beside=phrases[0])


def dated(gist, phrases):
    if gists.NOT_THEN.search(gist):
        return not_then(phrases)
    asides = [gist[: match.end()].count(D) - 1 for match in gists.ASIDE.finditer(gist)]
    meant = [at for at in range(len(phrases)) if at not in asides]
    if asides and len(meant) == 1 and not is_rule(gist, phrases[meant[0]]):
        return one_of(gist, phrases, *meant)
    chosen = gists.CHOSEN.search(gist)
    if chosen:
        return one_of(gist, phrases, gist[: chosen.end()].count(D) - 1)
    if phrases[0].precision in ("month", "season", "month-range") and gists.NAMES_HOLIDAY.search(gist):
        return Sense(phrases[0], "part-year", ("term",), reason=IS_HOLIDAY)
    if is_rule(gist, phrases[0]):
        return rule(phrases[0])
    return several(gist, phrases) if len(phrases) > 1 else alone(gist, on_weekday(gist, phrases[0]))


def on_weekday(gist, phrase):
    """Tuesdays: 13 May, 10 June."""
    named = gists.PLURAL_WEEKDAY.search(gist)
    if not named or phrase.precision != "days-list":
        return phrase
    weekday = WEEKDAYS[f"{named[1]}day"]
    return replace(phrase, days=tuple(replace(day, weekday=weekday) for day in phrase.days))


def is_rule(gist, phrase):
    is_span_of_weekdays = "rule" in phrase.flags and phrase.precision == "day-range"
    if is_span_of_weekdays or gists.OFTEN_FROM.search(gist):
        return True
    if phrase.precision == "days-list" and not gists.EACH.search(gist):
        return False
    if gists.EVERY.search(gist):
        return True
    if gists.DAILY.search(gist) and phrase.precision != "day-range":
        return not any(pattern.search(gist) for pattern in gists.STRETCHES.values())
    return bool(gists.PLACE_IN_MONTH.search(gist)) and phrase.precision != "day"


def one_of(gist, phrases, at, *flags):
    """The date the text comes to, among those it mentions."""
    is_exception = any(words.search(gist) for words in (gists.EVERY, gists.PLACE_IN_MONTH, gists.EXCEPT))
    flags = (*flags, "exception") if is_exception else flags
    if len(phrases) == 1:
        return alone(gist, phrases[0].flagged(*flags))
    other = next(phrase for phrase in phrases if phrase is not phrases[at])
    return Sense(phrases[at], flags=flags or ("one-of-several",), beside=other)


def several(gist, phrases):
    """Dates with other words between them: each of them counts."""
    if any(day.place for phrase in phrases for day in phrase.days):
        return rule(phrases[0])
    days = tuple(day for phrase in phrases for day in phrase.days)
    flags = tuple(flag for phrase in phrases for flag in phrase.flags)
    return Sense(Phrase("days-list", days, (*flags, "several-dates", "words-between")))


def alone(gist, phrase):
    flags = ("tbc",) if gists.TO_BE_CONFIRMED.search(gist) else ()
    phrase = phrase.flagged(*flags, *(["approximate"] if gists.ABOUT.search(gist) else []))
    if phrase.days[0].place and gists.PLACE_IN_MONTH.search(gist):
        phrase = phrase.flagged("one-of-several")
    if f"between {D}" in gist and phrase.precision == "days-list" and len(phrase.days) == 2:
        phrase = replace(phrase, precision="day-range")
    stretch = next((name for name, pattern in gists.STRETCHES.items() if pattern.search(gist)), None)
    return Sense(stretched(phrase, stretch)) if stretch else limited(gist, phrase)


def stretched(phrase, stretch):
    """A week, a fortnight or a weekend, said by one of its days; weeks, by several."""
    if stretch == "end-of-week":
        return replace(phrase, precision="until", stretch=stretch, flags=(*phrase.flags, "deadline"))
    if phrase.precision == "days-list" and stretch in ("week", "week-ending"):
        return replace(phrase, stretch=stretch, flags=(*phrase.flags, "several-weeks"))
    if phrase.precision != "day":
        is_one = stretch == "weekend" and (phrase.precision == "day-range" or len(phrase.days) == 2)
        return replace(phrase, precision="day-range") if is_one else phrase
    precision = "week" if stretch in ("week", "week-ending") else "day-range"
    return replace(phrase, precision=precision, stretch=stretch)


def limited(gist, phrase):
    if gists.LIMIT_ONLY.search(gist):
        return Sense(phrase, "unknown", ("open-ended",), reason=IS_LIMIT)
    if phrase.precision in ("day", "month") and gists.DEADLINE.search(gist):
        return Sense(replace(phrase, days=phrase.days[-1:]), "until", ("deadline",))
    if not phrase.precision.endswith(("range", "list")) and gists.OPEN_END.search(gist):
        return Sense(phrase, flags=("open-ended",))
    return Sense(phrase)


def rule(phrase=None):
    return Sense(phrase, "recurring", ("rule",), reason=IS_RULE)


def relative(gist):
    match = gists.RELATIVE.search(gist)
    return Sense(None, RELATIVE_PRECISIONS.get(match["unit"], "day"), ("relative",), reason=IS_RELATIVE)


def without_date(gist):
    if gists.CANCELLED.search(gist):
        return Sense(None, "cancelled", ("cancelled",), reason=IS_CANCELLED)
    if gists.TO_BE_CONFIRMED.search(gist):
        return Sense(None, "unknown", ("tbc",), reason=IS_UNKNOWN)
    if gists.POSTPONED.search(gist):
        return Sense(None, "unknown", move_flags(gist), reason=IS_MOVED)
    if any(pattern.search(gist) for pattern in (gists.EVERY, gists.PLACE_IN_MONTH, gists.OFTEN, gists.DAILY)):
        return rule()
    if gists.HOLIDAY.search(gist):
        return Sense(None, "part-year", ("unread",), reason=IS_HOLIDAY)
    if gists.RELATIVE.search(gist):
        return relative(gist)
    if not re.search(r"\w", gist):
        return Sense(None, "unknown", ("blank",), reason=IS_BLANK)
    return not_a_date(gist)


def not_a_date(gist):
    for name, pattern, what in gists.NOT_DATES:
        if re.search(pattern, gist):
            return Sense(None, "not-a-date", (name,), reason=f"This is {what}.")
    return Sense(None, "not-a-date", ("unread",), reason=NOT_FOUND)
