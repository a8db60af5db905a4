"""A text that is too long for its box."""

from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from tests.factories import make_comment, make_meeting
from tests.meetings.editing import edit, sent, text

pytestmark = pytest.mark.django_db
LONG = "A title " * 40


def too_long(most, there):
    return f"Write {most} characters or fewer: there are {there}."


def test_no_box_has_its_text_cut_short_by_the_browser(client_for):
    client, meeting = client_for("admin"), make_meeting()
    pages = [reverse(name) for name in ("add_meeting", "schedule", "comments", "voices")]
    pages += [reverse("edit_meeting", args=[meeting.pk]), reverse("set_aside_comment", args=[make_comment().pk])]
    assert [path for path in pages if "maxlength=" in client.get(path).text] == []
    written = Path(settings.BASE_DIR, "templates").rglob("*.html")
    assert [path.name for path in written if 'maxlength="' in path.read_text()] == []


def test_a_title_that_is_too_long_is_refused_with_all_of_it_in_the_box(client_for):
    client, path = client_for("admin"), reverse("add_meeting")
    page = client.post(path, sent(client.get(path), title=LONG, category=1, audience=1))
    assert (too_long(200, len(LONG.strip())) in text(page), LONG in page.text) == (True, True)


def test_a_date_that_is_too_long_is_not_kept_in_part(client_for):
    client, date = client_for("admin"), "12 March 2090 " + "or so " * 40
    page = edit(client, make_meeting(), when=date)
    assert (too_long(200, len(date.strip())) in text(page), date.strip() in page.text) == (True, True)
    shown = client.get(reverse("read_date"), {"name": "when", "when": date})
    assert text(shown).strip() == f"Not read: {too_long(200, len(date.strip()))}"


def test_a_reason_that_is_too_long_is_refused_with_all_of_it_in_the_box(client_for):
    client, comment = client_for("officer"), make_comment()
    path = reverse("set_aside_comment", args=[comment.pk])
    page = client.post(path, {"seen": comment.seen, "reason": LONG})
    assert (too_long(300, len(LONG.strip())) in text(page), LONG in page.text) == (True, True)
