"""Somebody changes or removes a meeting between the preview of a move and its confirmation."""

import re
from datetime import date

import pytest

from meetings.models import Meeting, Move
from meetings.moves import remove_all
from tests.factories import make_meeting
from tests.meetings.moving import CONFIRM, LATER, MOVE, SOON, dates, form, hidden, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(admin, client_for):
    return client_for("admin")


@pytest.fixture
def meetings():
    return [make_meeting(title=title, starts_on=SOON) for title in ("One", "Two", "Three")]


def confirm_after(client, data, happens):
    previewed = client.post(MOVE, data).context["asked"]
    happens()
    return client.post(CONFIRM, {**data, "previewed": previewed})


def save_as(person, called, why="", **values):
    meeting = Meeting.objects.get(title=called)
    for name, value in values.items():
        setattr(meeting, name, value)
    meeting._history_user, meeting._change_reason = person, why
    meeting.save()


def remove_two(person):
    remove_all([Meeting.objects.get(title="Two")], person)


def test_what_somebody_changed_is_told_field_by_field_and_nothing_is_saved(client, meetings, manager):
    def somebody():
        save_as(manager, "Two", "The hall is shut", venue="Library", starts_on=date(2090, 1, 9))
        save_as(None, "Three", title="Three, renamed")

    page = confirm_after(client, form(meetings), somebody)
    told = re.sub(r"\d+ \w+ \d+, \d\d:\d\d, ", "", text(page))
    assert (page.status_code, dates()) == (409, [SOON, date(2090, 1, 9), SOON])
    assert (
        "Meanwhile somebody has changed 2 of these meetings, which are now as it says here. "
        "Confirm to go on from that, or leave them out below. "
        "Two, 9 to 16 January 2090 Mina Manager. The hall is shut "
        "First day: “16 January 2090” became “9 January 2090”Venue: “nothing” became “Library” "
        "Three, renamed, 16 January 2090 the portal Title: “Three” became “Three, renamed” "
        "Look once more, then confirm." in told
    )


def test_only_what_came_after_the_preview_is_told(client, meetings, manager):
    save_as(manager, "One", venue="Library")
    meetings[0].refresh_from_db()
    page = confirm_after(client, form(meetings[:1]), lambda: save_as(manager, "One", venue="Town hall"))
    assert "Venue: “Library” became “Town hall”" in text(page)
    assert "became “Library”" not in text(page)


def test_what_was_typed_is_kept(client, meetings, manager):
    held = make_meeting(title="Held", starts_on=date(2024, 1, 16))
    own = {f"when-{meetings[1].pk}": "1 March 2090", "although_begun": str(held.pk)}
    data = form([*meetings, held], reason="An election is called", **own)
    page = confirm_after(client, data, lambda: save_as(manager, "Three", venue="Library"))
    found = [f'value="{words}"' in page.content.decode() for words in ("An election is called", "1 March 2090")]
    assert (found, page.context["form"].although_begun()) == ([True, True], {held.pk})
    client.post(CONFIRM, {**form([], reason="An election is called", **own), **hidden(page)})
    assert dates() == [LATER, date(2090, 3, 1), LATER, date(2024, 2, 6)]
    assert Move.objects.get().words == "Moved 4 meetings 3 weeks later, with another date for 1 of them."


def test_what_somebody_removed_is_named_and_the_rest_moves_at_the_next_confirmation(client, meetings, manager):
    page = confirm_after(client, form(meetings), lambda: remove_two(manager))
    told = re.sub(r" on \d+ \w+ \d+, \d\d:\d\d", "", text(page))
    assert (page.status_code, dates()) == (409, [SOON, SOON])
    assert (
        "Meanwhile somebody has removed 1 of these meetings from the schedule: "
        "Two, 16 January 2090, by Mina Manager Look once more" in told
    )
    client.post(CONFIRM, {**form([]), **hidden(page)})
    assert (dates(), Move.objects.get().words) == ([LATER, LATER], "Moved 2 meetings 3 weeks later.")


def test_where_all_were_removed_nothing_is_left_to_confirm(client, meetings, manager):
    page = confirm_after(client, form(meetings[1:2]), lambda: remove_two(manager))
    assert (page.status_code, "No meeting would change" in text(page)) == (409, True)
