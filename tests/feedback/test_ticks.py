"""A list in which an act was refused comes back as it was left."""

import pytest
from django.urls import reverse

from feedback.models import Comment
from tests.factories import make_comment, make_key_point, theme

pytestmark = pytest.mark.django_db
LIST = "/comments/?q=hall+%C3%A9&page=1"


@pytest.fixture
def client(client_for):
    return client_for("officer")


@pytest.fixture
def comments(db):
    return [make_comment(text="The hall é is cold.") for _ in range(3)]


def act(client, name, comments, **values):
    """(the list that comes back, the ids that are ticked in it)."""
    data = {"seen": [comment.seen for comment in comments], "theme": "", "key_point": "", "next": LIST, **values}
    page = client.post(reverse(name), data, follow=True)
    return page, ticked(page)


def ticked(page):
    ticks = [line for line in page.text.splitlines() if 'form="ticked" name="seen"' in line]
    return {int(line.split('id="tick-')[1].split('"')[0]) for line in ticks if line.endswith(" checked>")}


def ids(*comments):
    return {comment.pk for comment in comments}


def changed_by_somebody(comment):
    Comment.objects.get(pk=comment.pk).save()


def test_a_theme_not_chosen_loses_no_tick(client, comments):
    page, there = act(client, "retag_comments", comments[:2])
    assert ("Choose a theme, or no theme." in page.text, there) == (True, ids(*comments[:2]))


@pytest.mark.parametrize("name", ["retag_comments", "link_ticked", "join_comments", "move_comments"])
def test_what_was_chosen_with_nothing_ticked_is_chosen_still(client, comments, name):
    point = make_key_point()
    page, there = act(client, name, [], theme=theme().pk, key_point=point.pk)
    assert ("Tick at least one comment." in page.text, there) == (True, set())
    assert f'<option value="{theme().pk}" selected>{theme().number} {theme()}<' in page.text
    assert f'<option value="{point.pk}" selected>{point}<' in page.text


def test_ticks_that_did_not_arrive_whole_are_kept_but_for_the_broken_one(client, comments):
    seen = [comments[0].seen, f"{comments[1].pk}:"]
    page = client.post(reverse("retag_comments"), {"seen": seen, "theme": "none", "next": LIST}, follow=True)
    assert "the list did not arrive whole" in page.text
    assert (ticked(page), '<option value="none" selected>' in page.text) == (ids(comments[0]), True)


def test_what_cannot_be_joined_stays_ticked(client, comments):
    page, there = act(client, "join_comments", comments)
    assert ("Not joined: tick two comments." in page.text, there) == (True, ids(*comments))


def test_what_somebody_else_had_changed_stays_ticked_and_can_be_tagged_after_a_look(client, comments):
    changed_by_somebody(comments[1])
    page, there = act(client, "retag_comments", comments, theme=theme().pk)
    assert ("1 comment had been changed by somebody else" in page.text, there) == (True, ids(comments[1]))
    fresh = Comment.objects.get(pk=comments[1].pk)
    assert f'value="{fresh.seen}" id="tick-{fresh.pk}" checked' in page.text
    page, there = act(client, "retag_comments", [fresh], theme=theme().pk)
    assert (Comment.objects.filter(theme=theme()).count(), there) == (3, set())


def test_what_is_kept_is_for_that_list_and_for_one_look(client, comments):
    act(client, "retag_comments", comments)
    assert ticked(client.get(LIST)) == set()
    data = {"seen": comments[0].seen, "theme": "", "next": comments[0].get_absolute_url()}
    client.post(reverse("retag_comments"), data)
    assert ticked(client.get(LIST)) == set()


def test_what_was_done_leaves_nothing_ticked(client, comments):
    page, there = act(client, "retag_comments", comments, theme=theme().pk)
    assert (there, f'<option value="{theme().pk}" selected>' in page.text) == (set(), False)
