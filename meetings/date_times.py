"""The times of day in a row of tokens: found, taken out, and read with their am or pm."""

import re
from dataclasses import dataclass
from datetime import time

from meetings.date_tokens import Token

MINUTES = 60
HALF_DAY = 12 * MINUTES
DAY = 24 * MINUTES
LIMITS = {"until", "till", "til", "by", "before"}
EARLIEST = 6 * MINUTES  # no meeting begins before
YEARS_OF_OUR_TIME = range(1970, 2070)
YEARS_OF_PLANS = range(2010, 2041)

CLOCK = "(?:kH|ka?|na|n?c|yH)"
BARE = "(?:k|n|y)"  # y only where it cannot be a year
MARKED = f"(?:{CLOCK}|k)"
NO_MONTH_NEXT = "(?![-/&,>]?[no]*f?[mM]|[/fo])"
SHAPES = (
    ("seven for half past", f"(?:{CLOCK}|k|n)r{CLOCK}"),
    ("marked range", f"(?:{CLOCK}|k|n)[->]{CLOCK}|y[->]yH"),
    ("range from a marked start", f"(?:ka?|na|n?c)[->](?:k|n){NO_MONTH_NEXT}"),
    ("range between", f"(?<=B){MARKED}&{MARKED}|(?<=B){BARE}&{CLOCK}"),
    ("range after at or from", f"(?<=[@B]){BARE}[->&]{BARE}{NO_MONTH_NEXT}"),
    ("range after a day and month", f"(?<=[no][mM])n[->]n{NO_MONTH_NEXT}|(?<=[no][mM],)n[->]n{NO_MONTH_NEXT}"),
    ("range after a year", f"(?<=[yhd])[ny][->][ny]{NO_MONTH_NEXT}|(?<=[yhd],)[ny][->][ny]{NO_MONTH_NEXT}"),
    ("four figures to four figures", "(?<=[no][mM])y[->]y(?=[,.]*$)|(?<=[no][mM],)y[->]y(?=[,.]*$)"),
    ("four figures after a year", "(?<=[yhd])y(?=[,.]*$)|(?<=[yhd],)y(?=[,.]*$)"),
    ("range before a date", "(?<![^B])n[->]n(?=[,b]+(?:w,?)?[no]f?[mM])"),
    ("four figures alone", "^y(?:[->]y)?(?=[,.]*$)"),
    ("four figures before a day", "^y(?=,?b?(?:w,?)?[no]f?[mM])"),
    ("range at the end", "(?<=[-,x])n-n(?=[,.]*$)"),
    ("single", CLOCK),
    ("single after at", f"(?<=@)(?:y|n){NO_MONTH_NEXT}"),
)
SHAPE = re.compile("|".join(f"(?:{shape})" for _, shape in SHAPES))


@dataclass(frozen=True)
class Moment:
    """A time as written: minutes after midnight, and how its half of the day was said."""

    minutes: int
    half: str | None = None  # am or pm
    is_certain: bool = False  # said with am, pm, noon or on the 24-hour clock
    is_midnight: bool = False  # in words, or 24:00: that day's first moment, or its last?
    is_odd: bool = False  # 13am, 0pm


def take_times(tokens):
    """(tokens with a silent comma for each time (and for "pm" alone), ((start, end or None), ...), flags)."""
    kinds = "".join(token.kind for token in tokens)
    rest, times, flags, at = [], [], set(), 0
    for match in SHAPE.finditer(kinds):
        found = read_time(tokens[match.start() : match.end()])
        is_date = is_year(match, tokens) or are_days(match, tokens)
        if found and not is_date and (has_date(kinds) or not is_bare(match)):
            before = tokens[at : match.start()]
            if ends_only(before, found[0]):
                flags.add("no-start")
            rest += [*(before[:-1] if before and before[-1].kind in "@B" else before), Token(",", "")]
            at = match.end()
            times.append(found[0])
            flags |= found[1]
    if len(times) > 1 and not all(end for _, end in times):
        flags.add("several-times")
    rest += tokens[at:]
    if any(token.kind == "a" for token in rest):
        flags.add("no-hour")
    if any(map(is_no_time, rest)):
        flags.add("no-such-time")
    rest = [Token(",", "") if token.kind == "a" or is_no_time(token) else token for token in rest]
    return rest, tuple(times), tuple(sorted(flags))


def ends_only(before, times):
    """Until 4pm, by noon: when it ends, not when it begins."""
    is_limit = before and before[-1].text.lower() in LIMITS
    return bool(is_limit) and times[1] is None


def is_no_time(token):
    """25:00; with a full stop, 25.70, it may be any figure."""
    return token.kind == "k" and ":" in token.text and moment([token]) is None


def has_date(kinds):
    return bool(set(kinds) & set("mMd"))


