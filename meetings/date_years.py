"""The years (and months) that were not written: from the period, the weekday, or the dates beside it.

Nothing is guessed: where more than one day fits, all of them are answered and none is chosen.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

LONGEST_INFERRED = timedelta(days=330)  # a span read as longer is one whose ends are the wrong way round
A_WEEK = 7
SATURDAY = 5
# Days before the one that is written, and after it.
STRETCHES = {"week": (0, 6), "week-ending": (-6, 0), "end-of-week": (6, 6), "fortnight": (0, 13)}
LONGEST_PERIOD = 10  # years; a longer one tells no year from another
USUAL_YEARS = range(1900, 2200)
MARGIN = 1.25  # how much nearer its neighbour one year must lie than the next best


@dataclass(frozen=True)
class Placed:
    """A phrase's dates, or none and the `choices` there are; each a tuple of dates."""

    dates: tuple = ()
    choices: tuple = ()
    flags: tuple = ()
    problem: str = ""
    years: tuple = ()  # where it has no such day


def place(phrase, period=None, near=None):
    """`near` is (date, whether it stands earlier in the list) of a neighbour, to tell years by."""
    if period and period[1].year - period[0].year > LONGEST_PERIOD:
        period = None
    if all(day.year is None for day in phrase.days):
        placed = place_undated(phrase, period, near)
    else:
        placed = place_dated(phrase, period)
    if phrase.others and (placed.dates or placed.choices):
        return with_others(placed, phrase, period, near)
    return replace(placed, flags=(*placed.flags, *stretch_flags(phrase, placed.dates))) if placed.dates else placed


def with_others(placed, phrase, period, near):
    """A phrase of two meanings is settled only where the others do not fit the period, and a year is not."""
    others = [place(other, period, near) for other in phrase.others]
    is_year = phrase.precision == "year"  # which may be spoken of at any time
    fitting = [other for other in others if other.dates and (is_year or "outside-period" not in other.flags)]
    agreeing = [each for each in (placed, *fitting) if "weekday-mismatch" not in each.flags]
    if len(agreeing) == 1 and has_one_weekday(phrase):
        return agreeing[0]
    if not any(other.dates or other.choices for other in others):
        return placed
    if not fitting:
        return replace(placed, flags=(*placed.flags, "meaning-by-period"))
    if placed.dates and "outside-period" in placed.flags and len(fitting) == 1:
        return replace(fitting[0], flags=(*fitting[0].flags, "meaning-by-period"))
    choices = (placed.dates,) if placed.dates else placed.choices
    choices = tuple(dict.fromkeys((*choices, *(other.dates for other in fitting))))
    if len(choices) == 1 and placed.dates:
        return placed
    return Placed((), choices, (*placed.flags, "ambiguous"), "ambiguous")


def has_one_weekday(phrase):
    """Whether the same weekday is said of all that it could mean."""
    weekdays = {day.weekday for meaning in (phrase, *phrase.others) for day in meaning.days}
    return len(weekdays) == 1 and None not in weekdays


def place_dated(phrase, period):
    dates = fill_years(phrase.days)
    if not dates:
        return Placed(flags=("no-such-day",), problem="no-such-day")
    if dates[-1] < dates[0] and phrase.precision != "days-list":
        return Placed((), ((dates[-1], dates[0]),), ("backwards",), "backwards")
    written = {day.year for day in phrase.days}
    doubts = {
        "no-year": any(found.year not in written for found in dates),
        "outside-period": period and not is_within(dates, period, phrase.is_list),
        "odd-year": any(day.year not in USUAL_YEARS for day in dates),
        "weekday-mismatch": weekday_misfit(phrase.days, dates),
    }
    choices = weekday_choices(phrase.days, dates) if doubts["weekday-mismatch"] else ()
    return Placed(dates, choices, tuple(flag for flag, is_so in doubts.items() if is_so))


def fill_years(days):
    """Each day's date; one without a year takes it from the days around it, in their order."""
    dates = [on(day, day.year) if day.year else None for day in days]
    if any(day.year and not found for day, found in zip(days, dates, strict=True)):
        return None
    for i in reversed(range(len(days) - 1)):
        if dates[i] is None and dates[i + 1]:
            dates[i] = latest_before(days[i], dates[i + 1])
    for i in range(1, len(days)):
        if dates[i] is None and dates[i - 1]:
            dates[i] = earliest_after(days[i], dates[i - 1])
    return tuple(dates) if all(dates) else None


def latest_before(day, limit):
    found = (on(day, year) for year in range(limit.year, limit.year - 2, -1))
    return next((found_day for found_day in found if found_day and found_day <= limit), None)


def earliest_after(day, limit):
    found = (on(day, year) for year in range(limit.year, limit.year + 2))
    return next((found_day for found_day in found if found_day and found_day >= limit), None)


