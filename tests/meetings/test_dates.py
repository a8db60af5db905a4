"""Dates printed and read.

Tables of strings with their meaning. Two were written before the reader was tuned on them: dates_held_out.csv, made
up, and dates_from_minutes.csv, in the manner of public minutes and diaries. dates_from_schedules.csv holds strings
that it once misread. The columns are those of the real dates.csv; in `flags` stands a flag that the reading must
carry, among others.
"""

import csv
from datetime import date, time
from pathlib import Path

import pytest
from django.conf import settings

from meetings.date_doubts import DOUBTS
from meetings.dates import Span, print_dates, read_date, read_dates

HERE = Path(__file__).parent
REAL_DATES = Path(settings.BASE_DIR).parent / "shared/inputs/dates.csv"
TABLES = ["dates_held_out.csv", "dates_from_minutes.csv", "dates_from_schedules.csv"]
MEANING = ("start", "end", "precision", "time")
YEAR = (date(2023, 9, 1), date(2024, 7, 31))
NEARLY_TWO_YEARS = (date(2023, 2, 1), date(2024, 12, 31))


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def iso(day):
    return day.isoformat() if day else ""


def read_row(row):
    ends = [date.fromisoformat(row[name]) for name in ("period_from", "period_to") if row[name]]
    return read_date(row["raw"], tuple(ends) or None)


def meaning(reading):
    return iso(reading.starts_on), iso(reading.ends_on), reading.precision, reading.time


def wrong_rows(path):
    read = [(row, read_row(row)) for row in rows(path)]
    return [(row, reading) for row, reading in read if meaning(reading) != tuple(row[name] for name in MEANING)]


def span(*days):
    return Span(*(date.fromisoformat(day) for day in (days[0], days[-1])))


@pytest.mark.parametrize("name", TABLES)
def test_every_date_of_the_tables_is_read(name):
    assert [(row["raw"], meaning(reading)) for row, reading in wrong_rows(HERE / name)] == []


@pytest.mark.parametrize("name", TABLES)
def test_what_is_inferred_mended_or_in_doubt_is_flagged(name):
    read = [(row["raw"], row["flags"], read_row(row).flags) for row in rows(HERE / name) if row["flags"]]
    assert [(raw, wanted, flags) for raw, wanted, flags in read if wanted not in flags] == []


if REAL_DATES.exists():

    def test_real_dates_are_read_and_none_is_wrong_without_a_flag():
        wrong = wrong_rows(REAL_DATES)
        assert len(wrong) <= 0.05 * len(rows(REAL_DATES)), wrong
        assert [row["raw"] for row, reading in wrong if not reading.flags] == []


def test_every_flag_has_a_sentence_and_every_sentence_a_flag():
    texts = [row["raw"] for name in TABLES for row in rows(HERE / name)]
    texts += ["05th February", "1 January 0930", "weekend of Tuesday 2 January 2024", "1 May" * 200]
    texts += ["every first Wednesday, next meeting 8 January", "1 January until 8pm"]
    readings = [read_date(text, period) for text in texts for period in (None, YEAR)]
    readings += read_dates(["1 December 2023", "5 March", "1 April 2024"], NEARLY_TWO_YEARS)
    assert {flag for reading in readings for flag in reading.flags} == DOUBTS.keys()


@pytest.mark.parametrize(
    ("days", "printed"),
    [
        ((None, None), "To be confirmed"),
        ((date(2024, 1, 16), date(2024, 1, 16)), "16 January 2024"),
        ((date(2024, 1, 22), date(2024, 1, 25)), "22 to 25 January 2024"),
        ((date(2018, 6, 30), date(2018, 7, 1)), "30 June to 1 July 2018"),
        ((date(2023, 12, 30), date(2024, 1, 2)), "30 December 2023 to 2 January 2024"),
    ],
)
def test_dates_are_printed_as_a_person_writes_them(days, printed):
    assert print_dates(*days) == printed


def test_reading_to_be_confirmed_gives_no_dates_back():
    reading = read_date(print_dates(None, None))
    assert (reading.starts_on, reading.ends_on, reading.precision) == (None, None, "unknown")


@pytest.mark.parametrize(
    ("text", "days", "precision"),
    [
        ("17/19 September 2013", ("2013-09-17", "2013-09-19"), "days-list"),
        ("7/8 Feb. 2013", ("2013-02-07", "2013-02-08"), "day-range"),
        ("22/9/2013", ("2013-09-22", "2013-09-22"), "day"),
    ],
)
def test_a_slash_has_three_meanings(text, days, precision):
    reading = read_date(text)
    assert (iso(reading.starts_on), iso(reading.ends_on), reading.precision) == (*days, precision)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Weds 3rd", [span("2024-01-03"), span("2024-04-03"), span("2024-07-03")]),
        (
            "Mon 4 to Fri 8",
            [span("2023-09-04", "2023-09-08"), span("2023-12-04", "2023-12-08"), span("2024-03-04", "2024-03-08")],
        ),
        ("5 or 6 March", [span("2024-03-05"), span("2024-03-06")]),
        ("Mar 24", [span("2024-03-24"), span("2024-03-01", "2024-03-31")]),
        ("Q3 2023", [span("2023-07-01", "2023-09-30"), span("2023-10-01", "2023-12-31")]),
        ("15 August", [span("2023-08-15"), span("2024-08-15")]),
        ("12 March 2024 to 5 March 2024", [span("2024-03-05", "2024-03-12")]),
    ],
)
def test_what_could_mean_several_dates_is_not_guessed(text, readings):
    reading = read_date(text, YEAR)
    assert (reading.starts_on, list(reading.readings)) == (None, readings)


