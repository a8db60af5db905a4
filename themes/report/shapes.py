"""What a report is: frozen, printed by the page and by every file, so that they cannot differ.

The names of the fields are the names in the JSON file, so that one template prints either.
"""

from dataclasses import dataclass
from datetime import date

MANY = 20_000  # comments, from which on a row for each takes a while to write
TO_BE_CONFIRMED = "TBC"  # as the council's own list of meetings says it
NOT_SHOWN = "not shown"  # stands for a number that a public edition leaves out


def how_many(number, noun):
    """`number` may be the words that a public edition prints instead of one."""
    if isinstance(number, str):
        return f"{number} {noun}s"
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@dataclass(frozen=True)
class Figures:
    """Their names are also the placeholders in the report's text: {meetings_held}."""

    meetings: int  # in the schedule, whatever their state
    meetings_held: int
    meetings_dated: int  # of those listed in the appendix
    attended: int  # people, added up over the held meetings at which they were counted
    attendance_unknown: int  # held meetings at which they were not
    organisations: int  # stakeholders that came to a held meeting or said something counted
    comments: int  # counted ones
    audiences: int  # of whom something counted was heard
    key_points: int
    answered: int | None = None  # of those; None in an edition that was kept before they were counted

    @property
    def attendance_recorded(self):
        """At how many of the held meetings."""
        return self.meetings_held - self.attendance_unknown


class Printed:
    """A number of comments; `instead` is printed where the number must not be."""

    @property
    def printed(self):
        return self.instead or f"{self.comments:,}"


@dataclass(frozen=True)
class Kind(Printed):
    name: str
    label: str
    comments: int | None
    instead: str = ""


@dataclass(frozen=True)
class Quote:
    """A comment's words as taken down; who is an audience, or an organisation that spoke as one: never a person."""

    text: str
    who: str


@dataclass(frozen=True)
class Response:
    answer: str  # as the page says it: "We will"
    why: str
    owner: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True)
class Point:
    pk: int
    text: str
    status: str
    status_label: str
    made_up: bool
    comments: int | str  # words where a public edition leaves the number out
    meetings: int | str
    audiences: int | str
    response: Response | None = None
    quotes: tuple[Quote, ...] = ()

    @property
    def reference(self):
        return f"K-{self.pk:03d}"

    @property
    def proof(self):
        """As the page says it: *12 comments · 7 meetings · 3 audiences*."""
        if not self.comments:
            return "No comments"
        if self.comments == NOT_SHOWN:
            return "How many comments is not shown"
        counts = (self.comments, "comment"), (self.meetings, "meeting"), (self.audiences, "audience")
        few = next((place for place, (number, _) in enumerate(counts) if isinstance(number, str)), len(counts))
        return " · ".join(how_many(number, noun) for number, noun in counts[: few + 1])  # others are no more than these


@dataclass(frozen=True)
class Section:
    """A theme; where the order is by audience, what that audience said under it."""

    theme: str
    slug: str
    definition: str
    comments: int
    kinds: tuple[Kind, ...]
    points: tuple[Point, ...]
    in_points: int | str  # words, as of a point
    not_in_points: int | str
    audience: str = ""


@dataclass(frozen=True)
class Cell(Printed):
    """Comments of one theme, or of all, in one column."""

    name: str
    pk: int
    comments: int | None
    instead: str = ""


@dataclass(frozen=True)
class GridRow:
    theme: str
    slug: str  # as the comments' filter names it
    cells: tuple[Cell, ...]
    comments: int


@dataclass(frozen=True)
class Grid:
    by: str  # what its columns are: "audience", "category"
    rows: tuple[GridRow, ...]
    totals: tuple[Cell, ...]
    comments: int

    @property
    def has_sums(self):
        """By column: a public edition leaves them out with what they would give away."""
        return not any(column.instead for column in self.totals)


@dataclass(frozen=True)
class Coverage:
    """Where something was heard, and where nothing."""

    by_audience: Grid
    by_category: Grid
    meetings_without_comments: tuple[str, ...]  # held ones
    audiences_not_heard: tuple[str, ...]


@dataclass(frozen=True)
class Ledger:
    """all = counted + replies + actions + set aside; counted = in points + not in points + untagged."""

    all: int
    counted: int
    replies: int
    actions: int
    set_aside: int
    untagged: int
    in_points: int | str  # words, as of a point
    not_in_points: int | str  # of those that have a theme


@dataclass(frozen=True)
class Listed:
    """A meeting as the appendix lists it; without days its date is TBC."""

    title: str
    date: str
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True)
class Heading:
    category: str
    parent: str
    span: str  # from the first day of its meetings to the last; empty where none has a date
    meetings: tuple[Listed, ...]


@dataclass(frozen=True)
class Appendix:
    headings: tuple[Heading, ...]
    meetings: int
    dated: int
    called_off: int  # cancelled or postponed, and so not listed
    in_progress: int = 0  # of those listed
    to_come: int = 0  # not held yet, and so not listed

    @property
    def count(self):
        """As it stands under the list: *36 meetings, of which 35 dated; 2 more still to come*."""
        beside = [
            (self.in_progress, "still in progress"),
            (self.to_come, "more still to come"),
            (self.called_off, "more cancelled or postponed"),
        ]
        listed = f"{how_many(self.meetings, 'meeting')}, of which {self.dated:,} dated"
        return "; ".join([listed, *(f"{number:,} {words}" for number, words in beside if number)])


@dataclass(frozen=True)
class Report:
    title: str
    made_on: date
    order: str  # of ORDERS
    narrowed_to: tuple[tuple[str, str], ...]  # (what it is filtered by, in words); empty for everything
    introduction: str
    background: str
    method: str
    unfilled: tuple[str, ...]  # placeholders of these texts that name no figure
    figures: Figures
    sections: tuple[Section, ...]
    coverage: Coverage
    ledger: Ledger
    limits: str  # a paragraph
    appendix: Appendix
    has_made_up: bool  # some of these comments or key points are the sample's
    edition: str = ""  # Edition 2; empty for a draft
    changes: str = ""  # since the edition before, a paragraph
    elsewhere: int = 0  # key points left out, as all their evidence is outside what it is narrowed to
    organisations: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (audience, names) of those that came or were heard

    @property
    def is_long(self):
        return self.ledger.all >= MANY

    @property
    def not_raised_here(self):
        """A sentence; empty where no key point is left out."""
        number = self.elsewhere
        have, are = ("has", "is") if number == 1 else ("have", "are")
        return f"{how_many(number, 'key point')} {have} no evidence here and {are} left out." if number else ""

    @property
    def grid(self):
        return self.coverage.by_audience

    @property
    def points(self):
        return tuple(point for section in self.sections for point in section.points)
