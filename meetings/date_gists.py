"""What the words around dates say, as patterns over a text's gist.

The gist is the text's words with a mark for each date: "postponed from ◆ to ◆".
"""

import re

from meetings.date_phrases import either_of, list_of, slash_of, span_of, with_months
from meetings.date_spelling import DATE_MARK
from meetings.date_words import WORDS

D = DATE_MARK
WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)\w*"
PLACE = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"

# Words that say no more about a date than the date itself.
IDLE = """
    date dates meeting next will be held take takes place is are on starts start starting both and then prompt via
    online venue our a an of in to until has had been was week month - . , ( ) ;
"""
IDLE_WORDS = {*IDLE.split(), *(word for word, (kind, _) in WORDS.items() if kind in "@bB")}

# Dates joined into one phrase.
BETWEEN_JOIN = re.compile(rf"between {D} and {D}")
START_TO_END = re.compile(rf"{D}(?: ,)*(?: (?:and|\w+))? (?:end|finish|closing|completion) date(?: :)? {D}")
RANGE_JOIN = re.compile(
    rf"{D}(?: ,| and| then| runs?| ran| running| continues?| continued| continuing| lasts| lasting)*"
    rf" (?:-|to|until|till|til|through|thru|closes|closing|ends?|ended|ending|finish|finishes|finished"
    rf"|finishing)(?: on)? {D}"
)
EITHER_JOIN = re.compile(rf"{D}(?: ,)? or(?: on)? {D}")
SLASH_JOIN = re.compile(rf"{D} / {D}")
LIST_JOIN = re.compile(rf"{D}(?: ,)*(?: ,| and| plus| &| \+| /)(?: on)? {D}")

# Moved, and from when to when.
MOVES = {
    "postponed": "postponed|suspended|deferred|put back|delayed|held over|carried over|adjourned",
    "moved": rf"(?<!not )(?<!unless )moved|\bchanged|change of date|switched|swapped|(?<={D} )instead"
    rf"|instead of|in place of|replac\w+|(?<!not )now (?:be(?! cancel)|being|take|taking|on|{D})"
    rf"|bank holiday ,? ?(?:so|therefore|hence)(?: on)? {D}",
    "rescheduled": rf"re(?: - )?scheduled|re(?: - )?arranged|re(?: - )?convened from {D}|(?:new|revised) date",
    "brought-forward": "brought forward|advanced from",
    "extended": "extended",
}
FORMERLY = (
    r"(?:was|not|(?:originally|previously|formerly|prev(?: \.)?)"
    r"(?: scheduled| planned| advertised| published| announced)?)"
    r"(?: on| for| as)?"
)
MOVE = re.compile("|".join((*MOVES.values(), rf"(?<={D} ){FORMERLY} {D}", rf"(?<={D} , ){FORMERLY} {D}")))
IS_NEW = re.compile(rf"{D} instead(?! of)")
NEW_DATE = re.compile("(?:new|revised) date")
POSTPONED = re.compile(
    rf"^(?:(?:meeting|event|session|agm|has|been|is|was|being) )*(?:{MOVES['postponed']})"
    r"(?: (?:(?:until|till) )?(?:further notice|indefinitely))?$"
)
LEADS_TO_NEW = re.compile(
    r"(?:\b(?:to|until|till|for|on|date|now|with|held|place|be|is|as|so|therefore|hence|meeting|agm"
    r"|event|session)|-) ?$"
    r"|(?<!due )(?<!owing )\b(?:to|until|till)\b"
)
LEADS_TO_OLD = re.compile(
    r"\b(?:from|instead of|in place of|rather than"
    r"|(?:been|was|were|originally) (?:scheduled|planned|due|arranged)(?: for)?"
    rf"|{FORMERLY}|replac\w+)(?: on| for)? ?$"
)

