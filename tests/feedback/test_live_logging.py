"""What the server does while a meeting is logged live: drafts, pasted lines, changes, mending in place."""

import time
import uuid

import pytest
from django.urls import reverse

from feedback import actions
from feedback.models import Comment, Draft, Keyboard
from tests.factories import make_comment, make_meeting, make_stakeholder, theme

pytestmark = pytest.mark.django_db
SCRIPT = {"HX-Request": "true"}
KEY, OTHER_KEY = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))


@pytest.fixture
def client(client_for):
    return client_for("officer")


@pytest.fixture
def meeting(db):
    return make_meeting([make_stakeholder()])


def log(client, meeting, text="The hall is cold.", key=KEY, **values):
    data = {"text": text, "kind": "other", "key": key, **values}
    return client.post(reverse("log_comments", args=[meeting.pk]), data, headers=SCRIPT)


def keep(client, meeting, text, key=KEY, version=0, **values):
    data = {"text": text, "kind": "other", "key": key, "version": version, **values}
    return client.post(reverse("keep_draft", args=[meeting.pk]), data)


def words():
    return list(Comment.objects.order_by("pk").values_list("text", flat=True))


def typed(client, meeting):
    return client.get(reverse("log_comments", args=[meeting.pk])).context["form"]["text"].value()


def test_other_words_under_a_key_that_is_taken_are_a_line_of_their_own(client, meeting):
    for text in ("The hall is cold.", "The hall is dark.", "The hall is dark."):
        log(client, meeting, text)
    assert words() == ["The hall is cold.", "The hall is dark."]


def test_a_line_sent_again_after_it_was_mended_is_still_one(client, meeting):
    log(client, meeting)
    comment = Comment.objects.get()
    comment.text = "The hall is cold in winter."
    comment.save()
    log(client, meeting)
    assert words() == ["The hall is cold in winter."]


def test_a_draft_comes_back_just_as_it_was_typed(client, meeting):
    forum = meeting.stakeholders.get()
    chosen = {"theme": theme().pk, "stakeholder": forum.pk, "kind": "concern", "verbatim": "Cold!"}
    assert keep(client, meeting, "The hall  is ", **chosen).json()["version"] == 1
    form = client.get(reverse("log_comments", args=[meeting.pk])).context["form"]
    values = {name: form[name].value() for name in ("text", *chosen)}
    assert values == {"text": "The hall  is ", **chosen}


def test_saving_the_line_ends_its_draft(client, meeting):
    keep(client, meeting, "The hall is")
    log(client, meeting)
    assert (Draft.objects.count(), typed(client, meeting)) == (0, "")


def test_saving_an_earlier_line_leaves_the_draft_of_the_next(client, meeting):
    keep(client, meeting, "The hall is", key=OTHER_KEY)
    log(client, meeting)
    assert typed(client, meeting) == "The hall is"


def test_a_draft_that_comes_in_after_its_line_was_saved_is_not_kept(client, meeting):
    log(client, meeting)
    response = keep(client, meeting, "The hall is")
    assert (response.status_code, response.json(), Draft.objects.count()) == (409, {"saved": True}, 0)


def test_what_another_window_kept_meanwhile_is_answered_and_stays(client, meeting):
    version = keep(client, meeting, "The hall").json()["version"]
    keep(client, meeting, "The hall is dark", version=version)
    response = keep(client, meeting, "The hall is cold", version=version)
    assert (response.status_code, response.json()["text"]) == (409, "The hall is dark")
    assert typed(client, meeting) == "The hall is dark"
    keep(client, meeting, "The hall is cold", version=response.json()["version"])
    assert typed(client, meeting) == "The hall is cold"


def test_the_same_line_kept_twice_is_no_conflict(client, meeting):
    answers = [keep(client, meeting, "The hall").status_code for _ in range(2)]
    assert answers == [200, 200]


def test_an_emptied_line_is_no_draft_and_may_be_typed_over(client, meeting):
    keep(client, meeting, "The hall")
    keep(client, meeting, "", version=1)
    assert typed(client, meeting) == ""
    assert keep(client, meeting, "The bus", key=OTHER_KEY).status_code == 200


def test_a_draft_is_its_persons_own(client, client_for, meeting):
    keep(client, meeting, "The hall")
    keep(client_for("manager"), meeting, "The bus")
    assert (typed(client, meeting), typed(client_for("manager"), meeting)) == ("The hall", "The bus")


def test_each_person_has_a_lock_of_their_own_that_is_the_same_every_day(client_for, meeting):
    address = reverse("log_comments", args=[meeting.pk])
    locks = [client_for(role).get(address).context["lock"] for role in ("officer", "officer", "manager")]
    assert (locks[0], len(locks[0])) == (locks[1], 64)
    assert locks[0] != locks[2]


def test_nothing_of_the_page_is_kept_by_the_browser(client, meeting):
    assert "no-store" in client.get(reverse("log_comments", args=[meeting.pk]))["Cache-Control"]


def paste(client, meeting, texts, first=10, **values):
    keys = [str(uuid.UUID(int=first + place)) for place in range(len(texts))]
    data = {"text": texts, "key": keys, "kind": "other", **values}
    return client.post(reverse("log_pasted", args=[meeting.pk]), data, headers=SCRIPT)


