"""Two stakeholders that are one: what follows, and that they can be parted again."""

import pytest
from django.urls import reverse

from feedback.actions.stakeholders import merge, undo_merge
from feedback.models import Comment
from meetings.models import Meeting, Merge, Stakeholder
from tests.factories import make_comment, make_meeting, make_stakeholder

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    """One with a meeting of its own, one it shares, and a comment; and the one that it is really."""
    away = make_stakeholder(name="Wier Watch", aliases="Watchers\nTWW", contact="ring Ann\n0161 496 0000")
    into = make_stakeholder(name="Weir Watch", aliases="tww", contact="ring Bob")
    make_meeting([away], title="its own")
    make_meeting([away, into], title="shared")
    make_meeting([into], title="the other's")
    make_comment(stakeholder=away)
    make_comment(stakeholder=into)
    return away, into


def everything():
    """All that merging touches, but for versions."""
    return (
        list(Stakeholder.objects.order_by("pk").values_list("pk", "name", "audience", "aliases", "contact")),
        sorted(Meeting.stakeholders.through.objects.values_list("meeting__title", "stakeholder__name")),
        list(Comment.objects.order_by("pk").values_list("pk", "stakeholder__name")),
    )


def test_everything_follows(pair, admin):
    merge(*pair, by=admin)
    (forum,) = Stakeholder.objects.all()
    assert (forum.name, forum.aliases, forum.contact) == (
        "Weir Watch",
        "tww\nWier Watch\nWatchers",
        "ring Bob\nring Ann\n0161 496 0000",
    )
    assert sorted(forum.meetings.values_list("title", flat=True)) == ["its own", "shared", "the other's"]
    assert forum.comments.count() == 2
    assert Stakeholder.objects.called("wier watch") == forum


def test_undo_parts_them_again(pair, admin):
    before = everything()
    assert undo_merge(merge(*pair, by=admin), by=admin) == "Undone."
    assert everything() == before


def test_a_comment_that_was_changed_since_stays(pair, admin):
    merged = merge(*pair, by=admin)
    comment = Comment.objects.get(pk=merged.comments[0][0])
    comment.text = "Reworded."
    comment.save()
    assert undo_merge(merged, by=admin) == "Undone. 1 comment had been changed since and stayed with Weir Watch."


def test_a_merge_is_undone_once_and_not_over_a_new_one_of_its_name(pair, admin):
    merged = merge(*pair, by=admin)
    taken = make_stakeholder(name="wier watch")
    assert undo_merge(merged, by=admin) == "Not undone: there is another Wier Watch by now."
    taken.delete()
    undo_merge(merged, by=admin)
    assert undo_merge(merged, by=admin) == "Not undone: it has been undone already."


def test_a_merge_leaves_a_line_of_history_on_all_it_touched(pair, admin):
    merge(*pair, by=admin)
    assert Meeting.objects.get(title="its own").history.first().history_user == admin
    assert Comment.objects.last().history.first().history_user == admin


def test_no_contact_details_are_kept_beside_the_register(pair, admin):
    merged = merge(*pair, by=admin)
    kept = Merge.objects.filter(pk=merged.pk).values().get()
    assert "0161" not in str(kept)


def test_an_admin_merges_after_a_preview_and_undoes_it(pair, client_for):
    away, into = pair
    before, client = everything(), client_for("admin")
    address = reverse("merge_stakeholder", args=[away.pk])
    preview = client.post(address, {"into": into.pk})
    assert "2 meetings and 1 comment follow" in preview.text
    assert everything() == before
    done = client.post(address, {"into": into.pk, "confirm": into.pk}, follow=True)
    assert "Wier Watch is now Weir Watch. It can be undone below." in done.text
    client.post(reverse("undo_merge", args=[Merge.objects.get().pk]))
    assert everything() == before


@pytest.mark.parametrize("chosen", ["", "itself", "999", "letters"])
def test_it_merges_into_another_one_alone(pair, client_for, chosen):
    away, _ = pair
    sent = {"into": away.pk if chosen == "itself" else chosen, "confirm": away.pk}
    response = client_for("admin").post(reverse("merge_stakeholder", args=[away.pk]), sent)
    assert (response.status_code, Stakeholder.objects.count()) == (422, 2)


def test_of_two_merges_at_once_the_later_finds_one_of_them_gone(pair, admin):
    first, second = pair
    merge(first, second, admin)
    with pytest.raises(Stakeholder.DoesNotExist):
        merge(second, first, admin)
    with pytest.raises(Stakeholder.DoesNotExist):
        merge(first, second, admin)
    assert list(Stakeholder.objects.filter(pk__in=[first.pk, second.pk])) == [second]
