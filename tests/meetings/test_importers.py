"""Which row of a list is a heading, which a meeting, and under what it stands; and which titles are the same."""

from datetime import date, time

import pytest

from meetings.import_packages import Refused
from meetings.import_passed import Passed
from meetings.importers import Known, read_list
from meetings.titles import is_slip, key_of, nearest

PERIOD = (date(2023, 11, 1), date(2024, 2, 29))


def table(text):
    return [line.split("\t") for line in text.strip("\n").split("\n")]


def read(text, **options):
    return read_list(table(text), PERIOD, **options)


def headings(listed):
    return [(heading.title, heading.under) for heading in listed.headings]


def rows(listed):
    return [(row.title, row.heading, str(row.reading.starts_on)) for row in listed.rows]


def test_a_span_over_rows_that_fall_inside_it_is_a_heading_under_the_one_above():
    listed = read("Forums\t\nAlpha\t4 Dec\nWards\t22-25 Jan\nEast\t22 Jan\nWest\t25 Jan\nBeta\t30 Jan")
    assert headings(listed) == [("Forums", None), ("Wards", 1)]
    assert [(row.title, row.heading) for row in listed.rows] == [("Alpha", 1), ("East", 3), ("West", 3), ("Beta", 1)]


def test_a_span_over_one_row_is_a_meeting_unless_the_portal_knows_it_as_a_heading():
    text = "Forums\t\nWards\t22-25 Jan\nEast\t23 Jan\nLater\t1 Feb"
    assert headings(read(text)) == [("Forums", None)]
    assert headings(read(text, known=Known(frozenset({"wards"})))) == [("Forums", None), ("Wards", 1)]


def test_a_span_that_is_wider_than_its_rows_is_a_heading_in_doubt():
    listed = read("Forums\t\nRoadshow\t20-28 Jan\nEast\t22 Jan\nWest\t25 Jan")
    assert [heading.doubt for heading in listed.headings] == ["", "The rows under it fall inside its dates."]
    as_meeting = read("Forums\t\nRoadshow\t20-28 Jan\nEast\t22 Jan\nWest\t25 Jan", meetings={2})
    assert [row.title for row in as_meeting.rows] == ["Roadshow", "East", "West"]


@pytest.mark.parametrize("column, said", [("Venue", "Bredbury Hall"), ("Audience", "VCFSE"), ("Time", "2pm")])
def test_a_span_with_a_place_an_audience_or_a_time_of_its_own_is_a_meeting(column, said):
    text = f"Meeting\tDate\t{column}\nOver 60s\tw/c 15 January 2024\t{said}\nEast\t16 Jan\t\nWest\t17 Jan\t"
    assert (headings(read(text)), [row.title for row in read(text).rows]) == ([], ["Over 60s", "East", "West"])


def test_what_is_to_be_confirmed_among_them_belongs_to_them():
    listed = read("Wards\t22-25 Jan\nEast\t22 Jan\nSouth\tTBC\nWest\t25 Jan")
    assert [(row.title, row.heading) for row in listed.rows] == [("East", 1), ("South", 1), ("West", 1)]


def test_a_line_with_no_date_and_nothing_under_it_is_passed_over():
    listed = read("The list\t\nForums\t\nAlpha\t4 Dec\nThe end\t")
    assert listed.passed_over == (Passed(1, "The list"), Passed(4, "The end"))


def test_a_known_meeting_with_no_date_is_a_meeting():
    listed = read("Forums\t\nAlpha\t4 Dec\nStaff circle\t", known=Known(titles=frozenset({"staff circle"})))
    assert rows(listed) == [("Alpha", 1, "2023-12-04"), ("Staff circle", 1, "None")]


def test_columns_are_known_by_their_heads_wherever_they_stand():
    listed = read(
        "No.\tDate of meeting\tTime\tMeeting\tVenue\tCategory\n"
        "1\t4 Dec\t6pm\tAlpha\tTown Hall\tForums\n"
        "2\t5 Dec\t\tBeta\t\tWards\n"
        "3\t6 Dec\t\tGamma\t\tForums"
    )
    assert headings(listed) == [("Forums", None), ("Wards", None)]
    assert [(row.title, row.heading, row.venue, row.starts_at) for row in listed.rows] == [
        ("Alpha", 2, "Town Hall", time(18)),
        ("Beta", 3, "", None),
        ("Gamma", 2, "", None),
    ]


def test_without_heads_the_column_of_dates_is_the_one_that_has_them():
    listed = read("4 Dec\t18:00\tAlpha\n5 Dec\t19:30\tBeta\n6 Dec\t\tGamma")
    assert [(row.title, row.starts_at) for row in listed.rows] == [
        ("Alpha", time(18)),
        ("Beta", time(19, 30)),
        ("Gamma", None),
    ]