# Not to be met, not yet known, or not one day.
CANCELLED = re.compile(
    rf"(?<!not )(?<!unless )(?<!if )cancel\w*|called off|abandoned|stood down|\bno (?:{D} )?meeting"
    r"|did not (?:take place|meet|go ahead)"
    r"|(?:not|no longer) (?:now )?(?:be held|take place|go ahead|being held|taking place|going ahead)"
)
CANCELLED_ONE = re.compile(rf"{D}(?: ,| -| meeting)* (?:(?:is|was|has been) )?(?:now )?cancelled\b")
NOT_THEN = re.compile(
    rf"^(?:any (?:day|date|time) |is )?(?:no longer|not|but|except|excluding|other than|apart from)(?: on| for)? {D}"
)
FREE = r"(?:changes?|later|earlier|longer|more|less|charge|fees?|cost|bookings?|tickets?|need|limit|date)"
NONE_ON = re.compile(rf"^no (?!{FREE}\b)(?:\w+ )?\w+ (?:on )?{D}$")
CLOSED = re.compile(r"\b(?:closed|closure|shut)\b(?! (?:session|meeting))")
TO_BE_CONFIRMED = re.compile(
    r"\btb[acdn]\b|\bt \. b \. [acd]\b|n/a|to follow"
    r"|not (?:yet )?(?:known|set|fixed|agreed|arranged|decided|confirmed)|unknown|unconfirmed"
    r"|pending|provisional|await\w+|no date|no fixed date"
    r"|to be (?:confirmed|re(?: - )?arranged|re(?: - )?scheduled|arranged|agreed|announced|advised|decided"
    r"|determined|fixed|set|notified|scheduled)"
)
EVERY = re.compile(
    r"\b(?:every|each|any|alternate) (?:[\w&]+ ){0,4}?"
    rf"(?:{WEEKDAY}|other|weeks?|fortnight|months?|quarter|\d+ years?)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\bof (?:each |every )?month\b"
    r"|\b(?:weekdays|weekends) (?:in|of|from|during|throughout)\b"
    rf"|\b(?:{WEEKDAY}|weekday|weekend) (?:mornings|afternoons|evenings)\b"
    rf"|\b{WEEKDAY} (?:to|-) {WEEKDAY}|\b(?:every|each) {D}"
)
PLURAL_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)days\b")
EACH = re.compile(r"\b(?:every|each|any|alternate)\b")
PLACE_IN_MONTH = re.compile(rf"\b{PLACE} (?:(?:and|&) {PLACE} )?{WEEKDAY}")
OFTEN = re.compile(r"\b(?:weekly|fortnightly|(?:bi - )?monthly|bimonthly|quarterly|annually)\b")
OFTEN_FROM = re.compile(
    rf"{OFTEN.pattern}(?: \w+){{0,2}}? (?:from|on|starting|beginning|commencing|since)(?: on)? {D}"
    rf"|{D} (?:, )?(?:and |then )?{OFTEN.pattern} thereafter"
)

DAILY = re.compile(r"\b(?:daily|(?:each|every) day)\b")

# One of several, or one with a limit.
CHOSEN = re.compile(
    rf"(?:next (?:meeting|date|(?={D}))|will (?:now )?(?:take place|be held|be on|meet)|to be held)[^{D}]*{D}"
)
# Said beside the date that counts: by when its papers are due, when it is held if not then.
ASIDE = re.compile(
    r"\b(?:deadline|closing date|rsvp|papers|agenda|minutes|book|bookings|reserve date|reserve|alternative date"
    r"|back ?up date|updated|printed|published|excluding|except|exc(?: \.)?|excl(?: \.)?|apart from)"
    r"(?: (?:for|by|is|on|out|due|issued|published|circulated|close|approved|agreed|signed"
    rf"|papers|reports|questions|nominations|[:,-]))* {D}"
)
EXCEPT = re.compile(rf"\b(?:excluding|except|exc(?: \.)?|excl(?: \.)?|apart from)(?: for)? {D}")
ABOUT = re.compile(
    rf"(?:about|around|approx\w*|circa|(?<![\w/])c(?: \.)?|roughly|towards) (?:{D}|end)"
    rf"|\?(?: ,)* {D}|{D} \?"
    rf"|\b(?:half|weeks|days|part|fortnight|some ?time) (?:of|in|during) {D}"
)
OPEN_END = re.compile(rf"{D} (?:onwards?|or later)|(?:from|starting|wef|with effect from|effective) {D}")
LIMIT_ONLY = re.compile(
    rf"(?:not before|no earlier than|not until|after|since|following|post) {D}"
    rf"|(?<!each )(?<!every )(?:days?|weeks?|fortnight|months?) (?:before|prior to|from|after|of) {D}"
)
DEADLINE = re.compile(
    r"(?:\bby|before|between now and|no later than|not later than|until|till|til"
    r"|up to(?: and including)?|(?:deadline|closing date)(?: for(?: \w+){1,3}?)?"
    r"(?: [:,-])?|closes?|ends|closing|due"
    r"|rsvp|expires?|expiry|(?:quarter|period) (?:ended|ending))"
    rf"(?: date)?(?: is| of)?(?: end of)?(?: on| by)?(?: ,)? {D}"
    rf"|{D}(?: ,)* (?:at )?(?:deadline|latest)\b"
)
COMMENCING = r"(?:commencing|comm?(?: \.)?|beginning|starting)"
A_WEEK = rf"(?:w/[cb]|wc|wb|(?:week|wk)(?: (?:{COMMENCING}|of|from))?|(?<!\w )weeks {COMMENCING})"
STRETCHES = {
    "end-of-week": re.compile(rf"(?:\bby|before|until|till) end (?:of )?{A_WEEK} {D}"),
    "week": re.compile(rf"{A_WEEK} {D}"),
    "week-ending": re.compile(rf"(?:w/e|(?:weeks?|wk) ending) {D}"),
    "fortnight": re.compile(rf"(?:fortnight|\b(?:two|2) weeks) (?:{COMMENCING}|of|from) {D}"),
    "weekend": re.compile(rf"weekend(?: of| ,)? {D}"),
}

