import csv
from pathlib import Path

from feedback.alike import AlikeIndex

HERE = Path(__file__).parent


def rows(name):
    with (HERE / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def comments():
    return [row["text"] for row in rows("tagged_comments.csv")]


def test_the_same_in_other_words_is_found_the_likest_first():
    others = [
        (7, "Trees are needed on our streets, and benches, and a bandstand"),
        (8, "Plant street trees"),
        (9, "The last bus leaves too early"),
    ]
    assert AlikeIndex(others).like("Please plant trees in every street") == [8]
    assert AlikeIndex(others).like("The last bus is too early; plant street trees") == [9, 8]


def test_order_of_words_capitals_and_endings_do_not_matter():
    assert AlikeIndex([("a", "A pothole in Marple")]).like("POTHOLES: Marple") == ["a"]


def test_what_shares_only_grammar_is_not_alike():
    assert AlikeIndex([(1, "There should be a pool")]).like("There should be a park") == []


def test_nothing_is_like_nothing():
    assert AlikeIndex([(1, ""), (2, "?")]).like("") == []
    assert AlikeIndex([]).like("Trees") == []


def test_no_more_are_given_than_asked_for_and_the_earlier_goes_first():
    index = AlikeIndex((number, "Potholes in Marple") for number in range(30))
    assert index.like("Potholes in Marple", most=3) == [0, 1, 2]


def test_pairs_an_officer_would_call_the_same_are_found_among_three_hundred_others():
    pairs = rows("alike_pairs.csv")
    index = AlikeIndex([*enumerate(comments(), 1000), *((at, pair["other"]) for at, pair in enumerate(pairs))])
    found = [at for at, pair in enumerate(pairs) if at in index.like(pair["one"])]
    assert found == list(range(len(pairs)))


def test_of_twelve_pairs_that_share_only_a_place_or_a_subject_two_are_called_the_same():
    pairs = rows("different_pairs.csv")
    index = AlikeIndex([*enumerate(comments(), 1000), *((at, pair["other"]) for at, pair in enumerate(pairs))])
    mistaken = [pair["one"] for at, pair in enumerate(pairs) if at in index.like(pair["one"])]
    assert mistaken == ["Who is paying for the new hospital?", "How will the five Big Things be measured?"]
