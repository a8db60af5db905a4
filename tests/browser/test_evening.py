"""The manager's evening before Cabinet, on the sample: from what is wrong with the report to a Word file of it."""

from io import BytesIO
from time import perf_counter

import pytest
from django.contrib.auth.models import User
from docx import Document
from playwright.sync_api import expect

from feedback.models import Comment
from stockport2040.management.commands.load_sample import load
from tests.browser.budgets import Hands
from themes.models import KeyPoint, Response

pytestmark = pytest.mark.django_db(transaction=True)

CLICKS, MINUTES = 90, 45
ANSWERED = 12  # key points
PATIENCE = 20_000  # milliseconds: the machine may be busy with something else


@pytest.fixture
def manager(db):
    """Of the sample, but of an address that may sign in where DEBUG is off."""
    load()
    person = User.objects.get(username="manager")
    person.email = "manager@example.org"
    person.save()
    return person


@pytest.fixture
def hands(page, sign_in, manager):
    sign_in(page, manager)
    page.goto("/")
    return Hands(page)


def on(point):
    return f"#point-{point.pk}"


def settled(page):
    """What is asked for, put in its place and settling is marked by htmx."""
    marks = page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")
    expect(marks).to_have_count(0, timeout=PATIENCE)


def done(page, words):
    expect(page.locator("#messages")).to_contain_text(words, timeout=PATIENCE)
    settled(page)


def to_the_report(hands):
    hands.click("nav >> text=Report")
    expect(hands.page.locator("#problems")).to_be_visible()


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
    done(hands.page, "quoted.")


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


def test_a_point_is_moved_by_keys_and_the_focus_goes_with_it(hands):
    page, (first, second, *_) = hands.page, list(KeyPoint.objects.in_order())
    to_the_report(hands)
    page.focus(f"#proof-{first.pk}")
    hands.press("Alt+ArrowDown")
    done(page, "Moved the key point.")
    assert list(KeyPoint.objects.in_order()[:2]) == [second, first]
    expect(page.locator(f"#proof-{first.pk}")).to_be_focused()
    hands.press("Alt+ArrowUp")
    expect(page.locator(f"#up-{first.pk}")).to_have_count(0, timeout=PATIENCE)
    assert (list(KeyPoint.objects.in_order()[:2]), hands.clicks) == ([first, second], 1)


def top_of(page, point):
    return round(page.locator(on(point)).bounding_box()["y"])


def test_what_is_done_far_down_the_draft_leaves_the_page_where_it_is_and_is_undone_there(hands):
    page, point = hands.page, KeyPoint.objects.in_order().filter(status="agreed").last()
    to_the_report(hands)
    page.locator(on(point)).scroll_into_view_if_needed()
    before = top_of(page, point)
    hands.click(f"#draft-{point.pk}")
    done(page, "1 key point is a draft again.")
    expect(page.locator("#messages")).to_be_in_viewport()
    assert top_of(page, point) == before
    hands.click("#messages >> text=Undo")
    done(page, "Undone.")
    assert (top_of(page, point), KeyPoint.objects.get(pk=point.pk).status) == (before, "agreed")


def test_what_is_typed_under_one_point_outlives_what_is_done_to_others(hands):
    page, (first, second, third, *_) = hands.page, list(KeyPoint.objects.in_order())
    to_the_report(hands)
    for point in (first, second):
        hands.click(f"{on(point)} .app-row a[href*='/edit/']")
        expect(page.locator(f"#id_{point.pk}_text")).to_be_focused()
        hands.press("Control+a")
        hands.words(f"People felt {point.pk}.")
    for act in (f"#down-{third.pk}", f"#proof-{first.pk}", f"#proof-{third.pk}", f"{on(first)} >> text=Answer"):
        hands.click(act)
        settled(page)
    hands.click(f"{on(first)} .app-row a[href*='/edit/']")
    for point in (first, second):
        expect(page.locator(f"#id_{point.pk}_text")).to_have_value(f"People felt {point.pk}.")
        hands.click(f"#work-{point.pk} button:text-is('Save')")
        done(page, "Saved the key point.")
        assert KeyPoint.objects.get(pk=point.pk).text == f"People felt {point.pk}."


def test_a_point_is_dragged_to_its_place(hands):
    page, (first, second, third, fourth, *_) = hands.page, list(KeyPoint.objects.in_order())
    to_the_report(hands)
    for onto, part, order in (
        (fourth, 0.9, [first, third, fourth, second]),
        (first, 0.1, [second, first, third, fourth]),
    ):
        page.locator(on(third)).evaluate("point => point.scrollIntoView({block: 'center'})")
        drag(page, second, onto, part, order)
        expect(page.locator("#messages")).to_contain_text("Moved the key point.")
        settled(page)
        assert list(KeyPoint.objects.in_order()[:4]) == order