def test_a_date_with_no_title_is_the_next_of_the_row_above():
    listed = read("Forums\t\nBriefing\t24 Jan\n\t30 Jan")
    assert rows(listed) == [("Briefing", 1, "2024-01-24"), ("Briefing", 1, "2024-01-30")]
    assert listed.rows[1].notes == ("its title is that of the row above",)


def test_what_was_typed_stands_in_the_place_of_what_was_read():
    typed = {2: {"title": "Alpha Two", "when": "7 Dec"}, 3: {"when": ""}}
    assert rows(read("Forums\t\nAlpha\t4 Dec\nBeta\t5 Dec", typed=typed)) == [
        ("Alpha Two", 1, "2023-12-07"),
        ("Beta", 1, "None"),
    ]


def test_a_list_with_no_dates_is_refused():
    with pytest.raises(Refused, match="No dates were found"):
        read("Alpha\tBeta\nGamma\tDelta")


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Stockport FT Trust board", "stockport  FT Trust Board"),
        ("Staff/Colleagues", "Staff and colleagues"),
        ("Goyt & Etherow", "Goyt and Etherow"),
        ("The Café Forum", "Cafe forum"),
        ("Older People's Voices", "Older People’s voices"),
    ],
)
def test_titles_that_differ_in_looks_alone_are_the_same(title, other):
    assert key_of(title) == key_of(other)


@pytest.mark.parametrize(
    ("title", "other", "is_one"),
    [
        ("VCFE Session", "VCFSE Session", True),
        ("Marple/Wernath", "Marple/Werneth", True),
        ("Round Table", "Roundtable", True),
        ("Leadrehsip Forum", "Leadership Forum", True),
        ("Group 1", "Group 2", False),
        ("Group A", "Group B", False),
        ("Heatons", "Heatons and Reddish", False),
        ("Cheadle", "Marple", False),
        ("Youth Forum", "South Forum", False),
        ("Members", "Members", False),
    ],
)
def test_a_slip_is_told_from_another_title(title, other, is_one):
    assert is_slip(key_of(title), key_of(other)) is is_one


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("stakeholders meeting", "stakeholder meetings"),
        ("area comittees", "area committees"),
        ("group 3", None),
        ("south forum", None),
        ("river forums", None),
    ],
)
def test_the_nearest_of_several_names_is_told_if_it_is_near(name, found):
    assert nearest(name, ["stakeholder meetings", "area committees", "group 1", "youth forum"]) == found


def test_the_name_of_a_month_tells_the_months_of_the_dates_below_it():
    listed = read("Members\t\nJanuary\t\nWalk\t12th\nTalk\tTue 14\nFebruary 2024\t\nFair\t5-7\nHeads\t6 February")
    assert rows(listed) == [
        ("Walk", 1, "2024-01-12"),
        ("Talk", 1, "2024-01-14"),
        ("Fair", 1, "2024-02-05"),
        ("Heads", 1, "2024-02-06"),
    ]
    assert [(row.as_given, row.notes) for row in listed.rows][::3] == [
        ("12th January", ("its month is told by “January” above it",)),
        ("6 February", ()),
    ]
    assert "weekday-mismatch" in listed.rows[1].reading.flags


def test_a_heading_that_the_portal_calls_by_a_month_stays_one():
    listed = read("January\t\nWalk\t12 January", known=Known(headings=frozenset({"january"})))
    assert headings(listed) == [("January", None)]


@pytest.mark.parametrize("stamp", ["Updated 1 Feb\t", "Last updated:\t1 Feb 2024", "As at 1/2/24\t"])
def test_when_the_list_was_made_is_neither_a_meeting_nor_a_heading(stamp):
    listed = read(f"{stamp}\nWalk\t12 January\nTalk\t14 January")
    assert rows(listed) == [("Walk", None, "2024-01-12"), ("Talk", None, "2024-01-14")]
    assert listed.passed_over == (Passed(1, " ".join(stamp.split())),)
    assert len(read(f"{stamp}\nWalk\t12 January", meetings={1}).rows) == 2


def test_a_holiday_is_not_looked_up():
    listed = read("Walk\tGood Friday\nEaster Monday\t\nTalk\t14 January\nGood Friday\t29 January")
    assert rows(listed) == [("Walk", None, "None"), ("Talk", None, "2024-01-14"), ("Good Friday", None, "2024-01-29")]
    assert listed.rows[0].reading.reason == "It names a holiday or term, whose dates are not written here."
    assert listed.rows[2].doubts == ("its title is that of a holiday",)
    assert listed.passed_over == (Passed(2, "Easter Monday"),)


def test_a_holiday_with_its_year_is_a_day():
    listed = read("Walk\tGood Friday 2024\nTalk\tEaster Monday 2024\nFair\tBoxing Day 2026")
    assert rows(listed) == [
        ("Walk", None, "2024-03-29"),
        ("Talk", None, "2024-04-01"),
        ("Fair", None, "2026-12-26"),
    ]
    assert listed.rows[2].reading.flags == ("outside-period", "holiday-moved")
