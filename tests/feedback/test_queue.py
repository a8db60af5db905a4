"""Tagging one comment after another, as it works without script."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from feedback.models import Act, Comment
from feedback.queue import find_place
from tests.factories import make_category, make_comment, make_meeting, make_stakeholder, theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("officer")


@pytest.fixture
def three():
    """A comment of each of three meetings, the oldest first."""
    days = [date(2024, 1, 9), date(2024, 1, 16), None]
    return [make_comment(meeting=make_meeting(starts_on=day)) for day in days]


def shown(client, **query):
    return client.get(reverse("tag_queue"), query).context


def tag(client, comment, chosen, page):
    values = {"seen": comment.seen, "theme": chosen.pk, "next": page["next"]}
    return client.post(reverse("retag_comments"), values, follow=True)


def in_order():
    waiting, place = Comment.objects.untagged(), find_place(Comment.objects.untagged())
    found = []
    while not place.round_again:
        found.append(place.comment)
        place = find_place(waiting, after=place.comment.pk)
    return found


def test_the_oldest_meeting_comes_first_and_one_without_a_date_last(three):
    late, early, undated = three[1], three[0], three[2]
    first_again = make_comment(meeting=early.meeting)
    assert in_order() == [early, first_again, late, undated]


def test_what_was_split_off_comes_right_after_what_it_was_split_from(three):
    meeting = three[0].meeting
    last = make_comment(meeting=meeting)
    piece = make_comment(meeting=meeting, split_from=three[0])
    assert in_order()[:3] == [three[0], piece, last]


def test_only_what_is_counted_and_has_no_theme_waits():
    make_comment(theme=theme())
    make_comment(standing="reply")
    make_comment(standing="set_aside")
    assert find_place(Comment.objects.untagged()).left == 0


def test_after_a_comment_that_no_longer_waits_comes_the_next(client, three):
    Comment.objects.filter(pk=three[1].pk).update(theme=theme())
    assert shown(client, after=three[1].pk)["comment"] == three[2]
    assert shown(client, at=three[1].pk)["comment"] == three[2]


def test_after_the_last_come_those_that_were_skipped(client, three):
    page = shown(client, after=three[2].pk)
    assert (page["comment"], page["place"].round_again) == (three[0], True)


def test_tagging_shows_the_next_and_undoing_shows_the_same_again(client, three):
    page = tag(client, three[0], theme(), shown(client))
    assert (page.context["comment"], page.context["place"].left) == (three[1], 2)
    back = {"next": page.context["undo_next"]}
    again = client.post(reverse("undo", args=[Act.objects.get().pk]), back, follow=True)
    assert (again.context["comment"], again.context["place"].left) == (three[0], 3)


def test_what_somebody_else_has_tagged_meanwhile_keeps_their_theme(client, three):
    page = shown(client)
    Comment.objects.get(pk=three[0].pk).save()
    answer = tag(client, three[0], theme(), page)
    assert "1 comment had been changed by somebody else and stayed as before." in answer.text
    assert Comment.objects.get(pk=three[0].pk).theme is None


def test_a_filter_stays_through_tagging_skipping_and_going_back(client):
    category = make_category()
    mine = [make_comment(meeting=make_meeting(category=category)) for _ in range(3)]
    make_comment(meeting=make_meeting())
    page = shown(client, category=category.pk, at=mine[1].pk)
    assert (page["place"].left, page["place"].number) == (3, 2)
    kept = f"/comments/tag/?category={category.pk}"
    assert page["next"] == f"{kept}&after={mine[1].pk}"
    assert page["before"] == f"{kept}&at={mine[0].pk}"
    after = tag(client, mine[1], theme(), page).context
    assert (after["comment"], after["place"].left) == (mine[2], 2)


@pytest.mark.parametrize("value", ["abc", "-1", "0", "%00", "9" * 30, "999999"])
@pytest.mark.parametrize("name", ["at", "after"])
def test_a_nonsense_place_shows_the_first(client, three, name, value):
    assert shown(client, **{name: value})["comment"] == three[0]


def test_suggestions_come_best_first_with_their_reasons_and_none_is_chosen(client):
    make_comment(text="The buses are late, and so is the tram.")
    page = client.get(reverse("tag_queue"))
    first = page.context["comment"].offers[0]
    assert (first.theme.slug, set(first.because)) == ("clean-green-transport", {"buses", "tram"})
    assert "because of <q>" in page.text
    assert "checked" not in page.text.split('id="queue"')[1].split("</article>")[1].split("<details")[0]


def test_where_nothing_is_suggested_it_is_said(client):
    make_comment(text="Hm.")
    assert "No suggestion" in client.get(reverse("tag_queue")).text


def test_what_was_said_elsewhere_in_the_same_words_is_shown(client):
    comment = make_comment(text="The last bus leaves at six.")
    other = make_comment(text="The last bus leaves at six!", meeting=make_meeting(), theme=theme())
    page = shown(client, at=comment.pk)
    assert [alike.pk for alike in page["alike"].comments] == [other.pk]


def test_at_the_end_there_is_somewhere_to_go_on(client):
    page = client.get(reverse("tag_queue")).text
    assert "Every comment has a theme" in page
    assert reverse("summary") in page.split('id="queue"')[1]


def test_at_the_end_of_a_filter_the_others_are_counted(client):
    waiting = make_comment()
    done = make_meeting()
    page = unescape(client.get(reverse("tag_queue"), {"meeting": done.pk}).text)
    assert waiting.is_untagged
    assert "Every comment here has a theme" in page
    assert "Go on with the 1 comment left elsewhere" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_queue_makes_the_same_number_of_queries(client, number, django_assert_num_queries):
    for _ in range(number):
        make_comment(text="Cold hall", meeting=make_meeting(), stakeholder=make_stakeholder())
        make_comment(text="Cold hall", theme=theme())
    client.get(reverse("tag_queue"))
    with django_assert_num_queries(16):
        client.get(reverse("tag_queue"))


@pytest.mark.parametrize("number", [1, 3])
def test_suggestions_in_a_list_cost_no_query_a_row(client, number, django_assert_num_queries):
    for _ in range(number):
        make_comment(text="The buses are late.", meeting=make_meeting())
    client.get(reverse("comments"))
    with django_assert_num_queries(16):
        page = client.get(reverse("comments"))
    assert page.text.count("Suggested: ") == number


def test_a_suggestion_in_a_list_is_taken_by_one_button(client):
    make_comment(text="The buses are late.")
    page = client.get(reverse("comments"))
    assert f'<button class="app-link-button" name="theme" value="{theme("clean-green-transport").pk}">' in page.text


def test_a_tagged_comment_has_no_suggestion(client):
    make_comment(text="The buses are late.", theme=theme())
    assert "Suggested: " not in client.get(reverse("comments")).text


def test_the_list_of_comments_leads_to_the_queue_of_the_same_meeting(client):
    mine, _ = make_comment(meeting=make_meeting()), make_comment(meeting=make_meeting())
    query = f"?q=hall&amp;meeting={mine.meeting_id}"
    assert f'href="/comments/tag/{query}"' in client.get(f"/comments/{unescape(query)}").text
    assert client.get(f"/comments/tag/{unescape(query)}").context["place"].left == 1
