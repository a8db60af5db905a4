"""A typed date cut into tokens, each of a kind: one letter.

n  number of one or two digits      w  weekday          -  dash          @  at
o  ordinal: 1st, 22nd               W  Tuesdays         /  slash         a  am, pm, o'clock
y  number of four digits            s  season           ,  comma         c  noon, midnight
N  any other number                 j  a year with a figure too few or too many: 205
                                    q  quarter: Q3      &  and           H  hours
h  short year: '23                  p  early, mid, end  |  or            k  clock: 7.30
m  month                            O  first ... last   >  to, until     b  on, by, w/c
l  a label's number: room 4
M  misspelt month (see date_words)  Y  New Year         f  of, in        B  between, from
F  was, now
d  whole date in figures            Z  year             .  full stop     x  anything else
"""

import re
from dataclasses import dataclass, replace

from meetings.date_spelling import tidy
from meetings.date_words import HEADINGS, LABELS, MONTHS, NOISE, REFERENCES, WORDS, mend


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    value: object = None
    flags: tuple = ()


PIECE = re.compile(
    r"""
    (?P<figure> £\s?[0-9]+(?:[,\ ][0-9]{3}\b)*(?:\.[0-9]+)?[mk]?\b            # money
              | \b0[0-9]{2,4}[ -][0-9]{3,4}[ -]?[0-9]{3,4}\b                # telephone
              | \b[0-9]{1,3}(?:,[0-9]{3})+\b | \b[0-9]+\s?% )
  | (?P<iso> (?<![0-9/.-])[0-9]{4}(?P<sep>[-/.])[0-9]{1,2}(?P=sep)[0-9]{1,2}(?![0-9/]) )
  | (?P<compact> \b(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])\b )
  | (?P<numeric> (?<![0-9/.])(?:(?<!-)|(?=[0-9]+[/.]))
                 [0-9]{1,2}(?P<mark>[/.-])[0-9]{1,2}(?P=mark)(?:[0-9]{4}|[0-9]{2}(?!\ (?:MONTH)\b))(?![0-9/]) )
  | (?P<slipped> (?<![\w/.-])
                 (?-i:(?=[0-9/.-]*[OIl])[0-9OIl]{1,2}(?P<slip>[/.-])[0-9OIl]{1,2}(?P=slip)[0-9OIl]{2}(?:[0-9OIl]{2})?)
                 (?![\w/]) )
  | (?P<clock> (?<![0-9.:/])[0-9]{1,2}[.:][0-9]{2}(?![0-9]|[.:/][0-9]) )
  | (?P<decimal> [0-9]+(?:\.[0-9]+)+ )
  | (?P<short_year> '[0-9]{2}\b )
  | (?P<new_year> \bnew\s+year\b(?!') )
  | (?P<abbreviation> \bw/[cbe]\b | \bn/a\b )
  | (?P<run> [a-z0-9|]+(?:'[a-z]+)* )
  | (?P<sign> \S )
    """.replace("MONTH", "|".join(MONTHS)),
    re.I | re.X,
)
SIGNS = {"-": "-", "/": "/", "&": "&", "+": "&", ".": ".", "@": "@"} | dict.fromkeys(',;()[]"“”', ",")
SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
ORDINAL = re.compile(r"([0-9]{1,2})(st|nd|rd|th|[a-z]h|h|ht|dn|ts|dr|d|t|s|n)", re.I)
SLIPS = str.maketrans("OoIl|S", "001115")
SLIPPED = re.compile(r"([0-9OoIl|S]{1,4}?)(st|nd|rd|th)?")
MOST_WEEKS = 5  # in a month: 3rd Wed may count Wednesdays, 19th Wed does not
GLUED = re.compile("[A-Za-z]{3,}[0-9]{1,2}(?:st|nd|rd|th)?")  # starts26 May
BROKEN_YEAR = re.compile("20[0-9]|02[0-9]|20[0-9]{3}")
JOINED = re.compile(r"[0-9]+(?:st|nd|rd|th)(?![a-z])|[0-9]+|[A-Za-z]+")

LATE_WEEKDAY = re.compile(
    "(?<![-/>&|wW])(?<![wW],)"
    "(?:(?<![mM])(?P<day>[no]),?(?P<inside>w)(?=,?f?[mM])"
    "|(?P<span>[no][->][no]f?[mM](?:,?[yh])?),?(?P<both>w[->]w)(?=,*$)"
    "|(?P<date>(?:[no]f?[mM]|[mM][no])(?:,?[yh])?|d),?(?P<behind>w)(?=,*(?:$|[^,nomMdk])))"
)
LATE_PAIRS = (("day", "inside"), ("span", "both"), ("date", "behind"))


def tokenise(text):
    """`text` as a list of tokens, without the article, other noise, and the dot after an abbreviation."""
    tokens = []
    for match in PIECE.finditer(tidy(text)):
        for token in READERS[kind_of(match)](match.group()):
            if not is_idle(token, tokens):
                tokens.append(numbered(token, tokens))
    return tokens


def kind_of(match):
    return next(name for name in READERS if match[name])


def weekdays_first(tokens):
    """19 (Wed) June and 19 June (Wed): the weekday goes before its day, but for 3rd Wed June."""
    kinds = "".join(token.kind for token in tokens)
    ordered, at = [], 0
    for match in LATE_WEEKDAY.finditer(kinds) if "w" in kinds else ():
        if match.group() == "ow" and 1 <= tokens[match.start()].value <= MOST_WEEKS:
            continue
        date, weekday = next(pair for pair in LATE_PAIRS if match[pair[0]])
        late = tokens[slice(*match.span(weekday))]
        ordered += [*tokens[at : match.start()], *late, *tokens[slice(*match.span(date))]]
        at = match.end() + (kinds[match.end() : match.end() + 1] == "," and bool(match["inside"]))
    return ordered + tokens[at:]


