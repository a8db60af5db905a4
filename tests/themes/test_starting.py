"""Key points begun from comments or pasted: sent twice it is one, and what is left out is said."""

import pytest

from tests.factories import make_comment, theme
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db

START, PASTE = "/key-points/start/", "/key-points/paste/"


@pytest.fixture
def client(client_for):
    return client_for("officer")


def start(client, *comments, **values):
    sent = {"theme": theme().pk, "text": "People felt cold.", "seen": [comment.seen for comment in comments]}
    return client.post(START, {**sent, **values}, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


def test_the_same_point_sent_twice_is_one(client):
    comment = make_comment(theme=theme())
    assert said(start(client, comment)) == ["Started a key point. Linked 1 comment."]
    assert said(start(client, comment)) == ["That key point is there already."]
    assert [list(point.comments.all()) for point in KeyPoint.objects.all()] == [[comment]]


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
