"""Back to a form that was sent: what was typed is there, and is not saved twice or over a later save."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from feedback.models import Comment
from tests.factories import make_comment, make_key_point, theme
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db(transaction=True)


def send_go_back_and_send(page, button):
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_url(lambda url: not url.endswith(("/split/", "/edit/", "/add/", f"?theme={theme().slug}")))
    page.go_back()
    page.get_by_role("button", name=button, exact=True).click()


def test_a_comment_is_split_once(open_page, officer):
    comment = make_comment(text="Buses are late. The park is dark.")
    page = open_page(officer)
    page.goto(reverse("split_comment", args=[comment.pk]))
    page.get_by_label("Second comment").fill("The park is very dark.")
    send_go_back_and_send(page, "Split it")
    expect(page.get_by_role("alert")).to_contain_text("Not done: somebody has changed this comment")
    assert sorted(Comment.objects.values_list("text", flat=True)) == ["Buses are late.", "The park is very dark."]


def test_a_key_point_is_split_once(open_page, officer):
    point = make_key_point(text="Buses are late and parks are dark.")
    page = open_page(officer)
    page.goto(reverse("split_key_point", args=[point.pk]))
    first, second = page.locator("main form textarea").all()
    first.fill("Buses are late.")
    second.fill("Parks are dark.")
    send_go_back_and_send(page, "Split it")
    page.wait_for_load_state()
    assert sorted(KeyPoint.objects.values_list("text", flat=True)) == ["Buses are late.", "Parks are dark."]


def test_a_key_point_is_added_once(open_page, officer):
    page = open_page(officer)
    page.goto(f"{reverse('add_key_point')}?theme={theme().slug}")
    page.get_by_label("Wording").fill("Parks are dark.")
    send_go_back_and_send(page, "Add it as a draft")
    page.wait_for_url("**/key-points/*/")
    assert KeyPoint.objects.count() == 1


def test_an_edit_does_not_go_over_what_was_saved_since(open_page, officer):
    comment = make_comment()
    page = open_page(officer)
    page.goto(reverse("edit_comment", args=[comment.pk]))
    page.get_by_label("Comment").fill("Mine.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/edit/"))
    saved = Comment.objects.get()
    saved.text = "Theirs."
    saved.save()
    page.go_back()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("button", name="Save mine over theirs")).to_be_visible()
    assert Comment.objects.get().text == "Theirs."
