"""Builders of the phrases that name more than days: weeks, parts of a month or year, months, seasons, years."""

import re
from dataclasses import replace

from meetings.date_phrases import LAST, Day, Phrase, month_span
from meetings.date_words import ALSO_WORDS, OCCASIONS, TITLES

PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, LAST), "end": (LAST, LAST)}
PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (12, 12)}
UNSURE = ("tbc", "tba")
A_DAY = re.compile("d|[noO],?f?[mM]|[mM],?[no]")
NEXT_MONTH = re.compile("[&,|/]+m")
APRIL, SEPTEMBER = 4, 9
FIRST_MONTHS = {"financial": APRIL, "fiscal": APRIL, "school": SEPTEMBER, "academic": SEPTEMBER}
YEARS = range(1900, 2100)  # which figures alone are taken for
FIRST_NAMES = {"April", "May", "June", "Jan"}
THINGS = set(OCCASIONS.split())
SAID_OF_DATE = re.compile("cancel|postpon|defer|delay|moved|re|tb[acdn]|onward|only|if|is|has|will|with", re.I)


def week_of_month(found):
    place = found.value("O", "o", group="place")
    if found["week"][0].text.lower() != "week" or not -1 <= place <= 4:
        return None
    first, last = (-7, LAST) if place == -1 else (7 * place - 6, 7 * place)
    month = found.value("m")
    return Phrase("week", (Day(first, month, found.year), Day(last, month, found.year)), ("approximate",))


def part_of_month(found):
    if found.after and found.after.text.lower() == "bank":  # Early May bank holiday
        return None
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
    if not years and (names_thing(found) or not is_month_for_sure(names[0], found)):
        return None
    if len(names) == 1:
        return month_span(names[0].value, *years)
    first_year = years[0] if len(years) == 2 or found["first_year"] else None
    last_year = years[-1] if found["year"] else None
    span = month_span(names[0].value, first_year, names[1].value, precision="month-range")
    return replace(span, days=(span.days[0], replace(span.days[1], year=last_year)))


def names_thing(found):
    """June Smith, or the June meeting beside a day: it says who or what, not when."""
    word = found.after.text if found.after and found.after.kind == "x" else ""
    if not word.isalpha() or SAID_OF_DATE.match(word):
        return False
    is_person = found[0][0].text.title() in FIRST_NAMES and word.istitle() and word.lower() not in THINGS
    return is_person or bool(A_DAY.search(found.outside))


def is_month_for_sure(token, found):
    """ "May" and "March" are words too: without a year they count alone or after "in", "by", "until"."""
    if found.after and found.after.text.lower() == "meeting" or NEXT_MONTH.match(found.match.string, found.match.end()):
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


def named_year(found):
    """The financial year 2024/25 is from April, the school year from September."""
    kind = found.before.text.lower() if found.before else ""
    if not is_pair(found) or kind not in FIRST_MONTHS:
        return municipal_year(found) if kind == "municipal" else None
    return year_from(FIRST_MONTHS[kind], found.value("y"))


def is_pair(found):
    years = [token.value for token in found[0] if token.kind in "ny"]
    return years[-1] % 100 == (years[0] + 1) % 100


def year_from(month, year):
    return month_span(month, year, month - 1, year + 1, precision="year")


def month_in_figures(found):
    """2025-06 and 06/2025; 2011-12 may be a pair of years."""
    year, month = found.value("y"), found.value("n")
    if not 1 <= month <= 12 or year not in YEARS:
        return None
    others = pair_of_years(year) if found.match["year"] and is_pair(found) else ()
    return replace(month_span(month, year), others=others)


def pair_of_years(year):
    """The financial year from April, or the municipal or the school year."""
    return tuple(year_from(first_month, year) for first_month in (APRIL, SEPTEMBER))


def municipal_year(found):
    """2023/24, but not 2025-13."""
    meant, *others = pair_of_years(found.value("y"))
    return replace(meant, others=tuple(others)) if is_pair(found) else None
