"""A letter back to those who came to a meeting: what they told us, where it went, what we are doing."""

from dataclasses import dataclass
from itertools import groupby

from feedback.models import Comment
from meetings.dates import print_day
from themes.models import KeyPoint
from themes.report.changes import joined
from themes.report.points import make_response
from themes.report.shapes import Response, how_many
from themes.sentences import ended

MADE_UP = "The comments here are sample data, made up to show the portal."

ANSWERS = {  # those that are no whole sentence, as one
    "We will": "We will do this",
    "We will in part": "We will do this in part",
    "We cannot": "We cannot do this",
}


@dataclass(frozen=True)
class Told:
    """A key point with what was said of it at this meeting; the point is empty where none holds what was said."""

    point: str
    said: tuple[str, ...]
    response: Response | None
    is_draft: bool = False  # nobody has agreed the key point yet, so its wording is nobody's to send

    @property
    def heading(self):
        return "What may go into the report" if self.is_draft else self.point or "What you also told us"

    @property
    def what_we_do(self):
        """Lines of the letter."""
        if self.is_draft:
            return ["This is being considered for the report."]
        if not self.point:
            return ["We have this on record. It is in no key point of the report so far."]
        if self.response is None:
            return ["This went into the report. The council has not answered it yet."]
        answer = ANSWERS.get(self.response.answer, self.response.answer)
        said = f"Our answer: {answer[:1].lower()}{answer[1:]}. {ended(self.response.why)}".strip()
        return [said, *who_and_when(self.response)]


def who_and_when(response):
    lines = [ended(f"Who sees to it: {response.owner}")] if response.owner else []
    if response.done_on:
        return [*lines, f"Done on {print_day(response.done_on)}."]
    return [*lines, f"By {print_day(response.due_on)}."] if response.due_on else lines


@dataclass(frozen=True)
class Heading:
    theme: str  # empty for what has none yet
    told: tuple[Told, ...]

    @property
    def name(self):
        return self.theme or "Not sorted under a theme yet"


@dataclass(frozen=True)
class Letter:
    report: str  # its title
    meeting: str
    dates: str
    to: tuple[str, ...]  # stakeholders that came
    headings: tuple[Heading, ...]
    actions: tuple[str, ...]
    replies: tuple[str, ...]
    comments: int
    has_made_up: bool  # some of what was said is the sample's

    @property
    def name(self):
        return f"Letter: {self.meeting}, {self.dates}"

    @property
    def opening(self):
        thanks = f"Thank you{' to ' if self.to else ''}{joined(self.to)} for meeting us."
        if not self.taken_down:
            return f"{thanks} No comments were taken down at this meeting."
        verb = "was" if sum(number for number, noun in self.taken_down) == 1 else "were"
        taken = f"{joined([how_many(*each) for each in self.taken_down])} {verb} taken down."
        return f"{thanks} {taken} This letter says what you told us, where it went, and what we are doing about it."

    @property
    def taken_down(self):
        """All that the letter lists: [(number, noun), ...]."""
        counts = (self.comments, "comment"), (len(self.replies), "answer"), (len(self.actions), "action")
        return [each for each in counts if each[0]]

    @property
    def warning(self):
        return MADE_UP if self.has_made_up else ""


def write_letter(meeting, title):
    said = meeting.comments.exclude(standing=Comment.Standing.SET_ASIDE)
    rows = list(said.select_related("theme", "key_point__response").order_by("pk"))
    of = {standing: [row for row in rows if row.standing == standing] for standing in Comment.Standing}
    counted = of[Comment.Standing.COUNTED]
    return Letter(
        report=title,
        meeting=meeting.title,
        dates=meeting.dates,
        to=tuple(stakeholder.name for stakeholder in meeting.stakeholders.all()),
        headings=tuple(headings(counted)),
        actions=tuple(row.text for row in of[Comment.Standing.ACTION]),
        replies=tuple(row.text for row in of[Comment.Standing.REPLY]),
        comments=len(counted),
        has_made_up=any(row.made_up for row in rows),
    )


def headings(comments):
    """In the report's order; last, what has no theme yet, and under each theme what is in no key point."""
    for theme, under in groupby(sorted(comments, key=place), key=lambda comment: comment.theme):
        told = [told_of(*point, of_point) for point, of_point in groupby(under, key=point_of)]
        yield Heading(theme.name if theme else "", tuple(told))


def place(comment):
    theme, (point, is_draft) = comment.theme, point_of(comment)
    return (
        theme is None,
        theme and theme.number,
        point is None,
        not is_draft,
        point and (point.position, point.pk),
        comment.pk,
    )


def point_of(comment):
    """(the agreed key point that holds it or None, whether one holds it that nobody has agreed yet)"""
    point = comment.key_point
    is_agreed = point is not None and point.status == KeyPoint.Status.AGREED
    return (point, False) if is_agreed else (None, point is not None)


def told_of(point, is_draft, comments):
    said = tuple(comment.text for comment in comments)
    return Told(point.text if point else "", said, make_response(getattr(point, "response", None)), is_draft)
