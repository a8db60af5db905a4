"""The shapes a date is written in, and the phrase each of them makes.

A shape is a pattern over the kinds of the tokens (date_tokens.py has the letters); its builder turns
the tokens it matched into a Phrase: days that may still lack their year, or even their month. A builder
that answers None says the tokens are no date after all.
"""

import re
from dataclasses import replace

from meetings.date_phrases import LAST, Day, Phrase, days_joined, month_span, with_weekdays
from meetings.date_tokens import MOST_WEEKS, century, weekdays_first
from meetings.date_words import TITLES

PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, LAST), "end": (LAST, LAST)}
PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (12, 12)}
UNSURE = ("tbc", "tba")
ALSO_WORDS = ("may", "march", "mar")


class Found:
    """The tokens a shape matched, by the names of its groups."""

    def __init__(self, tokens, match):
        self.tokens, self.match = tokens, match

    def __getitem__(self, group):
        start, end = self.match.span(group)
        return self.tokens[max(start, 0) : max(end, 0)]

    def value(self, *kinds, group=0):
        return next((token.value for token in self[group] if token.kind in kinds), None)

    @property
    def year(self):
        token = next((token for token in self["year"] if token.kind in "yhn"), None)
        if token is None or len(token.text) < 2:
            return None
        return century(token.value) if token.kind == "n" else token.value

    @property
    def flags(self):
        short_year = any(token.kind == "n" for token in self["year"]) if "year" in self.match.re.groupindex else 0
        mended = [flag for token in self[0] for flag in token.flags]
        return tuple(dict.fromkeys(mended + ["2-digit-year"] * bool(short_year)))

    @property
    def before(self):
        return self.tokens[self.match.start() - 1] if self.match.start() else None

    @property
    def after(self):
        return self.tokens[self.match.end()] if self.match.end() < len(self.tokens) else None

    @property
    def is_alone(self):
        outside = self.match.string[: self.match.start()] + self.match.string[self.match.end() :]
        return not outside.strip(",.")


def whole_date(found):
    day, month, year = found.value("d")
    return Phrase("day", (Day(day, month, year, found.value("w")),))


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
    kinds = found.match.group()
    is_month_or_day = (kinds == "m-n" or found.is_alone and kinds == "mn") and len(found[0][-1].text) == 2
    return replace(phrase, others=(month_of_short_year(found),)) if is_month_or_day else phrase


def month_of_short_year(found):
    return month_span(found.value("m", "M"), century(found[0][-1].value))


def digits_apart(found):
    """1 2 March: the 12th with a gap, or the 1st and the 2nd?"""
    first, last = (token.value for token in found["days"])
    month, year = found.value("m", "M"), found.year
    if len(found["days"][0].text + found["days"][1].text) > 2 or not 10 <= first * 10 + last <= 31:
        return None
    joined = Phrase("day", (Day(first * 10 + last, month, year),))
    return replace(joined, others=(Phrase("day-range", (Day(first, month, year), Day(last, month, year))),))


def weekday_of_month(found):
    """The second Saturday in March; without the "in", 2nd Saturday March, it could be meant as the 2nd."""
    place = found.value("O", "o", group="place")
    if not place or place > MOST_WEEKS:
        return None
    flags = () if found["place"][0].kind == "O" or found["of"] else ("weekday-counted",)
    return Phrase("day", (Day(1, found.value("m", "M"), found.year, found.value("w"), place),), flags)


def week_of_month(found):
    place = found.value("O", "o", group="place")
    if found["week"][0].text.lower() != "week" or not -1 <= place <= 4:
        return None
    first, last = (-7, LAST) if place == -1 else (7 * place - 6, 7 * place)
    month = found.value("m")
    return Phrase("week", (Day(first, month, found.year), Day(last, month, found.year)), ("approximate",))


def ordinal_of_month(found):
    number = found.value("O")
    if number < 1 or found.before and found.before.kind == "O":
        return None
    return Phrase("day", (Day(number, found.value("m"), found.year, found.value("w")),))


