"""What is done to ticked comments with too few ticked: it is said at the button, and nothing else happens."""

import pytest

from feedback.models import Comment
from tests.factories import make_comment, make_key_point, make_meeting, theme


@pytest.fixture
def point(db):
    meeting = make_meeting()
    for _ in range(30):
        make_comment(meeting=meeting, theme=theme())
    return make_key_point([make_comment(meeting=meeting, text="The hall is cold.")])


def press(page, name):
    """From far down the page, by keyboard. The words that are said at it, and whether page and focus stayed."""
    button = page.get_by_role("button", name=name)
    button.focus()
    at = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    said = page.get_by_role("alert").filter(has_text="Tick")
    said.wait_for()
    above = button.bounding_box()["y"] - said.bounding_box()["y"]
    stayed = button.evaluate("it => it === document.activeElement") and abs(page.evaluate("scrollY") - at) < 50
    return said.all_inner_texts(), 0 < above < 200 and stayed


def test_nothing_ticked_is_said_where_it_was_pressed(open_page, axe, officer, point):
    page = open_page(officer)
    page.goto(point.get_absolute_url())
    assert press(page, "Link what is ticked") == (["Tick at least one comment."], True)
    axe(page)
    assert press(page, "Take the ticked ones out") == (["Tick at least one comment."], True)
    page.get_by_role("checkbox").last.check()
    assert page.get_by_role("alert").count() == 0
    page.get_by_role("button", name="Link what is ticked").click()
    page.get_by_text("Linked 1 comment.").wait_for()


def test_nothing_ticked_is_said_where_it_was_pressed_on_the_draft(open_page, officer, point):
    page = open_page(officer)
    page.goto(f"/report/?open={point.pk}")
    page.get_by_role("button", name="Link what is ticked").wait_for()
    assert press(page, "Link what is ticked") == (["Tick at least one comment."], True)


def test_two_are_joined_and_no_more_or_fewer(open_page, officer, point):
    page = open_page(officer)
    page.goto("/comments/")
    join = "Join the two that are ticked"
    assert press(page, join) == (["Tick two comments."], True)
    assert press(page, "Tag what is ticked") == (["Tick at least one comment."], True)
    for box in page.get_by_role("checkbox").all()[:3]:
        box.check()
    assert press(page, join) == (["Tick two comments."], True)
    page.get_by_role("checkbox").first.uncheck()
    page.get_by_role("button", name=join).click()
    page.get_by_text("Joined C-").first.wait_for()
    assert Comment.objects.counted().count() == 30


def test_no_meeting_ticked_is_said_where_it_was_pressed(open_page, admin, point):
    page = open_page(admin)
    page.goto("/meetings/")
    assert press(page, "Move or change the ticked") == (["Tick at least one meeting."], True)


@pytest.mark.parametrize("path, name", [("/meetings/", "Move or change the ticked"), ("/comments/", "Tag what")])
def test_without_script_the_focus_goes_to_what_is_wrong(open_page, admin, point, path, name):
    page = open_page(admin, java_script_enabled=False)
    page.goto(path)
    page.get_by_role("button", name=name).press("Enter")
    page.locator("[role=alert]:focus").filter(has_text="Tick").wait_for()
