"""What the comments amount to, counted when it is asked for: page, admin and files all print this one object.

Two GROUP BYs over the comments and a few over what is small, joined here by key; no comment is ever loaded.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.db.models.functions import Coalesce

from feedback.forms import UNTAGGED
from feedback.models import Comment
from meetings.models import Audience, Meeting, MeetingState, Stakeholder
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
    """all = counted + replies + actions + set aside; counted = untagged + the sum over the sections."""

    all: int
    counted: int
    replies: int
    actions: int
    set_aside: int
    untagged: int


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
    audience_of = dict(Meeting.objects.order_by().values_list("pk", "audience"))
    grid = make_grid(said, audience_of, themes, chosen)
    return Report(
        narrowed_to=tuple(chosen.in_words()),
        figures=make_figures(chosen, comments, grid),
        sections=make_sections(said, kinds, audience_of, themes),
        grid=grid,
        ledger=make_ledger(said, kinds),
        has_made_up=comments.filter(made_up=True).exists(),
    )


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


def make_ledger(said, kinds):
    of_standing = add_up(kinds, lambda standing, theme, kind: standing)
    counted = sum(said.values())
    others = {
        "replies": of_standing[Comment.Standing.REPLY],
        "actions": of_standing[Comment.Standing.ACTION],
        "set_aside": of_standing[Comment.Standing.SET_ASIDE],
    }
    untagged = sum(comments for (theme, point, meeting), comments in said.items() if theme is None)
    return Ledger(all=counted + sum(others.values()), counted=counted, untagged=untagged, **others)


def make_figures(chosen, comments, grid):
    held = Q(state=MeetingState.HELD)
    meetings = chosen.narrow(Meeting.objects.with_state()).aggregate(
        meetings=Count("pk"),
        meetings_held=Count("pk", filter=held),
        attended=Coalesce(Sum("attendance", filter=held), 0),
        attendance_unknown=Count("pk", filter=held & Q(attendance=None)),
    )
    return Figures(
        organisations=heard_from(chosen, comments).count(),
        comments=grid.comments,
        audiences=sum(heard.comments > 0 for heard in grid.totals),
        **meetings,
    )


def heard_from(chosen, comments):
    """Stakeholders that came to a held meeting or said something counted."""
    came = chosen.narrow(Meeting.objects.held()).filter(stakeholders=OuterRef("pk"))
    spoke = comments.counted().filter(stakeholder=OuterRef("pk"))
    return Stakeholder.objects.filter(Exists(came) | Exists(spoke))
