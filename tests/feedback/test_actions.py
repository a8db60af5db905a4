"""What an act does to comments, what it says, and that it can be taken back."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from feedback import actions
from feedback.models import Act, Comment
from tests.factories import make_comment, make_key_point, make_meeting, make_person, make_stakeholder, theme
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db


def seen(*comments):
    return {comment.pk: comment.version for comment in comments}


def as_they_are():
    fields = ("pk", "text", "theme", "key_point", "standing", "set_aside_reason", "meeting")
    return list(Comment.objects.order_by("pk").values_list(*fields))


def test_a_save_sent_twice_makes_one_comment(officer):
    key = uuid.uuid4()
    first = actions.log(Comment(meeting=make_meeting(), text="Once", key=key), by=officer)
    again = actions.log(Comment(meeting=first.meeting, text="Once", key=key), by=officer)
    assert (again.pk, Comment.objects.count()) == (first.pk, 1)


def test_the_history_of_a_logged_comment_names_the_officer(officer):
    comment = actions.log(Comment(meeting=make_meeting(), text="Words"), by=officer)
    assert [record.history_user for record in comment.history.all()] == [officer]


def test_retagging_takes_a_comment_out_of_its_point_and_says_so(officer):
    comment = make_comment()
    make_key_point([comment])
    comment.refresh_from_db()
    act = actions.retag(seen(comment), theme("overall-vision"), by=officer)
    comment.refresh_from_db()
    assert (comment.theme, comment.key_point) == (theme("overall-vision"), None)
    assert act.words == "Tagged 1 comment Overall vision. 1 comment left the key point they were in."


def test_retagging_with_the_same_theme_changes_nothing(officer):
    comment = make_comment(theme=theme())
    act = actions.retag(seen(comment), theme(), by=officer)
    comment.refresh_from_db()
    assert (act.pk, comment.version, comment.history.count()) == (None, 1, 1)
    assert act.words == "1 comment had Thriving neighbourhoods already."


def test_what_somebody_else_has_changed_is_passed_over_and_said(officer):
    changed, other = make_comment(), make_comment()
    shown = seen(changed, other)
    changed.save()
    act = actions.retag(shown, theme(), by=officer)
    assert act.words == (
        "Tagged 1 comment Thriving neighbourhoods. 1 comment had been changed by somebody else and stayed as before."
    )
    assert list(Comment.objects.order_by("pk").values_list("theme__slug", flat=True)) == [None, theme().slug]


def test_setting_aside_takes_a_comment_out_of_its_point(officer):
    comment = make_comment()
    make_key_point([comment])
    comment.refresh_from_db()
    actions.change_standing(seen(comment), "set_aside", officer, "Said twice")
    comment.refresh_from_db()
    assert (comment.standing, comment.set_aside_reason, comment.key_point) == ("set_aside", "Said twice", None)


@pytest.mark.parametrize(
    "standing, words",
    [
        ("set_aside", "Set 1 comment aside. 1 comment had that standing already."),
        ("action", "Marked 2 comments as action."),
        ("counted", "Marked 1 comment as counted. 1 comment had that standing already."),
    ],
)
def test_an_act_says_what_was_done_so_that_undone_it_reads_true(officer, standing, words):
    comments = [make_comment(), make_comment(standing="set_aside", set_aside_reason="Said twice")]
    act = actions.change_standing({each.pk: each.version for each in comments}, standing, officer, reason_for(standing))
    assert (act.words, actions.undo(act, by=officer)) == (words, f"Undone: {words}")


def reason_for(standing):
    return "Said twice" if standing == "set_aside" else ""


def test_the_council_s_reply_is_said_by_no_stakeholder(officer):
    comment = make_comment(stakeholder=make_stakeholder())
    act = actions.change_standing(seen(comment), "reply", officer)
    assert act.words == "Marked 1 comment as council reply. Who said it was taken out of 1 comment."
    comment.refresh_from_db()
    assert comment.stakeholder is None
    actions.undo(act, by=officer)
    comment.refresh_from_db()
    assert comment.stakeholder is not None


def test_a_split_keeps_the_words_as_taken_down_in_both(officer):
    comment = make_comment(text="Cold hall. Late bus.", theme=theme(), kind="concern")
    actions.split(seen(comment), "Cold hall.", "Late bus.", by=officer)
    assert list(Comment.objects.order_by("pk").values_list("text", "verbatim", "theme__slug", "kind")) == [
        ("Cold hall.", "Cold hall. Late bus.", theme().slug, "concern"),
        ("Late bus.", "Cold hall. Late bus.", theme().slug, "concern"),
    ]


def test_linking_an_untagged_comment_gives_it_the_point_s_theme(officer):
    comment, point = make_comment(), make_key_point()
    actions.link(seen(comment), point, by=officer)
    comment.refresh_from_db()
    assert (comment.theme, comment.key_point) == (point.theme, point)


def test_a_comment_of_another_theme_or_not_counted_is_not_linked(officer):
    point = make_key_point()
    other, reply = make_comment(theme=theme("overall-vision")), make_comment(standing="reply")
    act = actions.link(seen(other, reply), point, by=officer)
    assert act.words == "Linked 0 comments. 2 comments not linked: not counted, or of another theme."
    assert point.comments.count() == 0


def test_nothing_is_linked_to_a_removed_point(officer):
    comment, point = make_comment(), make_key_point(status="removed")
    act = actions.link(seen(comment), point, by=officer)
    assert (act.words, point.comments.count()) == ("Nothing is linked: somebody has removed that key point.", 0)


def test_merging_moves_all_evidence_and_removes_the_first(officer):
    point, into = make_key_point([make_comment(), make_comment()]), make_key_point([make_comment()])
    actions.merge_points(point, into, by=officer)
    point.refresh_from_db()
    assert (point.status, point.comments.count(), into.comments.count()) == ("removed", 0, 3)


def test_points_of_two_themes_are_not_merged(officer):
    point, into = make_key_point(), make_key_point(theme=theme("overall-vision"))
    act = actions.merge_points(point, into, by=officer)
    assert (act.pk, KeyPoint.objects.standing().count()) == (None, 2)


def test_a_point_moves_up_among_those_of_its_theme(officer):
    points = [make_key_point(position=place, text=f"Point {place}.") for place in (1, 2, 3)]
    actions.move_point(points[2], -1, by=officer)
    assert [point.text for point in KeyPoint.objects.in_order()] == ["Point 1.", "Point 3.", "Point 2."]


ACTS = {
    "retag": lambda c, p, by: actions.retag(seen(c), theme("overall-vision"), by),
    "untag": lambda c, p, by: actions.retag(seen(c), None, by),
    "mark": lambda c, p, by: actions.change_standing(seen(c), "reply", by),
    "set aside": lambda c, p, by: actions.change_standing(seen(c), "set_aside", by, "Said twice"),
    "move": lambda c, p, by: actions.move_comments(seen(c), make_meeting(), by),
    "split": lambda c, p, by: actions.split(seen(c), "One.", "Two.", by),
    "link": lambda c, p, by: actions.link(seen(c), make_key_point(theme=c.theme), by),
    "unlink": lambda c, p, by: actions.unlink(seen(c), by),
    "merge": lambda c, p, by: actions.merge_points(p, make_key_point(theme=p.theme), by),
    "remove": lambda c, p, by: actions.remove_point(p, by),
}


@pytest.mark.parametrize("name", ACTS)
def test_every_act_is_undone_whole(officer, name):
    comment = make_comment()
    point = make_key_point([comment, make_comment()])
    comment.refresh_from_db()
    before = as_they_are(), point.status
    act = ACTS[name](comment, point, officer)
    assert (as_they_are(), point.status) != before or name in ("merge", "remove")
    assert actions.undo(act, by=officer) == f"Undone: {act.words}"
    point.refresh_from_db()
    assert (as_they_are(), point.status) == before


def test_an_undo_leaves_what_has_been_changed_since(officer):
    comment, other = make_comment(), make_comment()
    act = actions.retag(seen(comment, other), theme(), by=officer)
    comment.refresh_from_db()
    comment.text = "Changed since"
    comment.save()
    assert actions.undo(act, by=officer) == f"Undone: {act.words} 1 had been changed since and stayed as before."
    assert list(Comment.objects.order_by("pk").values_list("text", "theme__slug")) == [
        ("Changed since", theme().slug),
        (other.text, None),
    ]


def test_an_act_is_undone_once(officer):
    act = actions.retag(seen(make_comment()), theme(), by=officer)
    actions.undo(act, by=officer)
    assert actions.undo(act, by=officer) == "That has been undone already."


def test_an_undo_does_not_put_a_comment_back_into_a_removed_point(officer):
    comment = make_comment()
    point = make_key_point([comment])
    comment.refresh_from_db()
    act = actions.retag(seen(comment), theme("overall-vision"), by=officer)
    actions.remove_point(point, by=officer)
    actions.undo(act, by=officer)
    comment.refresh_from_db()
    assert (comment.theme, comment.key_point) == (theme(), None)


def test_every_act_leaves_a_line_of_history_with_the_person(officer):
    comment = make_comment()
    person = make_person("manager")
    actions.retag(seen(comment), theme(), by=person)
    newest = comment.history.order_by("-history_id").first()
    assert (newest.theme_id, newest.version, newest.history_user) == (theme().pk, 2, person)


WRONG = {
    "no words": {"text": ""},
    "set aside without a reason": {"standing": "set_aside", "set_aside_reason": ""},
    "a reason without being set aside": {"set_aside_reason": "Because"},
}


@pytest.mark.parametrize("name", WRONG)
def test_the_database_refuses(name):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_comment(**WRONG[name])


@pytest.mark.parametrize("values", [{"theme": None}, {"standing": "reply"}])
def test_the_database_refuses_evidence_that_is_not_counted_and_tagged(values):
    point = make_key_point()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_comment(**{"key_point": point, "theme": point.theme, **values})


def test_an_act_with_no_change_is_not_kept(officer):
    actions.retag({}, theme(), by=officer)
    assert Act.objects.count() == 0
