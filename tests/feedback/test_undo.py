"""What was done, undoing it for thirty days, and doing it again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from feedback import actions
from feedback.actions.stakeholders import merge
from feedback.acts import acts_on, shown
from feedback.models import Act, Comment
from tests.factories import make_comment, make_key_point, make_person, make_stakeholder, theme
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db


def seen(*comments):
    return {comment.pk: comment.version for comment in Comment.objects.filter(pk__in=[each.pk for each in comments])}


def as_they_are():
    fields = ("pk", "text", "theme__slug", "key_point", "standing", "set_aside_reason")
    return list(Comment.objects.order_by("pk").values_list(*fields))


def aged(act, days):
    Act.objects.filter(pk=act.pk).update(at=timezone.now() - timedelta(days=days))
    return Act.objects.get(pk=act.pk)


def state(act):
    (line,) = shown(Act.objects.filter(pk=act.pk))
    return line.state, line.can_be_undone, line.can_be_done_again


def test_after_thirty_days_an_act_can_no_longer_be_undone(officer):
    act = actions.retag(seen(make_comment()), theme(), by=officer)
    assert actions.undo(aged(act, 31), by=officer) == "Not undone: that was more than 30 days ago."
    assert as_they_are()[0][2] == theme().slug
    assert state(act) == ("Too old to undo", False, False)
    assert actions.undo(aged(act, 29), by=officer) == "Undone: Tagged 1 comment Thriving neighbourhoods."


def test_what_a_manager_agreed_is_undone_by_a_manager_alone(client_for, manager):
    point = make_key_point([make_comment()])
    act = actions.change_status({point.pk: point.version}, "agreed", by=manager)
    officer = client_for("officer")
    assert ("Agreed 1 key point." in officer.get("/acts/").text, "Undo<span" in officer.get("/acts/").text) == (
        True,
        False,
    )
    assert officer.post(reverse("undo", args=[act.pk])).status_code == 403
    assert KeyPoint.objects.get().status == "agreed"
    client_for("manager").post(reverse("undo", args=[act.pk]))
    assert KeyPoint.objects.get().status == "draft"


@pytest.mark.parametrize("status, answer", [("draft", 302), ("agreed", 403)])
def test_an_officer_moves_no_agreed_point_to_another_theme_by_undoing_either(client_for, manager, status, answer):
    point = make_key_point([make_comment()], status=status)
    act = actions.change_theme(point, theme("overall-vision"), True, by=manager)
    officer = client_for("officer")
    by_hand = officer.get(reverse("change_theme", args=[point.pk])).status_code
    undone = officer.post(reverse("undo", args=[act.pk])).status_code
    assert (by_hand, undone) == (200 if status == "draft" else 403, answer)
    assert KeyPoint.objects.get().theme.slug == ("overall-vision" if answer == 403 else theme().slug)


AGAIN = {
    "tagged": lambda c, by: actions.retag(seen(c), theme("overall-vision"), by),
    "set aside": lambda c, by: actions.change_standing(seen(c), "set_aside", by, "Said twice"),
    "taken out": lambda c, by: actions.unlink(seen(c), by),
    "linked to another": lambda c, by: actions.link(seen(c), make_key_point(theme=theme()), by),
    "joined": lambda c, by: actions.join(seen(c, make_comment()), by),
}


@pytest.mark.parametrize("name", AGAIN)
def test_what_was_undone_can_be_done_again_and_undone_again(officer, name):
    comment = make_comment()
    make_key_point([comment])
    act = AGAIN[name](comment, officer)
    after = as_they_are()
    actions.undo(act, by=officer)
    before = as_they_are()
    assert before != after
    assert state(act) == ("Undone", False, True)
    assert actions.do_again(act, by=officer) == f"Done again: {act.words}"
    assert (as_they_are(), state(act)) == (after, ("", True, False))
    assert actions.undo(act, by=officer) == f"Undone: {act.words}"
    assert as_they_are() == before


def test_what_was_made_or_merged_is_not_done_again(officer):
    comment = make_comment()
    split = actions.split(seen(comment), "One.", "Two.", by=officer)
    merged = actions.merge_points(make_key_point([make_comment()]), make_key_point(), by=officer)
    for act in (split, merged):
        actions.undo(act, by=officer)
        assert actions.do_again(act, by=officer) == "That cannot be done again."
        assert state(act) == ("Undone", False, False)


def test_doing_again_does_not_link_to_a_point_removed_since(officer):
    comment, point = make_comment(), make_key_point()
    act = actions.link(seen(comment), point, by=officer)
    actions.undo(act, by=officer)
    actions.remove_point(point, by=officer)
    actions.do_again(act, by=officer)
    assert as_they_are()[0][2:4] == (theme().slug, None)


def test_a_split_of_which_a_piece_has_been_changed_since_is_not_undone_by_half(officer):
    comment = make_comment(text="Cold hall. Late bus.")
    act = actions.split(seen(comment), "Cold hall.", "Late bus.", by=officer)
    actions.retag(seen(Comment.objects.latest("pk")), theme(), by=officer)
    assert actions.undo(act, by=officer).startswith("Not undone: one of its comments has been changed since")
    assert Comment.objects.get(pk=comment.pk).text == "Cold hall."
    assert state(act) == ("Changed since. Undo first:", False, False)


def test_an_act_changed_in_part_says_so_and_gives_back_the_rest(officer):
    comments = [make_comment() for _ in range(3)]
    act = actions.retag(seen(*comments), theme(), by=officer)
    actions.retag(seen(comments[0]), theme("overall-vision"), by=officer)
    assert state(act) == ("1 of 3 changed since", True, False)
    actions.undo(act, by=officer)
    assert [row[2] for row in as_they_are()] == ["overall-vision", None, None]


def test_an_undo_of_many_costs_no_query_a_comment(officer, django_assert_max_num_queries):
    act = actions.retag(seen(*[make_comment() for _ in range(50)]), theme(), by=officer)
    with django_assert_max_num_queries(20):
        actions.undo(act, by=officer)


def test_a_removed_comment_leaves_a_line_of_history_with_the_person(officer):
    comment, manager = make_comment(), make_person("manager")
    act = actions.split(seen(comment), "One.", "Two.", by=officer)
    actions.undo(act, by=manager)
    last = Comment.history.filter(id=act.made[0]).latest("history_id")
    assert (last.history_type, last.history_user) == ("-", manager)


def test_merged_points_come_back_with_their_evidence(officer):
    point, into = make_key_point([make_comment(), make_comment()]), make_key_point()
    actions.undo(actions.merge_points(point, into, by=officer), by=officer)
    assert KeyPoint.objects.standing().count() == 2
    assert (point.comments.count(), into.comments.count()) == (2, 0)


def test_an_undo_gives_back_who_said_it_as_it_is_called_by_now(officer, admin):
    away, into, gone = make_stakeholder(), make_stakeholder(), make_stakeholder()
    comments = [make_comment(stakeholder=who) for who in (away, gone)]
    act = actions.change_standing(seen(*comments), "reply", by=officer)
    merge(away, into, by=admin)
    gone.delete()
    assert actions.undo(act, by=officer) == f"Undone: {act.words}"
    assert list(Comment.objects.order_by("pk").values_list("stakeholder", flat=True)) == [into.pk, None]


# The pages


def test_the_page_of_acts_shows_the_newest_first_with_who_and_undo(client_for, officer):
    actions.retag(seen(make_comment()), theme(), by=officer)
    actions.retag(seen(make_comment(), make_comment()), theme("overall-vision"), by=make_person("manager"))
    page = client_for("officer").get(reverse("acts"))
    assert [str(line.act) for line in page.context["acts"]] == [
        "Tagged 2 comments Overall vision.",
        "Tagged 1 comment Thriving neighbourhoods.",
    ]
    assert "Olive Officer" in page.text
    assert page.text.count(">Undo<") == 3  # of the column and two buttons


def test_acts_are_found_by_person(client_for, officer):
    other = make_person("manager")
    actions.retag(seen(make_comment()), theme(), by=officer)
    actions.retag(seen(make_comment()), theme(), by=other)
    page = client_for("officer").get(reverse("acts"), {"by": other.pk})
    assert [line.act.by for line in page.context["acts"]] == [other]
    assert ("Olive Officer</option>" in page.text, "officer</option>" in page.text) == (True, False)


@pytest.mark.parametrize("query", ["by=zzz", "by=%00", "by=9999999999999999999999", "page=abc"])
def test_a_nonsense_filter_of_acts_shows_all(client_for, officer, query):
    actions.retag(seen(make_comment()), theme(), by=officer)
    assert len(client_for("officer").get(f"{reverse('acts')}?{query}").context["acts"]) == 1


def test_acts_come_in_pages(client_for, officer):
    comment = make_comment()
    for number in range(26):
        actions.retag(seen(comment), theme() if number % 2 else None, by=officer)
        actions.retag(seen(comment), None if number % 2 else theme(), by=officer)
    page = client_for("officer").get(f"{reverse('acts')}?by={officer.pk}")
    assert len(page.context["acts"]) == 25
    assert f'href="?by={officer.pk}&amp;page=2"' in page.text


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_acts_makes_the_same_number_of_queries(client_for, officer, number, django_assert_num_queries):
    for _ in range(number):
        actions.merge_points(make_key_point([make_comment()]), make_key_point(), by=make_person())
    client = client_for("officer")
    client.get(reverse("acts"))
    with django_assert_num_queries(9):
        client.get(reverse("acts"))


def test_undo_on_the_page_offers_to_do_it_again(client_for, officer):
    client = client_for("officer")
    act = actions.retag(seen(make_comment()), theme(), by=officer)
    page = client.post(reverse("undo", args=[act.pk]), {"next": reverse("acts")}, follow=True)
    assert page.text.count("Do it again") == 2  # in the message and in the list
    client.post(reverse("do_again", args=[act.pk]), {"next": reverse("acts")})
    assert as_they_are()[0][2] == theme().slug


def test_a_comment_shows_just_the_acts_on_it(client_for, officer):
    comment, other = make_comment(), make_comment()
    both = actions.retag(seen(comment, other), theme(), by=officer)
    mine = actions.split(seen(comment), "One.", "Two.", by=officer)
    actions.retag(seen(other), None, by=officer)
    assert [line.act for line in acts_on(comment)] == [mine, both]
    page = client_for("officer").get(comment.get_absolute_url())
    assert page.text.count(f'action="{reverse("undo", args=[mine.pk])}"') == 1
    assert [line.act for line in acts_on(Comment.objects.get(pk=mine.made[0]))] == [mine]


def test_a_comment_no_longer_shows_old_acts(officer):
    comment = make_comment()
    act = actions.retag(seen(comment), theme(), by=officer)
    aged(act, 31)
    comment.history.update(history_date=timezone.now() - timedelta(days=31))
    assert acts_on(comment) == []
