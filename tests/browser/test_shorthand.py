"""What a line says of its theme by a number at either end, and what pasted lines are without their bullets."""

import pytest
from django.templatetags.static import static

LINES = {
    "Buses stop at six 5": ("5", "Buses stop at six"),
    "The hall is cold. 4": ("4", "The hall is cold."),
    "More homes, please 1 ": ("1", "More homes, please"),
    "5: Buses stop at six": ("5", "Buses stop at six"),
    "5. Buses stop at six": ("5", "Buses stop at six"),
    "5) buses stop at six": ("5", "buses stop at six"),
    "5 - buses stop at six": ("5", "buses stop at six"),
    "5 Buses stop at six": ("5", "Buses stop at six"),
    "5 “Buses stop at six”": ("5", "“Buses stop at six”"),
    "0: Proud of the borough 3": ("0", "Proud of the borough 3"),
    "Open until 5": (None, "Open until 5"),
    "On the number 3": (None, "On the number 3"),
    "Jobs for our own kids first 1": ("1", "Jobs for our own kids first"),
    "They rose in the last 3": (None, "They rose in the last 3"),
    "Plan for the next 5": (None, "Plan for the next 5"),
    "Children aged 4": (None, "Children aged 4"),
    "Between 4 and 5": (None, "Between 4 and 5"),
    "They were on phase 2": (None, "They were on phase 2"),
    "The shop closes on May 3": (None, "The shop closes on May 3"),
    "Nobody came to 5.": (None, "Nobody came to 5."),
    "A family of five 6": (None, "A family of five 6"),
    "It costs £5": (None, "It costs £5"),
    "Route 192 15": (None, "Route 192 15"),
    "5 buses stop at six": (None, "5 buses stop at six"),
    "5.30 is too late": (None, "5.30 is too late"),
    "3-bed homes are missing": (None, "3-bed homes are missing"),
    "2:30 is too late": (None, "2:30 is too late"),
    "5": (None, "5"),
    "": (None, ""),
}
TYPED = {
    "5: Buses stop at six\nThe last one is full": ("5", "Buses stop at six\nThe last one is full"),
    "Buses stop at six\nThe last one is full 5": ("5", "Buses stop at six\nThe last one is full"),
    "3. Buses stop at six\n4. The hall is cold": (None, "3. Buses stop at six\n4. The hall is cold"),
    "4. The hall is cold\n9. So is the school": (None, "4. The hall is cold\n9. So is the school"),
    "Buses stop at six 5\nThe hall is cold 4": (None, "Buses stop at six 5\nThe hall is cold 4"),
    "1. Buses\n2. Trams\n\n3. Trains": (None, "1. Buses\n2. Trams\n\n3. Trains"),
    "Open until 5\nBuses stop at six 5": ("5", "Open until 5\nBuses stop at six"),
}
PASTED = {
    "·\tOne": "One",
    "• One": "One",
    "- One": "One",
    "o One": "One",
    "12. One": "One",
    "(a) One": "One",
    "b) One": "One",
    "iv) One": "One",
    "- 5 people": "5 people",
    "3.5 miles": "3.5 miles",
    "A. Smith spoke": "A. Smith spoke",
    "I. too": "I. too",
    "-5 degrees": "-5 degrees",
    "open late": "open late",
    "2040 is far off": "2040 is far off",
}


@pytest.fixture
def shorthand(page, live_server):
    page.goto("/accounts/login/")
    return lambda call: page.evaluate(
        f"import('{static('scripts/log/shorthand.js')}').then((shorthand) => shorthand.{call})"
    )


def test_a_line_is_read_as_a_person_meant_it(shorthand):
    found = shorthand(f"read && {list(LINES)}.map(shorthand.read)")
    assert {line: (each["number"], each["words"]) for line, each in zip(LINES, found, strict=True)} == LINES


def test_typed_lines_are_one_comment_and_lose_no_number_of_their_own(shorthand):
    found = shorthand(f"read && {list(TYPED)}.map(shorthand.read)")
    assert {lines: (each["number"], each["words"]) for lines, each in zip(TYPED, found, strict=True)} == TYPED


def read_lines(shorthand, lines):
    return shorthand(f"readLines({lines}.join('\\r\\n\\n  '))")


def test_pasted_lines_lose_their_bullets_and_empty_lines(shorthand):
    found = [each["whole"] for each in read_lines(shorthand, list(PASTED))]
    assert dict(zip(PASTED, found, strict=True)) == PASTED


def test_each_pasted_line_is_read_as_if_it_were_typed(shorthand):
    said = {line: read for line, read in LINES.items() if line}
    found = read_lines(shorthand, list(said))
    assert [(each["number"], each["words"]) for each in found] == [
        (number, words.strip()) for number, words in said.values()
    ]
    assert [each["whole"] for each in found] == [line.strip() for line in said]


@pytest.mark.parametrize(
    "lines, numbers",
    [
        (["1. One", "2. Two", "3. Three"], [None, None, None]),
        (["1) One", "• within it", "2) Two"], [None, None, None]),
        (["9. Nine", "3. Three"], [None, None]),
        (["2. One", "2. Two", "5. Three"], ["2", "2", "5"]),
        (["- 5: One", "• Two, please 1", "Three"], ["5", "1", None]),
        (["1. One, please 4", "2. 5: Two"], ["4", "5"]),
    ],
)
def test_numbers_that_only_count_the_lines_are_no_themes(shorthand, lines, numbers):
    assert [each["number"] for each in read_lines(shorthand, lines)] == numbers
