"""The flags of a reading as a person is told of them: what was inferred, mended or is in doubt. Pure."""

DOUBTS = {
    "no-year": "no year was written",
    "2-digit-year": "the year was written short",
    "typo": "a spelling was mended",
    "other-words": "other words were passed over",
    "slash-range": "the stroke was read as “to”",
    "slash-list": "the stroke was read as “and”",
    "am-or-pm": "it does not say whether in the morning or after noon",
    "approximate": "it says only about when",
    "exception": "it names days that are left out",
    "ocr-like": "a letter was read as a figure",
    "missing-space": "a space was missing",
    "one-of-several": "it names several dates",
    "open-ended": "it gives no end",
    "words-between": "other words stand between its parts",
    "us-order": "the month seems to come before the day",
    "week-not-monday": "that week does not begin on a Monday",
}
OF_OUR_OWN_MAKING = {"outside-period", "tbc", "blank"}  # the period is only there to tell the year


def doubts_of(reading, passed=frozenset(OF_OUR_OWN_MAKING)):
    """In words, without the flags that are passed over."""
    return tuple(DOUBTS.get(flag, flag.replace("-", " ")) for flag in reading.flags if flag not in passed)
