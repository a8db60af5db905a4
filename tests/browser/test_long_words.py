"""A word of any length wraps: no page is wider than the screen for it."""

import pytest
from playwright.sync_api import expect

from feedback.models import Comment
from meetings.models import Audience
from tests.browser.report.page import all_came, settled
from tests.browser.widths import too_narrow_for
from tests.factories import make_comment, make_key_point, make_meeting, make_stakeholder
from themes.models import Response

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "Ungeheuerlichkeit" * 26  # letters: 442
PAGES = (
    "/report/",
    "/report/?open={point}",
    "/report/?order=audience",
    "/key-points/{point}/",
    "/key-points/{point}/edit/",
    "/key-points/{point}/merge/",
    "/key-points/{point}/split/",
    "/key-points/{point}/theme/",
    "/key-points/{point}/answer/",
    "/key-points/{point}/suggested/",
    "/comments/",
    "/comments/?theme=thriving-neighbourhoods",
    "/comments/{comment}/",
    "/comments/{comment}/edit/",
    "/comments/{comment}/split/",
    "/comments/tag/",
    "/summary/",
    "/summary/thriving-neighbourhoods/",
    "/responses/",
    "/report/one-page/",
    "/meetings/{meeting}/",
    "/meetings/{meeting}/letter/",
    "/acts/",
)


@pytest.fixture
def records(db):
    forum = make_stakeholder(name=LONG[:200], audience=Audience.objects.first())
    meeting = make_meeting([forum], title=LONG[:200])
    said = [make_comment(meeting=meeting, text=f"{LONG} {place}.", verbatim=LONG) for place in range(2)]
    point = make_key_point(said, text=f"People felt {LONG}.")
    Comment.objects.update(quoted=True)
    make_key_point([make_comment(meeting=meeting)], text=f"Several people felt {LONG}.")
    Response.objects.create(key_point=point, answer="we_will", why=LONG, owner=LONG[:200])
    Comment.objects.create(meeting=meeting, text=f"{LONG} 0.", theme=point.theme)
    return {"point": point.pk, "comment": said[0].pk, "meeting": meeting.pk}


def test_no_page_is_wider_than_the_screen(open_page, manager, records):
    page = open_page(manager)
    wide = {}
    for address in PAGES:
        page.goto(address.format(**records))
        all_came(page)
        wide[address] = too_narrow_for(page)
    page.goto("/report/")
    for route in ("edit", "answer", "split", "merge", "theme"):
        page.click(f"#point-{records['point']} .app-row a[href*='/{route}/']")
        expect(page.locator(f"#work-{records['point']} form")).to_be_visible()
        settled(page)
        wide[route] = too_narrow_for(page)
    assert {place: widths for place, widths in wide.items() if widths} == {}
