"""Parts that people type with and without a full stop are printed as sentences with one."""

from datetime import date

import pytest

from themes.exports.document import response_in_words
from themes.report.letters import Told
from themes.report.shapes import Response

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
    assert told.what_we_do == ["What we are doing: we will. It was asked for.", "Who sees to it: Strategy team."]
