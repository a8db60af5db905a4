"""Headings with bullets are read as people paste them."""

from pathlib import Path

import pytest
from django.conf import settings

from feedback.pasted import Pasted, read_points

NAMES = [
    (1, "Overall vision"),
    (2, "Good jobs and homes"),
    (2, "Work and homes"),
    (3, "Clean, green transport"),
    (4, "Health and care"),
]
REPORT = Path(settings.BASE_DIR).parent / "shared/inputs/one-future-feedback-report.txt"


def read(text):
    return [(block.heading, block.theme, list(block.bullets)) for block in read_points(text, NAMES)]


@pytest.mark.parametrize(
    "heading", ["Good jobs and homes", "GOOD JOBS & HOMES:", "Good jobs and home: -", "Work and home"]
)
def test_a_heading_is_known_by_the_theme_s_name_or_alias_in_whatever_number_and_case(heading):
    assert [block.theme for block in read_points(f"{heading}\n- One.", NAMES)] == [2]


@pytest.mark.parametrize("bullet", ["-", "–", "•", "*", "1.", "2)", "  -", "\t•\t"])
def test_a_point_begins_with_any_usual_mark(bullet):
    assert read(f"Overall vision\n\n{bullet} One.\n{bullet} Two.") == [("Overall vision", 1, ["One.", "Two."])]


def test_a_point_broken_into_lines_is_one_point():
    assert read("Overall vision\n- One goes\n  on here.\n- Two.\nOverall vision\n- Three.") == [
        ("Overall vision", 1, ["One goes on here.", "Two.", "Three."])
    ]


def test_a_heading_straight_after_a_point_is_a_heading():
    assert read("Overall vision\n- One.\nClean green transport: -\n- Two.") == [
        ("Overall vision", 1, ["One."]),
        ("Clean green transport", 3, ["Two."]),
    ]


def test_a_heading_that_names_no_theme_is_kept_for_a_person_to_place():
    assert read("Parks\n\n- One.") == [("Parks", None, ["One."])]


def test_what_has_no_bullets_has_no_points():
    assert read("Overall vision\n\nPeople spoke at length.\n\n21st November") == read("") == []


def test_a_point_before_any_heading_stands_under_none():
    assert read_points("- One.", NAMES) == (Pasted("", None, ("One.",)),)


@pytest.mark.parametrize("path", [path for path in [REPORT] if path.exists()])
@pytest.mark.django_db
def test_the_council_s_own_report_gives_its_27_points(path, client_for):
    client = client_for("officer")
    text = path.read_text()
    response = client.post("/key-points/paste/", {"text": text})
    bullets = [[doubt for _, doubt in block[2]] for block in response.context["blocks"]]
    assert [len(block) for block in bullets] == [6, 5, 4, 2, 5, 5]
    themes = {field.html_name: field.value() for _, field, _ in response.context["blocks"]}
    client.post("/key-points/paste/", {"text": text, "add": "1", **themes})
    written = [line[2:].strip() for line in text.splitlines() if line.startswith("- ")]
    points = client.get("/report/").context["report"].points
    assert [point.text for point in points] == [" ".join(line.split()) for line in written]
    sections = client.get("/report/").context["report"].sections
    assert [len(section.points) for section in sections] == [6, 5, 4, 2, 5, 5]
    last_of_health = response.context["blocks"][2][2][-1]
    assert last_of_health[1] == "End the sentence with a full stop, a question mark or an exclamation mark."
    not_sentences = [p for p in client.get("/report/").context["problems"] if "not a sentence" in p.sentence]
    assert [(p.count, p.stops_publication) for p in not_sentences] == [(4, False)]


def test_a_heading_needs_no_blank_line_before_it_nor_the_council_s_own_spelling():
    text = """1. Good jobs & homes
- People felt that rents are high.
2) Health & Care:
- People felt that beds are few.
Parks and play
- People felt that swings are
Old.
"""
    assert [(each.heading, each.bullets) for each in read_points(text, NAMES)] == [
        ("Good jobs & homes", ("People felt that rents are high.",)),
        ("Health & Care", ("People felt that beds are few.",)),
        ("Parks and play", ("People felt that swings are Old.",)),
    ]


@pytest.mark.parametrize("mark", [" ", "\t", "-", "–", "- "])
def test_a_long_line_of_marks_is_read_at_once(mark):
    assert read(f"{mark * 50_000}!\n\n- One point.")[-1][-1][-1] == "One point."
