"""What in a text is likely to tell who a person is. It errs towards finding: a person looks, and decides."""

import re

TITLES = "Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Prof|Professor|Rev|Reverend|Sir|Dame|Lord|Lady"
ROADS = (
    "Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|Close|Crescent|Grove|Way|Court|Place|Terrace|Gardens|Row|Walk|Mews"
    "|Square|Hill"
)
PLAIN_ROADS = "road|street|avenue|lane|drive|close|crescent|grove|terrace"
NO_NAMES = "Mayor|Mayoress|Lieutenant|Development|Teams|Induction|Training|Surgery|Surgeries|Briefing"
KINDS = {
    "an e-mail address": re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"),
    "a telephone number": re.compile(r"(?<![\w,.])(?:\+44[\s-]?(?:\(0\))?|\(?0)(?:[\s()-]{0,2}\d){9,10}(?!\d)"),
    "a postcode": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE),
    "an address": re.compile(
        rf"\b(?<!\b[Ii]n (?=(?:19|20)\d\d ))\d{{1,4}}[a-zA-Z]?,?\s+(?!Best Place\b)"  # not the year in "In 2024 ..."
        rf"(?:[A-Z][\w'’-]*\s+){{1,3}}(?:{ROADS})\b(?!\s+bus)"
        rf"|\b\d{{1,3}}[a-z]?,?\s+(?!(?:minute|hour|mile)s?\b)[a-z]+\s+(?:{PLAIN_ROADS})\b"
    ),
    "an NHS number": re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"),
    "a date of birth": re.compile(
        r"\b(?:born on|born in|date of birth|d\.?o\.?b\.?)\W{1,3}\w+(?:[\s/.-]\w+){0,2}", re.I
    ),
    "a name": re.compile(rf"\b(?:{TITLES})\b\.?\s+(?:[A-Z]\.?\s+)*(?!(?:{NO_NAMES})\b)[A-Z][\w'’-]++(?!\s+Hospice\b)"),
}


def likely_in(text):
    """[(what it is, the words), ...], in the order of KINDS."""
    return [(kind, match[0]) for kind, pattern in KINDS.items() for match in pattern.finditer(text)]


def words_like_personal_data(*texts):
    """Each once, in order."""
    return list(dict.fromkeys(words for text in texts for _, words in likely_in(text)))
