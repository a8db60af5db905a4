"""Of two key points one is made: nothing that was quoted or answered is dropped in silence, and undo gives all back."""

import re
from datetime import date

import pytest
from django.urls import reverse

from feedback.models import Act, Comment
from tests.factories import make_comment, make_key_point
from themes.models import KeyPoint, Response

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("manager")


@pytest.fixture
def pair():
    return [make_key_point([make_comment()], text=text) for text in ("Halls are cold.", "Rooms are cold.")]


def merge(client, pair, **chosen):
    return client.post(reverse("merge_key_point", args=[pair[0].pk]), {"into": pair[1].pk, **chosen})


def undo(client):
    client.post(reverse("undo", args=[Act.objects.first().pk]))


def answer(point, **values):
    return Response.objects.create(key_point=point, **{"answer": "we_will", "owner": "Estates", **values})


def make_quotes(point, number):
    return [make_comment(key_point=point, verbatim=f"“Cold {place}.”", quoted=True) for place in range(number)]


def said():
    return Act.objects.first().words


def answers():
    return {
        each.key_point.text: (each.answer, each.owner, each.due_on)
        for each in Response.objects.exclude(key_point__status="removed")
    }


def test_the_one_answer_there_is_goes_along(client, pair):
    answer(pair[0], due_on=date(2024, 6, 1))
    merge(client, pair)
    assert answers() == {"Rooms are cold.": ("we_will", "Estates", date(2024, 6, 1))}
    assert said() == "Merged two key points: 1 comment moved. The answer went along."
    undo(client)
    assert answers() == {"Halls are cold.": ("we_will", "Estates", date(2024, 6, 1))}


def test_an_answer_that_stays_where_it_is_is_not_spoken_of(client, pair):
    answer(pair[1])
    merge(client, pair)
    assert answers() == {"Rooms are cold.": ("we_will", "Estates", None)}
    assert said() == "Merged two key points: 1 comment moved."


@pytest.mark.parametrize(("keep", "owner"), [("mine", "Estates"), ("theirs", "Highways")])
def test_of_two_answers_is_kept_the_one_that_is_chosen(client, pair, keep, owner):
    answer(pair[0], due_on=date(2024, 6, 1))
    answer(pair[1], owner="Highways", answer="partly", due_on=date(2024, 5, 1))
    before = answers()
    response = merge(client, pair)
    assert response.context["form"].errors == {"keep": ["Both are answered: choose which answer to keep."]}
    leads_to = re.search('href="#([^"]*keep[^"]*)"', response.text)[1]
    assert f'id="{leads_to}"' in response.text
    assert KeyPoint.objects.standing().count() == 2
    merge(client, pair, keep=keep)
    assert {text: found[1] for text, found in answers().items()} == {"Rooms are cold.": owner}
    undo(client)
    assert answers() == before


def test_an_officer_does_not_choose_between_two_answers(client_for, pair):
    for point in pair:
        answer(point)
    response = merge(client_for("officer"), pair, keep="mine")
    assert response.context["form"].errors == {
        "into": ["Both are answered: a manager has to choose which answer to keep."]
    }
    assert KeyPoint.objects.standing().count() == 2


def test_the_form_tells_which_are_answered(client, pair):
    answer(pair[1])
    page = client.get(reverse("merge_key_point", args=[pair[0].pk]))
    assert "Rooms are cold. (1 comment at 1 meeting; answered: We will)" in page.text
    assert "keep" not in page.context["form"].fields


def test_an_answer_given_since_is_not_overwritten_by_an_undo(client, pair):
    answer(pair[0])
    merge(client, pair)
    KeyPoint.objects.filter(pk=pair[0].pk).update(status="draft")  # as an admin restores it
    answer(pair[0], owner="Highways")
    undo(client)
    assert {text: found[1] for text, found in answers().items()} == {
        "Halls are cold.": "Highways",
        "Rooms are cold.": "Estates",
    }


def test_quotes_go_along_as_far_as_there_is_room(client, pair):
    mine, theirs = make_quotes(pair[0], 2), make_quotes(pair[1], 2)
    merge(client, pair)
    assert set(Comment.objects.filter(quoted=True, key_point=pair[1])) == {*theirs, mine[0]}
    assert said() == (
        f"Merged two key points: 3 comments moved. Quoted no longer, as 3 is the most: {mine[1].reference}."
    )
    undo(client)
    assert set(Comment.objects.filter(quoted=True, key_point=pair[0])) == set(mine)
