"""What a move did and what has become of it: a line for each meeting, and words that can be pasted into an e-mail."""

from dataclasses import dataclass, field

from django.db.models import F

from meetings.changes import WHEN, name_of
from meetings.differences import differences, when_in_words
from meetings.made import as_made
from meetings.models import Meeting, MovedMeeting
from meetings.moves import as_columns, is_as_left

WIDTH = 4  # spaces before what changed
NOW = {"Goes ahead": "Goes ahead", "Postponed": "Postponed, with no new date yet", "Cancelled": "Cancelled"}


@dataclass(frozen=True)
class Line:
    meeting: Meeting
    differences: list  # [(label, before, after), ...]; none where the move made it
    undone: bool = False
    changed: bool = False  # again since, so that it is neither as the move nor as its undo left it
    since: list = field(default_factory=list)  # what of that can be said, as in differences
    later: list = field(default_factory=list)  # the moves that stand in the way of an undo, the newest first

    @property
    def dates(self):
        """Of one that the move made, which an import may have made as cancelled."""
        return f"{self.when}, {self.meeting.get_status_display().lower()}" if self.is_off else self.when

    @property
    def is_off(self):
        return self.meeting.status != Meeting.Status.SCHEDULED

    @property
    def when(self):
        return when_in_words(vars(self.meeting))

    @property
    def unchanged(self):
        """[(label, value), ...] of when and where it is and who leads it, where that is known and was not changed."""
        changed = {label for label, _, _ in self.differences}
        lead = self.meeting.lead and name_of(self.meeting.lead)
        known = {"Date": self.when if self.differences else self.dates, "Venue": self.meeting.venue, "Lead": lead}
        return [(label, value) for label, value in known.items() if value and label not in changed]

    @property
    def told(self):
        """[(label, was, now), ...]: an undone one is told backwards."""
        return (
            [(label, after, before) for label, before, after in self.differences] if self.undone else self.differences
        )


def lines_of(move):
    """What stands comes first, and is by date."""
    by_date = (F("meeting__starts_on").asc(nulls_last=True), F("meeting__starts_at").asc(nulls_first=True))
    kept = list(move.lines.select_related("meeting__lead").order_by("undone", *by_date, "meeting__title", "pk"))
    left = [as_columns(line.before if line.undone else line.after) for line in kept]
    now = [{name: getattr(line.meeting, name) for name in columns} for line, columns in zip(kept, left, strict=True)]
    words = differences([(as_columns(line.before), as_columns(line.after)) for line in kept])
    since = differences(list(zip(left, now, strict=True)))
    made = as_made([line.meeting for line in kept if not line.before])
    changed = [has_changed(line, made) for line in kept]
    later = later_moves(move, [line for line, again in zip(kept, changed, strict=True) if again and not line.undone])
    return [
        Line(
            line.meeting,
            words if line.before else [],
            line.undone,
            again,
            [(label, old, new) for label, old, new in since if old != new] if line.before else [],
            later.get(line.meeting_id, []),
        )
        for line, words, since, again in zip(kept, words, since, changed, strict=True)
    ]


def has_changed(line, made):
    """`made` are the ids of those that an undo of what made them would remove."""
    if not line.before:
        return line.meeting_id not in made
    return not is_as_left(line.meeting, line.before if line.undone else line.after)


def later_moves(move, lines):
    """{meeting id: [Move, ...]} of those that changed some of the same again, and stand: all where the move made it."""
    if not lines:
        return {}
    columns = {line.meeting_id: line.after.keys() for line in lines}
    again = MovedMeeting.objects.filter(meeting__in=columns, move__gt=move, undone=False)
    found = {}
    for line in again.select_related("move__by").order_by("-move_id"):
        if not columns[line.meeting_id] or columns[line.meeting_id] & line.after.keys():
            found.setdefault(line.meeting_id, []).append(line.move)
    return found


def moved_from(meeting):
    """[(move, "Tuesday 16 January 2024"), ...]: each date that it was moved from and that still stands so."""
    lines = meeting.moves.of_dates()
    return [(line.move, when_in_words(as_columns(line.before))) for line in lines if dates_differ(line)]


def dates_differ(line):
    """Another end alone is no other date."""
    return any(line.before[name] != line.after[name] for name in WHEN - {"ends_at"})


def what_moved(move, lines):
    """Plain text, a paragraph for each meeting; what was undone is told as what it went back to."""
    why = f"\nWhy: {move.reason}" if move.reason else ""
    standing, undone = ([paragraph(line) for line in lines if line.undone is is_so] for is_so in (False, True))
    if not move.undone_at:
        told = [move.words + why, *standing]
    elif standing:
        told = [f"Undone in part: {move.words}{why}", "This stands:", *standing, "This is undone:", *undone]
    else:
        told = [f"Undone: {move.words}", *undone]
    return "\n\n".join(told) + "\n"


def paragraph(line):
    now = {label: value for label, _, value in line.since}
    told = [words for label, was, then in line.told for words in was_and_now(label, was, then, now.get(label))]
    dated = "Was to be" if line.is_off and line.differences else "Date"
    told += [f"{dated if label == 'Date' else label}: {value}" for label, value in line.unchanged]
    return "\n".join([line.meeting.title, *(f"{' ' * WIDTH}{words}" for words in told)])


def was_and_now(label, was, then, now):
    """`now` where it has been changed again since."""
    if label == "Status":
        return [NOW[now or then]]
    return [f"{label} was: {was}", *([f"{label} then: {then}"] if now else []), f"{label} now: {now or then}"]
