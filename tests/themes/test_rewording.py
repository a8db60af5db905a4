"""What was agreed were the words: whoever changes them makes the key point a draft again, and is told so."""

import pytest
from django.urls import reverse

from feedback.models import Act
from tests.factories import make_comment, make_key_point
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db

AGAIN = "Saved the key point. It is a draft again: its words have changed."


@pytest.fixture
def point():
    comment = make_comment()
    return make_key_point([comment], text="People felt cold.", status="agreed", agreed_on=[comment.pk])


def reword(client, point, text, query="", **chosen):
    """(what the page says after it, whether it can be undone there)"""
    address = reverse("edit_key_point", args=[point.pk]) + query
    version = client.get(address).context["form"]["version"].value()
    saved = client.post(address, {"text": text, "version": version, **chosen}, follow=True)
    return [str(message) for message in saved.context["messages"]], "data-undo" in saved.text


def now():
    return KeyPoint.objects.values_list("text", "status").get()


@pytest.mark.parametrize(("role", "may_undo"), [("officer", False), ("manager", True)])
def test_whoever_rewords_an_agreed_point_makes_it_a_draft_and_is_told_so(client_for, point, role, may_undo):
    assert reword(client_for(role), point, "People felt warm.") == ([AGAIN], may_undo)
    assert now() == ("People felt warm.", "draft")


@pytest.mark.parametrize("role", ["officer", "manager"])
@pytest.mark.parametrize("text", ["People felt cold.", " People  felt\ncold. "])
def test_the_same_words_however_spaced_stay_agreed(client_for, point, role, text):
    assert reword(client_for(role), point, text) == (["Saved the key point."], False)
    assert now() == ("People felt cold.", "agreed")


def test_a_manager_agrees_to_the_new_words_as_she_saves_them(client_for, point):
    said = reword(client_for("manager"), point, "People felt warm.", agree="1")
    assert said == (["Saved the key point. Its new words are agreed."], True)
    assert now() == ("People felt warm.", "agreed")


@pytest.mark.parametrize("query", ["", "?text=People+felt+warm."])
def test_nobody_else_agrees_to_words_by_saving_them(client_for, point, query):
    assert reword(client_for("officer"), point, "People felt warm.", query, agree="1")[0] == [AGAIN]
    assert now() == ("People felt warm.", "draft")


def test_a_draft_stays_one_whoever_saves_it(client_for, point):
    KeyPoint.objects.update(status="draft")
    assert reword(client_for("manager"), point, "People felt warm.", agree="1") == (["Saved the key point."], True)
    assert now() == ("People felt warm.", "draft")


@pytest.mark.parametrize("chosen", [{}, {"agree": "1"}])
def test_the_undo_gives_back_the_words_and_their_agreement(client_for, point, chosen):
    client = client_for("manager")
    reword(client, point, "People felt warm.", **chosen)
    undone = client.post(reverse("undo", args=[Act.objects.get().pk]), follow=True)
    assert [str(message) for message in undone.context["messages"]] == ["Undone: Reworded a key point."]
    assert now() == ("People felt cold.", "agreed")
    assert KeyPoint.objects.get().agreed_on == point.evidence_ids()


def test_an_officer_does_not_give_an_agreement_back(client_for, point):
    reword(client_for("officer"), point, "People felt warm.")
    assert client_for("officer").post(reverse("undo", args=[Act.objects.get().pk])).status_code == 403
    assert now() == ("People felt warm.", "draft")


def test_what_was_changed_since_is_not_undone_which_is_said(client_for, point):
    client = client_for("manager")
    reword(client, point, "People felt warm.")
    reword(client, point, "People felt hot.")
    undone = client.post(reverse("undo", args=[Act.objects.earliest("pk").pk]), follow=True)
    assert "Not undone: all of it has been changed since. Undo first what was done later." in undone.text
    assert now() == ("People felt hot.", "draft")


@pytest.mark.parametrize(
    ("role", "words"),
    [("officer", "until a manager agrees to them."), ("manager", "unless you agree to them as you save.")],
)
def test_beside_the_form_it_is_said_what_becomes_of_an_agreed_point(client_for, point, role, words):
    address = reverse("edit_key_point", args=[point.pk])
    page = client_for(role).get(address).text
    assert f"With new words it is a draft again, {words}" in page
    assert page.count("Save and agree") == (role == "manager")
    KeyPoint.objects.update(status="draft")
    page = client_for(role).get(address).text
    assert ("is a draft again" in page, "Save and agree" in page) == (False, False)
