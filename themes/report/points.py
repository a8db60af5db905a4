"""Key points with their proof. `said` is {(theme, key point, meeting): counted comments} throughout."""

from collections import Counter, defaultdict

from django.db.models import Prefetch

from feedback.models import Comment
from meetings.models import Meeting
from themes.models import KeyPoint
from themes.report.shapes import Point, Quote, Response
from themes.report.tally import add_up


def points_of(theme):
    """The theme's key points in order with their figures, narrowed to nothing."""
    said = theme.comments.counted().tally("theme", "key_point", "meeting")
    audience_of = dict(Meeting.objects.order_by().values_list("pk", "audience"))
    return make_points(said, audience_of, standing_points().filter(theme=theme)).get(theme.pk, [])


def standing_points():
    quotes = Prefetch("comments", Comment.objects.quotes(), to_attr="quoted")
    return KeyPoint.objects.standing().select_related("response").prefetch_related(quotes).order_by("position", "pk")


def agreed_points():
    return standing_points().filter(status=KeyPoint.Status.AGREED)


def make_points(said, audience_of, rows):
    """{theme id: its key points in order}; `rows` are KeyPoints."""
    comments = add_up(said, lambda theme, point, meeting: point)
    meetings = Counter(point for theme, point, meeting in said)
    audiences = Counter(point for point, audience in {(point, audience_of[met]) for theme, point, met in said})
    points = defaultdict(list)
    for row in rows:
        proof = {"comments": comments[row.pk], "meetings": meetings[row.pk], "audiences": audiences[row.pk]}
        heard = tuple(quote for quote in row.quoted if (row.theme_id, row.pk, quote.meeting_id) in said)
        points[row.theme_id].append(make_point(row, heard, **proof))
    return points


def make_point(row, quoted, **proof):
    return Point(
        pk=row.pk,
        text=row.text,
        status=row.status,
        status_label=row.get_status_display(),
        made_up=row.made_up,
        response=make_response(getattr(row, "response", None)),
        quotes=tuple(Quote(comment.verbatim, comment.said_by) for comment in quoted),
        **proof,
    )


def make_response(row):
    if row is None:
        return None
    return Response(row.get_answer_display(), row.why, row.owner, row.due_on, row.done_on)