def part_of_month(found):
    parts = [token.value for token in found["parts"] if token.kind == "p"]
    first, last = PARTS_OF_MONTH[parts[0]][0], PARTS_OF_MONTH[parts[-1]][1]
    month, year = found.value("m"), found.year
    precision = "until" if parts == ["end"] else "part-month"
    return Phrase(precision, (Day(first, month, year), Day(last, month, year)), ("approximate",))


def months(found):
    names = [token for token in found[0] if token.kind == "m"]
    years = [found.value(*"yh", group="first_year")] if "first_year" in found.match.re.groupindex else []
    years = [year for year in (*years, found.year) if year is not None]
    if found["year"] and found.year is None:
        return None
    if not years and not is_month_for_sure(names[0], found):
        return None
    if len(names) == 1:
        return month_span(names[0].value, *years)
    first_year = years[0] if len(years) == 2 or found["first_year"] else None
    last_year = years[-1] if found["year"] else None
    span = month_span(names[0].value, first_year, names[1].value, precision="month-range")
    return replace(span, days=(span.days[0], replace(span.days[1], year=last_year)))


def is_month_for_sure(token, found):
    """ "May" and "March" are words too: without a year they count alone or after "in", "by", "until"."""
    if found.after and found.after.text.lower() == "meeting":
        return True
    after_title = found.before and found.before.text.lower() in TITLES
    stands_apart = found.is_alone or (
        found.before and (found.before.kind in "fbB>-/&|," or found.before.text.lower() in UNSURE)
    )
    return not after_title and (token.text.lower() not in ALSO_WORDS or (token.text[0].isupper() and stands_apart))


def part_of_year(found):
    part = found.value("p")
    first, last = PARTS_OF_YEAR[part]
    first_day = LAST if part == "end" else 1
    precision = "until" if part == "end" else "part-year"
    return Phrase(precision, (Day(first_day, first, found.year), Day(LAST, last, found.year)), ("approximate",))


def new_year(found):
    """Early in the New Year: January."""
    return replace(month_span(1), precision="part-year", flags=("approximate",))


def season(found):
    """Three months; winter runs over the year's end, so one year alone could mean two winters."""
    seasons, year = [token.value for token in found[0] if token.kind == "s"], found.value("y", "h")
    if not (year or found.is_alone or (found.before and found.before.kind in "fbB>")):
        return None
    days = Day(1, seasons[0], year), Day(LAST, (seasons[-1] + 1) % 12 + 1)
    span = Phrase("season", days, ("approximate",))
    if seasons[0] != 12 or not year or found["second_year"]:
        return span
    return replace(span, others=(replace(span, days=(replace(days[0], year=year - 1), days[1])),))


def quarter(found):
    """Of the calendar year or of the council's, which begins in April."""
    number, year = found.value("q"), found.year
    last = number * 3
    calendar = month_span(last - 2, year, last, precision="month-range")
    financial_year = year + 1 if number == 4 else year
    first = last % 12 + 1
    return replace(calendar, others=(month_span(first, financial_year, first + 2, precision="month-range"),))


def whole_year(found):
    return month_span(1, found.value("y"), 12, precision="year")


def municipal_year(found):
    """2023/24: the financial year from April, or the municipal or the school year."""
    year = found.value("y")
    last = month_span(4, year, 3, year + 1, precision="year")
    return replace(last, others=(month_span(9, year, 8, year + 1, precision="year"),))


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


