"""Tabs, history and a reader's window list tell two pages apart by their titles alone."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.factories import (
    make_comment,
    make_edition,
    make_import,
    make_key_point,
    make_meeting,
    make_person,
    make_stakeholder,
)
from tests.test_permissions import PATTERNS, ROUTES
from themes.models import Programme

NO_PAGE = {"changed_comments", "meeting_letter_in_word"}  # a fragment, a file
MOVED = "move"  # one is made by moving a meeting, which tests/meetings do
SHEET = "match_columns"  # asked of a spreadsheet alone
PAGES = [
    name
    for name, methods in ROUTES.items()
    if "get" in methods
    and set(PATTERNS[name].pattern.converters) in ({"pk"}, {"number"})
    and name not in {*NO_PAGE, MOVED, SHEET}
]


def two_of(name):
    """Two things of the kind that this page shows, as alike as two can be that people tell apart."""
    start = str(PATTERNS[name].pattern).split("/")[0]
    if start == "meetings":
        return [make_meeting(title="Youth forum", starts_on=date(2024, 1, day)) for day in (16, 23)]
    make = {
        "comments": make_comment,
        "key-points": make_key_point,
        "stakeholders": make_stakeholder,
        "imports": lambda: make_import(make_meeting()),
        "editions": lambda: make_edition(is_public=True, approved_by=make_person("manager")),
    }[start]
    return [make(), make()]


def title_of(client, name, thing):
    (key,) = PATTERNS[name].pattern.converters
    answer = client.get(reverse(name, args=[getattr(thing, key)]))
    assert answer.status_code == 200
    return re.search("<title>(.*?)</title>", answer.content.decode(), re.S)[1]


def test_there_are_pages_of_one_thing():
    assert len(PAGES) >= 24


@pytest.mark.parametrize("name", PAGES)
def test_two_things_have_two_titles(client_for, name):
    make_meeting()
    Programme.objects.update(fewest_shown=0)
    role = next(role for role in ("admin", "manager", "officer") if role in ROUTES[name]["get"])
    titles = [title_of(client_for(role), name, thing) for thing in two_of(name)]
    assert titles[0] != titles[1]
