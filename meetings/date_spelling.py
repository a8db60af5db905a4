"""A typed date before it is cut into tokens: one spelling for mark-up, dashes, quotes and spoken times."""

import html
import re
import unicodedata

from meetings.date_words import HEADINGS, LABELS, MONTH_NAMES

DATE_MARK = "\N{BLACK DIAMOND}"  # stands for a date in a sentence's gist, so never in the text itself

# fmt: off
HOURS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)
# fmt: on
HOUR_OF_WORD = {word: number for number, word in enumerate(HOURS, 1)}
HOUR = "|".join(HOURS)
SPOKEN_HOUR = rf"({HOUR}|1[0-2]|[1-9])\b(?![.:/])"
MONTH = "|".join(MONTH_NAMES).lower() + "|[a-z]{3}\\b"
ENDINGS = ("fir", "sec", "thi", "fou", "fif", "six", "sev", "eig", "nin")
TENS = {"twenty": 20, "thirty": 30}
MINUTES = {"half": 30, "quarter": 15}
SIGNS = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"}
SIGNS |= {ord(quote): "'" for quote in "\u2018\u2019\u201b\u02bc`\u00b4"} | {ord("\u2192"): "->"}
FOOTNOTES = {ord(sign): "\N{DAGGER}" for sign in "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"}
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
MARKDOWN = {ord(sign): None for sign in "^*_~" + DATE_MARK}


def spoken_time(match):
    """Half past seven is 7.30."""
    return f"{hour_of(match[2])}.{MINUTES[match[1].lower()]}"


def quarter_to(match):
    return f"{hour_of(match[2]) - 1 or 12}.45"


def hour_of(word):
    return HOUR_OF_WORD.get(word.lower()) or int(word)


def hour_in_figures(match):
    return f"{hour_of(match[1])} "


def ordinal_in_figures(match):
    """Twenty-first is 21st."""
    number = ENDINGS.index(match[2].lower()[:3]) + 1
    return f"{TENS[match[1].lower()] + number}{match[2][-2:]}"


def with_year(match):
    """5/3-7/3/2024: the first date is of the last one's year, or of the year before where its month is later."""
    first_day, sign, first_month, to, day, month, year = match.groups()
    first_year = int(year) - (int(first_month) > int(month))
    return sign.join((first_day, first_month, f"{first_year:0{len(year)}}")) + f" {to} " + sign.join((day, month, year))


def half_of_day(match):
    return " am" if match[1].lower() == "morning" else " pm"


