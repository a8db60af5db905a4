"""A month and a week of meetings: which fall on which day."""

from dataclasses import dataclass, field
from datetime import date, timedelta

LONGEST_SPAN = 7  # days: what lasts longer is told once above the days, not on each of them


@dataclass(frozen=True)
class Day:
    date: date
    is_within: bool  # of the month, not one of the days before or after that fill its weeks
    meetings: list = field(default_factory=list)


@dataclass(frozen=True)
class Sheet:
    """What is on one page: `previous` and `next` are a day of the pages beside it, None at the calendar's ends."""

    title: str
    first: date
    last: date
    previous: date | None
    next: date | None
    days: list
    long: list  # meetings of many days

    @property
    def is_empty(self):
        return not self.long and not any(day.meetings for day in self.days)


def month_sheet(day, meetings):
    first = day.replace(day=1)
    last = following(first) - timedelta(days=1) if following(first) else date.max
    days = days_between(monday_of(first), sunday_of(last), first, last)
    return fill(Sheet(f"{first:%B} {first.year}", first, last, before(first), following(first), days, []), meetings)


def week_sheet(day, meetings):
    first, last = monday_of(day), sunday_of(day)
    title = f"Week of {first.day} {first:%B} {first.year}"
    after = last + timedelta(days=1) if last < date.max else None
    return fill(Sheet(title, first, last, before(first), after, days_between(first, last, first, last), []), meetings)


def before(day):
    return day - timedelta(days=1) if day > date.min else None


def following(first):
    """The first day of the next month."""
    if (first.year, first.month) == (date.max.year, 12):
        return None
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def monday_of(day):
    return date.fromordinal(max(day.toordinal() - day.weekday(), 1))


def sunday_of(day):
    return date.fromordinal(min(day.toordinal() + 6 - day.weekday(), date.max.toordinal()))


def days_between(first, last, within_first, within_last):
    days = (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))
    return [Day(day, within_first <= day <= within_last) for day in days]


def fill(sheet, meetings):
    """The meetings, in the order given, on each of their days."""
    by_date = {day.date: day for day in sheet.days}
    for meeting in meetings:
        if (meeting.ends_on - meeting.starts_on).days >= LONGEST_SPAN:
            sheet.long.append(meeting)
            continue
        for number in range(meeting.starts_on.toordinal(), meeting.ends_on.toordinal() + 1):
            day = by_date.get(date.fromordinal(number))
            if day:
                day.meetings.append(meeting)
    return sheet


def parse_month(text):
    """2024-01 is the first of January 2024; None where it is no month."""
    return parse(text, "{}-01")


def parse_week(text):
    """2024-W04 is its Monday; None where it is no week."""
    return parse(text, "{}-1") if "W" in text else None


def parse(text, shape):
    try:
        return date.fromisoformat(shape.format(text))
    except ValueError:
        return None


def month_code(day):
    return f"{day.year:04}-{day.month:02}"


def week_code(day):
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
