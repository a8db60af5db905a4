"""The page of a theme's comments in no key point that say the same, or speak of the same."""

import re

import pytest

from tests.factories import make_comment, make_meeting, theme

pytestmark = pytest.mark.django_db

PAGE = "/summary/thriving-neighbourhoods/alike/"


@pytest.fixture
def client(client_for):
    return client_for("officer")


def test_groups_that_only_speak_of_the_same_come_last_with_the_word_and_nothing_ticked(client):
    closes, is_cold = (make_comment(theme=theme(), text=f"The library {what}.") for what in ("closes", "is cold"))
    trees = [make_comment(theme=theme(), text="Plant more street trees.") for _ in range(2)]
    page = client.get(PAGE)
    assert [(group.subjects, {comment.pk for comment in group.comments}) for group in page.context["groups"]] == [
        ((), {comment.pk for comment in trees}),
        (("library",), {closes.pk, is_cold.pk}),
    ]
    assert "2 comments at 1 meeting that speak of <q>library</q>" in page.text
    ticks = re.findall(r'value="(\d+):\d+" id="tick-\d+"( checked)?', page.text)
    assert {int(pk) for pk, checked in ticks if checked} == {comment.pk for comment in trees}


def test_where_no_comments_say_the_same_it_is_said_with_what_to_do_instead(client):
    make_comment(theme=theme(), text="The library closes.")
    page = client.get(PAGE).text
    assert "None: no two of them say the same or speak of the same thing." in page
    assert "/comments/?theme=thriving-neighbourhoods&amp;standing=counted&amp;key_point=none" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_no_query_a_comment(client, number, django_assert_num_queries):
    for _ in range(number):
        make_comment(theme=theme(), meeting=make_meeting(), text="The library closes.")
    with django_assert_num_queries(6):
        client.get(PAGE)
