"""Builders of the phrases that name days: each turns the tokens that its shape matched into a Phrase.

One that answers None says that the tokens are no date after all.
"""

import re
from dataclasses import replace

from meetings.date_phrases import Day, Phrase, days_joined, month_span, with_weekdays
from meetings.date_tokens import MOST_WEEKS, century
from meetings.date_words import ALSO_WORDS, HEADINGS

APRIL = 4
YEAR_FIRST = re.compile("(?:2[0-9]|3[01])-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12][0-9]|3[01])")


def whole_date(found):
    day, month, year = found.value("d")
    phrase = Phrase("day", (Day(day, month, year, found.value("w")),))
    return replace(phrase, others=year_first(found)) if YEAR_FIRST.fullmatch(found[0][-1].text) else phrase


def year_first(found):
    """24-03-05 may be the 24th, or of 2024."""
    year, month, day = (int(part) for part in found[0][-1].text.split("-"))
    return (Phrase("day", (Day(day, month, century(year), found.value("w")),)),) if year != day else ()


def days_to_whole_date(found):
    """5-7/3/2024: the days before the figures are of the same month."""
    last, month, year = found.value("d", group="date")
    numbers = [token.value for token in found["days"] if token.kind in "no"]
    return days_joined([Day(number, month, year) for number in (*numbers, last)], joins_in(found["days"]))


def joins_in(tokens):
    return {token.kind for token in tokens} & set("-/>,&|")


def days_and_month(found):
    """Days and their month, in either order: 22nd-25th January, Tues 5 & Weds 6 March, April 2nd 2009."""
    days, weekday = [], None
    for token in found["days"]:
        if token.kind in "no":
            days.append(Day(token.value, found.value("m", "M", group="month"), found.year, weekday))
        weekday = token.value if token.kind == "w" else None if token.kind in "no" else weekday
    days = with_weekdays(days, [token.value for token in found["weekdays"] if token.kind == "w"])
    every = found.value("W")
    days = [replace(day, weekday=every) for day in days] if every is not None else days
    phrase = days_joined(days, joins_in(found["days"]))
    if every is not None and phrase.precision == "day-range":
        return None
    phrase = phrase.flagged("rule") if every is not None and phrase.precision == "day" else phrase
    other = other_meaning(found, phrase)
    return replace(phrase, others=(other,)) if other else phrase


def other_meaning(found, phrase):
    """What the same tokens could as well mean, or None."""
    kinds = found.match.group()
    if re.fullmatch("m,?n/n", kinds) and phrase.precision == "day-range" and phrase.days[0].number > 9:
        return month_of_year_pair(found)
    is_month_or_day = (kinds == "m-n" or found.is_alone and kinds == "mn") and len(found[0][-1].text) == 2
    return month_of_short_year(found) if is_month_or_day else behind_counted(found, phrase)


def months_first(found):
    """March 3, 10 and 17; April 7: every month takes the numbers behind it."""
    days, month, weekday = [], None, None
    for token in found[0]:
        month = token.value if token.kind in "mM" else month
        weekday = token.value if token.kind == "w" else weekday
        if token.kind in "no":
            days.append(Day(token.value, month, None, weekday))
            weekday = None
        elif token.kind in "yh":
            days[-1] = replace(days[-1], year=token.value)
    if not all(1 <= day.number <= 31 for day in days):
        return None
    doubt = ("range-in-list",) if joins_in(found[0]) & {"-", ">"} else ()
    return Phrase("days-list", tuple(days), ("several-dates", *doubt))


def behind_counted(found, phrase):
    """Meeting 3 - 12 March, or Sessions 1 and 2, 12 March: what is meant if those numbers count them, or None."""
    joins = [token.kind for token in found["days"] if token.kind in "-/>,&|"]
    if not joins or found["days"][0].kind != "n" or not may_be_counted(found, phrase, joins):
        return None
    last = max((at for at, token in enumerate(found["days"]) if token.kind == ","), default=-2)
    rest = [token for token in found["days"][last:] if token.kind in "no"]
    return days_joined(list(phrase.days[-len(rest) :]), joins_in(found["days"][last + 1 :]))


