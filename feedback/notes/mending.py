"""What a page layout did to the words, undone. Only the tidied text is mended, never the verbatim."""

import re

EMPHASIS = re.compile(r"(?<![\w*_])[*_](?=[^\s*_])([^*_\n]{1,300}?)(?<=\S)[*_](?![\w*_])")  # Markdown's
LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u00ad": "",
        "\u200b": "",
    }
)
# Words council minutes use that a PDF breaks when its font lacks the ligature: "of cers", "bene\ufffdt".
LIGATURE_WORDS = """
    office officer officers official officials benefit benefits benefited traffic specific
    specifically identify identified identifies confirm confirmed confirms define defined definition
    difficult difficulty different difference efficient efficiency sufficient effect effective
    effectively effort efforts affect affected affordable affordability offered offering influence
    reflect reflects reflected conflict significant significantly qualified clarify clarified
    clarification notified modified verified classified profile profiles scientific certificate
    justified deficit confidence confident flexible flexibility financial finance finances sheffield
    offerton suffering staffing diversified beneficial inflation
"""
KEPT_HYPHENS = """
    co self well long short anti non multi cross part low high full half pre post mid north south
    east west all ex semi inter ever over year one two three four five six seven eight nine ten net
    zero
"""


def mended(words):
    """The words on one line, with broken words and ligatures put right."""
    words = EMPHASIS.sub(r"\1", words.translate(LIGATURES).replace("**", ""))
    if "\n" in words:
        words = _whole_words(words)
    return LOST_LIGATURE.sub(_restored, " ".join(words.split()))


def _whole_words(words):
    return re.sub(r"\b(\w{1,40})-[ \t]{0,9}\r?\n[ \t]{0,99}([a-z]\w{0,40})", _rejoined, words)


def _rejoined(broken):
    first, second = broken.groups()
    joint = "-" if first.lower() in KEPT_HYPHENS.split() else ""
    return first + joint + second


def _broken_forms():
    """{"of cer": "officer"}; the hole stands for a space, a NUL or the replacement character."""
    forms = {}
    for word in LIGATURE_WORDS.split():
        for ligature in ("ffi", "ffl", "ff", "fi", "fl"):
            before, found, after = word.partition(ligature)
            if found and before and after:
                forms[before, after] = word
                break
    return forms


BROKEN = _broken_forms()
LOST_LIGATURE = re.compile(
    r"\b("
    + "|".join(sorted({b for b, _ in BROKEN}, key=len, reverse=True))
    + r")[ \x00\ufffd]("
    + "|".join(sorted({a for _, a in BROKEN}, key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)


def _restored(broken):
    before, after = broken.groups()
    word = BROKEN.get((before.lower(), after.lower()))
    if not word:
        return broken.group()
    return before + word[len(before) :]
