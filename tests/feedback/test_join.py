"""Two comments into one, the counterpart of a split."""

import pytest
from django.urls import reverse

from feedback import actions
from feedback.models import Act, Comment
from tests.factories import make_comment, make_key_point, make_meeting, make_stakeholder, theme

pytestmark = pytest.mark.django_db


def seen(*comments):
    return {comment.pk: comment.version for comment in Comment.objects.filter(pk__in=[each.pk for each in comments])}


def test_the_earlier_takes_in_the_later_which_is_set_aside_with_the_reason(officer):
    first, other = make_comment(text="The hall is cold"), make_comment(text="in winter.", verbatim="brr")
    act = actions.join(seen(first, other), by=officer)
    first.refresh_from_db()
    other.refresh_from_db()
    assert act.words == f"Joined {other.reference} to {first.reference}."
    assert (first.text, first.verbatim) == ("The hall is cold in winter.", "The hall is cold\nbrr")
    assert (other.standing, other.set_aside_reason) == ("set_aside", f"Joined to {first.reference}")


def test_a_split_is_joined_to_what_it_was(officer):
    comment = make_comment(text="Cold hall. Late bus.", verbatim="cold hall late bus")
    act = actions.split(seen(comment), "Cold hall.", "Late bus.", by=officer)
    actions.join(seen(comment, Comment.objects.get(pk=act.made[0])), by=officer)
    comment.refresh_from_db()
    assert (comment.text, comment.verbatim) == ("Cold hall. Late bus.", "cold hall late bus")


def test_what_the_first_lacks_it_has_from_the_other(officer):
    forum = make_stakeholder()
    first, other = make_comment(), make_comment(stakeholder=forum)
    point = make_key_point([other])
    actions.join(seen(first, other), by=officer)
    first.refresh_from_db()
    assert (first.theme, first.key_point, first.stakeholder) == (theme(), point, forum)
    assert list(point.comments.all()) == [first]


def test_of_two_points_the_first_s_stays_and_it_is_said(officer):
    first, other = make_comment(), make_comment()
    mine, theirs = make_key_point([first]), make_key_point([other])
    act = actions.join(seen(first, other), by=officer)
    assert act.words.endswith("1 comment left the key point they were in.")
    assert (mine.comments.count(), theirs.comments.count()) == (1, 0)


def unlike():
    """Pairs that are no two halves of one comment."""
    meeting = make_meeting()
    themes = {"theme": theme()}, {"theme": theme("overall-vision")}
    people = {"stakeholder": make_stakeholder()}, {"stakeholder": make_stakeholder()}
    return {
        "meetings": ({"meeting": meeting}, {"meeting": make_meeting()}),
        "themes": themes,
        "people": people,
        "standings": ({}, {"standing": "reply"}),
        "both set aside": ({"standing": "set_aside"}, {"standing": "set_aside"}),
    }


@pytest.mark.parametrize("name", ["meetings", "themes", "people", "standings", "both set aside"])
def test_what_is_not_of_one_piece_is_not_joined(officer, name):
    first, other = (make_comment(**values) for values in unlike()[name])
    act = actions.join(seen(first, other), by=officer)
    assert (act.words, act.pk) == (
        "Not joined: both must be of one meeting, one theme, one standing and one person, and neither set aside.",
        None,
    )


def test_too_long_for_one_is_not_joined(officer):
    act = actions.join(seen(make_comment(text="a" * 19_990), make_comment(text="b" * 10)), by=officer)
    assert act.words == "Not joined: the two are too long for one comment."


@pytest.mark.parametrize("number", [1, 3])
def test_just_two_are_joined(officer, number):
    act = actions.join(seen(*[make_comment() for _ in range(number)]), by=officer)
    assert act.words == "Not joined: tick two comments."


def test_a_comment_changed_since_it_was_ticked_is_not_joined(officer):
    first, other = make_comment(), make_comment()
    ticked = seen(first, other)
    other.save()
    assert actions.join(ticked, by=officer).words.startswith("Not joined: one of them has been changed")
    assert Comment.objects.counted().count() == 2


def test_two_ticked_ones_are_joined_and_parted_again_in_one_click_each(client_for):
    client = client_for("officer")
    comments = [make_comment(), make_comment()]
    before = list(Comment.objects.values_list("text", "verbatim", "standing"))
    client.post(reverse("join_comments"), {"seen": [comment.seen for comment in comments]})
    assert Comment.objects.counted().count() == 1
    client.post(reverse("undo", args=[Act.objects.get().pk]))
    assert list(Comment.objects.values_list("text", "verbatim", "standing")) == before


def test_what_is_refused_is_headed_not_done(client_for):
    sent = {"seen": [make_comment().seen], "next": "/comments/"}
    (message,) = client_for("officer").post(reverse("join_comments"), sent, follow=True).context["messages"]
    assert (str(message), message.level_tag) == ("Not joined: tick two comments.", "error")
