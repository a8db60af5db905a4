"""Key points: written, worded, proved, ordered, merged, agreed and removed by the people who may."""

import pytest
from django.urls import reverse

from feedback.models import Act, Comment
from tests.factories import make_comment, make_key_point, make_meeting, theme
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("officer")


def address(name, point):
    return reverse(name, args=[point.pk])


def text_and_version(client, point, text):
    page = client.get(address("edit_key_point", point))
    return {"text": text, "version": page.context["form"]["version"].value()}


def undo_the_last(client):
    client.post(reverse("undo", args=[Act.objects.first().pk]))


def order():
    return list(KeyPoint.objects.standing().order_by("position", "pk").values_list("text", flat=True))


def test_a_new_point_is_a_draft_at_the_end_of_its_theme(client):
    make_key_point(text="First.", position=4)
    make_key_point(text="Elsewhere.", theme=theme("overall-vision"), position=9)
    response = client.post(reverse("add_key_point"), {"theme": theme().pk, "text": "Second."})
    point = KeyPoint.objects.get(text="Second.")
    assert (point.position, point.status, response.url) == (5, "draft", point.get_absolute_url())
    assert [record.history_user.username for record in point.history.all()] == ["officer"]


def test_the_theme_in_the_address_is_chosen(client):
    response = client.get(reverse("add_key_point"), {"theme": "overall-vision"})
    assert response.context["form"]["theme"].value() == theme("overall-vision").pk


KEPT = {
    "People felt cold.": "People felt cold.",
    "36 meetings were held!": "36 meetings were held!",
    "Is it far?": "Is it far?",
    "“Everything is linked,” people said.": "“Everything is linked,” people said.",
    "People said “it is cold.”": "People said “it is cold.”",
    "Écoles.": "Écoles.",
    " One\nline, \t please. ": "One line, please.",
    "A" * 1_999 + ".": "A" * 1_999 + ".",
}
REFUSED = {
    "": "Write the key point.",
    " \n ": "Write the key point.",
    "people felt cold.": "Begin the sentence with a capital letter or a figure.",
    "- People felt cold.": "Begin the sentence with a capital letter or a figure.",
    "People felt cold": "End the sentence with a full stop, a question mark or an exclamation mark.",
    "People felt cold;": "End the sentence with a full stop, a question mark or an exclamation mark.",
    "A" * 2_000 + ".": "Write 2000 characters or fewer: there are 2001.",
}


@pytest.mark.parametrize("text", KEPT)
def test_a_whole_sentence_is_kept(client, text):
    client.post(reverse("add_key_point"), {"theme": theme().pk, "text": text})
    assert order() == [KEPT[text]]


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_refused_with_a_sentence_and_kept_in_the_box(client, text):
    response = client.post(reverse("add_key_point"), {"theme": theme().pk, "text": text})
    assert response.context["form"].errors["text"] == [REFUSED[text]]
    assert (response.context["form"]["text"].value(), order()) == (text, [])


def test_an_edit_made_from_an_old_version_is_refused_with_both_texts(client):
    point = make_key_point()
    data = text_and_version(client, point, "As I wrote it.")
    point.text = "As they wrote it."
    point.save()
    response = client.post(address("edit_key_point", point), data)
    assert (response.status_code, order()) == (409, ["As they wrote it."])
    assert all(text in response.text for text in ("As I wrote it.", "As they wrote it."))


def test_a_refused_edit_can_be_saved_over_the_other_knowingly(client):
    point = make_key_point()
    data = text_and_version(client, point, "As I wrote it.")
    point.save()
    again = client.post(address("edit_key_point", point), data).context["form"]["version"].value()
    client.post(address("edit_key_point", point), {**data, "version": again})
    assert order() == ["As I wrote it."]


def agree(client, point, status="agreed"):
    seen = client.get(point.get_absolute_url()).context["point"].seen
    return client.post(reverse("agree_key_points"), {"status": status, "seen": seen}, follow=True)