# Where the text has such a sign or word at all: what it may be part of, and the one spelling for it.
RULES = (
    (")", rf"^\s*\(?[0-9]{{1,2}}\) (?! *(?:{MONTH}))", ""),  # 1) numbers a line
    ("20", r"(?<![0-9/.-])([0-9]{1,2}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?(20[0-9]{2})\b(?![/.-])", r"\1\2\3\2\4"),
    ("20", r"^\s*([0-9]{2}) ([0-9]{2}) (20[0-9]{2})\s*$", r"\1/\2/\3"),
    (".", r"(?<![0-9.])([0-9]{1,2})\.([0-9]{1,2})\.(?= ?(?:[,&/-]|and\b|to\b))", r"\1/\2"),  # 3.6., 4.6. and 5.6.2025
    (".", r"\b([0-9]{1,2})\.(?=[/&-] ?[0-9]{1,2}\.)", r"\1"),  # 5./6. June
    (".", rf"\b([0-9]{{1,2}})\. ?(?={MONTH}\b)", r"\1 "),
    (":", rf"\b({'|'.join(sorted(HEADINGS | LABELS))})(s?):(?= )", r"\1\2 ,"),  # what follows is none of its numbers
    ("~~", r"~~+([^~]+)~~+", r" formerly \1 now "),  # struck out
    ("<", r"<(s|del|strike)>(.*?)</\1>", r" formerly \2 now "),
    ("<", r"<br ?/?>", " , "),
    ("<", r"</?[a-z][^<>]*>", ""),
    (">", r"(?<=[^\s>])\s*[-=]*>", " now "),  # from the old date to the new
    (
        "",
        r"(?<![0-9/.])([0-9]{1,2})([/.])([0-9]{1,2}) ?(-|to|until|till) ?"
        r"([0-9]{1,2})\2([0-9]{1,2})\2([0-9]{4}|[0-9]{2})\b",
        with_year,
    ),
    ("'", r"(?<=[a-z])' ?([0-9]{2})\b(?![.:/])", r" '\1"),
    ("ty", r"\b(twenty|thirty)[ -](first|second|third|(?:four|fif|six|seven|eigh|nin)th)\b", ordinal_in_figures),
    ("-", r"-+ ?(?=(?:to|until|till)\b)", " "),
    ("w.", r"\bw\. ?([cbe])\b\.?", r"w/\1"),
    ("h", r"\b([0-9]{1,2})h([0-9]{2})\b", r"\1:\2"),
    (":", r"[ T]00:00:00(?:\.0+)?Z?\b", ""),  # a spreadsheet's day
    (":", r"(?<=[0-9]-[0-9]{2})T(?=[0-9]{2}:)", " "),  # 2024-03-05T18:30:00
    (":", r"(?<=[0-9]:[0-9]{2}):[0-9]{2}(?:\.[0-9]+)?(?:Z\b|\b)(?:[+-][0-9]{2}:[0-9]{2}\b)?", ""),
    (
        "m",
        r"(?<=[0-9m.])[ ,;-]*(?:and|then)?[ ,;]*\b(?:ends?|ending|finish(?:es|ing)?|clos(?:es|ing))(?: (?:at|by))? "
        r"(?=[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap]\.?m)",
        " - ",
    ),
    ("m", r"(?<![0-9.:/])(0?[1-9]|1[0-2])([0-5][05]) ?(?=[ap]\.? ?m\b)", r"\1.\2 "),  # 730pm
    ("m", r"(?<![0-9.:/-])([0-9]{1,2})[;, ](00|15|[2-5][05]) ?(?=[ap]\.? ?m\b)", r"\1-\2 "),  # 7;30pm, as 7-30pm
    ("m", r"\b([0-9]{1,2})[.:]([0-5])o ?(?=[ap]\.? ?m\b)", r"\1-\g<2>0 "),
    ("past", rf"\b(half|quarter)[ -]past {SPOKEN_HOUR}", spoken_time),
    ("quarter", rf"\b(?:a )?(quarter)[ -]to {SPOKEN_HOUR}", quarter_to),
    ("half", rf"\b(half) ({HOUR})\b", spoken_time),
    ("o'clock", rf"\b({HOUR}) ?(?=o'clock)", hour_in_figures),
    ("m", rf"\b({HOUR}) ?(?=[ap]\.? ?m\b|in the (?:morn|aft|even))", hour_in_figures),
    ("noon", rf"\b({HOUR}) ?(?=noon)", hour_in_figures),
    ("at ", rf"(?<=\bat )({HOUR})\b(?= ?(?:$|[,;.)]))", hour_in_figures),
    ("in the ", r"(?<=[0-9])(?: ?o'clock)? in the (morning|afternoon|evening)\b", half_of_day),
    ("m", r"(?<![a-z])([ap])\.? ?m\b\.?", r" \1m "),
)
SPELLINGS = tuple((sign, re.compile(pattern, re.I), spelling) for sign, pattern, spelling in RULES)
LOOSE_ORDINAL = re.compile(r"(?<=[0-9])[ .]+(?=(?:st|nd|rd|th|ST|ND|RD|TH)\b)")  # never "St" for Saint


def tidy(text):
    text = unicodedata.normalize("NFKC", html.unescape(text).translate(FOOTNOTES | INVISIBLE)).translate(SIGNS)
    lower = text.lower()
    for sign, pattern, spelling in SPELLINGS:
        if sign in lower:
            text = pattern.sub(spelling, text)
    return LOOSE_ORDINAL.sub("", text.translate(MARKDOWN))
