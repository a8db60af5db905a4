"""The flags of a reading as a person is told of them: what was inferred, mended or is in doubt. Pure."""

from meetings.hours import are_sessions, is_first_and_last

DOUBTS = {
    # of how it is written
    "typo": "a spelling was mended",
    "ocr-like": "a letter was read as a figure",
    "missing-space": "a space was missing",
    "leading-zero": "a nought stands before the day",
    "2-digit-year": "the year was written short",
    "us-order": "the month seems to come before the day",
    "slash-range": "the stroke was read as “to”",
    "slash-list": "the stroke was read as “and”",
    "figures-only": "it is figures alone, read as year, month and day",
    "range-in-list": "it names a span among several dates",
    # of what is not written
    "no-year": "no year was written",
    "year-by-order": "its year was told by the dates beside it",
    "no-month": "no month was written",
    "no-day": "it names a time, but no day",
    "no-hour": "it says morning or afternoon, but no hour",
    "no-start": "it says until what time, but not from when",
    "no-such-time": "it names a time that the clock has not",
    "am-or-pm": "it does not say whether in the morning or after noon",
    "which-midnight": "midnight may begin that day or end it",
    "tbc": "it says that it is yet to be confirmed",
    "blank": "no date is written",
    # of what it says
    "approximate": "it says only about when",
    "open-ended": "it gives no end",
    "deadline": "it names a day by which something ends",
    "several-dates": "it names several dates",
    "several-weeks": "it names several weeks",
    "several-times": "it names several times, and the first was taken",
    "one-of-several": "it names several dates, and one was taken",
    "exception": "it names days that are left out",
    "moved": "it was moved",
    "postponed": "it was postponed",
    "rescheduled": "it was rescheduled",
    "brought-forward": "it was brought forward",
    "extended": "it was extended",
    "cancelled": "it says that it is cancelled",
    "cancelled-in-part": "one of its dates is cancelled",
    "closed": "it says that something is closed",
    "not-then": "it says when it is not",
    "weekday-counted": "it was read as that weekday of the month, counted from the first",
    "rule": "it gives a rule for many dates",
    "relative": "it counts from the day it was written",
    "holiday-moved": "the bank holiday for it is on another day than usual",
    "term": "it names a holiday or term",
    # of what does not fit
    "weekday-mismatch": "the weekday and the date do not agree",
    "week-not-monday": "that week does not begin on a Monday",
    "not-a-weekend": "that day is not at a weekend",
    "outside-period": "it is not between the days given for the list",
    "meaning-by-period": "it could mean another date, which is not between the days given",
    "odd-year": "its year is far from our time",
    "ends-before-it-begins": "its last hour comes before its first",
    "backwards": "its last day comes before its first",
    "ambiguous": "it could mean more than one date",
    "no-such-day": "there is no such day in the calendar",
    # of what was not understood
    "other-words": "other words were passed over",
    "words-between": "other words stand between its parts",
    "date-part-unread": "some of it looks like a date and was not understood",
    "unread": "no date was found in it",
    "figures": "it holds figures, but no date",
    "round-the-clock": "it means all day and night",
    "duration": "it is a length of time",
    "money": "it is a sum of money",
    "minute-number": "it is a number",
    "too-long": "it is too long to be a date",
}
SESSIONS = "it names several times, kept as one from the first to the last"
FIRST_AND_LAST = "it names several times: the first was taken as its start, the last as its end"
OF_OUR_OWN_MAKING = {"outside-period", "blank"}  # the period is only there to tell the year


def doubts_of(reading, passed=frozenset(OF_OUR_OWN_MAKING)):
    """In words, without the flags that are passed over; that it is to be confirmed is a doubt only beside a date."""
    passed = passed if reading.starts_on else passed | {"tbc"}
    several = (SESSIONS,) if are_sessions(reading) else (FIRST_AND_LAST,) if is_first_and_last(reading) else ()
    passed = passed | {"several-times", "no-start"} if several else passed
    return (*(DOUBTS[flag] for flag in reading.flags if flag not in passed), *several)
