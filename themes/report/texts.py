"""Figures in the report's own text: placeholders such as {meetings_held}, filled when it is printed, never typed."""

import re

PLACEHOLDER = re.compile(r"\{([^{}]*)\}(\s+(?:meeting|comment|organisation|audience|key point)s\b)?")
TYPED = re.compile(r"(?<![\w{.,-])\d[\d,]*\s+(?:meetings|comments|people|organisations|audiences|key points)\b")


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
}


def fill(text, figures):
    """The text with its figures in words, and *1 meeting* for *1 meetings*; what names no figure is left as it is."""

    def word(found):
        name, counted = found[1].strip(), found[2] or ""
        if name not in FIGURES:
            return found[0]
        number = FIGURES[name][1](figures)
        return number + (counted[:-1] if number == "1" else counted)

    return PLACEHOLDER.sub(word, text)


def unknown_in(*texts):
    """The placeholders that name no figure, each once."""
    names = (found[1].strip() for text in texts for found in PLACEHOLDER.finditer(text))
    return tuple(dict.fromkeys(name for name in names if name not in FIGURES))


def typed_in(*texts):
    """Numbers that were typed where a figure belongs: *99 meetings*."""
    return tuple(found[0] for text in texts for found in TYPED.finditer(text))
