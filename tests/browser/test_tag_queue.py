"""Tagging by keyboard in a real browser: what it costs, and that no key does what was not meant."""

import re
from time import perf_counter

import pytest
from playwright.sync_api import expect

from feedback.models import Comment
from tests.browser.budgets import Hands
from tests.browser.report.page import settled
from tests.factories import make_comment, make_meeting, theme

MANY = 50  # comments
LONGEST = 120  # seconds for all of them


@pytest.fixture
def queue(open_page, officer):
    """queue(number of comments waiting, ...) is the page, opened."""

    def opened(number, text="The buses are late, said {}.", **options):
        meeting = make_meeting()
        for each in range(number):
            make_comment(text=text.format(each), meeting=meeting)
        page = open_page(officer, **options)
        page.goto("/comments/tag/")
        return page

    return opened


def left(page):
    return page.locator("#left").inner_text()


def words(page):
    return page.locator("#words").inner_text()


def press(hands, key):
    """Press it, and wait until the page shows what comes of it."""
    page = hands.page
    page.wait_for_selector("#queue")
    before = page.url
    hands.press(key)
    page.wait_for_url(lambda url: url != before)
    settled(page)


def themes():
    return list(Comment.objects.order_by("pk").values_list("theme__number", flat=True))


def test_fifty_comments_are_tagged_without_the_mouse_in_two_minutes(queue, stopwatch):
    page = queue(MANY)
    hands, loads = Hands(page), []
    page.on("load", lambda loaded: loads.append(loaded.url))
    start = perf_counter()
    for number in range(MANY):
        press(hands, "Enter" if number % 2 else "35"[number % 4 // 2])
    seconds = perf_counter() - start
    page.get_by_role("heading", name="Every comment has a theme").wait_for()
    assert Comment.objects.untagged().count() == 0
    assert (hands.clicks, hands.keys, loads) == (0, MANY, [])
    assert seconds < LONGEST
    stopwatch.note(f"{MANY} comments tagged in the queue", hands, MANY)


def test_from_home_the_first_comment_to_tag_is_a_click_away(open_page, officer, stopwatch):
    make_comment(text="The buses are late.")
    page = open_page(officer)
    page.goto("/")
    hands = Hands(page)
    hands.click("text=1 comment has no theme yet")
    expect(page.locator("#comment")).to_be_focused()
    press(hands, "Enter")
    assert (hands.clicks, themes()) == (1, [5])
    stopwatch.note("From home to the first comment tagged", hands, 1)


def test_each_key_does_what_it_says(queue):
    page = queue(6)
    assert page.evaluate("document.activeElement.id") == "comment"
    press(Hands(page), "3")
    assert (left(page), words(page)) == ("5 comments", "The buses are late, said 1.")
    press(Hands(page), "u")
    assert (left(page), words(page)) == ("6 comments", "The buses are late, said 0.")
    press(Hands(page), "s")
    press(Hands(page), "ArrowRight")
    press(Hands(page), "j")
    assert words(page) == "The buses are late, said 3."
    press(Hands(page), "k")
    press(Hands(page), "ArrowLeft")
    assert words(page) == "The buses are late, said 1."
    press(Hands(page), "Enter")
    press(Hands(page), "r")
    assert themes() == [None, 5, None, None, None, None]
    assert Comment.objects.get(standing="reply").text == "The buses are late, said 2."


def test_a_comment_is_set_aside_and_split_by_keyboard(queue):
    page = queue(2)
    page.keyboard.press("a")
    page.keyboard.type("Said twice")
    press(Hands(page), "Enter")
    aside = Comment.objects.get(standing="set_aside")
    assert (aside.text, aside.set_aside_reason) == ("The buses are late, said 0.", "Said twice")
    page.keyboard.press("x")
    page.keyboard.press("Tab")
    page.keyboard.type("Trams too.")
    page.keyboard.press("Tab")
    press(Hands(page), "Enter")
    assert (left(page), words(page)) == ("2 comments", "The buses are late, said 1.")
    press(Hands(page), "s")
    assert words(page) == "Trams too."


def test_what_is_typed_in_a_box_is_no_key(queue):
    page = queue(2)
    page.keyboard.press("a")
    page.keyboard.type("5 u s j")
    page.keyboard.press("Escape")
    assert page.locator("#reason").input_value() == "5 u s j"
    assert not page.locator("#reason").is_visible()
    assert (left(page), themes()) == ("2 comments", [None, None])


def test_with_a_modifier_or_held_down_a_key_does_nothing(queue):
    page = queue(3)
    for keys in ("Control+3", "Alt+3", "Meta+3"):
        page.keyboard.press(keys)
    page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: '3', repeat: true, bubbles: true}))")
    press(Hands(page), "s")
    assert themes() == [None] * 3


