"""The words people write dates in, and how a misspelt one is known.

Every word has a kind, one letter, so that a date's shape can be written down as a row of letters
("wom" is "Monday 3rd March"). The letters are listed in date_tokens.py.
"""

from functools import lru_cache

# fmt: off
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: number for name, number in list(MONTHS.items())} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {name[:3]: number for name, number in list(WEEKDAYS.items())}
WEEKDAYS |= {"tues": 1, "weds": 2, "wednes": 2, "thur": 3, "thurs": 3}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # first month of three
PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "end",
}
PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
STRETCHES = ("w/c", "w/b", "w/e", "wc", "wb", "week", "weeks", "wk", "weekend", "fortnight")
ORDINAL_STEMS = (
    *("six", "seven", "eigh", "nin", "ten", "eleven", "twelf", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen", "twentie"),
)
BEGIN_OR_END = ("commencing", "comm", "ending")

WORDS = {
    "from": ("B", None),
    "between": ("B", None),
    "year": ("Z", None),
    "for": ("r", None),
    "or": ("|", None),
    "at": ("@", None),
    "am": ("a", "am"),
    "pm": ("a", "pm"),
    "o'clock": ("a", None),
    "noon": ("c", 12),
    "midday": ("c", 12),
    "midnight": ("c", 0),
}
WORDS |= {word: ("m", number) for word, number in MONTHS.items()}
WORDS |= {word: ("w", number) for word, number in WEEKDAYS.items()}
WORDS |= {f"{name.lower()}s": ("W", number) for number, name in enumerate(WEEKDAY_NAMES)}
WORDS |= {word: ("s", month) for word, month in SEASONS.items()}
WORDS |= {word: ("p", part) for word, part in PARTS.items()}
WORDS |= {word: ("O", place) for word, place in PLACES.items()}
WORDS |= {f"{stem}th": ("o", number) for number, stem in enumerate(ORDINAL_STEMS, 6)}
WORDS |= {word: ("b", None) for word in ("on", "by", "before", "either", *STRETCHES, *BEGIN_OR_END)}
WORDS |= {word: (">", None) for word in ("to", "until", "till", "til", "through", "thru")}
WORDS |= {word: ("&", None) for word in ("and", "plus")}
WORDS |= {word: ("F", None) for word in ("was", "now", "formerly", "originally", "previously")}
WORDS |= {word: ("f", None) for word in ("of", "in", "day")}
WORDS |= {word: ("H", None) for word in ("h", "hrs", "hr", "hours")}

# Left out of the tokens: they change no date.
NOISE = {"the", "inc", "incl", "inclusive", ":"}
# A number after one of these numbers a thing, not a day.
NUMBERED = """
    age aged appendix application block bus case cohort flat floor gate grade issue item level lot minute module no
    number page para paragraph part phase platform policy ref resolution room round route section series stage stall
    unit ward year zone under
"""
LABELS = set(NUMBERED.split())
# A number after one of these is a day, or counts them: Meeting 3 - 12 March.
HEADINGS = {"meeting", "session", "workshop", "event", "visit", "class", "day", "group", "minutes", "agenda"}
# A whole date in figures after one of these is a reference: minute 2024/05/12, para 4.3.25.
REFERENCES = LABELS | {"min", "clause", "rule", "table", "figure", "order", "version"}
ALSO_WORDS = ("may", "march", "mar")  # of which a date's context must say that they are months
# Behind the name of a month that may be a person's: the June Council, but June Smith.
OCCASIONS = """
    meeting meetings council cabinet committee board panel forum agm report agenda minutes session sessions event events
    budget edition issue newsletter half school bank day fair market update programme schedule dates date time online
"""
# A month's name after one of these is a person's.
TITLES = {"mr", "mrs", "ms", "miss", "dr", "cllr", "councillor", "sir", "lady", "theresa"}

SHORTEST_MENDED = 4


@lru_cache(maxsize=2048)
def mend(word):
    """The kind and value of the month or weekday that `word` misspells, or None.

    A short month's neighbours are words of their own ("match", "jury"), so what is mended into
    one gets the kind "M": a month only beside a day's number, and only with a capital.
    """
    lower = word.lower()
    if len(lower) < SHORTEST_MENDED or not lower.isalpha() or not lower.isascii():
        return None
    names = nearest_names(lower)
    if len(names) != 1:
        return None
    kind, value = WORDS[names[0]]
    if kind == "m" and len(names[0]) <= 5:
        return ("M", value) if word[0].isupper() else None
    return kind, value


def nearest_names(word):
    names = [name.lower() for name in MONTH_NAMES + WEEKDAY_NAMES if slips_between(word, name.lower())]
    least = min((distance(word, name) for name in names), default=0)
    return [name for name in names if distance(word, name) == least]


def slips_between(word, name):
    """Whether `word` is `name` with one slip of the pen, or two in a name of eight letters or more."""
    allowed = 2 if len(name) >= 8 else 1
    if len(name) < SHORTEST_MENDED or abs(len(word) - len(name)) > allowed:
        return False
    strange = max(len(set(word) - set(name)), len(set(name) - set(word)))  # no slip brings in or drops two letters
    return strange <= allowed and distance(word, name) <= allowed


def distance(word, name):
    """Letters left out, put in, changed, or swapped with their neighbour."""
    before, row = [], list(range(len(name) + 1))
    for i, letter in enumerate(word, 1):
        before, last, row = row, before, [i]
        for j, other in enumerate(name, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == name[j - 2] and word[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
