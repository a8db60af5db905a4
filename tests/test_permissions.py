"""Who may do what: every route, every method, every role, in one table."""

import pytest
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse

from feedback import actions
from feedback.actions.stakeholders import merge
from tests.factories import (
    make_comment,
    make_edition,
    make_import,
    make_key_point,
    make_meeting,
    make_person,
    make_stakeholder,
)
from themes.models import Programme

ROLES = ["", "officer", "manager", "admin"]  # "" is signed out
ALL = {"", "officer", "manager", "admin"}
STAFF = {"officer", "manager", "admin"}
MANAGER = {"manager"}
ADMIN = {"admin"}
NOBODY = set()
METHODS = ("get", "post", "put", "delete")

# name of the route: {method: who may}; nobody may use a method that is not named
ROUTES = {
    "home": {"get": STAFF},
    "login": {"get": ALL, "post": ALL},
    "logout": {"post": STAFF},
    "password_change": {"get": STAFF, "post": STAFF},
    "password_change_done": {"get": STAFF},
    "healthz": {"get": ALL},
    "log_comments": {"get": STAFF, "post": STAFF},
    "log_pasted": {"post": STAFF},
    "changed_comments": {"get": STAFF},
    "keep_draft": {"post": STAFF},
    "import_notes": {"get": STAFF, "post": STAFF},
    "review_import": {"get": STAFF},
    "change_import_row": {"post": STAFF},
    "save_import": {"post": STAFF},
    "match_columns": {"get": STAFF, "post": STAFF},
    "import_step": {"post": STAFF},
    "switch_keys": {"post": STAFF},
    "comments": {"get": STAFF},
    "comment": {"get": STAFF},
    "edit_comment": {"get": STAFF, "post": STAFF},
    "split_comment": {"get": STAFF, "post": STAFF},
    "set_aside_comment": {"get": STAFF, "post": STAFF},
    "retag_comments": {"post": STAFF},
    "mark_comments": {"post": STAFF},
    "link_ticked": {"post": STAFF},
    "join_comments": {"post": STAFF},
    "move_comments": {"get": STAFF, "post": STAFF},
    "tag_queue": {"get": STAFF},
    "acts": {"get": STAFF},
    "do_again": {"post": STAFF},
    "undo": {"post": STAFF},
    "schedule": {"get": STAFF},
    "meeting": {"get": STAFF},
    "record_attendance": {"get": STAFF, "post": STAFF},
    "add_meeting": {"get": ADMIN, "post": ADMIN},
    "edit_meeting": {"get": ADMIN, "post": ADMIN},
    "copy_meeting": {"get": ADMIN, "post": ADMIN},
    "repeat_meeting": {"get": ADMIN, "post": ADMIN},
    "move_meetings": {"get": ADMIN, "post": ADMIN},
    "confirm_move": {"post": ADMIN},
    "undo_move": {"post": ADMIN},
    "read_date": {"get": STAFF},
    "moves": {"get": STAFF},
    "move": {"get": STAFF},
    "this_month": {"get": STAFF},
    "month": {"get": STAFF},
    "week": {"get": STAFF},
    "schedule_file": {"get": STAFF},
    "feeds": {"get": STAFF, "post": STAFF},
    "revoke_feed": {"post": STAFF},
    "feed": {"get": ALL},
    "import_schedule": {"get": ADMIN, "post": ADMIN},
    "chase": {"get": STAFF},
    "stakeholders": {"get": STAFF},
    "stakeholder": {"get": STAFF},
    "add_stakeholder": {"get": STAFF, "post": STAFF},
    "edit_stakeholder": {"get": ADMIN, "post": ADMIN},
    "merge_stakeholder": {"get": ADMIN, "post": ADMIN},
    "undo_merge": {"post": ADMIN},
    "voices": {"get": STAFF},
    "set_targets": {"get": ADMIN, "post": ADMIN},
    "summary": {"get": STAFF},
    "theme_summary": {"get": STAFF},
    "report_file": {"get": STAFF},
    "make_spreadsheet": {"get": STAFF},
    "made_spreadsheet": {"get": STAFF},
    "one_page_report": {"get": STAFF},
    "one_page_file": {"get": STAFF},
    "key_point": {"get": STAFF},
    "add_key_point": {"get": STAFF, "post": STAFF},
    "edit_key_point": {"get": STAFF, "post": STAFF},
    "move_key_point": {"post": STAFF},
    "link_comments": {"post": STAFF},
    "unlink_comments": {"post": STAFF},
    "merge_key_point": {"get": STAFF, "post": STAFF},
    "remove_key_point": {"post": STAFF},
    "split_key_point": {"get": STAFF, "post": STAFF},
    "change_theme": {"get": STAFF, "post": STAFF},
    "quote_comment": {"post": STAFF},
    "pass_words": {"post": MANAGER},
    "suggested_comments": {"get": STAFF},
    "agree_key_points": {"post": MANAGER},
    "start_key_point": {"get": STAFF, "post": STAFF},
    "paste_key_points": {"get": STAFF, "post": STAFF},
    "said_alike": {"get": STAFF},
    "answer_key_point": {"get": MANAGER, "post": MANAGER},
    "responses": {"get": STAFF},
    "meeting_letter": {"get": STAFF},
    "meeting_letter_in_word": {"get": STAFF},
    "report": {"get": STAFF},
    "editions": {"get": STAFF},
    "prepare_edition": {"get": MANAGER, "post": MANAGER},
    "edition": {"get": ALL},  # the edition of these records is public
    "edition_file": {"get": ALL},
    "edition_changes": {"get": ALL},
    "approve_edition": {"post": MANAGER},
    "withdraw_edition": {"post": MANAGER},
    "take_down_edition": {"get": MANAGER, "post": MANAGER},
    "put_back_edition": {"post": MANAGER},
    "edit_report_text": {"get": MANAGER, "post": MANAGER},
}
AT_LEAST = 62  # routes: a table that has lost its rows must fail


