"""Which comments speak of the same thing."""

import csv
from itertools import combinations
from pathlib import Path

from django.conf import settings

from feedback.subjects import Subjects
from themes.six_themes import THEMES

SAMPLE = Path(settings.BASE_DIR) / "stockport2040" / "sample" / "comments.csv"
KEYWORDS = ["bus", "library", "leisure centre", "fare"]


def shared(*texts):
    return Subjects(KEYWORDS).shared(enumerate(texts))


def sample(**chosen):
    """{theme: {id: row}} of the counted comments, of those that are as chosen."""
    with SAMPLE.open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["standing"] == "counted"]
    fitting = [row for row in rows if all(row[name] == value for name, value in chosen.items())]
    return {one["slug"]: {at: row for at, row in enumerate(fitting) if row["theme"] == one["slug"]} for one in THEMES}


def groups(rows, slug):
    keywords = next(one["keywords"] for one in THEMES if one["slug"] == slug)
    return Subjects(keywords).shared((at, row["text"]) for at, row in rows.items())


def test_comments_that_speak_of_a_keyword_are_together_in_whatever_form_it_stands():
    assert shared("The library is cold", "Libraries!", "A pool is cold") == [(("library",), [0, 1])]


def test_a_phrase_is_one_subject():
    assert shared("The leisure centre", "Leisure centres", "A health centre") == [(("leisure centre",), [0, 1])]


def test_those_that_share_two_subjects_come_first_and_each_comment_is_in_one_group():
    found = shared("A bus fare", "The library", "Bus fares", "The bus", "A bus to the library")
    assert found == [(("bus", "fare"), [0, 2]), (("bus",), [3, 4])]


def test_a_word_that_very_many_share_holds_nothing_together():
    assert shared(*["The bus"] * 7) == []
    assert shared(*["The bus"] * 6) == [(("bus",), list(range(6)))]
    assert shared(*["The bus fare"] * 21) == []


def test_without_keywords_or_comments_there_is_nothing():
    assert Subjects([]).shared([(1, "The bus"), (2, "The bus")]) == []
    assert Subjects(["", "-"]).shared([(1, "-"), (2, "")]) == []
    assert shared() == []


def test_comments_of_the_sample_in_no_key_point_speak_of_five_subjects():
    """Read: all but the last are about one thing, and there a driver who should be trained is taken for a train."""
    found = {slug: groups(rows, slug) for slug, rows in sample(key_point="").items()}
    assert {slug: [(*subjects, len(keys)) for subjects, keys in each] for slug, each in found.items() if each} == {
        "good-jobs-and-homes": [("job", 2)],
        "best-place-to-grow-up": [("school", 4)],
        "clean-green-transport": [("interchange", 4), ("bus", 2), ("train", 2)],
    }


def test_of_the_samples_evidence_what_is_grouped_belongs_together_three_times_as_often_as_by_chance():
    together, by_chance = [], []
    for slug, rows in sample().items():
        evidence = {at: row for at, row in rows.items() if row["key_point"]}
        by_chance += combinations([row["key_point"] for row in evidence.values()], 2)
        for _, keys in groups(evidence, slug):
            together += combinations([rows[key]["key_point"] for key in keys], 2)
    same = [sum(one == other for one, other in pairs) for pairs in (together, by_chance)]
    assert (same, len(together), len(by_chance)) == ([27, 221], 45, 1084)
