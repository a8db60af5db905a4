"""What the comments amount to, counted when it is asked for: page, admin and files all print this one object.

Two GROUP BYs over the comments and a few over what is small, joined here by key; no comment is ever loaded.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from feedback.forms import UNTAGGED
from feedback.models import Comment
from meetings.models import Audience, Meeting, MeetingState
from themes.models import KeyPoint, Theme


@dataclass(frozen=True)
class Figures:
    meetings: int  # in the schedule, whatever their state
    meetings_held: int
    attended: int  # people, added up over the held meetings at which they were counted
    attendance_unknown: int  # held meetings at which they were not
    organisations: int  # stakeholders that came to a held meeting or said something counted
    comments: int  # counted ones
    audiences: int  # of whom something counted was heard

    @property
    def attendance_recorded(self):
        """At how many of the held meetings."""
        return self.meetings_held - self.attendance_unknown


@dataclass(frozen=True)
class Kind:
    name: str
    label: str
    comments: int


@dataclass(frozen=True)
class Point:
    pk: int
    text: str
    status: str
    status_label: str
    made_up: bool
    comments: int
    meetings: int
    audiences: int

    @property
    def proof(self):
        """As the page says it: *12 comments · 7 meetings · 3 audiences*."""
        if not self.comments:
            return "No comments"
        counts = (self.comments, "comment"), (self.meetings, "meeting"), (self.audiences, "audience")
        return " · ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in counts)


@dataclass(frozen=True)
class Section:
    theme: str
    slug: str
    definition: str
    comments: int
    kinds: tuple[Kind, ...]
    points: tuple[Point, ...]
    in_points: int
    not_in_points: int


@dataclass(frozen=True)
class Heard:
    audience: str
    pk: int
    comments: int


@dataclass(frozen=True)
class GridRow:
    theme: str
    slug: str  # as the comments' filter names it
    cells: tuple[Heard, ...]
    comments: int


@dataclass(frozen=True)
class Grid:
    rows: tuple[GridRow, ...]
    totals: tuple[Heard, ...]
    comments: int


@dataclass(frozen=True)
class Ledger:
    """all = counted + replies + actions + set aside; counted = in points + not in points + untagged."""

    all: int
    counted: int
    replies: int
    actions: int
    set_aside: int
    untagged: int
    in_points: int
    not_in_points: int  # of those that have a theme


@dataclass(frozen=True)
class Report:
    narrowed_to: tuple[tuple[str, str], ...]  # (what it is filtered by, in words); empty for everything
    figures: Figures
    sections: tuple[Section, ...]
    grid: Grid
    ledger: Ledger
    has_made_up: bool  # some of these comments are the sample's


def build(chosen):
    """`chosen` is a feedback.forms.SummaryFilter: everything in the report is narrowed to it."""
    comments = chosen.apply(Comment.objects.all())
    # {(theme, key point, meeting): counted comments}: all that must add up comes from this one statement.
    said = comments.counted().tally("theme", "key_point", "meeting")
    kinds = comments.tally("standing", "theme", "kind")
    themes = Theme.objects.all()
    audience_of = audiences_met()
    sections = make_sections(said, kinds, audience_of, themes)
    grid = make_grid(said, audience_of, themes, chosen)
    return Report(
        narrowed_to=tuple(chosen.in_words()),
        figures=make_figures(chosen, comments, grid),
        sections=sections,
        grid=grid,
        ledger=make_ledger(said, kinds, sections),
        has_made_up=comments.filter(made_up=True).exists(),
    )


def points_of(theme):
    """The theme's key points in order with their figures, narrowed to nothing."""
    said = theme.comments.counted().tally("theme", "key_point", "meeting")
    return make_points(said, audiences_met()).get(theme.pk, [])


def audiences_met():
    """{meeting id: audience id}"""
    return dict(Meeting.objects.order_by().values_list("pk", "audience"))


def add_up(tally, key):
    """The tally by less: {key(*combination): comments}."""
    totals = Counter()
    for combination, comments in tally.items():
        totals[key(*combination)] += comments
    return totals


