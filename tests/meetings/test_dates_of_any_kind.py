"""What is so of any text, however strange, that is read as a date."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from meetings.date_doubts import DOUBTS
from meetings.date_words import MONTH_NAMES, WORDS
from meetings.dates import print_dates, read_date, read_dates

YEAR = (date(2023, 9, 1), date(2024, 7, 31))


@given(st.tuples(st.dates(), st.dates()).map(sorted))
def test_reading_what_was_printed_gives_the_same_dates_back(days):
    for first, last in (days, days[:1] * 2):
        reading = read_date(print_dates(first, last))
        assert (reading.starts_on, reading.ends_on, reading.times) == (first, last, ())


WORDS_OF_DATES = [
    *WORDS,
    "moved",
    "cancelled",
    "every",
    "except",
    "instead",
    "closed",
    "rooms",
    "sessions",
    "205",
    "1930",
    "730pm",
    "25:00",
    "2025-06",
    "24-03-05",
    "was",
    "31",
    "29",
    "0000",
    "1/1/0001",
    "31/12/9999",
    "7.30",
    "-",
]
PERIODS = [None, YEAR, YEAR[::-1], (date.min, date.max), (date.max, date.max), (date.min, date.min)]


FIGURES = st.integers(0, 9) | st.integers(10, 40) | st.sampled_from([99, 2023, 2024, 9999])
JOINS = st.sampled_from(["", " ", " ", "/", "-", ".", ", ", " to ", " or "])


def joined(parts, sign):
    return sign.join(str(part) for part in parts)


IN_FIGURES = st.builds(joined, st.tuples(FIGURES, FIGURES, FIGURES), st.sampled_from("/-."))
MONTHS = st.builds(joined, st.lists(st.sampled_from(MONTH_NAMES), min_size=1, max_size=2), st.sampled_from("/-"))
MONTHS_AND_FIGURE = st.builds(joined, st.tuples(MONTHS, FIGURES), st.sampled_from(["", " "]))
PIECES = IN_FIGURES | MONTHS_AND_FIGURE | MONTHS | FIGURES.map(str) | st.sampled_from(WORDS_OF_DATES)
LIKE_DATES = st.lists(st.tuples(PIECES, JOINS).map("".join), min_size=1, max_size=3).map("".join)


@given(st.text() | st.lists(st.sampled_from(WORDS_OF_DATES)).map(" ".join), st.sampled_from(PERIODS))
def test_no_string_raises_and_what_is_not_read_says_why(text, period):
    has_dates_or_says_why(text, period)


@settings(max_examples=600)
@given(LIKE_DATES, st.sampled_from(PERIODS))
@example("2024-13-01", None)
@example("2024/25/26", YEAR)
@example("2024.00.10", YEAR)
@example("January/February 2", YEAR)
@example("May/June5", None)
def test_nothing_that_looks_like_a_date_raises(text, period):
    has_dates_or_says_why(text, period)


def has_dates_or_says_why(text, period):
    reading = read_date(text, period)
    assert set(reading.flags) <= DOUBTS.keys()
    if reading.starts_on is None:
        assert reading.ends_on is None and reading.reason and reading.flags
    else:
        assert reading.starts_on <= reading.ends_on


@given(
    st.lists(st.lists(st.sampled_from(WORDS_OF_DATES), max_size=4).map(" ".join), max_size=5), st.sampled_from(PERIODS)
)
def test_a_list_has_a_reading_for_each_text(texts, period):
    assert len(read_dates(texts, period)) == len(texts)
