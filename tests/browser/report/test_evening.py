"""The manager's evening before Cabinet, on the sample: from what is wrong with the report to a Word file of it."""

from io import BytesIO
from time import perf_counter

import pytest
from docx import Document
from playwright.sync_api import expect

from feedback.models import Comment
from tests.browser.report.page import PATIENCE, all_came, done, on, settled, to_the_report
from tests.browser.widths import fits_and_is_accessible
from themes.models import KeyPoint, Response

pytestmark = pytest.mark.django_db(transaction=True)

CLICKS, MINUTES = 90, 45
ANSWERED = 12  # key points


def tag_what_has_no_theme(hands):
    hands.click("text=20 counted comments have no theme.")
    for left in reversed(range(20)):
        expect(hands.page.locator("#comment")).to_be_focused()
        hands.press("5")
        words = f"{left} comments" if left > 1 else {1: "1 comment", 0: "No comments"}[left]
        expect(hands.page.locator("#left")).to_have_text(words)


def link_what_says_the_same(hands, point):
    hands.click(f"#proof-{point.pk}")
    expect(hands.page.locator(f"{on(point)} >> text=Show them")).to_have_count(0, timeout=PATIENCE)
    settled(hands.page)
    if hands.page.locator(f"#link-{point.pk}").count():
        hands.click(f"#work-{point.pk} form[action$='/link/'] label")
        hands.click(f"#link-{point.pk}")
        done(hands.page, "Linked 1 comment.")


def quote(hands, point):
    hands.click(f"{on(point)} >> button:has-text('Quote as') >> nth=0")
    done(hands.page, "Quoted ")


def reword(hands, point, text):
    hands.click(f"{on(point)} .app-row a[href*='/edit/']")
    expect(hands.page.locator(f"#id_{point.pk}_text")).to_be_focused()
    hands.press("Control+a")
    hands.words(text)
    hands.press("Tab", "Enter")
    done(hands.page, "Saved the key point.")


def answer(hands, point):
    """Chosen and typed without the mouse, once the form is open: it has the focus."""
    hands.click(f"{on(point)} .app-row a[href*='/answer/']")
    expect(hands.page.locator(f"#id_{point.pk}_answer_0")).to_be_focused()
    hands.press("Space", "Tab")
    hands.words("It is in next year's plan.")
    hands.press("Tab")
    hands.words("Place directorate")
    hands.press("Enter")
    done(hands.page, "Saved the answer: We will.")


def agree_every_draft(hands):
    while hands.page.locator("button[id^=agree-]:has-text('with evidence')").count():
        hands.click("button[id^=agree-]:has-text('with evidence') >> nth=0")
        done(hands.page, "Agreed")


def take_it_away(hands):
    with hands.page.expect_download() as download:
        hands.click("#draft >> text=Word")
    return Document(BytesIO(open(download.value.path(), "rb").read()))


def test_the_manager_s_evening_is_done_in_90_clicks_and_45_minutes(hands, stopwatch):
    page, points, began = hands.page, list(KeyPoint.objects.in_order()), perf_counter()
    to_the_report(hands)
    tag_what_has_no_theme(hands)
    to_the_report(hands)
    for point in points[:3]:
        link_what_says_the_same(hands, point)
        quote(hands, point)
    reword(hands, points[0], "Most people felt that a long view is welcome.")
    expect(page.locator(f"{on(points[0])} >> text=“Most” does not fit.")).to_be_visible()
    hands.click(f"{on(points[0])} >> text=Write “many”")
    expect(page.locator(f"#id_{points[0].pk}_text")).to_be_focused()
    expect(page.locator(f"#id_{points[0].pk}_text")).to_have_value("Many people felt that a long view is welcome.")
    hands.press("Tab", "Enter")
    done(page, "Saved the key point.")
    hands.click(f"#down-{points[0].pk}")
    done(page, "Moved the key point.")
    for point in points[:ANSWERED]:
        answer(hands, point)
    agree_every_draft(hands)
    document = take_it_away(hands)
    stopwatch.note("The manager's evening, to the Word file", hands)
    bullets = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "List Bullet"]
    assert bullets == [point.text for point in KeyPoint.objects.in_order()]
    assert (Comment.objects.untagged().count(), Comment.objects.filter(quoted=True).count()) == (0, 3)
    assert (Response.objects.count(), KeyPoint.objects.filter(status="draft").count()) == (ANSWERED, 0)
    assert hands.clicks <= CLICKS
    assert perf_counter() - began < MINUTES * 60


def test_without_script_the_same_is_done_through_the_pages(open_page, manager):
    page = open_page(manager, java_script_enabled=False)
    point = KeyPoint.objects.in_order().first()
    page.goto("/report/")
    page.click(f"#proof-{point.pk}")
    page.click(f"{on(point)} >> button:has-text('Quote as') >> nth=0")
    assert "Quoted " in page.inner_text("#messages")
    page.click(f"{on(point)} .app-row a[href*='/edit/']")
    page.fill(f"#id_{point.pk}_text", "People felt glad.")
    page.click("main >> button:has-text('Save')")
    assert page.url.endswith(f"/report/?open={point.pk}#point-{point.pk}")
    assert "People felt glad." in page.inner_text(on(point))


# As test_every_page does not see them.
PAGES = ("/report/?open={point}", "/report/?theme=overall-vision&audience=1", "/key-points/start/?seen=1:1")


def test_the_report_narrowed_and_opened_can_be_used_by_everybody(hands, axe):
    page, point = hands.page, KeyPoint.objects.in_order().first()
    for address in PAGES:
        page.goto(address.format(point=point.pk))
        all_came(page)
        expect(page.locator(".app-header__person")).to_be_visible()
        fits_and_is_accessible(page, axe)


def test_every_form_that_opens_under_a_point_can_be_used_by_everybody(hands, axe):
    page, point = hands.page, KeyPoint.objects.in_order().first()
    page.goto("/report/")
    for route in ("edit", "answer", "split", "merge", "theme"):
        page.click(f"{on(point)} .app-row a[href*='/{route}/']")
        expect(page.locator(f"#work-{point.pk} form")).to_be_visible()
        settled(page)
        fits_and_is_accessible(page, axe)


def test_pasted_points_are_looked_at_before_they_are_added(hands, axe):
    page = hands.page
    page.goto("/key-points/paste/")
    page.fill("textarea", "Overall vision: -\n\n- People felt glad.\n- Warm halls\n\nParks\n- People felt lost.")
    hands.click("main >> text=Read it")
    expect(page.locator("h1")).to_have_text("Look at what was read")
    axe(page)
    expect(page.locator("main")).to_contain_text("End the sentence with a full stop")
    page.select_option("select >> nth=1", label="Thriving neighbourhoods")
    hands.click("main >> text=Add them as drafts")
    done(page, "Added 3 key points as drafts.")
    assert (
        KeyPoint.objects.filter(
            status="draft", text__in=["People felt glad.", "Warm halls", "People felt lost."]
        ).count()
        == 3
    )
