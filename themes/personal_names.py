"""Names of people that stand without a title: a common given name with a surname, or after words that bring one in."""

import re
from pathlib import Path

LISTED = [
    name
    for line in (Path(__file__).parent / "given_names.txt").read_text().splitlines()
    if not line.startswith("#")
    for name in line.split()
]
GIVEN = {name for name in LISTED if not name.endswith("?")}
ALSO_WORDS = {name[:-1] for name in LISTED if name.endswith("?")}  # and places: Hope, Victoria

# What bears a person's name and is none: Fred Perry House, Barbara Castle Way, Anna Freud Centre.
BEARERS = (
    "Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|Crescent|Grove|Way|Court|Terrace|Gardens|Walk|Mews|Square|Park|Bridge"
    "|Brow|Fields?|Fold|Estate|Church|School|Nursery|College|Academy|Primary|High|University|Library|House|Lodge"
    "|Building|Tower|Mill|Works|Hospital|Hospice|Clinic|Surgery|Centre|Trust|Foundation|Institute|Charity|Society"
    "|Theatre|Museum|Station|Hotel|Inn|Arms|Brewery|Stores?|Act|Award|Bursary|Lecture"
)
PLACES = (  # what follows a given name and is no surname
    f"{BEARERS}|Close|Place|Row|Bank|Meadows?|Moor|Valley|Ward|Village|Hub|Club|Team|Community|Project|Council|Borough"
    "|Review|Bay|Scheme|Forums?|Networks?|Association|Group|Board|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?"
    "|Saturdays?|Sundays?"
)
NAMES_TOO = "Hill|Green|Wood|Hall|Day"  # Sarah Hill is a person, Rose Hill is none
FIRMS = re.compile(
    r"\b(?:John (?:Lewis|Rylands)|Joseph Rowntree|Thomas Cook|Fred Perry|Martin Luther"
    r"|Jack Wills|Marie Curie|Sue Ryder|Anthony Nolan)\b"
)
SURNAME = (
    rf"(?!(?:{PLACES})\b)(?:[OD]['’])?[A-Z][a-z][\w’'-]*+"
    rf"(?![^\S\n]+(?:[A-Z][\w-]+[^\S\n]+)?(?:{BEARERS}|{NAMES_TOO})\b)"
)
NAME = r"[A-Z][a-z][\w-]*"
KIN = (
    r"sons?|daughters?|wife|husband|mum|mother|dad|father|brother|sister|nan|nana|gran|grandma|grandad|grandson"
    r"|granddaughter|uncle|aunt|auntie|nephew|niece|boy|girl|baby|child"
)
OTHERS = (
    r"partner|neighbours?|friends?|carer|colleague|manager|teacher|doctor|landlord|boyfriend|girlfriend|boss|cousin"
)
ELSEWHERE = rf"(?:{PLACES}|{NAMES_TOO})"
NOT_OF = (
    r"(?=[A-Z])(?<!\bSt )(?<!\bSt\. )(?<!\bSaint )(?<!\bKing )(?<!\bQueen )(?<!\bPrince )(?<!\bPrincess )(?<![\w/&’'-])"
)

FULL = re.compile(
    rf"{NOT_OF}(?P<given>{NAME})(?=[^\S\n]+(?:[A-Z]\.?[^\S\n]+)?(?P<surname>{SURNAME}))"
    rf"|{NOT_OF}(?P<loud>[A-Z]{{2,}})(?=[^\S\n]+(?!(?i:{ELSEWHERE})\b)(?P<louder>[A-Z][A-Z’'-]{{2,}})\b)"
)
BROUGHT_IN = re.compile(
    rf"\b(?i:my|his|her)\s+(?:[\w-]+\s+){{0,3}}?(?i:{KIN}),?\s+(?:(?:is\s+)?(?:called|named)\s+)?(?P<anybody>(?!Year|Key){NAME})"
    rf"|\b(?i:my name is|my name[’']s|his name is|her name is)\s+(?P<named>{NAME})"
    rf"|\b(?i:my|our|his|her|their|the)\s+(?:[\w-]+\s+){{0,2}}?(?i:{KIN}|{OTHERS}),?\s+(?P<whoever>{NAME})(?!\s+{ELSEWHERE}\b)"
    rf"|\b(?i:I am|I[’']m)\s+(?P<myself>{NAME})(?!\s+{ELSEWHERE}\b)"
    rf"|\b(?i:called|named)\s+(?P<called>{NAME})(?!\s+{ELSEWHERE}\b)"
    rf"|{NOT_OF}(?P<local>{NAME})\s+(?:from|in|at)\s+(?:the\s+)?[A-Z]\w+"
    rf"|\A\s*(?P<alone>{NAME})\s*\Z|\A\s*(?:[A-Z]\.?\s+)+(?P<initialled>(?!{ELSEWHERE}\b){NAME})\s*\Z"
)
ANYBODY = {"anybody", "named", "initialled"}  # whatever they say is a name
STRICT = {"called", "local", "alone"}  # a project called Hope is not a person


def names_in(text):
    """[(start, end), ...] in order; where one reaches into another they are one."""
    text = FIRMS.sub(lambda firm: firm[0].lower(), text)
    found = [(match.start(), max(match.end("surname"), match.end("louder"))) for match in full_names(text)]
    found += [match.span() for match in BROUGHT_IN.finditer(text) if is_brought_in(match)]
    joined = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end))
    return joined


def full_names(text):
    return (match for match in FULL.finditer(text) if is_given(match, text))


def is_given(match, text):
    if match["loud"]:
        return match["loud"].title() in GIVEN
    begins = text[: match.start()].rstrip(" “‘\"'(•-")[-1:] in ("", ".", "!", "?", ":", "\n")
    given = match["given"].split("-")[0]
    place = re.fullmatch(NAMES_TOO, match["surname"])
    return given in GIVEN or (given in ALSO_WORDS and not begins and not place)


def is_brought_in(match):
    how, name = match.lastgroup, match[match.lastgroup]
    return how in ANYBODY or name in GIVEN or (name in ALSO_WORDS and how not in STRICT)