def test_two_keys_at_once_tag_no_comment_that_was_not_seen(queue):
    page = queue(3)
    page.evaluate(
        """for (const key of "333") document.querySelector("#comment")
             .dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}))"""
    )
    page.wait_for_url("**/comments/tag/?after=*")
    assert (left(page), themes()) == ("2 comments", [3, None, None])


def test_the_keys_can_be_switched_off_and_stay_off(queue):
    page = queue(2)
    page.get_by_role("button", name="Switch the keys off").click()
    page.get_by_role("button", name=re.compile("Switch single keys on")).wait_for()
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    page.goto("/comments/tag/")
    page.keyboard.press("3")
    page.get_by_role("link", name="Skip", exact=True).click()
    page.wait_for_url("**after=*")
    assert themes() == [None, None]
    page.get_by_role("button", name=re.compile("Switch single keys on")).click()
    page.get_by_role("button", name="Switch the keys off").wait_for()
    press(Hands(page), "3")
    assert themes() == [None, 3]


def test_without_script_it_works_by_buttons(queue):
    page = queue(2, java_script_enabled=False)
    page.get_by_role("button", name="3 Best place to grow up").click()
    assert (left(page), themes()) == ("1 comment", [3, None])
    page.get_by_role("button", name="Undo").click()
    assert (left(page), words(page), themes()) == ("2 comments", "The buses are late, said 0.", [None, None])
    page.get_by_role("link", name="Skip", exact=True).click()
    page.get_by_text("Set it aside").first.click()
    page.get_by_label("Why it is set aside").fill("Said twice")
    page.get_by_role("button", name="Set it aside").click()
    assert left(page) == "1 comment"


def test_without_a_connection_it_is_said_and_nothing_is_tagged(queue):
    page = queue(2)
    page.context.set_offline(True)
    page.keyboard.press("3")
    page.get_by_text("no connection").wait_for()
    page.context.set_offline(False)
    press(Hands(page), "3")
    assert themes() == [3, None]


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_break_no_rule_and_need_no_sideways_scrolling(queue, axe, width):
    make_comment(text="The buses are late, said 1.", theme=theme(), meeting=make_meeting())
    page = queue(2, viewport={"width": width, "height": 900})
    press(Hands(page), "3")
    comment = Comment.objects.untagged().get()
    for address in ("", "/acts/", comment.get_absolute_url(), "/comments/", "/comments/tag/?after=0"):
        if address:
            page.goto(address)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.goto("/comments/tag/")
    press(Hands(page), "3")
    page.get_by_role("heading", name="Every comment has a theme").wait_for()
    axe(page)


def test_undo_is_one_click_on_the_page_of_acts(queue):
    page = queue(1)
    press(Hands(page), "3")
    page.goto("/acts/")
    page.get_by_role("button", name=re.compile("^Undo")).click()
    page.get_by_text("Undone: ").wait_for()
    assert themes() == [None]


def test_two_ticked_comments_are_joined_and_parted(queue):
    page = queue(2)
    page.goto("/comments/")
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Join the two that are ticked").click()
    page.get_by_text("Joined C-").first.wait_for()
    assert Comment.objects.counted().count() == 1
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_text("Undone: ").wait_for()
    assert Comment.objects.counted().count() == 2


def test_what_was_done_is_in_sight_on_a_low_screen(queue):
    page = queue(2, viewport={"width": 1280, "height": 500})
    press(Hands(page), "1")
    expect(page.locator("#messages [data-undo]")).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0