def drag(page, point, onto, part, order):
    """The others give way as it passes: the hand follows until they stand in order."""
    page.hover(f"{on(point)} .app-point__handle")
    page.mouse.down()
    wanted = [on(each)[1:] for each in order]
    for _ in range(50):
        if page.locator(".app-point").evaluate_all("points => points.map(({id}) => id)")[: len(order)] == wanted:
            break
        box = page.locator(on(onto)).bounding_box()
        page.mouse.move(box["x"] + 50, box["y"] + box["height"] * part, steps=5)
    page.mouse.up()


def test_what_is_refused_on_the_draft_is_told_where_it_was_typed(hands):
    page, point = hands.page, KeyPoint.objects.in_order().first()
    to_the_report(hands)
    hands.click(f"{on(point)} .app-row a[href*='/edit/']")
    expect(page.locator(f"#id_{point.pk}_text")).to_be_focused()
    hands.press("Control+a")
    hands.words("no capital.")
    hands.press("Tab", "Enter")
    expect(page.locator(f"#work-{point.pk} .govuk-error-summary")).to_contain_text("Begin the sentence with a capital")
    expect(page.locator(f"#id_{point.pk}_text")).to_have_value("no capital.")
    expect(page.locator(".app-point")).to_have_count(27)
    KeyPoint.objects.get(pk=point.pk).save()  # somebody else's save
    hands.click(f"#id_{point.pk}_text")
    hands.press("Control+a")
    hands.words("Mine.")
    hands.press("Tab", "Enter")
    expect(page.locator(f"#work-{point.pk}")).to_contain_text("somebody has saved this since you opened it")
    hands.click(f"#work-{point.pk} >> text=Save mine over theirs")
    done(page, "Saved the key point.")
    assert KeyPoint.objects.get(pk=point.pk).text == "Mine."


def test_without_script_the_same_is_done_through_the_pages(open_page, manager):
    page = open_page(manager, java_script_enabled=False)
    point = KeyPoint.objects.in_order().first()
    page.goto("/report/")
    page.click(f"#proof-{point.pk}")
    page.click(f"{on(point)} >> button:has-text('Quote as') >> nth=0")
    assert "quoted." in page.inner_text("#messages")
    page.click(f"{on(point)} .app-row a[href*='/edit/']")
    page.fill(f"#id_{point.pk}_text", "People felt glad.")
    page.click("main >> button:has-text('Save')")
    assert page.url.endswith(f"/report/?open={point.pk}#point-{point.pk}")
    assert "People felt glad." in page.inner_text(on(point))


PAGES = (
    "/report/",
    "/report/?open={point}",
    "/report/?theme=overall-vision&audience=1",
    "/report/text/",
    "/responses/",
    "/key-points/{point}/answer/",
    "/key-points/{point}/split/",
    "/key-points/{point}/merge/",
    "/key-points/{point}/theme/",
    "/key-points/{point}/suggested/",
    "/key-points/start/?seen=1:1",
    "/key-points/paste/",
    "/summary/overall-vision/alike/",
    "/meetings/2/letter/",
)


@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_of_the_report_can_be_used_by_everybody(open_page, axe, manager, width):
    page = open_page(manager, viewport={"width": width, "height": 900})
    for address in PAGES:
        page.goto(address.format(point=KeyPoint.objects.in_order().first().pk))
        page.wait_for_load_state("networkidle")
        expect(page.locator(".app-header__person")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == width, address
        axe(page)


@pytest.mark.parametrize("width", [1280, 320])
def test_every_form_that_opens_under_a_point_can_be_used_by_everybody(hands, axe, width):
    page, point = hands.page, KeyPoint.objects.in_order().first()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/report/")
    for route in ("edit", "answer", "split", "merge", "theme"):
        page.click(f"{on(point)} .app-row a[href*='/{route}/']")
        expect(page.locator(f"#work-{point.pk} form")).to_be_visible()
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width, route
        axe(page)


def test_pasted_points_are_looked_at_before_they_are_added(hands, axe):
    page = hands.page
    page.goto("/key-points/paste/")
    page.fill("textarea", "Overall vision: -\n\n- People felt glad.\n- Warm halls\n\nParks\n- People felt lost.")
    hands.click("main >> text=Read it")
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
