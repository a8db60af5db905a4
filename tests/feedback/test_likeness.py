"""Comments that say the same, as the comments stand now."""

import pytest
from django.urls import reverse

from feedback.likeness import alike, likely_evidence, likely_points
from feedback.models import Comment
from tests.factories import make_comment, make_key_point, make_meeting, theme

pytestmark = pytest.mark.django_db

SAID = "The last bus leaves at six."


def test_the_same_is_found_at_every_meeting_and_the_comment_itself_is_not_counted():
    comment = make_comment(text=SAID)
    others = [make_comment(text=SAID, meeting=make_meeting()) for _ in range(3)]
    make_comment(text="Plant trees.")
    found = alike(comment)
    assert ([each.pk for each in found.comments], found.meetings) == ([other.pk for other in others], 3)


def test_what_is_not_counted_is_not_found():
    comment = make_comment(text=SAID)
    make_comment(text=SAID, standing="reply")
    assert not alike(comment)


def test_what_has_been_changed_logged_or_set_aside_since_is_known():
    comment, edited, set_aside = (make_comment(text=SAID) for _ in range(3))
    assert alike(comment).ids == [edited.pk, set_aside.pk]
    edited.text = "Plant trees."
    edited.save()
    set_aside.standing, set_aside.set_aside_reason = "set_aside", "Said twice"
    set_aside.save()
    logged = make_comment(text=SAID)
    assert alike(comment).ids == [logged.pk]


def test_of_very_many_the_likest_ten_are_shown_and_it_is_said_that_there_may_be_more(client_for):
    comment = [make_comment(text=SAID) for _ in range(12)][0]
    assert len(alike(comment).comments) == 10
    assert "At least 10 like this, at 1 meeting" in client_for("officer").get(comment.get_absolute_url()).text


def test_a_page_without_any_does_not_speak_of_it(client_for):
    assert "like this" not in client_for("officer").get(make_comment().get_absolute_url()).text


def test_what_says_the_same_as_the_evidence_is_offered_to_a_key_point(client_for):
    evidence = make_comment(text=SAID)
    point = make_key_point([evidence], text="People would like to come home late.")
    fitting = make_comment(text="At six the last bus leaves", theme=theme())
    make_comment(text=SAID, theme=theme("overall-vision"))
    make_comment(text=SAID)
    make_comment(text=SAID, key_point=make_key_point())
    assert likely_evidence(point).ids == [fitting.pk]
    page = client_for("officer").get(point.get_absolute_url())
    assert "1 comment that may say the same as the key point or its evidence, the most alike first" in page.text
    assert "Because of <q>six</q>, <q>bus</q>, <q>leaves</q>" in page.text
    assert (page.text.count(f'value="{fitting.seen}"'), page.text.count("checked")) == (1, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_asking_for_likely_evidence_costs_three_queries(number, django_assert_num_queries):
    point = make_key_point([make_comment(text=SAID) for _ in range(number)])
    fitting = [make_comment(text=SAID, theme=theme()) for _ in range(number)]
    with django_assert_num_queries(3):
        found = likely_evidence(point)
    assert found.ids == [comment.pk for comment in reversed(fitting)]


def test_where_nothing_fits_it_is_said_with_the_way_to_search(client_for):
    point = make_key_point(text="People would like to come home late.")
    make_comment(text="Plant trees.", theme=theme())
    page = client_for("officer").get(reverse("suggested_comments", args=[point.pk])).text
    assert "shares enough words with this one or its evidence" in page
    assert f'href="{point.get_absolute_url()}#candidates"' in page


def test_a_search_for_evidence_finds_all_that_fits(client_for):
    point = make_key_point([make_comment(text=SAID)])
    fitting = make_comment(text=SAID, theme=theme())
    page = client_for("officer").get(reverse("key_point", args=[point.pk]), {"q": "bus"})
    assert list(page.context["candidates"]) == [fitting]


def test_each_asking_reads_only_what_has_changed(django_assert_num_queries):
    comment = [make_comment(text=SAID) for _ in range(3)][0]
    alike(comment)
    with django_assert_num_queries(2):
        alike(comment)
    Comment.objects.get(pk=comment.pk).save()
    with django_assert_num_queries(3):
        alike(comment)


def test_a_comment_in_no_key_point_is_linked_on_its_page_to_one_of_its_theme_the_likest_first(client_for):
    trees, buses = (make_key_point(text=f"People wanted {what}.") for what in ("trees", "late buses"))
    evening = make_key_point([make_comment(text="The evening")], text="People wanted to come home.")
    make_key_point(text="People wanted buses.", theme=theme("overall-vision"))
    comment = make_comment(text="A bus in the evening", theme=theme())
    client = client_for("officer")
    page = client.get(comment.get_absolute_url())
    assert page.context["points"] == [buses, evening, trees]
    assert "Because of <q>bus</q>" in page.text
    client.post("/comments/link/", {"seen": comment.seen, "key_point": buses.pk, "next": comment.get_absolute_url()})
    comment.refresh_from_db()
    assert comment.key_point == buses
    assert "Link it<" not in client.get(comment.get_absolute_url()).text


@pytest.mark.parametrize("values", [{}, {"standing": "reply"}])
def test_what_cannot_be_linked_is_offered_no_key_points(client_for, values):
    make_key_point(text="People wanted buses.")
    comment = make_comment(text="A bus", **values)
    assert client_for("officer").get(comment.get_absolute_url()).context["points"] == ()


@pytest.mark.parametrize("number", [1, 3])
def test_asking_for_likely_points_costs_two_queries(number, django_assert_num_queries):
    points = [make_key_point([make_comment(text=SAID)], text="People wanted buses.") for _ in range(number)]
    comment = make_comment(text=SAID, theme=theme())
    with django_assert_num_queries(2):
        assert likely_points(comment) == points