def on(day, year, month=None):
    """The day's date in that year, or None where the calendar has no such day."""
    month = day.month or month
    if month is None or not MINYEAR <= year <= MAXYEAR or not 1 <= month <= 12:
        return None
    first_weekday, length = monthrange(year, month)
    number = day.number if day.number >= 0 else length + 1 + day.number
    if day.place:
        number = (day.weekday - first_weekday) % A_WEEK + 1
        number += A_WEEK * (day.place - 1) if day.place > 0 else A_WEEK * ((length - number) // A_WEEK)
    return date(year, month, number) if 1 <= number <= length else None


def place_undated(phrase, period, near):
    missing = "no-month" if any(day.month is None for day in phrase.days) else "no-year"
    if not exists(phrase.days):
        return Placed(flags=("no-such-day",), problem="no-such-day")
    if not period and not near:
        return Placed(flags=(missing,), problem=missing)
    years = range(period[0].year - 1, period[1].year + 2) if period else range(near[0].year - 1, near[0].year + 2)
    everything = candidates(phrase, years)
    if not everything:
        return Placed(flags=("no-such-day", missing), problem="no-such-day", years=tuple(years[1:-1]))
    inside = [dates for dates in everything if not period or is_within(dates, period, phrase.is_list)]
    if not inside:
        return outside(everything, period, missing)
    fitting = [dates for dates in inside if not weekday_misfit(phrase.days, dates)] or inside
    if len(fitting) == 1:
        return chosen(phrase, fitting[0], missing)
    nearest = nearest_to(fitting, near) if near and missing == "no-year" else None
    if nearest:
        return chosen(phrase, nearest, missing, "year-by-order")
    return Placed((), tuple(fitting), (missing, "ambiguous"), "ambiguous")


def outside(everything, period, missing):
    by_distance = sorted(everything, key=lambda dates: min(abs(dates[0] - end) for end in period))
    return Placed((), tuple(sorted(by_distance[:2])), (missing, "outside-period"), "outside-period")


def chosen(phrase, dates, missing, *flags):
    if weekday_misfit(phrase.days, dates):
        return Placed(dates, weekday_choices(phrase.days, dates), (missing, *flags, "weekday-mismatch"))
    return Placed(dates, (), (missing, *flags))


def exists(days):
    """Whether there are such days at all (a leap year has every day there is; a fifth Friday, some year)."""
    return all((day.place and not day.year) or on(day, day.year or 2024, day.month or 1) for day in days)


def candidates(phrase, years):
    months = [None] if phrase.days[0].month else range(1, 13)
    rows = {row for year in years for month in months for row in rows_from(phrase, year, month)}
    return sorted(rows)


def rows_from(phrase, year, month):
    """The dates if the first is in `year`: in ascending order, and for a list also all in that year."""
    first = on(phrase.days[0], year, month)
    if first is None:
        return []
    days = [replace(day, month=day.month or month) for day in phrase.days]
    rows = [fill_years([replace(days[0], year=year), *days[1:]])]
    if phrase.precision == "days-list":
        rows.append(fill_years([replace(day, year=year) for day in days]))
    return [row for row in rows if row and (phrase.precision == "days-list" or row[-1] - row[0] <= LONGEST_INFERRED)]


def is_within(dates, period, is_list=True):
    """Whether all the days of a list, or any of a span's, lie in the period."""
    if is_list:
        return all(period[0] <= day <= period[1] for day in dates)
    return dates[0] <= period[1] and period[0] <= dates[-1]


def nearest_to(fitting, near):
    """The row that carries the list on; one step back costs twice a step on. None where two are as near."""
    neighbour, is_earlier = near

    def cost(dates):
        gap = (dates[0] - neighbour).days if is_earlier else (neighbour - dates[0]).days
        return gap if gap >= 0 else -2 * gap

    best, second = sorted(fitting, key=cost)[:2]
    return best if cost(second) > MARGIN * cost(best) else None


def stretch(phrase, dates):
    """First and last day; a week, a fortnight or a weekend is written as one of its days.

    None for an end that lies beyond the calendar's.
    """
    first, last = min(dates), max(dates)
    before, after = STRETCHES.get(phrase.stretch, (0, 0))
    if phrase.stretch == "weekend":
        before = SATURDAY - first.weekday()
        after = before + 1
    return shifted(first, before), shifted(last, after)


def stretch_flags(phrase, dates):
    if phrase.stretch == "week" and dates[0].weekday():
        return ["week-not-monday"]
    return ["not-a-weekend"] if phrase.stretch == "weekend" and dates[0].weekday() < SATURDAY - 1 else []


def weekday_misfit(days, dates):
    return any(
        day.weekday is not None and day.weekday != found.weekday() for day, found in zip(days, dates, strict=True)
    )


def weekday_choices(days, dates):
    """The dates as written, the nearest that fit the weekday, and the year before or after that fits."""
    if len(dates) > 1:
        return (dates,)
    day, found = days[0], dates[0]
    offset = (day.weekday - found.weekday() + 3) % A_WEEK - 3
    nearest = shifted(found, offset)
    years = (on(replace(day, month=found.month), found.year + step) for step in (-1, 1))
    fitting = [other for other in years if other and other.weekday() == day.weekday]
    return tuple((choice,) for choice in dict.fromkeys([found, nearest, *fitting]) if choice)


def shifted(day, days):
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
