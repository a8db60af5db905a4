"""Key points begun from comments or pasted: sent twice it is one, and what is left out is said."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from feedback.models import Act
from tests.factories import make_comment, theme
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db

START, PASTE, ADD = "/key-points/start/", "/key-points/paste/", "/key-points/add/"


@pytest.fixture
def client(client_for):
    return client_for("officer")


def start(client, *comments, **values):
    sent = {"theme": theme().pk, "text": "People felt cold.", "seen": [comment.seen for comment in comments]}
    return client.post(START, {**sent, **values}, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


def key_on(page):
    """The key that the page sends along."""
    return re.search(r'name="key" value="([\w-]{36})"', page.text)[1]


def test_the_same_point_sent_twice_is_one(client):
    comment = make_comment(theme=theme())
    key = key_on(client.get(START, {"seen": comment.seen}))
    assert said(start(client, comment, key=key)) == ["Started a key point. Linked 1 comment."]
    assert said(start(client, comment, key=key)) == ["That key point is there already."]
    assert [list(point.comments.all()) for point in KeyPoint.objects.all()] == [[comment]]


def test_the_same_words_from_another_page_are_another_point(client):
    for _ in range(2):
        comment = make_comment(theme=theme())
        start(client, comment, key=key_on(client.get(START, {"seen": comment.seen})))
    assert [point.text for point in KeyPoint.objects.all()] == ["People felt cold."] * 2


def test_other_words_from_a_page_that_came_back_are_another_point(client):
    key = uuid4()
    for text in ("People felt cold.", "People felt warm.", "People felt warm."):
        start(client, make_comment(theme=theme()), key=key, text=text)
    assert [point.text for point in KeyPoint.objects.all()] == ["People felt cold.", "People felt warm."]


def test_what_was_undone_can_be_started_again_from_the_page_that_came_back(client):
    key = uuid4()
    for _ in range(2):
        start(client, make_comment(theme=theme()), key=key)
        client.post(reverse("undo", args=[Act.objects.first().pk]))
    start(client, make_comment(theme=theme()), key=key)
    assert [point.status for point in KeyPoint.objects.order_by("pk")] == ["removed", "removed", "draft"]


def test_a_point_added_by_itself_twice_is_one(client):
    page = client.get(ADD)
    for text in ("People felt cold.", "People felt cold.", "People felt warm."):
        client.post(ADD, {"theme": theme().pk, "text": text, "key": key_on(page)})
    assert [point.text for point in KeyPoint.objects.all()] == ["People felt cold.", "People felt warm."]
    assert {point.history.get().history_user.username for point in KeyPoint.objects.all()} == {"officer"}


def test_bullets_pasted_twice_are_added_once(client):
    text = "Overall vision\n- People felt glad.\n- People felt glad."
    key = key_on(client.post(PASTE, {"text": text}))
    placed = {"text": text, "add": "1", "theme_0": theme("overall-vision").pk, "key": key}
    answers = [said(client.post(PASTE, placed, follow=True)) for _ in range(2)]
    assert answers == [["Added 2 key points as drafts."], ["They are there already."]]
    assert KeyPoint.objects.count() == 2


def test_a_point_is_not_begun_where_no_comment_can_be_linked_to_it(client):
    response = start(client, make_comment(theme=theme("overall-vision")))
    assert response.context["form"].errors == {
        "seen": ["None of these comments can be linked to it: they were changed meanwhile, or are of another theme."]
    }
    assert (response.context["form"]["text"].value(), KeyPoint.objects.count()) == ("People felt cold.", 0)


@pytest.mark.parametrize(("other", "warned"), [("overall-vision", True), ("thriving-neighbourhoods", False)])
def test_that_comments_are_of_several_themes_is_said_before(client, other, warned):
    seen = [make_comment(theme=each).seen for each in (theme(), theme(other), None)]
    assert ("These comments are of several themes." in client.get(START, {"seen": seen}).text) == warned


def test_what_stood_under_an_unknown_heading_is_said_to_be_left_out(client):
    text = "Overall vision\n- People felt glad.\nParks\n- People felt lost.\n- People felt cold."
    placed = {"text": text, "add": "1", "theme_0": theme("overall-vision").pk, "theme_1": ""}
    assert said(client.post(PASTE, placed, follow=True)) == [
        "Added 1 key point as drafts.",
        "Left out: 2 key points under “Parks”.",
    ]
    assert [point.text for point in KeyPoint.objects.all()] == ["People felt glad."]
