"""Which column of a list is what, what is passed over, and how a list says that a meeting is off."""

from datetime import date, time

import pytest

from meetings.import_columns import lines_of, roles_of
from meetings.importers import Known, read_list
from meetings.standings import standing_of

PERIOD = (date(2025, 1, 1), date(2025, 12, 31))


def table(text):
    return [row.split("|") for row in text.strip("\n").split("\n")]


def read(text, **options):
    return read_list(table(text), PERIOD, **options)


def told(text):
    """(title, first day, standing) of each row."""
    return [(row.title, str(row.reading.starts_on), row.status) for row in read(text).rows]


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        ("Meeting date|Meeting|Meeting lead", "date|title|lead"),
        ("Organisation|When|Who leads|Attendance", "title|date|lead|"),
        ("Stakeholder|Event|Date|Lead officer", "|title|date|lead"),
        ("Date|Event|Organiser|Type of event|Notes", "date|title|lead|category|notes"),
        ("Start date|End date|Name|Location", "date|last|title|venue"),
        ("From|To|Activity", "date|last|title"),
        ("Date|From|To|Session|RAG", "date|time|until|title|status"),
        ("Day|Date|Start|Finish|Group", "weekday|date|time|until|title"),
        ("Title|Dates|First day|Last day|Date as given|Audience|Who came", "title|date||||audience|"),
    ],
)
def test_heads_are_told_by_all_their_words(heads, roles):
    found = {column: role for role, column in roles_of(heads.split("|")).items()}
    assert [found.get(column, "") for column in range(len(heads.split("|")))] == roles.split("|")


def test_the_heads_of_columns_may_stand_below_notes():
    notes = "\n".join(f"Note {number}|some words" for number in range(8))
    rows = told(f"Forum|4 January\n{notes}\nVenue|Date|Event\nHall|3 March|Walk")
    assert rows[-1] == ("Walk", "2025-03-03", "")


def test_a_row_of_words_is_not_taken_for_heads():
    assert roles_of(["Youth day", "Partner event"]) is None
    assert roles_of(["Date", "Event", "Town Hall", "Jane", "Green", "Bring hats"]) is None


def test_a_meeting_named_like_a_head_is_a_meeting():
    row = "Family Day|4 March|10am|Stakeholder meetings"
    assert told(f"Forum A|3 March|6pm|Members\n{row}\nWalk|5 March|noon|Members") == [
        ("Forum A", "2025-03-03", ""),
        ("Family Day", "2025-03-04", ""),
        ("Walk", "2025-03-05", ""),
    ]
    assert told(f"Event|Date|Time|Audience\n{row}\nAway Day|||Stakeholder meetings\nWalk|5 March||") == [
        ("Family Day", "2025-03-04", ""),
        ("Away Day", "None", ""),
        ("Walk", "2025-03-05", ""),
    ]


def test_a_later_table_may_repeat_its_heads_or_have_others_under_a_heading():
    repeated = "Event|Date\nForum|3 March\nEvent|Date\nWalk|4 March"
    others = "Event|Date\nForum|3 March\nWalks|\nWhen|What\n4 March|Walk"
    assert told(repeated) == told(others) == [("Forum", "2025-03-03", ""), ("Walk", "2025-03-04", "")]


def test_days_and_times_of_several_columns_are_read_together():
    listed = read(
        "Day|Date|Start|Finish|Event\n"
        "Wed|12/03/2025|6pm|8pm|Forum\n"
        "Thu|14 March|evening||Walk\n"
        "|17 March|10.30|noon|Talk"
    )
    assert [(row.as_given, str(row.reading.starts_on), row.starts_at) for row in listed.rows] == [
        ("Wed 12/03/2025 6pm to 8pm", "2025-03-12", time(18)),
        ("Thu 14 March evening", "2025-03-14", None),
        ("17 March 10.30 to noon", "2025-03-17", time(10, 30)),
    ]
    assert listed.rows[1].doubts == ("its time, “evening”, was not understood",)
    assert listed.rows[1].reading.flags == ("no-year", "weekday-mismatch")


