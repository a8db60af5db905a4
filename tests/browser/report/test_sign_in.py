"""The session ends while something is typed on a page of the report: the sign-in comes to the page, the text stays."""

import pytest
from playwright.sync_api import expect

from feedback.models import Comment
from tests.browser import signed_out
from tests.browser.report.page import PATIENCE
from themes.models import KeyPoint, Programme, Response

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in_again(hands, button):
    signed_out.sign_in_again(hands.page, "manager", lambda: hands.click(button))


def done(hands, words):
    expect(hands.page.locator("#messages")).to_contain_text(words, timeout=PATIENCE)


def test_the_text_of_the_report_is_kept(hands):
    hands.page.goto("/report/text/")
    hands.page.fill("#id_introduction", "We listened.")
    sign_in_again(hands, "main >> button:has-text('Save')")
    done(hands, "Saved the text of the report.")
    assert Programme.objects.get().introduction == "We listened."


def test_an_answer_is_kept(hands):
    point = KeyPoint.objects.in_order().first()
    hands.page.goto(f"/key-points/{point.pk}/answer/")
    hands.page.check(f"#id_{point.pk}_answer_0")
    hands.page.fill(f"#id_{point.pk}_why", "It is too cold.")
    sign_in_again(hands, "main >> button:has-text('Save')")
    done(hands, "Saved the answer: We will.")
    assert Response.objects.get().why == "It is too cold."


def test_pasted_points_are_kept_at_both_steps(hands):
    hands.page.goto("/key-points/paste/")
    hands.page.fill("textarea", "Overall vision\n- People felt glad.")
    sign_in_again(hands, "main >> text=Read it")
    expect(hands.page.locator("h1")).to_have_text("Look at what was read")
    hands.page.select_option("main select", label="Best health and care")
    sign_in_again(hands, "main >> text=Add them as drafts")
    done(hands, "Added 1 key point as drafts.")
    assert KeyPoint.objects.get(text="People felt glad.").theme.name == "Best health and care"


def test_a_point_is_begun_with_what_was_typed_and_ticked(hands):
    comment = Comment.objects.counted().filter(key_point=None).exclude(theme=None).first()
    hands.page.goto(f"/key-points/start/?seen={comment.pk}:{comment.version}")
    hands.page.fill("#id_text", "People felt glad.")
    sign_in_again(hands, "main >> text=Add it as a draft")
    done(hands, "Started a key point. Linked 1 comment.")
    assert list(KeyPoint.objects.get(text="People felt glad.").comments.all()) == [comment]


def test_without_a_connection_it_is_kept_too(hands):
    hands.page.goto("/report/text/")
    hands.page.fill("#id_introduction", "We listened.")
    hands.page.context.set_offline(True)
    hands.click("main >> button:has-text('Save')")
    done(hands, "Not done: no connection. Try it again.")
    expect(hands.page.locator("#id_introduction")).to_have_value("We listened.")
    hands.page.context.set_offline(False)
    hands.click("main >> button:has-text('Save')")
    done(hands, "Saved the text of the report.")
