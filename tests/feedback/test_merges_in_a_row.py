"""Several stakeholders become one, some of them by way of another: parted again, each has what it had."""

import pytest
from django.urls import reverse

from feedback.actions.stakeholders import merge, undo_merge
from meetings.models import Meeting, Stakeholder
from tests.factories import make_comment, make_meeting, make_stakeholder
from tests.feedback.test_merge import everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def three():
    """Each with other names, contact details, a comment and meetings, one of which all three came to."""
    found = [
        make_stakeholder(name=f"{name} Watch", aliases=f"{name}s\n{name[0]}W", contact=f"ring {name}\n{name}@watch")
        for name in ("Weir", "Tame", "Goyt")
    ]
    for each in found:
        make_meeting([each], title=f"of {each}")
        make_comment(stakeholder=each)
    make_meeting(found, title="of all")
    make_meeting(found[:2], title="of two")
    return found


def merged(away, into, by):
    return merge(Stakeholder.objects.get(pk=away.pk), Stakeholder.objects.get(pk=into.pk), by)


def came_to(title):
    return sorted(Meeting.objects.get(title=title).stakeholders.values_list("name", flat=True))


def test_one_that_others_were_merged_into_takes_them_along_and_brings_them_back(three, admin):
    weir, tame, goyt = three
    before = everything()
    first = merged(weir, tame, admin)
    between = everything()
    second = merged(tame, goyt, admin)
    assert undo_merge(second, by=admin) == "Undone."
    assert everything() == between
    assert undo_merge(first, by=admin) == "Undone."
    assert everything() == before


def test_two_that_were_merged_into_one_are_parted_again_the_last_first(three, admin):
    weir, tame, goyt = three
    before = everything()
    first, second = merged(weir, goyt, admin), merged(tame, goyt, admin)
    assert [undo_merge(each, by=admin) for each in (second, first)] == ["Undone.", "Undone."]
    assert everything() == before


@pytest.mark.parametrize("by_way_of", [1, 2])
def test_the_later_merge_is_undone_first_where_the_one_rests_on_the_other(three, admin, by_way_of):
    first = merged(three[0], three[by_way_of], admin)
    merged(three[1], three[2], admin)
    kept = everything()
    said = "Not undone: Tame Watch has been merged with Goyt Watch since. Undo that first."
    assert (undo_merge(first, by=admin), everything()) == (said, kept)


def test_merges_that_share_no_meeting_are_undone_in_any_order(three, admin):
    weir, tame, goyt = three
    Meeting.objects.filter(title__in=["of all", "of two"]).delete()
    before = everything()
    first, second = merged(weir, goyt, admin), merged(tame, goyt, admin)
    assert undo_merge(first, by=admin) == (
        "Undone. Goyt Watch has been saved since, so the contact details stayed with it: copy what is Weir Watch's."
    )
    undo_merge(second, by=admin)
    for each, contact in ((weir, "ring Weir\nWeir@watch"), (tame, "ring Tame\nTame@watch")):
        Stakeholder.objects.filter(pk=each.pk).update(contact=contact)
    Stakeholder.objects.filter(pk=goyt.pk).update(contact="ring Goyt\nGoyt@watch")
    assert everything() == before


def test_what_was_edited_since_keeps_its_edits_and_loses_the_names_of_the_other(three, admin):
    weir, tame, _ = three
    made = merged(weir, tame, admin)
    into = Stakeholder.objects.get(pk=tame.pk)
    into.aliases, into.contact = f"{into.aliases}\nWatchers of the Tame", f"ring Cat\n{into.contact}"
    into.save()
    assert undo_merge(made, by=admin) == (
        "Undone. Tame Watch has been saved since, so the contact details stayed with it: copy what is Weir Watch's."
    )
    parted = Stakeholder.objects.get(pk=tame.pk)
    assert parted.aliases == "Tames\nTW\nWatchers of the Tame"
    assert parted.contact == "ring Cat\nring Tame\nTame@watch\nring Weir\nWeir@watch"
    assert Stakeholder.objects.called("Weirs").name == "Weir Watch"
    assert (came_to("of Weir Watch"), came_to("of two")) == (["Weir Watch"], ["Tame Watch", "Weir Watch"])


def test_the_page_says_which_merge_to_undo_first(three, admin, client_for):
    first = merged(three[0], three[1], admin)
    merged(three[1], three[2], admin)
    page = client_for("admin").post(reverse("undo_merge", args=[first.pk]), follow=True)
    assert "Not undone: Tame Watch has been merged with Goyt Watch since. Undo that first." in page.text
