"""What an act does to a key point and its evidence, what it says, and that it can be taken back."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from feedback import actions
from feedback.models import Act, Comment
from tests.factories import make_comment, make_key_point, theme
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db
VISION = "overall-vision"


def seen(*records):
    for record in records:
        record.refresh_from_db()
    return {record.pk: record.version for record in records}


def as_they_are():
    comments = Comment.objects.order_by("pk").values_list("pk", "theme", "key_point", "quoted", "quoted_by_name")
    points = KeyPoint.objects.standing().in_order().values_list("theme__slug", "text", "status")
    return list(comments), list(points)


def undo(act, by):
    return actions.undo(Act.objects.get(pk=act.pk), by)


def test_a_point_is_started_with_its_evidence_at_the_end_of_its_theme(officer):
    make_key_point(position=4)
    comments = make_comment(), make_comment(theme=theme())
    point, act = actions.start_point(theme(), "People felt cold.", seen(*comments), by=officer)
    assert (point.position, point.status, point.evidence_ids()) == (5, "draft", [each.pk for each in comments])
    assert act.words == "Started a key point. Linked 2 comments."


def test_pasted_points_are_drafts_in_the_order_given(officer):
    blocks = [(theme(VISION), ["One.", "Two."]), (theme(), ["Three."])]
    act = actions.paste_points(blocks, by=officer)
    assert list(KeyPoint.objects.in_order().values_list("theme__slug", "text", "status")) == [
        (VISION, "One.", "draft"),
        (VISION, "Two.", "draft"),
        (theme().slug, "Three.", "draft"),
    ]
    assert act.words == "Added 3 key points as drafts."


def split(point, second, by):
    point.refresh_from_db()
    return actions.split_point(point, point.version, "One.", "Two.", seen(*second), by)


def test_a_split_gives_the_second_point_the_next_place_and_what_was_ticked(officer):
    stays, goes = make_comment(), make_comment()
    point = make_key_point([stays, goes], position=1, status="agreed")
    make_key_point(position=2, text="After.")
    act = split(point, [goes], officer)
    first, second, after = KeyPoint.objects.in_order()
    assert [(each.text, each.status, each.evidence_ids()) for each in (first, second)] == [
        ("One.", "draft", [stays.pk]),
        ("Two.", "draft", [goes.pk]),
    ]
    assert (after.text, act.words) == ("After.", "Split the key point in two: 1 comment went to the second.")


def test_a_split_of_a_point_that_somebody_has_changed_is_refused_and_all_of_it_comes_back(client_for):
    comment = make_comment()
    point = make_key_point([comment])
    comment.refresh_from_db()
    client, address = client_for("officer"), reverse("split_key_point", args=[point.pk])
    typed = {"first": "People felt cold.", "second": "People felt lost.", "seen": comment.seen, "version": 1}
    point.text = "People felt that halls are draughty."
    point.save()
    response = client.post(address, typed)
    assert response.context["form"].non_field_errors() == [
        "Somebody has changed the key point since. It now says: “People felt that halls are draughty.”"
    ]
    page = response.content.decode()
    assert all(words in page for words in ("People felt cold.", "People felt lost."))
    assert f'value="{comment.seen}" id="tick-{comment.pk}" checked' in page
    client.post(address, {**typed, "version": response.context["form"]["version"].value()})
    assert KeyPoint.objects.standing().count() == 2


def test_a_point_that_somebody_has_changed_is_not_split(officer):
    point = make_key_point()
    act = actions.split_point(point, point.version + 1, "One.", "Two.", {}, officer)
    assert (act.pk, KeyPoint.objects.count()) == (None, 1)


def test_a_point_with_evidence_changes_theme_only_with_its_evidence(officer):
    comment = make_comment()
    point = make_key_point([comment])
    refused = actions.change_theme(point, theme(VISION), False, by=officer)
    assert (refused.pk, refused.words) == (
        None,
        "Not moved: 1 comment of Thriving neighbourhoods would have to be retagged Overall vision with it.",
    )
    act = actions.change_theme(point, theme(VISION), True, by=officer)
    point.refresh_from_db()
    comment.refresh_from_db()
    assert (point.theme, comment.theme, comment.key_point) == (theme(VISION), theme(VISION), point)
    assert act.words == "Moved the key point to Overall vision. 1 comment retagged with it."


def test_points_are_agreed_on_the_evidence_they_have_in_the_version_that_was_read(manager):
    comment, proof = make_comment(), make_comment()
    read, changed = make_key_point([comment]), make_key_point()
    agreed = make_key_point([proof], status="agreed", agreed_on=[proof.pk])
    shown = seen(read, changed, agreed)
    changed.save()
    act = actions.change_status(shown, "agreed", by=manager)
    assert act.words == "Agreed 1 key point. 1 key point had been changed by somebody else and stayed as before."
    read.refresh_from_db()
    assert (read.status, read.agreed_on) == ("agreed", [comment.pk])
    assert KeyPoint.objects.get(pk=changed.pk).status == "draft"


def test_to_agree_what_is_agreed_says_so(manager):
    proof = make_comment(theme=theme())
    agreed = make_key_point([proof], status="agreed", agreed_on=[proof.pk])
    assert actions.change_status(seen(agreed), "agreed", by=manager).words == "It is so already."


def quote(point, comment, by, by_name=False, quoted=True):
    return actions.quote(point, seen(comment), quoted, by_name, by)


def test_a_comment_is_quoted_under_its_point_and_no_longer(officer):
    comment = make_comment(verbatim="Cold as a church.")
    point = make_key_point([comment])
    assert quote(point, comment, officer, by_name=True).words == f"Quoted {comment.reference}."
    comment.refresh_from_db()
    assert (comment.quoted, comment.quoted_by_name) == (True, True)
    assert quote(point, comment, officer, quoted=False).words == f"Took {comment.reference} out of the quotes."
    comment.refresh_from_db()
    assert (comment.quoted, comment.quoted_by_name) == (False, False)


def test_a_point_has_three_quotes_at_most(officer):
    comments = [make_comment(verbatim="Cold as a church.") for _ in range(4)]
    point = make_key_point(comments)
    acts = [quote(point, comment, officer) for comment in comments]
    assert acts[3].words == "Not quoted: a key point prints 3 quotes at most. Take one out first."
    assert point.comments.filter(quoted=True).count() == 3


def test_only_words_that_were_taken_down_are_quoted(officer):
    comment = make_comment()
    act = quote(make_key_point([comment]), comment, officer)
    assert act.words == "Not quoted: its words were not taken down, and a quote prints nothing else."
    assert Comment.objects.filter(quoted=True).count() == 0


def test_a_comment_of_another_point_is_not_quoted(officer):
    comment = make_comment(verbatim="Cold as a church.")
    make_key_point([comment])
    assert quote(make_key_point(), comment, officer).pk is None


def test_the_database_refuses_a_quote_that_is_no_evidence():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_comment(quoted=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_comment(key_point=make_key_point(), quoted_by_name=True)


TAKES_OUT = {
    "retag": lambda c, p, by: actions.retag(seen(c), theme(VISION), by),
    "set aside": lambda c, p, by: actions.change_standing(seen(c), "set_aside", by, "Said twice"),
    "unlink": lambda c, p, by: actions.unlink(seen(c), by),
    "link to another": lambda c, p, by: actions.link(seen(c), make_key_point(), by),
    "remove": lambda c, p, by: actions.remove_point(p, by),
    "split": lambda c, p, by: split(p, [c], by),
}


@pytest.mark.parametrize("name", TAKES_OUT)
def test_what_leaves_its_point_is_no_longer_quoted_until_that_is_undone(officer, name):
    comment = make_comment(verbatim="Cold as a church.")
    point = make_key_point([comment])
    quote(point, comment, officer, by_name=True)
    act = TAKES_OUT[name](comment, point, officer)
    comment.refresh_from_db()
    assert (comment.quoted, comment.quoted_by_name) == (False, False)
    assert undo(act, officer) == f"Undone: {act.words}"
    comment.refresh_from_db()
    assert (comment.key_point, comment.quoted, comment.quoted_by_name) == (point, True, True)


ACTS = {
    "start": lambda c, p, by: actions.start_point(p.theme, "Started.", seen(c), by)[1],
    "paste": lambda c, p, by: actions.paste_points([(p.theme, ["One.", "Two."])], by),
    "split": lambda c, p, by: split(p, [c], by),
    "theme": lambda c, p, by: actions.change_theme(p, theme(VISION), True, by),
    "agree": lambda c, p, by: actions.change_status(seen(p), "agreed", by),
    "quote": lambda c, p, by: quote(p, c, by),
}


@pytest.mark.parametrize("name", ACTS)
def test_every_act_is_undone_whole(officer, name):
    comment = make_comment(verbatim="Cold as a church.")
    point = make_key_point([comment, make_comment()])
    before = as_they_are()
    act = ACTS[name](comment, point, officer)
    assert as_they_are() != before
    assert undo(act, officer) == f"Undone: {act.words}"
    assert as_they_are() == before


@pytest.mark.parametrize("name", ["start", "split", "theme"])
def test_no_undo_strands_evidence_that_came_since(officer, name):
    comment = make_comment()
    point = make_key_point([comment, make_comment()])
    act = ACTS[name](comment, point, officer)
    newest = KeyPoint.objects.order_by("pk").last()
    actions.link(seen(make_comment(theme=newest.theme)), newest, by=officer)
    before = as_they_are()
    assert undo(act, officer) == "Not undone: the evidence of its key point has been changed since."
    assert as_they_are() == before
    for linked in Comment.objects.in_points():
        assert linked.theme_id == linked.key_point.theme_id and linked.key_point.status != "removed"


def test_every_act_leaves_a_line_of_history_with_the_person(officer):
    point = make_key_point([make_comment()])
    for name in ("theme", "agree"):
        ACTS[name](point.comments.get(), point, officer)
        assert point.history.order_by("-history_id").first().history_user == officer