def test_a_manager_agrees_a_point_and_makes_it_a_draft_again(client_for):
    client, point = client_for("manager"), make_key_point([make_comment()])
    agree(client, point)
    assert KeyPoint.objects.get().status == "agreed"
    agree(client, point, "draft")
    assert KeyPoint.objects.get().status == "draft"


def test_a_point_with_no_evidence_is_not_agreed(client_for):
    response = agree(client_for("manager"), make_key_point())
    assert "Not agreed for want of evidence: 1 key point." in response.text
    assert KeyPoint.objects.get().status == "draft"


@pytest.mark.parametrize("act", ["remove_key_point", "merge_key_point", "split_key_point", "change_theme"])
def test_what_a_manager_agreed_an_officer_does_not_take_apart(client_for, act):
    point = make_key_point([make_comment()], status="agreed")
    assert client_for("officer").post(address(act, point)).status_code == 403
    assert KeyPoint.objects.get().status == "agreed"


@pytest.mark.parametrize("role", ["officer", "admin"])
def test_nobody_else_agrees_one(client_for, role):
    client, point = client_for(role), make_key_point()
    assert agree(client, point).status_code == 403
    assert KeyPoint.objects.get().status == "draft"


def test_nobody_agrees_to_words_they_have_not_read(client_for):
    client, point = client_for("manager"), make_key_point()
    seen = client.get(point.get_absolute_url()).context["point"].seen
    point.text = "People felt something else."
    point.save()
    response = client.post(reverse("agree_key_points"), {"status": "agreed", "seen": seen}, follow=True)
    assert "1 key point had been changed by somebody else and stayed as before." in response.text
    assert KeyPoint.objects.get().status == "draft"


def test_agreeing_cannot_remove(client_for):
    client, point = client_for("manager"), make_key_point()
    agree(client, point, "removed")
    assert KeyPoint.objects.get().status == "draft"


def test_points_move_up_and_down_among_those_of_their_theme(client):
    first, _, third = (make_key_point(text=f"{name}.", position=1) for name in ("One", "Two", "Three"))
    client.post(address("move_key_point", third), {"places": "-1"})
    assert order() == ["One.", "Three.", "Two."]
    client.post(address("move_key_point", first), {"places": "1"})
    assert order() == ["Three.", "One.", "Two."]


def test_a_move_goes_back_to_where_it_was_asked_for(client):
    point = make_key_point()
    values = {"places": "1", "next": "/summary/thriving-neighbourhoods/?audience=1"}
    assert client.post(address("move_key_point", point), values).url == values["next"]
    elsewhere = {"places": "1", "next": "https://elsewhere.invalid/"}
    assert client.post(address("move_key_point", point), elsewhere).url == point.get_absolute_url()


def test_what_is_ticked_is_linked_and_the_link_can_be_undone(client):
    point, comments = make_key_point(), [make_comment(theme=theme()) for _ in range(3)]
    response = client.post(address("link_comments", point), {"seen": [each.seen for each in comments[:2]]}, follow=True)
    assert (point.comments.count(), "Linked 2 comments." in response.text) == (2, True)
    undo_the_last(client)
    assert point.comments.count() == 0


def test_what_is_ticked_is_taken_out(client):
    comments = [make_comment(), make_comment()]
    point = make_key_point(comments)
    client.post(address("unlink_comments", point), {"seen": [Comment.objects.get(pk=comments[0].pk).seen]})
    assert list(point.comments.all()) == [comments[1]]


@pytest.mark.parametrize("name", ["link_comments", "unlink_comments"])
@pytest.mark.parametrize("seen", [[], ["nonsense"], ["1:2:3"], ["9" * 40 + ":1"]])
def test_nothing_ticked_is_refused_with_a_sentence(client, name, seen):
    page = client.post(address(name, make_key_point()), {"seen": seen}, follow=True).text
    assert ("Tick at least one comment." if not seen else "Tick the comments again") in page


