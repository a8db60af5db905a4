"""When the meetings were: a column a week, or a month where that would be too many."""

from collections import Counter
from datetime import date, timedelta
from itertools import groupby
from math import ceil

from themes.exports.charts.svg import LINE, WIDTH, box, drawing, text

TALLEST = 120
MOST_COLUMNS = 26
WIDEST = WIDTH / 8  # of a column, where there are few
MOST_EMPTY = 3  # columns in a row; where more would be, one gap stands for them
GAP = "…"
LABEL = 32  # from the middle of one to that of the next: "2024" with a space
HALF_LABEL = 18  # so that the first and the last stay on the drawing
TOP, FOOT = 22, 44


def by_time(meetings):
    """`meetings` are those listed; one of several days stands at its first."""
    days = sorted(meeting.starts_on for meeting in meetings if meeting.starts_on)
    if not days:
        return ""
    starts, begins, label = columns(days[0], days[-1])
    numbers = Counter(begins(day) for day in days)
    starts = with_gaps(starts, numbers)
    width, most = min(WIDTH / len(starts), WIDEST), max(numbers.values())
    marks = [f'<path d="M0 {TOP + TALLEST}H{WIDTH}" stroke="{LINE}"/>']
    for place, start in enumerate(starts):
        marks.append(column(place * width, width, numbers[start], most))
        middle = place * width + width / 2
        shown = start is None or place % every(width) == 0
        marks += labels(middle, label(start) if start else (GAP, ""), shown)
    return drawing(TOP + TALLEST + FOOT, "When the meetings were", marks)


def step(meetings):
    days = [meeting.starts_on for meeting in meetings if meeting.starts_on]
    return "month" if days and is_long(min(days), max(days)) else "week"


def is_long(first, last):
    return (last - first).days >= 7 * MOST_COLUMNS


def columns(first, last):
    """(the first day of each column, what finds it for a day, its two lines of label)."""
    if not is_long(first, last):
        monday = week_of(first)
        weeks = [monday + timedelta(weeks=number) for number in range((last - monday).days // 7 + 1)]
        return weeks, week_of, lambda day: (str(day.day), f"{day:%b}")
    months = [date(number // 12, number % 12 + 1, 1) for number in range(months_in(first), months_in(last) + 1)]
    return months, month_of, lambda day: (f"{day:%b}", f"{day:%Y}")


def with_gaps(starts, numbers):
    """One None in place of each long run of columns without a meeting."""
    kept = []
    for is_empty, run in groupby(starts, key=lambda start: not numbers[start]):
        run = list(run)
        kept += [None] if is_empty and len(run) > MOST_EMPTY else run
    return kept


def week_of(day):
    return day - timedelta(days=day.weekday())


def month_of(day):
    return day.replace(day=1)


def months_in(day):
    return day.year * 12 + day.month - 1


def every(width):
    """A label under each column, or under every second or third: room is left beside the first, which is moved in."""
    return ceil((LABEL + max(HALF_LABEL - width / 2, 0)) / width)


def column(x, width, number, most):
    height = TALLEST * number / most
    figure = text(x + width / 2, TOP + TALLEST - height - 5, number, "middle") if number else ""
    return box(x + width * 0.12, TOP + TALLEST - height, width * 0.76, height) + figure


def labels(x, words, shown):
    x = min(max(x, HALF_LABEL), WIDTH - HALF_LABEL)
    upper, lower = words
    return [text(x, TOP + TALLEST + 18, upper, "middle"), text(x, TOP + TALLEST + 35, lower, "middle")] if shown else []
