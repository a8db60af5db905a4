"""The shapes a date is written in, and the builder of the phrase that each of them makes.

A shape is a pattern over the kinds of the tokens (date_tokens.py has the letters); its builder turns
the tokens it matched into a Phrase: days that may still lack their year, or even their month.
"""

import re

from meetings import date_days as days
from meetings import date_spans as spans
from meetings.date_found import Found
from meetings.date_tokens import weekdays_first

NO_MONTH_NEXT = "(?!,?f?[mM])"
DAY = "(?:w,?)?[no]"
JOIN = "(?:,*[-/>&|],*|,+)"
YEAR = f"(?P<year>,?[yh]|,?j(?=[,.]*$)|n(?!(?:{JOIN}?w?[no])*,?f?[mM])(?![-./>]n))?"
APART = "(?:,*[->&|],*|,+)"
LONG_YEAR = "(?P<year>,?[yh]|,?j(?=[,.]*$))?"
YEAR_FIRST = "(?P<weekdays>)(?P<year>y)[-/,]?(?P<month>m)[-/,]?(?P<days>[no])"
SPREADSHEETS = "(?P<weekdays>)(?P<days>n)(?P<mark>[-/])(?P<month>m)(?P=mark)(?P<year>[yhn])"
DAYS = f"{DAY}(?:(?:{JOIN}|(?<=o)(?=w?o)){DAY})*"
YEAR_THEN_DAYS = f"(?<![^,])(?P<year>y),?(?P<weekdays>w,?)?(?P<days>{DAYS})f?(?P<month>m)(?!,?[yhn])"
NO_YEAR_PAIR = "(?<![^mM,]y[-/])(?<!^y[-/])"  # 2025-26, 12 March
WEEKDAYS = "(?P<weekdays>w[-/&>]w,?|w(?:[,/&]+w)+,?|W,?)?"
DAYS_THEN_MONTH = f"{NO_YEAR_PAIR}{WEEKDAYS}(?P<days>{DAYS})(?:[,f]{{0,3}}|-)(?P<month>[mM]){YEAR}"
DAYS_AT_ONCE = f"(?P<weekdays>w,?)?(?P<days>{DAY}(?:[-/>&|]{DAY})*)(?:[,f]{{0,3}}|-)(?P<month>[mM]){YEAR}"
A_DAY = f"(?P<weekdays>w,?)?(?P<days>[no])f?(?P<month>[mM]){YEAR}"
MONTH_THEN_DAYS = (
    f"(?P<weekdays>w(?:[-/&>]w)?,?)?(?P<month>[mM])(?:,?b?|-(?=n[,.]*$))"
    f"(?P<days>[no]{NO_MONTH_NEXT}(?:{JOIN}[no]{NO_MONTH_NEXT})*){LONG_YEAR}"
)
PLACES = "(?P<places>(?:[Oo]w?,)*[Oo]w?,?[&|/][Oo][wW]|[Oo]w)"
AND = "(?:,+&?|&|/)"
MONTH_THEN_DAY = f"(?:w,?)?[mM],?[no](?:{JOIN}(?:w,?)?[no])*(?:,?[yh])?"
MONTHS_FIRST = f"{MONTH_THEN_DAY}(?:{AND}{MONTH_THEN_DAY})+{NO_MONTH_NEXT}"
YEARS_DAYS = f"(?P<days>o(?:{JOIN}[no])*|n(?:{JOIN}n)+(?=[,.]*$)){NO_MONTH_NEXT}"
MONTH_YEAR_DAYS = f"(?P<weekdays>)(?P<month>m),?(?P<year>y),*{YEARS_DAYS}"
SHAPES = (
    ("date in figures", "(?:w,?)?d", days.whole_date),
    ("days and a date in figures", f"(?P<days>(?:[no]{APART})*[no](?:{APART}|/))(?P<date>d)", days.days_to_whole_date),
    ("months before their days", MONTHS_FIRST, days.months_first),
    ("month, year and days", MONTH_YEAR_DAYS, days.days_and_month),
    ("label's numbers, then days", f"l(?:{JOIN}n)*,+{DAYS_AT_ONCE}", days.days_and_month),
    ("label's numbers, then a day", f"l(?:{JOIN}n)*{JOIN}{A_DAY}", days.days_and_month),
    ("label's number or a day", f"lf?(?P<month>m){LONG_YEAR}", days.label_or_day),
    ("year first", YEAR_FIRST, days.days_and_month),
    ("spreadsheet's date", SPREADSHEETS, days.days_and_month),
    ("year, then days", YEAR_THEN_DAYS, days.days_and_month),
    ("digits apart", f"(?P<days>n[no])f?(?P<month>[mM]){LONG_YEAR}", days.digits_apart),
    ("days then month", DAYS_THEN_MONTH, days.days_and_month),
    ("month then days", MONTH_THEN_DAYS, days.days_and_month),
    ("weekdays of a month", f"{PLACES},?(?P<of>f)?(?P<month>[mM]){LONG_YEAR}", days.weekdays_of_month),
    ("week of a month", f"(?P<place>[Oo])(?P<week>b)fm{LONG_YEAR}", spans.week_of_month),
    ("ordinal in words", f"(?P<weekdays>w,?)?(?P<days>O)f?(?P<month>m){LONG_YEAR}", days.ordinal_of_month),
    ("part of a month", f"(?P<parts>p[-f]*(?:[-/>&]+p[-f]*)*)m{LONG_YEAR}", spans.part_of_month),
    ("months", "m(?P<first_year>,?[yh])?[-/>]m(?P<year>,?[yh]|(?<=m/m)n(?=[,.]*$))?", spans.months),
    ("month", f"m{LONG_YEAR}", spans.months),
    ("part of a year", "p[-f]*(?:(?P<year>y)|Z)", spans.part_of_year),
    ("New Year", "(?:pf?|(?<=f))Y", spans.new_year),
    ("season", "(?:p[-f]*)?s(?:[-/&](?:p[-f]*)?s)?(?:,?f?[yh](?P<second_year>[-/][ny])?|(?!x))", spans.season),
    ("quarter", "qf?,?(?P<year>y)", spans.quarter),
    ("figures without year", "(?<![/.xnyNj])(?:w,?)?(?P<figures>n(?:[->]n)?/n)(?!-?x|[/.nyNj])", days.figures),
    ("weekday and day", "w,?[no](?![-/.]n)", days.day_without_month),
    ("day alone", "(?<![^bB>&f,@F])o(?=[,.]*$)", days.day_without_month),
    ("year named", "Zy[-/][ny]", spans.named_year),
    ("month in figures", "^[fb]?(?P<year>y)[-/](?P<month>n)$|^[fb]?(?P<number>n)/(?P<of>y)$", spans.month_in_figures),
    ("municipal year", "^[fb]?y[-/][ny]$", spans.municipal_year),
    ("year", "^[fb]?y$", spans.whole_year),
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
