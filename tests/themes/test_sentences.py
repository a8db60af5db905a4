"""Parts that people type with and without a full stop are printed as sentences with one."""

from datetime import date

import pytest

from themes.exports.document import response_in_words
from themes.models import Response as Answer
from themes.report.letters import Told
from themes.report.shapes import Response
from themes.sentences import ended

DAY = date(2027, 3, 31)


@pytest.mark.parametrize(
    ("why", "owner", "printed"),
    [
        ("It was asked for.", "Strategy team.", "We will: It was asked for. Strategy team, by 31 March 2027."),
        ("We ask why? And how!", "Board", "We will: We ask why? And how! Board, by 31 March 2027."),
        ("It was asked for", "", "We will: It was asked for. By 31 March 2027."),
        ("", "", "We will, by 31 March 2027."),
    ],
)
def test_a_response_has_one_stop_after_each_sentence(why, owner, printed):
    assert response_in_words(Response("We will", why, owner, DAY, None)) == printed


def test_a_letter_has_one_stop_after_each_sentence():
    told = Told("Point.", (), Response("We will", "It was asked for", "Strategy team.", None, None))
    assert told.what_we_do == ["Our answer: we will do this. It was asked for.", "Who sees to it: Strategy team."]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("People asked for “more buses.”", "People asked for “more buses”."),
        ("People asked for “more buses.” .", "People asked for “more buses”."),
        ('People asked for "more buses."', 'People asked for "more buses".'),
        ("People asked for “more buses!”", "People asked for “more buses!”"),
        ("People asked for “more buses”", "People asked for “more buses”."),
        ("It is (see the plan, trees etc.)", "It is (see the plan, trees etc.)."),
        ("It is the residents’", "It is the residents’."),
        (" . ", ""),
    ],
)
def test_a_stop_inside_the_last_quotation_mark_is_not_printed_with_another_after_it(typed, printed):
    assert (ended(typed), ended(ended(typed))) == (printed, printed)


def test_every_answer_of_a_letter_is_a_sentence():
    answers = [Told("Point.", (), Response(label, "", "", None, None)).what_we_do for label in Answer.Answer.labels]
    assert answers == [
        ["Our answer: we will do this."],
        ["Our answer: we will do this in part."],
        ["Our answer: we are already doing this."],
        ["Our answer: we cannot do this."],
        ["Our answer: we are considering this."],
    ]
