"""Boxes that scroll sideways: a stop for the keyboard where something is out of sight, and nowhere else."""

import pytest

from tests.factories import make_audience, make_comment, make_meeting, theme

pytestmark = pytest.mark.django_db(transaction=True)
SCROLLS = "it => it.scrollWidth > it.clientWidth"
AS_IT_SCROLLS = f"[...document.querySelectorAll('.app-scroll')].every(it => (it.tabIndex === 0) === ({SCROLLS})(it))"


@pytest.mark.parametrize("width", [1280, 320])
def test_a_box_is_a_stop_where_it_scrolls(open_page, axe, officer, width):
    for _ in range(8):
        make_comment(meeting=make_meeting(audience=make_audience()), theme=theme())
    page = open_page(officer, viewport={"width": width, "height": 900})
    page.goto("/summary/")
    page.wait_for_function(AS_IT_SCROLLS)
    scroll = [box.evaluate(SCROLLS) for box in page.locator(".app-scroll").all()]
    assert any(scroll) if width == 320 else not all(scroll)
    axe(page)