def test_a_weekday_that_contradicts_the_date_is_a_question():
    reading = read_date("Wednesday 10 November 2020")
    assert (iso(reading.starts_on), reading.flags) == ("2020-11-10", ("weekday-mismatch",))
    assert list(reading.readings) == [span("2020-11-10"), span("2020-11-11"), span("2021-11-10")]
    assert reading.reason == (
        "The weekday and the date do not agree: 10 November 2020 or 11 November 2020 or 10 November 2021?"
    )


def test_without_a_period_a_date_without_a_year_says_what_it_lacks():
    reading = read_date("Monday 6 November")
    assert (reading.starts_on, reading.flags) == (None, ("no-year",))
    assert reading.reason == "It says 6 November, but not which year."
    assert read_date("the end of March").reason == "It says this, but not which year."


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("5-7/3/2024", ("2024-03-05", "2024-03-07")),
        ("2024 March 5", ("2024-03-05", "2024-03-05")),
        ("22 January 2024 to Thursday 25", ("2024-01-22", "2024-01-25")),
        ("0 March 2024", ("", "")),
    ],
)
def test_figures_lend_each_other_their_month_and_year(text, days):
    reading = read_date(text)
    assert (iso(reading.starts_on), iso(reading.ends_on)) == days


@pytest.mark.parametrize("text", ["2024-13-01", "2024/13/12", "2024-31-12", "2024.13.40", "2024-00-10"])
def test_a_thirteenth_month_is_no_date(text):
    reading = read_date(text)
    assert (reading.starts_on, reading.precision) == (None, "not-a-date")


@pytest.mark.parametrize("text", ["January/February 2", "March/April 2"])
def test_a_single_figure_behind_two_months_is_no_year(text):
    reading = read_date(text, YEAR)
    assert (reading.ends_on.day, "other-words" in reading.flags) == (2, True)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("0 January 2024", "There is no 0 January 2024 in the calendar."),
        ("28-29 February 2023", "There is no 29 February 2023 in the calendar."),
        ("29 February to 3 March 2023", "There is no 29 February 2023 in the calendar."),
        ("31 April to 31 June 2024", "There is no 31 April 2024 or 31 June 2024 in the calendar."),
        ("30 February", "There is no 30 February in the calendar."),
        ("5th Friday in April 2024", "There is no fifth Friday in April 2024 in the calendar."),
        ("January 0000", "There is no year 0 in the calendar."),
    ],
)
def test_a_day_that_the_calendar_has_not_is_named_with_its_year(text, sentence):
    assert read_date(text).reason == sentence


def test_a_leap_day_is_not_in_the_years_of_its_period():
    assert read_date("29 February", (date(2022, 1, 1), date(2022, 12, 31))).reason == (
        "There is no 29 February in the calendar of 2022."
    )
    first, last = read_dates(["28 February 2022", "29 February"])
    assert last.reason == "There is no 29 February in the calendar of 2022."


def test_a_year_long_past_is_flagged():
    assert read_date("1 January 0930").flags == ("odd-year",)


def test_the_days_of_a_list_are_kept():
    reading = read_date("3, 6, 10 and 13 September 2013")
    assert [day.day for day in reading.days] == [3, 6, 10, 13]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("extended from 28 June to 5 July", "2024-06-28", "2024-07-05"),
        ("12 July 2024 (postponed until 19th July 2024)", "2024-07-12", "2024-07-19"),
        ("Wednesday 8 May instead of Monday 6 May", "2024-05-06", "2024-05-08"),
        ("moved from 3 to 10 May", "2024-05-03", "2024-05-10"),
    ],
)
def test_a_move_says_from_when_to_when(text, old, new):
    reading = read_date(text, YEAR)
    assert (reading.moved_from, iso(reading.starts_on), reading.precision) == (span(old), new, "day")


@pytest.mark.parametrize("period", [YEAR, NEARLY_TWO_YEARS])
def test_a_list_that_crosses_a_year_end_has_its_years_from_its_period_and_order(period):
    readings = read_dates(
        ["21st November", "6th December", "TBC", "3rd January", "16h January", "05th February"], period
    )
    assert [iso(reading.starts_on) for reading in readings] == [
        "2023-11-21",
        "2023-12-06",
        "",
        "2024-01-03",
        "2024-01-16",
        "2024-02-05",
    ]
    assert ["no-year" in reading.flags for reading in readings] == [True, True, False, True, True, True]


def test_one_year_written_tells_the_others_of_its_list():
    readings = read_dates(["4th December", "21st December", "17th January 2024", "12th January", "30th January"])
    assert [iso(reading.starts_on) for reading in readings] == [
        "2023-12-04",
        "2023-12-21",
        "2024-01-17",
        "2024-01-12",
        "2024-01-30",
    ]


def test_a_list_without_any_year_is_left_without():
    assert [reading.starts_on for reading in read_dates(["4th December", "3rd January"])] == [None, None]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("5 March 2024, 7pm-midnight", ((time(19), time(0)),)),
        ("5 March 2024, 10-12.30pm", ((time(10), time(12, 30)),)),
        ("5 March 2024, 11-1pm", ((time(11), time(13)),)),
        ("5 March 2024 at 7", ((time(19), None),)),
        ("5 March 2024 0930-1100", ((time(9, 30), time(11)),)),
        ("5 March 2024 at 25.70", ()),
    ],
)
def test_times_are_read_with_their_half_of_the_day(text, times):
    assert read_date(text).times == times


@pytest.mark.parametrize(
    "text",
    ["5 March 2024, 10pm-1am", "5 March 2024 7pm-midnight", "5 March 2024, 9-5pm", "5 March 2024 - 7pm"],
)
def test_what_is_usual_of_a_time_is_no_doubt(text):
    assert read_date(text).flags == ()