NO_MONTH_NEXT = "(?!,?f?[mM])"
DAY = "(?:w,?)?[no]"
JOIN = "(?:,*[-/>&|],*|,+)"
YEAR = f"(?P<year>,?[yh]|n(?!(?:{JOIN}?w?[no])*,?f?[mM])(?![-./>]n))?"
LONG_YEAR = "(?P<year>,?[yh])?"
YEAR_FIRST = "(?P<weekdays>)(?P<year>y)[-/,]?(?P<month>m)[-/,]?(?P<days>[no])"
SPREADSHEETS = "(?P<weekdays>)(?P<days>n)(?P<mark>[-/])(?P<month>m)(?P=mark)(?P<year>[yhn])"
DAYS = f"{DAY}(?:(?:{JOIN}|(?<=o)(?=w?o)){DAY})*"
DAYS_THEN_MONTH = f"(?P<weekdays>w[-/&>]w,?|W,?)?(?P<days>{DAYS})(?:[,f]{{0,3}}|-)(?P<month>[mM]){YEAR}"
MONTH_THEN_DAYS = (
    f"(?P<weekdays>w(?:[-/&>]w)?,?)?(?P<month>[mM])(?:,?b?|-(?=n[,.]*$))"
    f"(?P<days>[no]{NO_MONTH_NEXT}(?:{JOIN}[no]{NO_MONTH_NEXT})*){LONG_YEAR}"
)
SHAPES = (
    ("date in figures", "(?:w,?)?d", whole_date),
    ("days and a date in figures", f"(?P<days>(?:[no]{JOIN})+)(?P<date>d)", days_to_whole_date),
    ("year first", YEAR_FIRST, days_and_month),
    ("spreadsheet's date", SPREADSHEETS, days_and_month),
    ("digits apart", f"(?P<days>n[no])f?(?P<month>[mM]){LONG_YEAR}", digits_apart),
    ("days then month", DAYS_THEN_MONTH, days_and_month),
    ("month then days", MONTH_THEN_DAYS, days_and_month),
    ("weekday of a month", f"(?P<place>[Oo])w,?(?P<of>f)?(?P<month>[mM]){LONG_YEAR}", weekday_of_month),
    ("week of a month", f"(?P<place>[Oo])(?P<week>b)fm{LONG_YEAR}", week_of_month),
    ("ordinal in words", f"(?P<weekdays>w,?)?(?P<days>O)f?(?P<month>m){LONG_YEAR}", ordinal_of_month),
    ("part of a month", f"(?P<parts>p[-f]*(?:[-/>&]+p[-f]*)*)m{LONG_YEAR}", part_of_month),
    ("months", "m(?P<first_year>,?[yh])?[-/>]m(?P<year>,?[yh]|(?<=m/m)n(?=[,.]*$))?", months),
    ("month", f"m{LONG_YEAR}", months),
    ("part of a year", "p[-f]*(?:(?P<year>y)|Z)", part_of_year),
    ("New Year", "(?:pf?|(?<=f))Y", new_year),
    ("season", "(?:p[-f]*)?s(?:[-/&](?:p[-f]*)?s)?(?:,?f?[yh](?P<second_year>[-/][ny])?|(?!x))", season),
    ("quarter", "qf?,?(?P<year>y)", quarter),
    ("figures without year", "(?<![/.xnyN])(?:w,?)?(?P<figures>n(?:-n)?/n)(?!-?x|[/.nyN])", figures),
    ("weekday and day", "w,?[no](?![-/.]n)", day_without_month),
    ("day alone", "(?<![^bB>f,@F])o(?=[,.]*$)", day_without_month),
    ("municipal year", "^[fb]?y[-/][ny]$", municipal_year),
    ("year", "^[fb]?y$", whole_year),
)
COMPILED = [(re.compile(pattern), builder) for _, pattern, builder in SHAPES]


def find_phrases(tokens):
    """The tokens in order, with each date's tokens replaced by its Phrase."""
    tokens = weekdays_first(tokens)
    kinds = "".join(token.kind for token in tokens)
    found, at = [], 0
    while at < len(tokens):
        phrase, end = phrase_at(at, kinds, tokens)
        found.append(phrase or tokens[at])
        at = end
    return found


def phrase_at(at, kinds, tokens):
    for pattern, builder in COMPILED:
        match = pattern.match(kinds, at)
        phrase = builder(Found(tokens, match)) if match else None
        if phrase:
            return phrase.flagged(*Found(tokens, match).flags), match.end()
    return None, at + 1