def test_the_page_of_a_point_lists_its_evidence_and_what_could_be(client):
    point = make_key_point([make_comment(text="Cold hall")])
    make_comment(text="Late bus", theme=theme())
    make_comment(text="Dear rent", theme=theme("good-jobs-and-homes"))
    make_comment(text="A reply", theme=theme(), standing="reply")
    context = client.get(point.get_absolute_url()).context
    assert [each.text for each in context["page"]] == ["Cold hall"]
    assert [each.text for each in context["candidates"]] == ["Late bus"]


def test_what_could_be_linked_is_searched_by_words(client):
    point = make_key_point()
    for text in ("Late buses", "Cold hall"):
        make_comment(text=text, theme=theme())
    context = client.get(point.get_absolute_url(), {"q": "bus"}).context
    assert [each.text for each in context["candidates"]] == ["Late buses"]


def test_a_merge_moves_all_evidence_and_can_be_undone(client):
    point, into = make_key_point([make_comment(), make_comment()]), make_key_point([make_comment()])
    response = client.post(address("merge_key_point", point), {"into": into.pk})
    assert (into.comments.count(), order(), response.url) == (3, [into.text], into.get_absolute_url())
    undo_the_last(client)
    assert (point.comments.count(), into.comments.count(), len(order())) == (2, 1, 2)


def test_a_merge_shows_both_with_their_numbers(client):
    point = make_key_point([make_comment()])
    other = make_key_point([make_comment(), make_comment()])
    page = client.get(address("merge_key_point", point)).text
    assert f"{point} (1 comment at 1 meeting)" in page
    assert f"{other} (2 comments at 1 meeting)" in page


def test_a_point_is_merged_only_into_another_of_its_theme(client):
    point = make_key_point([make_comment()])
    for wrong in (point, make_key_point(theme=theme("overall-vision")), make_key_point(status="removed")):
        response = client.post(address("merge_key_point", point), {"into": wrong.pk})
        assert (response.status_code, point.comments.count()) == (200, 1)


def test_a_removed_point_gives_up_its_evidence_and_can_be_undone(client):
    comment = make_comment()
    point = make_key_point([comment])
    response = client.post(address("remove_key_point", point))
    assert (point.comments.count(), order(), response.url) == (0, [], theme().get_absolute_url())
    undo_the_last(client)
    assert (list(point.comments.all()), order()) == ([comment], [point.text])


def test_the_page_of_a_removed_point_says_so_and_offers_nothing(client):
    page = client.get(make_key_point(status="removed").get_absolute_url()).text
    assert ("This key point was removed." in page, "Link what is ticked" in page) == (True, False)


@pytest.mark.parametrize("name", ["edit", "merge", "move", "remove"])
def test_a_removed_point_is_not_worked_on_which_is_said(client, name):
    page = address(f"{name}_key_point", make_key_point(status="removed"))
    for response in (client.post(page), client.post(page, headers={"HX-Request": "true"})):
        assert response.status_code == 409
        assert "Not done: somebody has removed this key point since you opened the page." in response.text


def test_the_history_says_who_changed_what(client):
    point = make_key_point(text="People felt cold.")
    client.post(address("edit_key_point", point), text_and_version(client, point, "People felt warm."))
    page = client.get(point.get_absolute_url()).text
    assert "“People felt cold.” became “People felt warm.”" in page


@pytest.mark.parametrize("value", ["abc", "%00", "1" + "0" * 30, "-1"])
def test_nonsense_in_the_address_of_a_point_is_answered(client, value):
    point = make_key_point([make_comment()])
    assert client.get(f"{point.get_absolute_url()}?page={value}&q={value}").status_code == 200
    assert client.get(f"/key-points/{value}/").status_code == 404
    assert client.get(f"/key-points/add/?theme={value}").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_a_point_makes_the_same_number_of_queries(client, number, django_assert_num_queries):
    point = make_key_point([make_comment(meeting=make_meeting()) for _ in range(number)])
    for _ in range(number):
        make_comment(meeting=make_meeting(), theme=theme())
    client.get(point.get_absolute_url())
    with django_assert_num_queries(18):
        client.get(point.get_absolute_url())