def is_idle(token, before):
    after_abbreviation = token.kind == "." and before and before[-1].kind in "mMwoWf"
    return token.text.lower() in NOISE or after_abbreviation


def numbered(token, before):
    """A number that follows "room" or "items" is that thing's number; one of two figures may be a day all the same."""
    if not before or token.kind not in "nyNjkd":
        return token
    word = next((other.text.lower() for other in reversed(before[-2:]) if other.kind != "."), "")
    if "".join(other.kind for other in before[-2:]) == "nf" and token.kind == "n":  # 2 of 3
        return replace(token, kind="l")
    labels = REFERENCES if token.kind == "d" else LABELS
    if word in HEADINGS or (word, token.kind) == ("year", "y") or not {word, word.removesuffix("s")} & labels:
        return token
    return replace(token, kind="l" if token.kind == "n" else "x")


def read_figure(text):
    return [Token("x", text)]


def read_iso(text):
    year, month, day = (int(part) for part in re.split("[/.-]", text))
    return [Token("d" if 1 <= month <= 12 else "x", text, (day, month, year))]


def read_compact(text):
    return [Token("d", text, (int(text[6:]), int(text[4:6]), int(text[:4])), ("figures-only",))]


def read_numeric(text):
    day, month, year = (int(part) for part in re.split("[/.-]", text))
    flags = ()
    if year < 100:
        year, flags = century(year), ("2-digit-year",)
    if month > 12 and 1 <= day <= 12:
        day, month, flags = month, day, (*flags, "us-order")
    return [Token("d" if 1 <= month <= 12 else "x", text, (day, month, year), flags)]


def read_slipped(text):
    """3O/O1/2O24: letters that look like the digits of a date."""
    (token,) = read_numeric(text.translate(SLIPS))
    return [replace(token, text=text, flags=(*token.flags, "ocr-like"))]


def century(year):
    """The year meant by two digits: 1970 to 2069."""
    return year + (2000 if year < 70 else 1900)


def read_clock(text):
    hour, minute = re.split("[.:]", text)
    return [Token("k", text, (int(hour), int(minute)))]


def read_short_year(text):
    return [Token("h", text, century(int(text[1:])), ("2-digit-year",))]


def read_sign(text):
    return [Token(SIGNS.get(text, "x"), text)]


def read_run(run):
    """A run of letters and digits: a number, an ordinal, a word, or two of them without a space."""
    for reader in (as_number, as_slipped_number, as_ordinal, as_word, as_joined):
        tokens = reader(run)
        if tokens:
            return tokens
    return [Token("x", run)]


def as_number(run):
    if not run.isdecimal():
        return None
    if BROKEN_YEAR.fullmatch(run):
        return [Token("j", run, None, ("typo",))]
    kind = "n" if len(run) <= 2 else "y" if len(run) == 4 else "N"
    return [Token(kind, run, int(run[:4]))]


def as_ordinal(run):
    match = ORDINAL.fullmatch(run)
    return match and [ordinal(run, int(match[1]), match[2].lower(), match[1].startswith("0"))]


def ordinal(run, number, suffix, has_zero):
    flags = ("leading-zero",) if has_zero else ()
    if suffix != SUFFIXES.get(number, "th"):
        flags = (*flags, "typo")
    return Token("o", run, number, flags)


def as_word(run):
    if re.fullmatch("[Qq][1-4]", run):
        return [Token("q", run, int(run[1]))]
    if run.lower() in WORDS:
        return [Token(WORDS[run.lower()][0], run, WORDS[run.lower()][1])]
    mended = mend(run)
    return mended and [Token(mended[0], run, mended[1], ("typo",))]


def as_slipped_number(run):
    """A number with letters that look like digits: 2O24, l5th, lst."""
    match = SLIPPED.fullmatch(run)
    if not match or match[1].isdecimal() or not (re.search("[0-9]", run) or run in ("lst", "Ist")):
        return None
    number = match[1].translate(SLIPS)
    token = as_ordinal(number + match[2])[0] if match[2] and len(number) <= 2 else as_number(number)[0]
    return [replace(token, text=run, flags=(*token.flags, "ocr-like"))]


def as_joined(run):
    pieces = JOINED.findall(run)
    if len(pieces) < 2 or not run.isalnum():
        return None
    tokens = [token for piece in pieces for token in as_piece(piece)]
    if GLUED.fullmatch(run) and len(tokens) == 1:
        tokens.insert(0, Token("x", pieces[0]))
    if re.fullmatch("[0-9]{4}[A-Z][a-z]+", run) and len(tokens) == 1:
        tokens.append(Token("x", pieces[1]))
    if len(tokens) < len(pieces):
        return None
    is_time = {token.kind for token in tokens} & set("aHc")
    return tokens if is_time else [replace(token, flags=(*token.flags, "missing-space")) for token in tokens]


def as_piece(piece):
    return as_number(piece) or as_ordinal(piece) or as_word(piece) or []


READERS = {
    "figure": read_figure,
    "iso": read_iso,
    "compact": read_compact,
    "numeric": read_numeric,
    "slipped": read_slipped,
    "clock": read_clock,
    "decimal": read_figure,
    "short_year": read_short_year,
    "new_year": lambda text: [Token("Y", text)],
    "abbreviation": lambda text: [Token(*WORDS.get(text.lower(), ("x", None))[:1], text)],
    "run": read_run,
    "sign": read_sign,
}