# A month or season that only tells which holiday or term.
NAMES_HOLIDAY = re.compile(rf"{D} (?:- )?(?:bank holiday|half|term|school holidays?)\b")

# Without a date.
OLD_RELATIVE = re.compile(r"\b(?:inst|ult|prox)\b")
RELATIVE = re.compile(
    r"\b(?:inst|ult|prox|today|tomorrow|yesterday|tonight"
    rf"|(?:next|last|this|following|coming) (?:{WEEKDAY}|fortnight|(?P<unit>week|month|year))"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
HOLIDAY = re.compile(
    r"\b(?:(?:half|spring|summer|autumn|of) (?:- )?term|easter|good friday|christmas|boxing day|new year's"
    r"|whit|whitsun|lent|ash wednesday|shrove tuesday|maundy thursday|palm sunday|advent|pentecost|michaelmas|may day"
    r"|bank holiday|(?:school|summer) holidays|purdah"
    r"|(?:financial|municipal|school|academic) year)\b"
)
FEAST = re.compile(rf"(?:\w+ )?{HOLIDAY.pattern}(?: (?:day|eve|{WEEKDAY}|\d{{4}}))*")
NOT_DATES = (
    ("duration", r"\d+ (?:working |calendar |school )?(?:year|month|week|day|hour|minute|min)s?\b", "a length of time"),
    ("money", "£", "a sum of money"),
    ("round-the-clock", r"^24 / 7", "round the clock, or 24 July without its year"),
    ("minute-number", r"\d+ / \d+|\d+\.\d+", "a number, not a date"),
    ("figures", r"\d", "figures, but no date"),
)


UNDERSTOOD = (
    *(MOVE, CANCELLED, TO_BE_CONFIRMED, EVERY, PLACE_IN_MONTH, OFTEN_FROM, DAILY, NAMES_HOLIDAY),
    *(NOT_THEN, NONE_ON, CLOSED, CHOSEN, ABOUT, OPEN_END, LIMIT_ONLY, DEADLINE, *STRETCHES.values(), OLD_RELATIVE),
)


def names_feast(text):
    """Whether it is the name of a holiday of a day or so: *Good Friday*, *August bank holiday*."""
    words = text.lower().replace("’", "'")
    return bool(FEAST.fullmatch(words)) and not words.endswith(("term", "holidays", "year"))


def other_words(gist):
    """The words that were not understood."""
    for pattern in UNDERSTOOD:
        gist = pattern.sub(D, gist)
    return [word for word in gist.replace(D, " ").split() if word not in IDLE_WORDS]


def join_all(gist, phrases, is_move):
    """(gist, phrases) with dates that have only "to", "and" or a comma between them made into one phrase.

    Where something is moved, "from ◆ to ◆" is no span.
    """
    to = [(pattern, span_of) for pattern in (BETWEEN_JOIN, START_TO_END, RANGE_JOIN)]
    spans = [] if is_move else [*to, (EITHER_JOIN, either_of)]
    phrases = with_months(phrases)
    for pattern, join in (*spans, (SLASH_JOIN, slash_of), (LIST_JOIN, list_of)):
        at = 0
        while match := pattern.search(gist, at):
            gist, phrases, at = join_at(match, gist, phrases, join)
    return gist, phrases


def join_at(match, gist, phrases, join):
    """The same, and where in the gist to look on."""
    first = gist[: match.start()].count(D)
    phrase = join(*phrases[first : first + 2])
    if not phrase:
        return gist, phrases, match.start() + 1
    gist = gist[: match.start()] + D + gist[match.end() :]
    return gist, [*phrases[:first], phrase, *phrases[first + 2 :]], match.start()
