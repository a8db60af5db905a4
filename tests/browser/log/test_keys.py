"""Logging with the hands on the keyboard: what it costs, how it looks."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from feedback.models import Comment
from tests.browser.budgets import Hands
from tests.browser.log.page import LINE, at, box, kept, rows, saved, status
from tests.factories import make_comment, make_stakeholder

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_home_the_meeting_that_is_on_is_a_click_away(page, sign_in, officer, meeting, stopwatch):
    sign_in(page, officer)
    page.goto("/")
    hands = Hands(page)
    hands.click("text=Log comments at Town hall evening")
    expect(box(hands)).to_be_focused()
    hands.words("T")
    expect(box(hands)).to_have_value("T")
    assert hands.clicks == 1
    stopwatch.note("From home to the first character", hands)


def test_forty_comments_take_no_click_and_three_keys_each(open_log, stopwatch):
    hands = open_log()
    for number in range(40):
        hands.page.keyboard.insert_text(f"Point {number} about the hall and the park beside it")
        hands.press("Space", str(number % 6), "Enter")
    expect(hands.page.locator("#logged li[id]")).to_have_count(40, timeout=30_000)  # typed faster than anyone types
    assert (hands.clicks, hands.keys) == (0, 40 * 3)
    assert saved() == [f"Point {number} about the hall and the park beside it" for number in range(40)]
    assert list(Comment.objects.order_by("pk").values_list("theme__number", flat=True)) == [n % 6 for n in range(40)]
    stopwatch.note("40 comments with a theme at the line's end", hands, 40)


def test_theme_kind_and_speaker_each_take_one_key(open_log, stopwatch):
    hands = open_log()
    hands.words("Buses stop at six")
    hands.press("Alt+5", "Alt+c", "Alt+w", "Enter")
    status(hands, "Saved")
    comment = Comment.objects.get()
    told = (comment.text, comment.theme.number, comment.kind, comment.stakeholder.name)
    assert told == ("Buses stop at six", 5, "concern", "Tenants' Forum")
    assert (hands.clicks, hands.keys) == (0, 4)
    stopwatch.note("Theme, kind and speaker by key, and Enter", hands, 1)
    hands.words("So do trams")
    hands.press("Enter")
    expect(hands.page.locator("#logged li[id]")).to_have_count(2)
    comment = Comment.objects.latest("pk")
    assert (comment.stakeholder.name, comment.kind, comment.theme) == ("Tenants' Forum", "other", None)


def test_a_theme_lights_up_as_it_is_read_and_escape_keeps_the_number(open_log):
    hands = open_log()
    lit = hands.page.locator("#log [name=theme]:checked + label")
    hands.words("Buses stop at six 5")
    expect(lit).to_have_text("5 Clean, green transport")
    status(hands, "Theme read: 5 Clean, green transport. Escape keeps the 5 as words.")
    hands.press("Escape")
    expect(lit).to_have_text("None yet")
    hands.press("Enter")
    status(hands, "Saved")
    assert (saved(), Comment.objects.get().theme) == (["Buses stop at six 5"], None)


def test_several_typed_lines_are_one_comment_and_keep_their_numbers(open_log):
    hands = open_log()
    hands.words("3. Buses stop at six")
    status(hands, "Theme read: 3")
    hands.press("Shift+Enter")
    hands.words("4. The hall is cold")
    status(hands, "No theme read: the numbers stay in the comment.")
    hands.press("Enter")
    status(hands, "Saved")
    assert (saved(), Comment.objects.get().theme) == (["3. Buses stop at six\n4. The hall is cold"], None)


def test_with_plain_keys_off_a_number_is_a_number(open_log, address):
    hands = open_log()
    hands.click("text=All the keys")
    with hands.page.expect_response("**/keys/"):
        hands.click("label[for=plain-keys]")
    again = at(hands.page, address)
    again.words("Buses stop at six 5")
    again.press("Enter")
    status(again, "Saved")
    assert (saved(), Comment.objects.get().theme) == (["Buses stop at six 5"], None)


def test_twelve_pasted_lines_make_twelve_rows_and_one_click_undoes_them(open_log, stopwatch):
    hands = open_log()
    bullets = ["·\t", "• ", "- ", "o ", "1. ", "(a) ", "iv) ", "* ", "– ", "12) ", "▪ ", ""]
    lines = [f"The hall is cold on day {number}." for number in range(12)]
    hands.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = "\r\n".join(bullet + line for bullet, line in zip(bullets, lines, strict=True))
    hands.words("I was typing")
    hands.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    hands.press("Control+v")
    status(hands, "Saved")
    expect(rows(hands)).to_have_count(12)
    assert saved() == lines
    expect(box(hands)).to_have_value("I was typing")
    assert (hands.clicks, hands.keys) == (0, 1)
    stopwatch.note("Twelve pasted lines", hands, 12)
    hands.click("#messages button")
    expect(rows(hands)).to_have_count(0)
    expect(box(hands)).to_have_value("I was typing")


def paste(hands, *lines):
    hands.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    hands.page.evaluate("text => navigator.clipboard.writeText(text)", "\r\n".join(lines))
    hands.press("Control+v")


def shown(hands):
    """[(words, theme), ...] of the lines that were pasted and are not saved yet."""
    found = hands.page.locator("#pasted li")
    return [(row.locator("p").inner_text(), row.locator("strong").inner_text()) for row in found.all()]


def themed():
    return list(Comment.objects.order_by("pk").values_list("text", "theme__number"))


def test_pasted_lines_that_say_their_theme_are_shown_as_read_and_saved_by_enter(open_log, stopwatch):
    hands = open_log()
    hands.press("Alt+4")
    hands.words("I was typing")
    paste(hands, "• Buses stop at six 5", "2: The surgery is full", "The library is shut")
    status(hands, "3 lines, 2 with a theme: see below.")
    assert shown(hands) == [
        ("Buses stop at six", "5 Clean, green transport"),
        ("The surgery is full", "2 Best health and care"),
        ("The library is shut", "4 Thriving neighbourhoods"),
    ]
    assert saved() == []
    hands.press("Enter")
    status(hands, "Saved")
    expect(rows(hands)).to_have_count(3)
    assert themed() == [("Buses stop at six", 5), ("The surgery is full", 2), ("The library is shut", 4)]
    expect(box(hands)).to_have_value("I was typing")
    expect(hands.page.locator("#pasted li")).to_have_count(0)
    assert (hands.clicks, hands.keys) == (0, 3)
    stopwatch.note("Pasted lines that say their themes", hands, 3)


def test_escape_keeps_the_numbers_of_pasted_lines(open_log):
    hands = open_log()
    paste(hands, "1 Stockport Road is cold", "We met at gate six 4")
    status(hands, "see below")
    hands.press("Escape")
    status(hands, "The numbers stay in the comments.")
    lines = ["1 Stockport Road is cold", "We met at gate six 4"]
    assert shown(hands) == [(line, "No theme yet") for line in lines]
    hands.press("Enter")
    status(hands, "Saved")
    assert themed() == [(line, None) for line in lines]


def test_pasted_lines_not_saved_yet_are_typed_on_in_the_box_and_outlive_the_page(open_log, address):
    hands = open_log()
    paste(hands, "Buses stop at six 5", "The library is shut")
    status(hands, "see below")
    kept(hands)
    again = at(hands.page, address)
    expect(box(again)).to_have_value("Buses stop at six 5\nThe library is shut")
    paste(again, "One 1", "Two 2")
    status(again, "see below")
    again.words("!")
    expect(again.page.locator("#pasted li")).to_have_count(0)
    again.press("Enter")
    status(again, "Saved")
    assert saved() == ["Buses stop at six 5\nThe library is shutOne 1\nTwo 2!"]


def test_enter_twice_saves_once(open_log, stopwatch):
    hands = open_log()
    hands.words(LINE)
    hands.press("Enter", "Enter")
    status(hands, "Saved")
    expect(hands.page.locator("#logged li")).to_have_count(1)
    assert saved() == [LINE]
    stopwatch.note("Enter twice", hands, 1)


def test_who_came_is_changed_in_its_line(open_log, meeting):
    make_stakeholder(name="Youth Council")
    hands = open_log()
    hands.words(LINE)
    hands.click("#who-came a")
    expect(hands.page.locator("#id_attendance")).to_be_focused()
    hands.words("24")
    hands.page.check("text=Youth Council")
    hands.page.click("#who-came button")
    expect(hands.page.locator("#who-came")).to_contain_text(
        "Attendance: 24. Who came: Tenants' Forum, Walking Club, Youth Council."
    )
    expect(box(hands)).to_have_value(LINE)
    came = hands.page.locator("#id_stakeholder optgroup").first.locator("option")
    expect(came).to_have_text(["Tenants' Forum", "Walking Club", "Youth Council"])


def test_a_stakeholder_is_added_beside_the_line(open_log):
    hands = open_log()
    hands.words(LINE)
    hands.click("text=add a stakeholder")
    expect(hands.page.locator("#id_new_name")).to_be_focused()
    hands.words("Reddish Rowers")
    hands.press("Enter")
    expect(hands.page.locator("#who-came")).to_contain_text("Who came: Reddish Rowers, Tenants' Forum, Walking Club.")
    expect(box(hands)).to_have_value(LINE)
    hands.page.select_option("#id_stakeholder", label="Reddish Rowers")


def test_without_script_a_plain_form_saves_and_a_draft_is_in_it(open_log, open_page, officer, address, stopwatch):
    hands = open_log()
    hands.words(LINE)
    kept(hands)
    hands.page.context.close()
    plain = Hands(open_page(officer, java_script_enabled=False))
    plain.page.goto(address)
    expect(box(plain)).to_have_value(LINE)
    plain.click("label[for=id_theme_6]")
    plain.click("text=Save comment")
    expect(plain.page.locator("#messages")).to_contain_text("Saved")
    assert (saved(), Comment.objects.get().theme.number) == ([LINE], 5)
    stopwatch.note("Without script", plain, 1)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_and_its_states_keep_wcag(open_log, meeting, axe, width):
    make_comment(meeting=meeting)
    hands = open_log(viewport={"width": width, "height": 900})
    axe(hands.page)
    hands.click("text=All the keys")
    hands.words("Buses stop at six 5")
    axe(hands.page)
    hands.page.locator(".app-comment__edit").first.click()
    expect(hands.page.locator(".app-comment--editing")).to_have_count(1)
    axe(hands.page)
    hands.page.route("**/comments/", lambda route: route.abort())
    hands.page.fill("#id_text", "The hall is cold.")
    hands.page.focus("#id_text")
    hands.press("Enter")
    status(hands, "Not saved yet")
    axe(hands.page)
    hands.page.unroute("**/comments/")
    status(hands, "Saved")
    hands.page.fill("#id_text", "a" * 20_001)
    hands.press("Enter")
    status(hands, "write 20,000 characters or fewer")
    expect(hands.page.locator("#id_text")).to_have_value("a" * 20_001)
    axe(hands.page)
    Session.objects.all().delete()
    expect(hands.page.locator("#sign-in")).to_be_visible()
    axe(hands.page)
    assert hands.page.evaluate("document.documentElement.scrollWidth") <= width