@pytest.mark.parametrize(
    ("text", "starts_at", "until", "as_given"),
    [
        ("1400", time(14), None, "12 March at 1400"),
        ("2pm-4pm", time(14), time(16), "12 March 2pm-4pm"),
        ("14.00 - 16.00", time(14), time(16), "12 March 14.00 - 16.00"),
        ("1400-1600", time(14), time(16), "12 March at 1400-1600"),
        ("10-12", time(10), time(12), "12 March at 10-12"),
        ("All day", None, None, "12 March All day"),
        ("TBC", None, None, "12 March TBC"),
    ],
)
def test_a_column_of_times_is_read_as_people_write_them(text, starts_at, until, as_given):
    rows = f"Event|Date|Time\nForum|12 March|{text}"
    (row,) = read(rows).rows
    assert (row.starts_at, row.until, row.as_given, row.doubts) == (starts_at, until, as_given, ())
    assert read(rows, typed={2: {"when": as_given.replace("12", "13", 1)}}).rows[0].starts_at == starts_at


def test_what_a_time_leaves_open_is_said():
    assert read("Event|Date|Time\nForum|12 March|930").rows[0].starts_at == time(9, 30)
    (row,) = read("Event|Date|Time\nForum|12 March|2-4").rows
    assert (row.starts_at, row.notes) == (time(14), ("it does not say whether in the morning or after noon",))


def test_first_and_last_day_of_two_columns_are_a_span():
    (row,) = read("Name|Start date|End date\nOpen days|12/04/2025|14/04/2025").rows
    assert (str(row.reading.starts_on), str(row.reading.ends_on)) == ("2025-04-12", "2025-04-14")


def test_columns_that_are_not_read_are_named():
    listed = read("Ref|Event|Date|Notes|Cost|Empty\n1|Forum|12 March|Bring hats||\n2|Walk|13 March||£5|")
    assert listed.columns == ("Ref", "Notes", "Cost")
    assert read("Forum|12 March|Town Hall|Ann\nWalk|13 March|Park|").columns == (
        "column 3 (“Town Hall”)",
        "column 4 (“Ann”)",
    )


def test_a_row_with_neither_title_nor_date_is_named():
    assert read("Event|Date|Venue|Lead\nForum|12 March||\n||Town Hall|Ann").strays == ("Town Hall; Ann",)


def test_a_row_with_something_beside_its_title_is_a_meeting_to_be_confirmed():
    listed = read("Event|Date|Venue\nForums||\nWalk||Park\nTalk|12 March|")
    assert [(row.title, row.heading) for row in listed.rows] == [("Walk", 2), ("Talk", 2)]


def test_a_heading_may_stand_in_the_column_of_dates():
    listed = read("When|What\nForums|\n12 March|Walk\n13 March|\nMarch|")
    assert [(row.title, row.heading) for row in listed.rows] == [("Walk", 2), ("Walk", 2)]


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        ("Forum|12 March - cancelled|", ("Forum", "2025-03-12", "cancelled")),
        ("Forum|CANCELLED 12 March|", ("Forum", "2025-03-12", "cancelled")),
        ("Forum|Cancelled|", ("Forum", "None", "cancelled")),
        ("Forum|12 March|Cancelled", ("Forum", "2025-03-12", "cancelled")),
        ("Forum|12 March|Not going ahead", ("Forum", "2025-03-12", "cancelled")),
        ("Forum|12 March|Cancelled on 3 March", ("Forum", "2025-03-12", "cancelled")),
        ("CANCELLED - Forum|12 March|", ("Forum", "2025-03-12", "cancelled")),
        ("Cancelled Forum|12 March|", ("Forum", "2025-03-12", "cancelled")),
        ("Forum (cancelled)|12 March|", ("Forum", "2025-03-12", "cancelled")),
        ("Forum (cancelled) - North|12 March|", ("Forum North", "2025-03-12", "cancelled")),
        ("Forum, postponed|12 March|", ("Forum", "2025-03-12", "postponed")),
        ("Forum (North)|12 March|", ("Forum (North)", "2025-03-12", "")),
        ("Forum|postponed from Jan 12 to Jan 19|", ("Forum", "2025-01-19", "scheduled")),
        ("Forum - postponed to 19 March|12 March|", ("Forum", "2025-03-19", "scheduled")),
        ("Forum|12 March|Postponed to 19 March", ("Forum", "2025-03-19", "scheduled")),
        ("Forum|12 March postponed|", ("Forum", "2025-03-12", "postponed")),
        ("Forum|12 March - to be rearranged|", ("Forum", "2025-03-12", "postponed")),
        ("Forum|Postponed, new date TBC|", ("Forum", "None", "postponed")),
        ("Forum|TBC|", ("Forum", "None", "")),
        ("Forum|12 March|TBC", ("Forum", "2025-03-12", "")),
        ("Forum|12 March|Confirmed", ("Forum", "2025-03-12", "scheduled")),
        ("Forum|12 March|Amber", ("Forum", "2025-03-12", None)),
    ],
)
def test_a_list_says_in_many_ways_that_a_meeting_is_off_or_moved(row, is_told):
    assert told(f"Event|Date|Status\n{row}") == [is_told]