def is_bare(match):
    """Two numbers and a dash could be anything where there is no date beside them."""
    return not set(match.group()) & set("akcHy")


def are_days(match, tokens):
    """5-11, 12 May; but 10-4, 12 May is a time."""
    if match.start() > 1 or not re.fullmatch("n[->]n", match.group()):
        return False
    return tokens[match.start()].value <= tokens[match.end() - 1].value


def is_year(match, tokens):
    """Four figures alone are a time where they are no year of our time; behind a date, where they are in fives."""
    kinds, start = match.group(), match.start()
    if kinds[0] != "y" or start and "H" in kinds:
        return False
    if not start:
        return tokens[0].value in YEARS_OF_OUR_TIME
    before = "".join(token.kind for token in tokens[:start]).rstrip(",")[-1:]
    if before in "@B" or before in "yhd" and kinds != "y":
        return False
    figures = [token.value for token in tokens[slice(*match.span())] if token.kind == "y"]
    return any(figure % 5 for figure in figures) or all(figure in YEARS_OF_PLANS for figure in figures)


def read_time(tokens):
    """((start, end or None), flags), or None where the figures are no time."""
    kinds = "".join(token.kind for token in tokens)
    if "r" in kinds:
        return read_time(tokens[kinds.index("r") + 1 :])
    cut = next((i for i, token in enumerate(tokens) if token.kind in "->&"), len(tokens))
    ends = [moment(part) for part in (tokens[:cut], tokens[cut + 1 :]) if part]
    if None in ends:
        return dashed_time(tokens)
    minutes = settle_pair(*ends) if len(ends) == 2 else (settle(ends[0]),)
    flags = time_flags(ends, minutes)
    return (clock_time(minutes[0]), clock_time(minutes[1]) if len(minutes) == 2 else None), flags


def time_flags(ends, minutes):
    """What is in doubt: the half of the day, which midnight, an end before the beginning (but for a late night)."""
    is_night_start = not ends[0].is_certain and len(ends) == 2 and minutes[0] < EARLIEST
    doubts = {
        "am-or-pm": not any(end.is_certain for end in ends) or is_night_start,
        "which-midnight": ends[0].is_midnight,
        "typo": any(end.is_odd for end in ends),
        "ends-before-it-begins": len(ends) == 2 and minutes[1] < minutes[0] and not minutes[1] < EARLIEST < minutes[0],
    }
    return {flag for flag, is_so in doubts.items() if is_so}


def dashed_time(tokens):
    """7-30pm, the old way of writing half past seven."""
    if [token.kind for token in tokens] != ["n", "-", "n", "a"]:
        return None
    start = moment([Token("k", "", (tokens[0].value, tokens[2].value)), tokens[3]])
    return start and ((clock_time(start.minutes), None), {"typo"})


def moment(tokens):
    kinds = "".join(token.kind for token in tokens)
    if kinds[-1] == "c":
        return Moment(tokens[-1].value * MINUTES, None, True, not tokens[-1].value)
    hour, minute = hour_and_minute(tokens[0])
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    half = tokens[1].value if kinds[1:] == "a" else None
    is_24_hour = hour > 12 or "H" in kinds or tokens[0].kind == "y" or tokens[0].text.startswith("0")
    if half and 1 <= hour <= 12:
        return Moment(hour % 12 * MINUTES + minute + (HALF_DAY if half == "pm" else 0), half, True)
    is_ten_to_noon = tokens[0].kind == "k" and 10 <= hour <= 12
    is_odd = half == ("am" if hour else "pm")
    return Moment(hour % 24 * MINUTES + minute, None, is_24_hour or is_ten_to_noon, hour == 24, is_odd)


def hour_and_minute(token):
    if token.kind == "k":
        return token.value
    return divmod(token.value, 100) if token.kind == "y" else (token.value, 0)


def settle(moment):
    """Minutes after midnight; one to seven o'clock, when nothing says which, is taken for the afternoon."""
    is_open = not moment.is_certain and MINUTES <= moment.minutes < 8 * MINUTES
    return moment.minutes + (HALF_DAY if is_open else 0)


def settle_pair(start, end):
    """Both ends in minutes after midnight: the one that says its half lends it to the other."""
    if end.half and not start.is_certain:
        return nearest_before(start.minutes, end.minutes), end.minutes
    first = settle(start)
    if end.is_certain:
        return first if first <= end.minutes else start.minutes, end.minutes
    return first, nearest_after(end.minutes, first)


def nearest_before(minutes, end):
    return max((m for m in (minutes % HALF_DAY, minutes % HALF_DAY + HALF_DAY) if m <= end), default=minutes)


def nearest_after(minutes, start):
    return min((m for m in (minutes, minutes + HALF_DAY) if start <= m < DAY), default=minutes)


def clock_time(minutes):
    return time(*divmod(minutes % DAY, MINUTES))
