"""What can be wrong with key points is found, each point once, and leads to where it is mended."""

import pytest

from feedback.models import Comment
from tests.factories import make_comment, make_key_point
from tests.themes.checks import answered, found, now
from themes.checks import gather, problems_of
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db


def test_points_that_are_not_a_sentence(sound):
    KeyPoint.objects.filter(pk=sound.pk).update(text="Warm halls and libraries")
    assert found() == [("1 key point has a wording that is not a sentence.", 1, False)]


def test_a_word_of_quantity_that_does_not_fit(sound):
    KeyPoint.objects.filter(pk=sound.pk).update(text="Most people felt that the hall is cold.")
    (problem,) = problems_of(now(), gather())
    assert problem.sentence == "1 key point has a word of quantity that its figures do not bear."
    assert problem.items[0][0] == (
        "Most people felt that the hall is cold. “Most” does not fit 1 of 1 meeting: “one” does"
    )


def test_a_point_with_two_words_that_do_not_fit_is_one_and_is_listed_once(sound, client_for):
    KeyPoint.objects.filter(pk=sound.pk).update(text="Most people asked for trees and most asked for benches.")
    (problem,) = problems_of(now(), gather())
    assert (problem.count, [words for words, _ in problem.items]) == (
        1,
        [
            "Most people asked for trees and most asked for benches. “Most” does not fit 1 of 1 meeting: “one” does."
            " “most” does not fit 1 of 1 meeting: “one” does"
        ],
    )
    page = client_for("manager").get("/report/").text
    assert ("Show it" in page, "Show all 2" in page) == (True, False)


def test_evidence_that_came_or_went_since_the_point_was_agreed(sound):
    gone, came = sound.comments.get(), make_comment(meeting=sound.comments.get().meeting, key_point=sound)
    Comment.objects.filter(pk=gone.pk).update(key_point=answered(make_key_point(status="agreed")))
    KeyPoint.objects.exclude(pk=sound.pk).update(agreed_on=[gone.pk])
    (problem,) = problems_of(now(), gather())
    assert (problem.sentence, problem.count) == ("1 key point has evidence that came or went after it was agreed.", 1)
    assert problem.items == (
        (f"{sound.text} {came.reference} came; {gone.reference} went", f"/report/?open={sound.pk}#point-{sound.pk}"),
    )


def test_of_many_comments_that_came_the_first_five_are_named(sound):
    meeting = sound.comments.get().meeting
    came = [make_comment(meeting=meeting, key_point=sound).reference for _ in range(7)]
    (problem,) = problems_of(now(), gather())
    assert problem.items[0][0] == f"{sound.text} {', '.join(came[:5])} and 2 more came"


def test_points_that_nobody_has_agreed(sound):
    KeyPoint.objects.update(status="draft")
    assert found() == [("1 key point has not been agreed yet.", 1, False)]


@pytest.mark.parametrize(("number", "words"), [(1, "1 key point has"), (3, "3 key points have")])
def test_points_that_the_council_has_not_answered_are_listed_and_stop_nothing(sound, number, words):
    points = [make_key_point([make_comment()], status="draft") for _ in range(number)]
    KeyPoint.objects.exclude(pk=sound.pk).update(status="agreed")
    for point in points:
        KeyPoint.objects.filter(pk=point.pk).update(agreed_on=point.evidence_ids())
    (problem,) = problems_of(now(), gather())
    assert (problem.sentence, problem.count) == (f"{words} no answer from the council yet.", number)
    assert problem.items == tuple((point.text, f"/report/?open={point.pk}#point-{point.pk}") for point in points)
    assert problem.stops_publication is False
