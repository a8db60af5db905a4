"""Figures in the report's own text: placeholders such as {meetings_held}, filled when it is printed, never typed."""

import re

PLACEHOLDER = re.compile(r"\{(\w+)\}")


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
    """The text with its figures in words; what names no figure is left as it is."""

    def word(found):
        return FIGURES[found[1]][1](figures) if found[1] in FIGURES else found[0]

    return PLACEHOLDER.sub(word, text)


def unknown_in(*texts):
    """The placeholders that name no figure, each once."""
    names = (name for text in texts for name in PLACEHOLDER.findall(text))
    return tuple(dict.fromkeys(name for name in names if name not in FIGURES))
