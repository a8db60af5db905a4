"""What an import made is removed by its undo as long as it is just as it was made, whatever was undone between."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.changes import Change
from meetings.models import Meeting, Move
from meetings.moves import apply, undo
from meetings.plans import plan
from tests.factories import make_comment, make_person, make_stakeholder
from tests.meetings.importing import import_all
from tests.meetings.moving import text, told

pytestmark = pytest.mark.django_db

LIST = "River forums\t\nWalk\t1 February 2090\nTalk\t2 February 2090\nBreakfast\t3 February 2090\n"


@pytest.fixture
def client(client_for):
    return client_for("admin")


@pytest.fixture
def imported(client):
    import_all(client, LIST)
    return Move.objects.get()


def moved(title, *change):
    change = Change(*change)
    return apply(change, plan([Meeting.objects.get(title=title)], change), "", make_person("admin"))


def press_undo(client, move):
    return told(client.post(reverse("undo_move", args=[move.pk])))


def titles():
    return sorted(Meeting.objects.values_list("title", flat=True))


def test_after_the_later_acts_are_undone_the_rest_of_the_import_is(client, imported):
    later, cancelled = moved("Walk", "weeks", 1), moved("Talk", "cancel")
    press_undo(client, imported)
    assert titles() == ["Talk", "Walk"]
    for move in (cancelled, later, imported):
        assert press_undo(client, move)[-1] == "Undone."
    assert (titles(), Meeting.history.filter(history_type="-").count()) == ([], 3)


def test_the_page_of_the_import_names_what_to_undo_first(client, imported):
    moved("Walk", "weeks", 1)
    press_undo(client, imported)
    assert "To undo this, first undo “Moved 1 meeting 1 week later.”" in text(client.get(imported.get_absolute_url()))


def test_a_meeting_changed_back_by_hand_is_as_it_was_made(imported):
    walk = Meeting.objects.get(title="Walk")
    for venue in ("Library", ""):
        walk.venue = venue
        walk.save()
    undo(imported, imported.by)
    assert titles() == []


def test_what_somebody_has_worked_on_stays_and_its_page_says_so(client, imported):
    make_comment(meeting=Meeting.objects.get(title="Walk"))
    Meeting.objects.get(title="Talk").stakeholders.add(make_stakeholder())
    Meeting.objects.filter(title="Breakfast").update(attendance=12)
    stays = "Changed since it was added, or something was logged at it, so an undo leaves it"
    assert text(client.get(imported.get_absolute_url())).count(stays) == 3
    assert press_undo(client, imported)[-1].startswith("Nothing is undone. Changed or used again since, so they stay")
    assert titles() == ["Breakfast", "Talk", "Walk"]


def test_the_days_of_a_meeting_moved_for_good_are_kept(imported):
    moved("Walk", "weeks", 1)
    undo(imported, imported.by)
    assert list(Meeting.objects.values_list("starts_on", flat=True)) == [date(2090, 2, 8)]


def test_an_admin_can_remove_a_meeting_at_which_nothing_was_logged(client, imported):
    walk = Meeting.objects.get(title="Walk")
    link = reverse("admin:meetings_meeting_delete", args=[walk.pk])
    assert f'href="{link}"' in client.get(walk.get_absolute_url()).text
    make_comment(meeting=walk)
    assert f'href="{link}"' not in client.get(walk.get_absolute_url()).text
    client.post(reverse("admin:meetings_meeting_delete", args=[Meeting.objects.get(title="Talk").pk]), {"post": "yes"})
    assert titles() == ["Breakfast", "Walk"]
