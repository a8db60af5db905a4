"""Which comments may say what a key point says."""

import csv
from pathlib import Path

from django.conf import settings

from feedback.fitting import Fit, fitting, likest, meant

SAMPLE = Path(settings.BASE_DIR) / "stockport2040" / "sample"
COLD = "People were worried about damp and cold homes, and wanted landlords held to a standard."


def rows(path):
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def sample():
    """([(id, text, theme, key point), ...], {key point: wording}) of the counted comments."""
    counted = [row for row in rows(SAMPLE / "comments.csv") if row["standing"] == "counted" and row["theme"]]
    said = [(at, row["text"], row["theme"], row["key_point"]) for at, row in enumerate(counted)]
    return said, {row["ref"]: row["text"] for row in rows(SAMPLE / "key_points.csv")}


def paraphrased():
    """Written before any number in feedback/fitting.py; what is suggested at least was set after a look at them."""
    found = rows(Path(__file__).parent / "points_and_comments.csv")
    said = [(at, row["text"], row["theme"], row["point"]) for at, row in enumerate(found)]
    return said, {row["point"]: row["point"] for row in found if row["point"]}


def found_again(said, wordings):
    """(in a key point, of which found among those in none by the others of it, other comments suggested)"""
    asked = found = others = 0
    for key, _, theme, point in said:
        if point:
            evidence = [text for other, text, _, its in said if its == point and other != key]
            free = [(other, text) for other, text, its, linked in said if its == theme and (not linked or other == key)]
            fits = [fit.key for fit in fitting(meant(wordings[point], evidence), free)]
            asked, found, others = asked + 1, found + (key in fits), others + len(set(fits) - {key})
    return asked, found, others


def test_what_shares_words_with_the_wording_is_found_the_likest_first_with_the_words():
    comments = [
        (1, "The bus is late"),
        (2, "A landlord let the ceiling fall in"),
        (3, "Damp homes, and landlords who shrug"),
    ]
    assert fitting(meant(COLD), comments) == [Fit(3, ("damp", "homes", "landlords")), Fit(2, ("landlord",))]


def test_a_word_of_the_evidence_says_less_than_one_of_the_wording():
    comments = [(1, "Mould in the bedroom"), (2, "Damp in the bedroom")]
    assert [fit.key for fit in fitting(meant(COLD, ["Mould grows on the wall"]), comments)] == [2]
    two_words = [*comments, (3, "Mould on every wall")]
    assert [fit.key for fit in fitting(meant(COLD, ["Mould grows on the wall"]), two_words)] == [2, 3]


def test_a_word_that_every_comment_has_says_nothing():
    assert fitting(meant("People wanted parks."), [(key, f"Park number {key}") for key in range(40)]) == []


def test_what_shares_only_words_that_say_nothing_is_not_suggested():
    point = meant("People asked for more to be done by a local group, even now, and that's it.")
    assert fitting(point, [(1, "More was asked of local groups, and that's that"), (2, "In the evening")]) == []


def test_nothing_fits_nothing():
    assert fitting(meant(""), [(1, "Damp")]) == []
    assert fitting(meant(COLD), []) == []
    assert fitting(meant(COLD), [(1, "?")]) == []


def test_eight_are_suggested_at_most_the_newest_of_those_that_are_as_like():
    comments = [*((key, f"Landlord {key}") for key in range(10)), *((key, "A park") for key in range(20, 80))]
    assert [fit.key for fit in fitting(meant(COLD), comments)] == [9, 8, 7, 6, 5, 4, 3, 2]


def own_first(said, wordings):
    """(in a key point, of which it is the likest of its theme, of which it is one of the likest two)"""
    themes = {point: theme for _, _, theme, point in said if point}
    ranked = []
    for key, text, theme, point in said:
        if point:
            points = {
                other: meant(wordings[other], [each for at, each, _, its in said if its == other and at != key])
                for other in themes
                if themes[other] == theme
            }
            ranked.append((point, [fit.key for fit in likest(text, points)]))
    return len(ranked), sum(its in keys[:1] for its, keys in ranked), sum(its in keys[:2] for its, keys in ranked)


def test_of_key_points_those_that_share_words_with_a_comment_are_told_the_likest_first():
    points = {
        1: meant("People wanted parks."),
        2: meant(COLD),
        3: meant("People saw homes stand empty.", ["Damp rooms"]),
    }
    assert likest("Damp homes", points) == [Fit(2, ("damp", "homes")), Fit(3, ("homes", "damp"))]
    assert likest("A bus", points) == likest("", points) == likest("Damp", {}) == []


def test_of_the_samples_evidence_seven_in_ten_have_their_own_key_point_among_the_likest_two():
    assert own_first(*sample()) == (110, 70, 80)


def test_of_the_samples_evidence_two_in_three_would_be_suggested_to_their_own_key_point():
    assert found_again(*sample()) == (110, 75, 171)


def test_of_thirty_paraphrases_seventeen_are_suggested_beside_the_others():
    assert found_again(*paraphrased()) == (30, 17, 13)
