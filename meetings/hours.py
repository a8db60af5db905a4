"""The hours between which a meeting is held: on several days, those of each of them, where they can be."""

from datetime import date, datetime, time, timedelta

NIGHT_ENDS = time(6)  # what ends before this began on the evening before
ANY_DAY = date(2024, 1, 1)


def print_times(starts_at, ends_at=None):
    """*18:00*, or *18:00 to 20:00*; empty where that is not known."""
    return " to ".join(f"{at:%H:%M}" for at in (starts_at, ends_at) if at)


def with_times(dates, starts_at, ends_at=None):
    """*6 February 2024 at 18:00*, or *6 February 2024, 18:00 to 20:00*."""
    times = print_times(starts_at, ends_at)
    return f"{dates}{', ' if ends_at else ' at '}{times}" if times else dates


def are_in_order(days, starts_at, ends_at):
    """Whether it ends after it begins, on that day or in the night after it. `days` are its first and its last; where
    these are several, it may well end at an earlier hour than it began."""
    if starts_at is None or ends_at is None:
        return ends_at is None
    return days[0] != days[1] or ends_at > starts_at or ends_at < NIGHT_ENDS < starts_at


def why_not_in_order(days, starts_at, ends_at):
    """A sentence, or nothing where they are."""
    if are_in_order(days, starts_at, ends_at):
        return ""
    if starts_at is None:
        return "It says when it ends, but not when it begins."
    return f"It would end at {ends_at:%H:%M}, which is not after it begins, at {starts_at:%H:%M}."


def end_on(begins, ends_at):
    """The moment at which it ends that begins at a moment: on that day, or in the night after it."""
    ends = begins.replace(hour=ends_at.hour, minute=ends_at.minute, second=ends_at.second)
    return ends if ends > begins else ends + timedelta(days=1)


def are_daily(starts_at, ends_at):
    """Whether they can be those of each of several days; else they are those of its first and its last."""
    return starts_at is not None and ends_at is not None and starts_at < ends_at


def hours_on(days, old, new):
    """(start, end) of a meeting on other days. `old` and `new` are such pairs: what is not said anew stays, and at
    another time it lasts as long as it did."""
    starts_at, ends_at = new if new[0] else old
    if ends_at is None and old[1]:
        begins, began, ended = (datetime.combine(ANY_DAY, at) for at in (starts_at, *old))
        ends_at = (begins + (ended - began)).time()
    return starts_at, ends_at if are_in_order(days, starts_at, ends_at) else None


def hours_in(reading):
    """(start, end) of all that a Reading names: None where it does not say."""
    if is_first_and_last(reading):
        return reading.times[0][0], reading.times[1][0]
    if not reading.times or "no-start" in reading.flags:
        return None, None
    return reading.times[0][0], reading.times[-1 if are_sessions(reading) else 0][1]


def are_sessions(reading):
    """*10am to 12pm and 2pm to 4pm*."""
    return len(reading.times) > 1 and all(end for _, end in reading.times)


def is_first_and_last(reading):
    """*Friday 6pm to Sunday 3pm*, though it may be *Friday to Sunday at 3pm and 6pm*; or *6pm (until 8pm)*."""
    has_end = reading.precision == "day-range" or "no-start" in reading.flags
    return has_end and [end for _, end in reading.times] == [None, None]