def test_pasted_lines_are_saved_in_order_each_once_and_undone_together(client, meeting):
    lines = [f"Line {place}." for place in range(12)]
    response = paste(client, meeting, lines, theme=theme().pk)
    assert words() == lines
    assert set(Comment.objects.values_list("theme", flat=True)) == {theme().pk}
    paste(client, meeting, lines)
    assert words() == lines
    undo = response.text.split('action="/acts/')[1].split("/")[0]
    client.post(reverse("undo", args=[undo]))
    assert words() == []


def test_pasted_lines_may_each_have_a_theme_of_their_own(client, meeting):
    paste(client, meeting, ["One.", "Two.", "Three."], theme=[theme().pk, "", theme("overall-vision").pk])
    found = Comment.objects.order_by("pk").values_list("text", "theme__slug")
    assert list(found) == [("One.", theme().slug), ("Two.", None), ("Three.", "overall-vision")]


TWO = {"text": ["a", "b"], "key": [KEY, OTHER_KEY]}


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"text": ["a", "b"], "key": [KEY]},
        {"text": ["a"], "key": ["no key"]},
        {**TWO, "theme": ["", "", ""]},
        {**TWO, "theme": ["", "999999"]},
        {**TWO, "theme": ["no theme", ""]},
    ],
)
def test_lines_that_did_not_arrive_whole_are_refused_together(client, meeting, data):
    response = client.post(reverse("log_pasted", args=[meeting.pk]), {"kind": "other", **data})
    assert (response.status_code, len(response.json()["reasons"]), words()) == (422, 1, [])


def changes(client, meeting, since):
    return client.get(reverse("changed_comments", args=[meeting.pk]), {"since": int(since)})


def test_a_page_hears_what_is_new_changed_or_gone(client, client_for, meeting):
    now = time.time() - 1
    assert changes(client, meeting, now).status_code == 204
    log(client_for("manager"), meeting)
    comment = Comment.objects.get()
    answer = changes(client, meeting, now)
    assert [each.pk for each in answer.context["comments"]] == [comment.pk]
    assert f'href="{reverse("split_comment", args=[comment.pk])}?next=/meetings/{meeting.pk}/comments/"' in answer.text
    officer = comment.logged_by
    actions.undo(actions.record(officer, ["Pasted."], [], [comment.pk]), officer)
    answer = changes(client, meeting, now)
    assert (answer.context["comments"], answer.context["gone"]) == ([], {comment.pk})
    assert changes(client, meeting, time.time() + 2).status_code == 204


def test_a_page_hears_nothing_of_other_meetings(client, meeting):
    log(client, make_meeting())
    assert changes(client, meeting, time.time() - 60).status_code == 204


@pytest.mark.parametrize("since", ["", "yesterday", "-1", "99999999999999999999"])
def test_since_no_moment_is_refused(client, meeting, since):
    response = client.get(reverse("changed_comments", args=[meeting.pk]), {"since": since})
    assert response.status_code == 400


@pytest.mark.parametrize("changed", [0, 1, 3])
def test_hearing_the_changes_costs_the_same_however_many(client, meeting, django_assert_num_queries, changed):
    for _ in range(changed):
        make_comment(meeting=meeting)
    with django_assert_num_queries(7 if changed else 5):
        changes(client, meeting, time.time() - 60)


def mend(client, comment, **values):
    data = {"text": "Mended.", "kind": "other", "version": comment.version, "next": "/comments/?q=a&page=2", **values}
    form = client.get(reverse("edit_comment", args=[comment.pk]), headers=SCRIPT).context["form"]
    data["version"] = values.get("version", form["version"].value())
    return client.post(reverse("edit_comment", args=[comment.pk]), data, headers=SCRIPT)


def test_a_row_is_mended_in_its_list(client):
    response = mend(client, make_comment(), tickable="1")
    assert (response.status_code, words()) == (200, ["Mended."])
    assert "feedback/_row_and_message.html" in [template.name for template in response.templates]
    assert 'value="/comments/?q=a&amp;page=2"' in response.text
    assert "?next=/comments/%3Fq%3Da%26page%3D2" in response.text
    assert 'id="tick-' in response.text


def test_a_row_that_somebody_else_has_mended_shows_both_texts_in_its_place(client):
    comment = make_comment()
    stale = client.get(reverse("edit_comment", args=[comment.pk]), headers=SCRIPT).context["form"]["version"].value()
    mend(client, comment)
    response = mend(client, comment, text="Mended otherwise.", version=stale)
    assert (response.status_code, words()) == (409, ["Mended."])
    assert response.text.count("Mended otherwise.") == 2  # shown beside the other, and in the form
    assert 'class="app-comment app-comment--editing"' in response.text


def test_a_row_without_words_is_refused_in_its_place(client):
    response = mend(client, make_comment(), text=" ")
    assert (response.status_code, "Write what was said." in response.text) == (422, True)
    assert "<html" not in response.text


def test_plain_keys_are_on_until_a_person_switches_them_off_and_stay_off(client, client_for, meeting):
    def plain_keys(role):
        return client_for(role).get(reverse("log_comments", args=[meeting.pk])).context["plain_keys"]

    assert plain_keys("officer") is True
    client.post(reverse("switch_keys"), {}, headers=SCRIPT)
    assert (plain_keys("officer"), plain_keys("manager")) == (False, True)
    client.post(reverse("switch_keys"), {"plain_keys": "1"}, headers=SCRIPT)
    assert plain_keys("officer") is True
    assert Keyboard.objects.count() == 1
