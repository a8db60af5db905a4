"""The figures at the head of a report."""

from itertools import groupby
from operator import itemgetter

from django.db.models import Q

from meetings.models import Meeting, Stakeholder
from themes.report.shapes import Figures


def make_figures(meetings, organisations, coverage, appendix, rows):
    """`meetings` carry `has_begun`; `rows` are the KeyPoints that are printed."""
    held = [meeting for meeting in meetings if meeting.has_begun]
    return Figures(
        meetings=len(meetings),
        meetings_held=len(held),
        meetings_dated=appendix.dated,
        attended=sum(meeting.attendance or 0 for meeting in held),
        attendance_unknown=sum(meeting.attendance is None for meeting in held),
        organisations=sum(len(names) for _, names in organisations),
        comments=coverage.by_audience.comments,
        audiences=sum(cell.comments > 0 for cell in coverage.by_audience.totals),
        key_points=len(rows),
        answered=sum(hasattr(row, "response") for row in rows),
    )


def organisations_heard(chosen, comments, today):
    """((audience, names), ...) of the stakeholders that came to a meeting that has begun or said something counted."""
    came = chosen.narrow(Meeting.objects.begun(today)).order_by().values("stakeholders")
    spoke = comments.counted().order_by().values("stakeholder")
    heard = Stakeholder.objects.filter(Q(pk__in=came) | Q(pk__in=spoke)).order_by("audience", "name")
    by_audience = groupby(heard.values_list("audience__name", "name"), itemgetter(0))
    return tuple((audience, tuple(name for _, name in named)) for audience, named in by_audience)
