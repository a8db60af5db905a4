"""Lists in the shapes in which they come: out of a calendar program, an e-mail, a grid of months."""

from datetime import date, time

import pytest

from meetings.dates import print_dates
from meetings.import_files import table_of_file, table_of_text
from meetings.importers import read_list
from tests.meetings.test_import_files import workbook

PERIOD = (date(2026, 1, 1), date(2026, 12, 31))
OUTLOOK = """\
"Subject","Start Date","Start Time","End Date","End Time","All day event","Meeting Organizer","Location"
"Lock walk","03/03/2026","18:00:00","03/03/2026","19:30:00","False","Jane Smith","Town Hall"
"Canceled: Weir talk","10/03/2026","10:00:00","10/03/2026","11:00:00","False","",""
"""
E_MAIL = """\
Dates as agreed, do say if any clash:

 - Lock walk, 3 March 2026, Town Hall
 • Weir talk - Tues 10 March 2026 at 2pm - Room 2
 * 17/3/26 Goyt panel
 1) Boat forum TBC
"""
BY_DAY = """\
Tuesday 3 March 2026
10am Lock walk
2.30 - 4pm: Weir talk

Wednesday 4 March 2026
11:00 - Goyt panel
Boat forum, 6 March 2026
"""
GRID = """\
Committee\tJanuary 2026\tFebruary 2026\tMarch 2026
Locks\t6 and 20\t3\t-
Weirs\tTBC\t\t9th
"""


def read(table):
    listed = read_list(table, PERIOD)
    return [(row.title, str(row.reading.starts_on), row.starts_at) for row in listed.rows]


def pasted(text):
    return read(table_of_text(text))


def test_a_calendar_of_outlook_gives_its_subjects():
    listed = read_list(table_of_file("calendar.csv", OUTLOOK.encode("utf-8-sig")), PERIOD)
    assert [(row.title, str(row.reading.starts_on), row.starts_at, row.lead, row.status) for row in listed.rows] == [
        ("Lock walk", "2026-03-03", time(18), "Jane Smith", ""),
        ("Weir talk", "2026-03-10", time(10), "", "cancelled"),
    ]


def test_what_outlook_ends_at_midnight_ends_on_the_day_before():
    """As it exports what lasts all day, for one day and for three, and what ends at midnight."""
    rows = [
        ("Lock day", "03/03/2026", "00:00:00", "04/03/2026", "00:00:00", "True"),
        ("Weir days", "30/03/2026", "12:00:00 AM", "02/04/2026", "12:00:00 AM", "True"),
        ("Boat night", "06/03/2026", "18:00:00", "07/03/2026", "00:00:00", "False"),
        ("Goyt walk", "06/03/2026", "18:00:00", "07/03/2026", "01:00:00", "False"),
    ]
    lines = [OUTLOOK.splitlines()[0], *(",".join(f'"{cell}"' for cell in (*row, "", "")) for row in rows)]
    listed = read_list(table_of_file("calendar.csv", "\n".join(lines).encode()), PERIOD)
    assert [(print_dates(row.reading.starts_on, row.reading.ends_on), row.hours) for row in listed.rows] == [
        ("3 March 2026", (None, None)),
        ("30 March to 1 April 2026", (None, None)),
        ("6 March 2026", (time(18), time(0))),
        ("6 to 7 March 2026", (time(18), time(1))),
    ]
    assert [bool(row.notes) for row in listed.rows] == [True, True, True, False]


def test_the_lines_of_an_email_lose_their_bullets_and_are_parted_around_their_dates():
    assert pasted(E_MAIL) == [
        ("Lock walk", "2026-03-03", None),
        ("Weir talk", "2026-03-10", time(14)),
        ("Goyt panel", "2026-03-17", None),
        ("Boat forum", "None", None),
    ]
    assert read_list(table_of_text(E_MAIL), PERIOD).columns == ("column 3 (“Town Hall”)",)


def test_lines_that_begin_with_a_time_are_of_the_day_above_them():
    assert pasted(BY_DAY) == [
        ("Lock walk", "2026-03-03", time(10)),
        ("Weir talk", "2026-03-03", time(14, 30)),
        ("Goyt panel", "2026-03-04", time(11)),
        ("Boat forum", "2026-03-06", None),
    ]


def test_a_letters_date_is_no_day_of_what_follows():
    table = table_of_text("12 March 2026\nRiver forums\nLock walk, 20 March 2026")
    assert table == [["12 March 2026"], ["River forums"], ["Lock walk", "20 March 2026"]]


def test_a_list_that_is_pasted_as_it_stands_in_a_csv_file_is_parted_so():
    assert pasted('Meeting,Date,Venue\n"Locks, weirs",3 March 2026,Hall\nGoyt panel,4 March 2026,') == [
        ("Locks, weirs", "2026-03-03", None),
        ("Goyt panel", "2026-03-04", None),
    ]


def test_a_line_drawn_under_the_heads_is_no_row():
    assert pasted("| Meeting | Date |\n|---|---|\n| Lock walk | 3 March 2026 |") == [("Lock walk", "2026-03-03", None)]


@pytest.mark.parametrize("heads", ["Day\tDate\tMonth\tYear\tMeeting", "Weekday\tDate\tMonth\tYear\tEvent"])
def test_a_date_in_several_columns_is_one_date(heads):
    assert pasted(f"{heads}\nTue\t3\tMarch\t2026\tLock walk") == [("Lock walk", "2026-03-03", None)]


def test_a_grid_of_months_is_a_meeting_to_each_of_its_days():
    assert pasted(GRID) == [
        ("Locks", "2026-01-06", None),
        ("Locks", "2026-01-20", None),
        ("Locks", "2026-02-03", None),
        ("Weirs", "None", None),
        ("Weirs", "2026-03-09", None),
    ]


def test_a_grid_of_dates_is_a_meeting_to_each():
    rows = "Locks\t6 January 2026\t3 February 2026\t3 March 2026\nWeirs\t12 January 2026\t\t9 March 2026"
    assert [title for title, *_ in pasted(f"Committee\tDate 1\tDate 2\tDate 3\n{rows}")] == ["Locks"] * 3 + [
        "Weirs"
    ] * 2
    assert len(pasted("Meeting\tStart date\tEnd date\nLock walk\t3 March 2026\t5 March 2026")) == 1


def test_a_sheet_to_each_month_tells_the_months_of_its_days():
    heads = ["Event", "Date"]
    data = workbook(**{"January 2026": [heads, ["Lock walk", "12th"]], "March": [heads, ["Weir talk", "Tue 3rd"]]})
    assert read(table_of_file("list.xlsx", data)) == [
        ("Lock walk", "2026-01-12", None),
        ("Weir talk", "2026-03-03", None),
    ]
