"""The figures at the head of a report."""

from meetings.models import Meeting
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
        organisations=organisations,
        comments=coverage.by_audience.comments,
        audiences=sum(cell.comments > 0 for cell in coverage.by_audience.totals),
        key_points=len(rows),
        answered=sum(hasattr(row, "response") for row in rows),
    )


def organisations_heard(chosen, comments, today):
    """How many stakeholders came to a meeting that has begun or said something counted."""
    came = chosen.narrow(Meeting.objects.begun(today)).order_by().values_list("stakeholders")
    spoke = comments.counted().order_by().values_list("stakeholder")
    return len({stakeholder for (stakeholder,) in came.union(spoke)} - {None})