@pytest.fixture
def records(db, officer):
    """A row of everything, so that every address leads somewhere."""
    comment = make_comment(meeting=make_meeting())
    make_key_point([comment])
    make_import(comment.meeting)
    comment.refresh_from_db()
    make_stakeholder()
    merge(make_stakeholder(), make_stakeholder(), officer)
    actions.unlink({comment.pk: comment.version}, officer)
    Programme.objects.update(fewest_shown=0)  # else so few comments cannot be made public
    make_edition(is_public=True, approved_by=make_person("manager"))


def named(patterns, namespace=""):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield f"{namespace}{pattern.name}", pattern
        elif pattern.namespace != "admin":
            yield from named(pattern.url_patterns, namespace)


PATTERNS = dict(named(get_resolver().url_patterns))


def address(name):
    """With the first record of each kind: 1 for every number, the first theme for every slug."""
    values = {"int": 1, "slug": "overall-vision"}
    converters = PATTERNS[name].pattern.converters
    kinds = {key: type(converter).__name__.removesuffix("Converter").lower() for key, converter in converters.items()}
    return reverse(name, kwargs={key: VALUES.get((name, key), values.get(kind)) for key, kind in kinds.items()})


VALUES = {  # (route, part of its address): where 1 or the first theme does not do
    ("month", "month"): "2024-01",
    ("week", "week"): "2024-W04",
    ("schedule_file", "format"): "csv",
    ("feed", "token"): "nobody-was-given-this-one",
    ("report_file", "format"): "json",
    ("edition_file", "format"): "json",
}


def test_every_route_is_in_the_table():
    assert set(PATTERNS) == set(ROUTES)
    assert len(ROUTES) >= AT_LEAST


def refused(response):
    """Sent to sign in, forbidden, or no such method here."""
    to_sign_in = response.status_code == 302 and response.url.startswith("/accounts/login/?next=")
    return to_sign_in or response.status_code in (403, 405)


@pytest.mark.parametrize("name", ROUTES)
def test_who_may(client_for, records, name):
    may = {role: methods_of(client_for, name, role) for role in ROLES}
    assert may == {role: {method for method in METHODS if role in ROUTES[name].get(method, NOBODY)} for role in ROLES}


def methods_of(client_for, name, role):
    """Those that are not refused. What they do is undone for the next role, which needs the same records."""
    with transaction.atomic():
        client = client_for(role)
        found = {method for method in METHODS if not refused(getattr(client, method)(address(name)))}
        transaction.set_rollback(True)
    return found
