"""What the comments amount to, counted when it is asked for.

One GROUP BY over the comments and a few queries over what is small, joined here by key; no comment is ever loaded.
"""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from feedback.models import Comment
from meetings.models import BEGUN, Audience, Category, Meeting
from themes.models import Programme, Theme
from themes.report import sections as parts
from themes.report.appendix import make_appendix
from themes.report.coverage import make_coverage
from themes.report.figures import make_figures, organisations_heard
from themes.report.ledger import make_ledger
from themes.report.limits import make_limits
from themes.report.narrowing import categories_of, narrowed_to_theme, points_of_themes, raised_here, themes_of
from themes.report.points import agreed_points, standing_points
from themes.report.shapes import Report
from themes.report.tally import add_up, only
from themes.report.texts import fill, unknown_in

ORDERS = {"theme": "Theme by theme", "audience": "Audience by audience"}


def build(chosen, order="theme", made_on=None, agreed_only=False):
    """`chosen` is a feedback.forms.SummaryFilter: everything in the report is narrowed to it.

    Of the day it is made (today, unless told) depend its date and which meetings are held. `agreed_only` leaves out
    the key points that are drafts: their comments are then in no key point.
    """
    made_on = made_on or timezone.localdate()
    comments = chosen.apply(Comment.objects.all())
    # All that must add up comes from this one statement. Its order is that of the index comment_tally, so nothing is
    # sorted: by fewer columns it would take longer.
    tally = comments.tally("standing", "theme", "kind", "key_point", "meeting")
    said, kinds = counted_in(tally)
    themes = list(themes_of(chosen, Theme.objects.all()))
    points = list(points_of_themes(chosen, agreed_points() if agreed_only else standing_points()))
    rows = raised_here(chosen, said, points)
    audiences = list(chosen.audiences(Audience.objects.all()))
    categories = list(categories_of(chosen, Category.objects.in_order()))
    meetings = meetings_of(chosen, made_on)
    coverage = make_coverage(said, meetings, themes, audiences, categories, not narrowed_to_theme(chosen))
    sections = make_sections(said, kinds, meetings, themes, rows, audiences, order)
    appendix, ledger = make_appendix(meetings), make_ledger(said, tally, sections)
    organisations = organisations_heard(chosen, comments, made_on)
    figures = make_figures(meetings, organisations, coverage, appendix, rows)
    return Report(
        made_on=made_on,
        order=order,
        narrowed_to=tuple(chosen.in_words()),
        **texts(figures),
        figures=figures,
        organisations=organisations,
        sections=sections,
        coverage=coverage,
        ledger=ledger,
        limits=make_limits(figures, ledger, coverage, appendix, [p for section in sections for p in section.points]),
        appendix=appendix,
        elsewhere=len(points) - len(rows),
        has_made_up=any(row.made_up for row in rows) or comments.filter(made_up=True).exists(),
    )


def meetings_of(chosen, today):
    """In the order of their categories, each with `state_then`, `has_begun` and `has_comments` (of any standing)."""
    logged = Exists(Comment.objects.filter(meeting=OuterRef("pk")))
    meetings = list(chosen.narrow(Meeting.objects.in_order()).annotate(has_comments=logged))
    for meeting in meetings:
        meeting.state_then = meeting.state_on(today)
        meeting.has_begun = meeting.state_then in BEGUN
    return meetings


def counted_in(tally):
    """{(theme, key point, meeting): counted comments}, and the same by (theme, kind, meeting)."""
    counted = only(tally, lambda standing, *more: standing == Comment.Standing.COUNTED)
    said = add_up(counted, lambda standing, theme, kind, point, meeting: (theme, point, meeting))
    return said, add_up(counted, lambda standing, theme, kind, point, meeting: (theme, kind, meeting))


def make_sections(said, kinds, meetings, themes, rows, audiences, order):
    audience_of = {meeting.pk: meeting.audience_id for meeting in meetings}
    if order == "audience":
        return parts.by_audience(said, kinds, audience_of, themes, rows, audiences)
    return parts.by_theme(said, kinds, audience_of, themes, rows)


def texts(figures):
    """The Programme's own words; {first field: text, ...} for the Report."""
    programme = Programme.objects.get()
    typed = {name: getattr(programme, name) for name in ("introduction", "background", "method")}
    filled = {name: fill(text, figures) for name, text in typed.items()}
    return {"title": programme.title, **filled, "unfilled": unknown_in(*typed.values())}
