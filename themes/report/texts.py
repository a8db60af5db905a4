"""Figures in the report's own text: placeholders such as {meetings_held}, filled when it is printed, never typed."""

import re

from themes.quantifiers import NUMBERS, UNITS

COUNTED = "meeting|forum|event|comment|organisation|audience|group|resident|key point|kind"
PLACEHOLDER = re.compile(
    rf"\{{([^{{}}]*)\}}(\s+(?:people|(?:{COUNTED})s(?:\s+and\s+(?:{COUNTED})s)*)\b)?", re.IGNORECASE
)
IN_WORDS = rf"(?:two|{NUMBERS}|hundred|thousand|a dozen|a hundred)(?:[ -](?:and |of )?(?:{UNITS}|hundred|thousand))*"
TYPED = re.compile(
    rf"(?<![\w{{.,-])(?:(?!(?:19|20)\d\d\b)\d[\d,]*|{IN_WORDS})(?:\s+of)?(?:\s+(?:different|separate|local))?"
    rf"\s+(?:people|(?:{COUNTED})s)\b",
    re.IGNORECASE,
)


def in_figures(name):
    return lambda figures: f"{getattr(figures, name):,}"


def people(figures):
    """A sum with a part unknown is a least, and says so."""
    if figures.meetings_held and not figures.attendance_recorded:
        return "not known how many"
    return f"at least {figures.attended:,}" if figures.attendance_unknown else f"{figures.attended:,}"


# What may stand between braces: {name: (what it is, its words from the report's Figures)}
FIGURES = {
    "meetings": ("meetings in the schedule", in_figures("meetings")),
    "meetings_held": ("meetings held", in_figures("meetings_held")),
    "meetings_dated": ("meetings with a date", in_figures("meetings_dated")),
    "attended": ("people at the meetings held", people),
    "attendance_unknown": ("meetings held at which people were not counted", in_figures("attendance_unknown")),
    "organisations": ("organisations that came or were heard", in_figures("organisations")),
    "comments": ("comments counted", in_figures("comments")),
    "audiences": ("audiences heard", in_figures("audiences")),
    "key_points": ("key points", in_figures("key_points")),
    "answered": ("key points answered", in_figures("answered")),
}


def fill(text, figures):
    """The text with its figures in words, and *1 meeting* for *1 meetings*; what names no figure is left as it is."""

    def word(found):
        name, counted = found[1].strip(), found[2] or ""
        if name not in FIGURES:
            return found[0]
        number = FIGURES[name][1](figures)
        return number + (of_one(counted) if number.split()[-1] == "1" else counted)

    return PLACEHOLDER.sub(word, text)


def of_one(counted):
    """*meeting or forum* for *meetings and forums*."""
    return re.sub(r"s\b", "", counted).replace("people", "person").replace(" and ", " or ")


def unknown_in(*texts):
    """The placeholders that name no figure, each once."""
    names = (found[1].strip() for text in texts for found in PLACEHOLDER.finditer(text))
    return tuple(dict.fromkeys(name for name in names if name not in FIGURES))


def unpaired_in(*texts):
    """What begins or ends with a brace whose other half is missing."""
    return tuple(found for text in texts for found in re.findall(r"\{\S*|\S*\}", PLACEHOLDER.sub("", text)))


def typed_in(*texts):
    """Numbers that were typed where a figure belongs: *99 meetings*."""
    return tuple(found[0] for text in texts for found in TYPED.finditer(text))
