"""What can be done to many meetings at once: each kind tells a meeting's new columns, or why it is left out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from meetings.dates import print_dates
from meetings.hours import hours_on
from meetings.models import Meeting

WHEN = {"starts_on", "ends_on", "starts_at", "ends_at"}


class LeftOut(Exception):
    """Why a change does not fit a meeting, as the page says it."""


@dataclass(frozen=True)
class Dates:
    """What somebody typed or picked. No days: to be confirmed. No time: the meeting keeps the one it has."""

    starts_on: date | None = None
    ends_on: date | None = None
    starts_at: time | None = None
    as_given: str = ""
    ends_at: time | None = None

    @property
    def days(self):
        return self.starts_on, self.ends_on

    @property
    def hours(self):
        return self.starts_at, self.ends_at


@dataclass(frozen=True)
class Change:
    """`kind` is a key of KINDS; `value` is weeks, Dates, a venue, a person, an audience or a category."""

    kind: str
    value: object = None

    @property
    def moves(self):
        """Whether it touches when a meeting is or whether it takes place: that of a held one is left alone."""
        return KINDS[self.kind].moves

    @property
    def has_dates(self):
        return KINDS[self.kind].has_dates

    def values_for(self, meeting):
        """{column: value} of those that differ, and all of when it is where some of that does.

        Raises LeftOut where nothing differs, or where the change does not fit the meeting.
        """
        new = KINDS[self.kind].new_values(meeting, self.value)
        differing = {name: value for name, value in new.items() if getattr(meeting, name) != value}
        if not differing.keys() - {"date_as_given"}:
            raise LeftOut("It is so already.")
        return new if WHEN & differing.keys() else differing

    def done(self, many):
        return KINDS[self.kind].done(many, self.value)


def by_weeks(meeting, weeks):
    refuse_cancelled(meeting)
    if meeting.starts_on is None:
        raise LeftOut("It has no date to move from.")
    try:
        days = [day + timedelta(weeks=weeks) for day in (meeting.starts_on, meeting.ends_on)]
    except OverflowError:
        raise LeftOut("The calendar ends before then.") from None
    return on(days, meeting.hours, "")


def to_dates(meeting, dates):
    """A range that is moved to one day starts then, and is as long as it was."""
    refuse_cancelled(meeting)
    if dates.starts_on is None:
        return to_be_confirmed(meeting)
    ends_on = dates.ends_on
    if meeting.starts_on and dates.starts_on == ends_on:
        try:
            ends_on += meeting.ends_on - meeting.starts_on
        except OverflowError:
            raise LeftOut("The calendar ends before its last day.") from None
    days = dates.starts_on, ends_on
    return on(days, hours_on(days, meeting.hours, dates.hours), dates.as_given)


def to_be_confirmed(meeting, nothing=None):
    refuse_cancelled(meeting)
    return on((None, None), (None, None), "")


def on(days, hours, as_given):
    """A postponed meeting that is given a new date goes ahead; what was once typed is no longer its date."""
    return {
        **dict(zip(("starts_on", "ends_on"), days, strict=True)),
        **dict(zip(("starts_at", "ends_at"), hours, strict=True)),
        "date_as_given": as_given,
        "status": Meeting.Status.SCHEDULED,
    }


def refuse_cancelled(meeting):
    if meeting.status == Meeting.Status.CANCELLED:
        raise LeftOut("It is cancelled.")


def weeks_in_words(weeks):
    number = "1 week" if abs(weeks) == 1 else f"{abs(weeks)} weeks"
    return f"{number} {'later' if weeks > 0 else 'earlier'}"


def name_of(row):
    return row.get_full_name() or row.get_username() if hasattr(row, "get_username") else str(row)


@dataclass(frozen=True)
class Kind:
    label: str
    field: str  # the field of the form that holds its value; empty where it needs none
    new_values: Callable  # (meeting, value) -> {column: value}
    done: Callable  # ("12 meetings", value) -> what was done, in a sentence
    verb: str
    moves: bool = True
    has_dates: bool = False


def moving(label, field, new_values, done):
    return Kind(label, field, new_values, done, "Move", has_dates=True)


def standing(label, value, done):
    return Kind(label, "", lambda meeting, nothing: {"status": value}, lambda many, nothing: done.format(many), label)


def changing(name, label, column=None):
    """A change to where or for whom a meeting is; `column` where that holds a key."""

    def new_values(meeting, value):
        return {column: value and value.pk} if column else {name: value}

    def done(many, value):
        return f"Changed the {name} of {many} to {name_of(value) if value else 'nobody'}."

    return Kind(label, name, new_values, done, "Change", moves=False)


KINDS = {
    "weeks": moving("Move by weeks", "weeks", by_weeks, lambda many, weeks: f"Moved {many} {weeks_in_words(weeks)}."),
    "date": moving(
        "Move to a date",
        "date",
        to_dates,
        lambda many, dates: f"Moved {many} to {print_dates(dates.starts_on, dates.ends_on)}.",
    ),
    "tbc": moving(
        "Make the date to be confirmed", "", to_be_confirmed, lambda many, _: f"Made {many} to be confirmed."
    ),
    "postpone": standing("Postpone", Meeting.Status.POSTPONED, "Postponed {}."),
    "cancel": standing("Cancel", Meeting.Status.CANCELLED, "Cancelled {}."),
    "go_ahead": standing("Reinstate", Meeting.Status.SCHEDULED, "Reinstated {}."),
    "venue": changing("venue", "Change the venue"),
    "lead": changing("lead", "Change the lead", "lead_id"),
    "audience": changing("audience", "Change the audience", "audience_id"),
    "category": changing("category", "Change the category", "category_id"),
}