@pytest.mark.parametrize(
    ("notes", "standing"),
    [
        ("Cancelled, venue flooded", "cancelled"),
        ("Postponed", "postponed"),
        ("Postponed due to snow", "postponed"),
        ("Postponed from January", ""),
        ("Nothing was cancelled", ""),
    ],
)
def test_notes_that_begin_with_it_say_so_too(notes, standing):
    assert told(f"Event|Date|Notes\nForum|12 March|{notes}") == [("Forum", "2025-03-12", standing)]


def test_a_column_of_standings_needs_no_head():
    assert told("Forum|12 March|\nWalk|13 March|Cancelled") == [
        ("Forum", "2025-03-12", ""),
        ("Walk", "2025-03-13", "cancelled"),
    ]


def test_what_was_written_is_kept_and_what_it_was_moved_from_said():
    listed = read("Event|Date\nForum|postponed from Jan 12 to Jan 19\nWalk (cancelled)|12 March")
    assert [(row.as_given, row.notes) for row in listed.rows] == [
        ("postponed from Jan 12 to Jan 19", ("moved from 12 January 2025",)),
        ("12 March", ("the list has it as “Walk (cancelled)”",)),
    ]


def test_a_day_that_does_not_exist_is_asked_even_where_it_is_cancelled():
    (row,) = read("Event|Date\nForum|31 June - cancelled").rows
    assert (row.status, row.reading.precision) == ("cancelled", "not-a-date")
    assert row.reading.reason == "There is no such day in the calendar."


def test_a_heading_of_cancelled_meetings_stays_a_heading():
    listed = read("Cancelled meetings|\nForum|12 March")
    assert [heading.title for heading in listed.headings] == ["Cancelled meetings"]


def test_a_title_that_is_in_the_schedule_is_left_as_it_is():
    (row,) = read("Cancelled trains|12 March", known=Known(titles=frozenset({"cancelled trains"}))).rows
    assert (row.title, row.status) == ("Cancelled trains", "")


def test_a_standing_that_was_chosen_counts_for_more_than_the_list():
    (row,) = read("Forum|12 March - cancelled", typed={1: {"status": "scheduled"}}).rows
    assert (row.status, str(row.reading.starts_on)) == ("scheduled", "2025-03-12")


def test_what_comes_back_as_it_was_shown_is_no_correction():
    text = "Event|Date|Time|Status\nForum (cancelled)|12 March|6pm|\nWalk||7pm|"
    first = read(text)
    typed = {row.place: {"title": row.title, "when": row.as_given} for row in first.rows}
    assert read(text, typed=typed) == first


@pytest.mark.parametrize("text", ["", "TBC", "provisional", "N/A", "-"])
def test_some_standings_say_nothing(text):
    assert standing_of(text) == ""


def test_lines_keep_who_leads():
    (line,), *_ = lines_of(table("Event|Date|Lead\nForum|12 March|Ann Lee"))
    assert line.lead == "Ann Lee"