def may_be_counted(found, phrase, joins):
    """Not the sessions 4, 11 and 18 March, nor each day 3-12 March; but perhaps the tables 1-6, 14 April."""
    *before, heading = ["", *(token.text.lower() for token in found.tokens[: found.match.start()])]
    is_listed = joins[-1] == "," and bool(set(joins) - {","})
    if not {heading, heading.removesuffix("s")} & HEADINGS or before[-1] in ("each", "every"):
        return is_listed and bool(found.before) and found.before.kind == "x"
    if phrase.precision == "day-range" or joins == [","]:
        return "/" not in joins and not heading.endswith("s")
    return is_listed


def label_or_day(found):
    """Ward 3 June 2025: that ward in June, or the 3rd?"""
    number, month = found.value("l"), found["month"][0]
    is_word = month.text.lower() in ALSO_WORDS and not month.text[0].isupper()
    if is_word or not 1 <= number <= 31:
        return None
    return Phrase("day", (Day(number, month.value, found.year),), others=(month_span(month.value, found.year),))


def month_of_short_year(found):
    return month_span(found.value("m", "M"), century(found[0][-1].value))


def month_of_year_pair(found):
    """Jan 17/18 may be January of the year from 2017 to 2018."""
    month, years = found.value("m"), [century(token.value) for token in found[0] if token.kind == "n"]
    return month_span(month, years[month < APRIL])


def digits_apart(found):
    """1 2 March: the 12th with a gap, or the 1st and the 2nd?"""
    first, last = (token.value for token in found["days"])
    month, year = found.value("m", "M"), found.year
    if max(first, last) > 9 or len(found["days"][0].text) > 1 or not 10 <= first * 10 + last <= 31:
        return None
    joined = Phrase("day", (Day(first * 10 + last, month, year),))
    return replace(joined, others=(Phrase("day-range", (Day(first, month, year), Day(last, month, year))),))


def weekdays_of_month(found):
    """The second Saturday in March, first and third Tuesday in May; a place without its weekday has the next one's.

    Without the "in", 2nd Saturday March, it could be meant as the 2nd.
    """
    days, weekday = [], None
    for token in reversed(found["places"]):
        weekday = token.value if token.kind in "wW" else weekday
        if token.kind in "oO":
            days.insert(0, Day(1, found.value("m", "M", group="month"), found.year, weekday, token.value))
    if not all(day.place and day.place <= MOST_WEEKS for day in days):
        return None
    flags = () if found["places"][0].kind == "O" or found["of"] else ("weekday-counted",)
    return days_joined(days, joins_in(found["places"])).flagged(*flags)


def ordinal_of_month(found):
    number = found.value("O")
    if number < 1 or found.before and found.before.kind == "O":
        return None
    return Phrase("day", (Day(number, found.value("m"), found.year, found.value("w")),))


def figures(found):
    """22/9 in UK order, without a year."""
    *days, month = (token.value for token in found["figures"] if token.kind == "n")
    if not 1 <= month <= 12 or not all(1 <= day <= 31 for day in days) or is_share(found):
        return None
    days = [Day(day, month) for day in days]
    return days_joined(with_weekdays(days, [token.value for token in found[0] if token.kind == "w"]), {"-"})


def is_share(found):
    """24/7, 3/4 of residents, a 1/2 day workshop."""
    is_round_the_clock = found.is_alone and [token.text for token in found[0]] == ["24", "/", "7"]
    return is_round_the_clock or (found.after and found.after.text.lower() in ("of", "day"))


def day_without_month(found):
    """Also "was 6th", where a date stands before it."""
    if found.before and found.before.kind == "F" and not set(found.match.string[: found.match.start()]) & set("mMd"):
        return None
    return Phrase("day", (Day(found.value("n", "o"), weekday=found.value("w")),))
