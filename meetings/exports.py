"""The schedule as a file: rows -> bytes, the rows being those of meetings.schedule.rows_of."""

import csv
import io
import re

from xlsxwriter import Workbook

from meetings.dates import print_dates
from meetings.hours import print_times
from meetings.models import MeetingState

# A spreadsheet would run a cell that begins so as a formula; some read the full-width forms as the others.
DANGEROUS = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|\t|\r")
WIDTHS = {"Title": 40, "Dates": 28, "Venue": 28, "Who came": 40}
USUAL_WIDTH = 16  # characters


def lead_of(row):
    return " ".join(filter(None, [row["lead__first_name"], row["lead__last_name"]])) or row["lead__username"] or ""


COLUMNS = {
    "Category": lambda row: row["category__name"],
    "Title": lambda row: row["title"],
    "Dates": lambda row: print_dates(row["starts_on"], row["ends_on"]),
    "First day": lambda row: row["starts_on"],
    "Last day": lambda row: row["ends_on"],
    "Time": lambda row: print_times(row["starts_at"], row["ends_at"]),
    "Date as given": lambda row: row["date_as_given"],
    "State": lambda row: MeetingState(row["state"]).label,
    "Venue": lambda row: row["venue"],
    "Lead": lead_of,
    "Audience": lambda row: row["audience__name"],
    "Who came": lambda row: "; ".join(row["came"]),
    "Attendance": lambda row: row["attendance"],
}


def render_csv(rows):
    """UTF-8 with the mark that tells Excel so."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([harmless(value(row)) for value in COLUMNS.values()])
    return out.getvalue().encode("utf-8-sig")


def harmless(value):
    """An apostrophe before what a spreadsheet would take for a formula."""
    return f"'{value}" if isinstance(value, str) and DANGEROUS.match(value) else value


def render_xlsx(rows):
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, {**options, "default_date_format": "d mmm yyyy"}) as book:
        sheet = book.add_worksheet("Schedule")
        sheet.freeze_panes(1, 0)
        for place, name in enumerate(COLUMNS):
            sheet.set_column(place, place, WIDTHS.get(name, USUAL_WIDTH))
        sheet.write_row(0, 0, COLUMNS, book.add_format({"bold": True}))
        for place, row in enumerate(rows, 1):
            sheet.write_row(place, 0, [value(row) for value in COLUMNS.values()])
    return out.getvalue()


FORMATS = {
    "csv": ("text/csv; charset=utf-8", render_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", render_xlsx),
}
