"""What in a text is likely to tell who a person is. It errs towards finding: a person looks, and decides."""

import re
from functools import lru_cache

from themes.personal_names import GIVEN, names_in

TITLES = "Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Prof|Professor|Rev|Reverend|Sir|Dame|Lord|Lady"
ROADS = (
    "Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|Close|Crescent|Grove|Way|Court|Place|Terrace|Gardens|Row|Walk|Mews"
    "|Square|Hill"
)
MONTHS = "Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
PROVIDERS = "gmail|googlemail|hotmail|outlook|yahoo|icloud|live|btinternet|aol|sky|talktalk|virginmedia|nhs|stockport"
PLAIN_ROADS = "road|street|avenue|lane|drive|close|crescent|grove|terrace"
NO_NAMES = "Mayor|Mayoress|Lieutenant|Development|Teams|Induction|Training|Surgery|Surgeries|Briefing"
KINDS = {
    "an e-mail address": re.compile(
        r"(?<![\w.+'-])[\w.+'-]+(?:@|\s?[(\[]\s?at\s?[)\]]\s?)[\w-]+(?:(?:\.|\s?[(\[]\s?dot\s?[)\]]\s?|\sdot\s)[\w-]+)+"
        rf"|(?<![\w.+'-])[\w.+'-]+\s+at\s+(?:{PROVIDERS})(?:\.|\s+dot\s+)\w+(?:\.\w+)*",
        re.IGNORECASE,
    ),
    "a telephone number": re.compile(r"(?<![\w,.])(?:\+44[\s-]?(?:\(0\))?|\(?0)(?:[\s()-]{0,2}\d){9,10}(?!\d)"),
    "a postcode": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE),
    "an address": re.compile(
        rf"\b(?<!\b[Ii]n (?=(?:19|20)\d\d ))\d{{1,4}}[a-zA-Z]?,?\s+(?!Best Place\b)"  # not the year in "In 2024 ..."
        rf"(?:[A-Z][\w'’-]*\s+){{1,3}}(?:{ROADS})\b(?!\s+bus)"
        rf"|\b\d{{1,3}}[a-z]?,?\s+(?!(?:minute|hour|mile)s?\b)[a-z]+\s+(?:{PLAIN_ROADS})\b"
    ),
    "an NHS number": re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"),
    "a National Insurance number": re.compile(r"\b[A-Z]{2}\s?(?:\d{2}\s?){3}[A-D]\b", re.IGNORECASE),
    "a date of birth": re.compile(
        r"\b(?:date of birth|d\.?o\.?b\.?)\W{1,3}\w+(?:[\s/.-]\w+){0,2}"
        rf"|\bborn(?: on| in)?(?: the)?\W{{1,2}}(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|(?:19|20)\d\d\b"
        rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?(?:{MONTHS})[a-z]*(?: \d{{4}})?\b)",
        re.IGNORECASE,
    ),
    "a name": re.compile(
        rf"\b(?:{TITLES})\b\.?\s+(?:[A-Z]\.?\s+)*(?!(?:{NO_NAMES})\b)(?:(?:{'|'.join(sorted(GIVEN))})\s+(?=[A-Z][a-z]))?+"
        rf"[A-Z][\w'’-]++(?!\s+Hospice\b)"
    ),
}


@lru_cache(maxsize=4000)  # the titles of all meetings are looked through for each draft
def likely_in(text):
    """((what it is, the words), ...), in the order of KINDS; then names without a title."""
    found = [(kind, match[0], match.span()) for kind, pattern in KINDS.items() for match in pattern.finditer(text)]
    names = [("a name", text[start:end]) for start, end in names_in(text) if is_apart(start, end, found)]
    return (*((kind, words) for kind, words, _ in found), *names)


def is_apart(start, end, found):
    return not any(start < other_end and other_start < end for _, _, (other_start, other_end) in found)


def words_like_personal_data(*texts):
    """Each once, in order."""
    return list(dict.fromkeys(words for text in texts for _, words in likely_in(text)))