def make_sections(said, kinds, audience_of, themes):
    points = make_points(said, audience_of)
    of_theme = add_up(said, lambda theme, point, meeting: theme)
    of_kind = add_up(
        {key: comments for key, comments in kinds.items() if key[0] == Comment.Standing.COUNTED},
        lambda standing, theme, kind: (theme, kind),
    )
    return tuple(
        make_section(theme, of_theme[theme.pk], points.get(theme.pk, ()), lambda kind, pk=theme.pk: of_kind[pk, kind])
        for theme in themes
    )


def make_section(theme, comments, points, number_of):
    in_points = sum(point.comments for point in points)
    return Section(
        theme=theme.name,
        slug=theme.slug,
        definition=theme.definition,
        comments=comments,
        kinds=tuple(Kind(name, label, number_of(name)) for name, label in Comment.Kind.choices),
        points=tuple(points),
        in_points=in_points,
        not_in_points=comments - in_points,
    )


def make_points(said, audience_of):
    """{theme id: its key points in order}."""
    comments = add_up(said, lambda theme, point, meeting: point)
    meetings = Counter(point for theme, point, meeting in said)
    audiences = Counter(point for point, audience in {(point, audience_of[met]) for theme, point, met in said})
    points = defaultdict(list)
    for point in KeyPoint.objects.standing().order_by("position", "pk"):
        points[point.theme_id].append(
            Point(
                pk=point.pk,
                text=point.text,
                status=point.status,
                status_label=point.get_status_display(),
                made_up=point.made_up,
                comments=comments[point.pk],
                meetings=meetings[point.pk],
                audiences=audiences[point.pk],
            )
        )
    return points


def make_grid(said, audience_of, themes, chosen):
    """Theme by audience; with an audience chosen, that one alone."""
    of_cell = add_up(said, lambda theme, point, meeting: (theme, audience_of[meeting]))
    of_audience = add_up(said, lambda theme, point, meeting: audience_of[meeting])
    audiences = chosen.audiences(Audience.objects.all())

    def heard(number_of):
        return tuple(Heard(audience.name, audience.pk, number_of(audience.pk)) for audience in audiences)

    def row(name, slug, theme):
        cells = heard(lambda audience: of_cell[theme, audience])
        return GridRow(name, slug, cells, sum(cell.comments for cell in cells))

    return Grid(
        rows=(*(row(theme.name, theme.slug, theme.pk) for theme in themes), row("Not tagged yet", UNTAGGED, None)),
        totals=heard(lambda audience: of_audience[audience]),
        comments=sum(said.values()),
    )


def make_ledger(said, kinds, sections):
    of_standing = add_up(kinds, lambda standing, theme, kind: standing)
    others = {
        "replies": of_standing[Comment.Standing.REPLY],
        "actions": of_standing[Comment.Standing.ACTION],
        "set_aside": of_standing[Comment.Standing.SET_ASIDE],
    }
    counted = sum(said.values())
    return Ledger(
        all=counted + sum(others.values()),
        counted=counted,
        untagged=counted - sum(section.comments for section in sections),
        in_points=sum(section.in_points for section in sections),
        not_in_points=sum(section.not_in_points for section in sections),
        **others,
    )


def make_figures(chosen, comments, grid):
    held = Q(state=MeetingState.HELD)
    meetings = chosen.narrow(Meeting.objects.with_state()).aggregate(
        meetings=Count("pk"),
        meetings_held=Count("pk", filter=held),
        attended=Coalesce(Sum("attendance", filter=held), 0),
        attendance_unknown=Count("pk", filter=held & Q(attendance=None)),
    )
    return Figures(
        organisations=heard_from(chosen, comments),
        comments=grid.comments,
        audiences=sum(heard.comments > 0 for heard in grid.totals),
        **meetings,
    )


def heard_from(chosen, comments):
    """How many stakeholders came to a held meeting or said something counted."""
    came = chosen.narrow(Meeting.objects.held()).order_by().values_list("stakeholders")
    spoke = comments.counted().order_by().values_list("stakeholder")
    return len({stakeholder for (stakeholder,) in came.union(spoke)} - {None})
