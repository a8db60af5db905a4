"""Key points worked on where they stand in the draft."""

import pytest
from playwright.sync_api import expect

from feedback.models import Comment
from meetings.models import Meeting
from tests.browser.report.page import PATIENCE, done, on, settled, to_the_report
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db(transaction=True)


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
    done(page, "Made 1 key point a draft again.")
    expect(page.locator("#messages")).to_be_in_viewport()
    assert top_of(page, point) == before
    hands.click("#messages >> text=Undo")
    done(page, "Undone: Made 1 key point a draft again.")
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
    hands.click(f"#id_{first.pk}_why")
    hands.words("It is too cold.")
    hands.click(f"#up-{third.pk}")
    settled(page)
    expect(page.locator(f"#id_{first.pk}_why")).to_have_value("It is too cold.")
    hands.click(f"{on(first)} .app-row a[href*='/edit/']")
    for point in (first, second):
        expect(page.locator(f"#id_{point.pk}_text")).to_have_value(f"People felt {point.pk}.")
        hands.click(f"#work-{point.pk} button:text-is('Save')")
        done(page, "Saved the key point.")
        assert KeyPoint.objects.get(pk=point.pk).text == f"People felt {point.pk}."


def test_a_suggestion_is_taken_where_the_draft_stands(hands):
    page, point = hands.page, KeyPoint.objects.in_order().first()
    values = {"meeting": Meeting.objects.first(), "theme": point.theme}
    alike = [Comment.objects.create(text=point.comments.first().text, **values) for _ in range(2)]
    page.goto(f"/report/?open={point.pk}")
    hands.click(f"#work-{point.pk} form[action$='/link/'] label >> nth=0")
    hands.click(f"#link-{point.pk}")
    done(page, "Linked 1 comment.")
    assert [each.key_point for each in Comment.objects.filter(pk__in=[each.pk for each in alike])].count(point) == 1
    assert [page.locator(place).count() for place in ("#draft", "h1", "#problems", on(point))] == [1, 1, 1, 1]


def test_what_a_point_is_merged_into_has_the_focus(hands):
    page, (into, *_, merged) = hands.page, list(KeyPoint.objects.in_order().filter(theme__number=0, response=None))
    to_the_report(hands)
    hands.click(f"{on(merged)} >> a:has-text('Merge')")
    hands.click(f"#work-{merged.pk} label[for$='into_0']")
    hands.click(f"#work-{merged.pk} button:has-text('Merge them')")
    done(page, "Merged two key points:")
    settled(page)
    expect(page.locator(on(into))).to_be_focused()
    expect(page.locator(on(into))).to_be_in_viewport()


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


ACTS = (".app-row a[href*='/edit/']", ".app-row a[href*='/answer/']", "[id^=up-]", "form[action*=remove] button")


def test_what_is_done_to_a_point_that_somebody_removed_is_told_there(hands):
    page, (first, second, *_) = hands.page, list(KeyPoint.objects.in_order())
    to_the_report(hands)
    for point in (first, second):
        hands.click(f"{on(point)} .app-row a[href*='/edit/']")
        expect(page.locator(f"#id_{point.pk}_text")).to_be_focused()
        hands.words("Typed. ")
    KeyPoint.objects.filter(pk=second.pk).update(status="removed")
    hands.click(f"#work-{second.pk} button:text-is('Save')")
    for act in ACTS:
        expect(page.locator(f"#work-{second.pk}")).to_contain_text("somebody has removed this key point")
        settled(page)
        hands.click(f"{on(second)} {act}")
    expect(page.locator(f"#work-{second.pk}")).to_contain_text("somebody has removed this key point")
    expect(page.locator(".app-point")).to_have_count(27)
    expect(page.locator(f"#id_{first.pk}_text")).to_have_value(f"Typed. {first.text}")
