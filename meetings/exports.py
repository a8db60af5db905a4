"""The schedule as a file: meetings -> bytes."""

import csv
import io
import re

from xlsxwriter import Workbook

from meetings.models import MeetingState

# A spreadsheet would run a cell that begins so as a formula.
DANGEROUS = re.compile(r"[=+\-@\t\r]")
WIDTHS = {"Title": 40, "Dates": 28, "Venue": 28, "Who came": 40}
USUAL_WIDTH = 16  # characters

COLUMNS = {
    "Category": lambda meeting: str(meeting.category),
    "Title": lambda meeting: meeting.title,
    "Dates": lambda meeting: meeting.dates,
    "First day": lambda meeting: meeting.starts_on,
    "Last day": lambda meeting: meeting.ends_on,
    "Time": lambda meeting: f"{meeting.starts_at:%H:%M}" if meeting.starts_at else "",
    "Date as given": lambda meeting: meeting.date_as_given,
    "State": lambda meeting: MeetingState(meeting.state).label,
    "Venue": lambda meeting: meeting.venue,
    "Lead": lambda meeting: (meeting.lead.get_full_name() or meeting.lead.username) if meeting.lead else "",
    "Audience": lambda meeting: str(meeting.audience),
    "Who came": lambda meeting: "; ".join(stakeholder.name for stakeholder in meeting.stakeholders.all()),
    "Attendance": lambda meeting: meeting.attendance,
}


def render_csv(meetings):
    """UTF-8 with the mark that tells Excel so."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for meeting in meetings:
        writer.writerow([harmless(value(meeting)) for value in COLUMNS.values()])
    return out.getvalue().encode("utf-8-sig")


def harmless(value):
    """An apostrophe before what a spreadsheet would take for a formula."""
    return f"'{value}" if isinstance(value, str) and DANGEROUS.match(value) else value


def render_xlsx(meetings):
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, {**options, "default_date_format": "d mmm yyyy"}) as book:
        sheet = book.add_worksheet("Schedule")
        sheet.freeze_panes(1, 0)
        for place, name in enumerate(COLUMNS):
            sheet.set_column(place, place, WIDTHS.get(name, USUAL_WIDTH))
        sheet.write_row(0, 0, COLUMNS, book.add_format({"bold": True}))
        for row, meeting in enumerate(meetings, 1):
            sheet.write_row(row, 0, [value(meeting) for value in COLUMNS.values()])
    return out.getvalue()


FORMATS = {
    "csv": ("text/csv; charset=utf-8", render_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", render_xlsx),
}
