"""What was said, theme by theme or audience by audience."""

from dataclasses import replace

from feedback.models import Comment
from themes.report.points import make_points
from themes.report.shapes import Kind, Section
from themes.report.tally import add_up, only

NOBODY = "No comments linked yet"  # stands for the audience of key points without evidence


def by_theme(said, kinds, audience_of, themes, rows):
    """One section a theme. `kinds` is {(theme, kind, meeting): counted comments}."""
    points = make_points(said, audience_of, rows)
    of_theme = add_up(said, lambda theme, point, meeting: theme)
    of_kind = add_up(kinds, lambda theme, kind, meeting: (theme, kind))
    return tuple(
        make_section(theme, of_theme[theme.pk], points.get(theme.pk, ()), lambda kind, pk=theme.pk: of_kind[pk, kind])
        for theme in themes
    )


def by_audience(said, kinds, audience_of, themes, rows, audiences):
    """One section for each theme of which an audience spoke: the same comments, so the same sums.

    A key point stands under every audience that raised it, with that audience's part of its proof.
    """
    sections = []
    for audience in audiences:

        def theirs(theme, what, meeting, pk=audience.pk):
            return audience_of[meeting] == pk

        own = by_theme(only(said, theirs), only(kinds, theirs), audience_of, themes, rows)
        sections += [raised_by(audience.name, section) for section in own if section.comments]
    raised = {point for theme, point, meeting in said}
    unproven = by_theme({}, {}, audience_of, themes, [row for row in rows if row.pk not in raised])
    return (*sections, *(replace(section, audience=NOBODY) for section in unproven if section.points))


def raised_by(audience, section):
    points = tuple(point for point in section.points if point.comments)
    return replace(section, audience=audience, points=points)


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
