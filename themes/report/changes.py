"""What changed from one edition to the next. A key point is the same while its number is, however it is worded."""

from dataclasses import dataclass

from themes.report.shapes import Point, Report, how_many
from themes.report.texts import FIGURES


@dataclass(frozen=True)
class Changes:
    figures: tuple[tuple[str, str, str], ...]  # (what, before, now), those that are not as they were
    added: tuple[Point, ...]
    reworded: tuple[tuple[Point, Point], ...]  # (before, now)
    gone: tuple[Point, ...]
    answered: tuple[Point, ...]  # that have an answer now, and had none or another
    narrowed_otherwise: bool

    def in_words(self, earlier):
        """A paragraph; `earlier` is what the other is called."""
        otherwise = f"{earlier} was made from other comments, so the two do not compare like with like."
        return " ".join(
            [
                *([otherwise] if self.narrowed_otherwise else []),
                f"Since {lower_first(earlier)}: {points_in_words(self)}.",
                figures_in_words(self.figures),
            ]
        )


def lower_first(words):
    return words[:1].lower() + words[1:]


def points_in_words(changes):
    counts = [
        (len(changes.added), "added"),
        (len(changes.reworded), "reworded"),
        (len(changes.gone), "dropped"),
        (len(changes.answered), "answered"),
    ]
    said = [f"{how_many(number, 'key point')} {was(number)} {what}" for number, what in counts if number]
    return joined(said) or "no key point was added, reworded, dropped or answered"


def figures_in_words(figures):
    said = [f"{what} went from {before} to {now}" for what, before, now in figures]
    return f"{upper_first(joined(said))}." if said else "Every figure is as it was."


def upper_first(words):
    return words[:1].upper() + words[1:]


def was(number):
    return "was" if number == 1 else "were"


def joined(parts):
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def compare(before: Report, now: Report):
    then, points = by_number(before), by_number(now)
    both = [(then[pk], point) for pk, point in points.items() if pk in then]
    return Changes(
        figures=tuple(figures_changed(before.figures, now.figures)),
        added=tuple(point for pk, point in points.items() if pk not in then),
        reworded=tuple((old, new) for old, new in both if old.text != new.text),
        gone=tuple(point for pk, point in then.items() if pk not in points),
        answered=tuple(point for pk, point in points.items() if is_answered(then.get(pk), point)),
        narrowed_otherwise=before.narrowed_to != now.narrowed_to,
    )


def by_number(report):
    """Where the order is by audience a point stands several times; it is one."""
    return {point.pk: point for point in report.points}


def is_answered(before, now):
    return bool(now.response) and (before is None or now.response != before.response)


def figures_changed(before, now):
    for name, (what, in_words) in FIGURES.items():
        then = getattr(before, name)
        if then is not None and then != getattr(now, name):
            yield what, in_words(before), in_words(now)
