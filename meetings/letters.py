"""What a move did, in words that can be pasted into an e-mail."""

from dataclasses import dataclass

from meetings.changes import WHEN
from meetings.differences import differences, when_in_words
from meetings.models import Meeting
from meetings.moves import as_columns

WIDTH = 4  # spaces before what changed


@dataclass(frozen=True)
class Line:
    meeting: Meeting
    differences: list  # [(label, before, after), ...]; none where the move made it
    undone: bool = False

    @property
    def dates(self):
        """Of one that the move made, which an import may have made as cancelled."""
        is_off = self.meeting.status != Meeting.Status.SCHEDULED
        return f"{self.when}, {self.meeting.get_status_display().lower()}" if is_off else self.when

    @property
    def when(self):
        return when_in_words(vars(self.meeting))

    @property
    def unchanged(self):
        """[(label, value), ...] of when and where it is, as far as that is known and the move did not change it."""
        changed = {label for label, _, _ in self.differences}
        known = {"Date": self.when if self.differences else self.dates, "Venue": self.meeting.venue}
        return [(label, value) for label, value in known.items() if value and label not in changed]


def lines_of(move):
    kept = list(move.lines.select_related("meeting").order_by("meeting__starts_on", "meeting__title", "pk"))
    words = differences([(as_columns(line.before), as_columns(line.after)) for line in kept])
    return [
        Line(line.meeting, words if line.before else [], line.undone) for line, words in zip(kept, words, strict=True)
    ]


def moved_from(meeting):
    """[(move, "Tuesday 16 January 2024"), ...]: each date that it was moved from and that still stands so."""
    lines = meeting.moves.of_dates()
    return [(line.move, when_in_words(as_columns(line.before))) for line in lines if dates_differ(line)]


def dates_differ(line):
    """Another end alone is no other date."""
    return any(line.before[name] != line.after[name] for name in WHEN - {"ends_at"})


def what_moved(move, lines):
    """Plain text, a paragraph for each meeting; where a part was undone, for what still stands."""
    told = [move.words, *([f"Why: {move.reason}"] if move.reason else [])]
    standing = [line for line in lines if not line.undone]
    if move.undone_at and not standing:
        told.insert(0, "This has been undone: the meetings are where they were.")
    elif move.undone_at:
        told.insert(0, "A part of this has been undone. What follows has not, though it may have been changed since.")
    return "\n\n".join(["\n".join(told), *(paragraph(line) for line in standing or lines)]) + "\n"


def paragraph(line):
    told = [words for difference in line.differences for words in was_and_now(*difference)]
    told += [f"{label}: {value}" for label, value in line.unchanged]
    return "\n".join([line.meeting.title, *(f"{' ' * WIDTH}{words}" for words in told)])


def was_and_now(label, before, after):
    return f"{label} was: {before}", f"{label} now: {after}"
