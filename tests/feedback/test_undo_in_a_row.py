"""Acts on one comment after another: undone the last first, they give the beginning back."""

import pytest
from django.urls import reverse
from hypothesis import settings
from hypothesis.stateful import initialize, run_state_machine_as_test

from feedback import actions
from feedback.acts import shown
from feedback.models import Act, Comment
from tests.factories import make_comment, make_key_point, make_meeting, make_person, theme
from tests.feedback.test_ledger_machine import Portal
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db


def as_it_is():
    """Every column but the version, which counts the saves."""
    rows = [*Comment.objects.order_by("pk").values(), *KeyPoint.objects.order_by("pk").values()]
    return [{name: value for name, value in row.items() if name != "version"} for row in rows]


def now(*comments):
    return {comment.pk: Comment.objects.get(pk=comment.pk).version for comment in comments}


def states():
    """Of all acts, the newest first."""
    return [line.state for line in shown(Act.objects.all())]


class InARow(Portal):
    """Whatever is done, with nothing undone in between."""

    log = undo = do_again = None

    @initialize()
    def open(self):
        super().open()
        self.beginning = as_it_is()

    def teardown(self):
        try:
            for act in Act.objects.all():
                assert actions.undo(act, self.by) == f"Undone: {act.words}"
            assert as_it_is() == self.beginning
        finally:
            super().teardown()


def test_whatever_is_done_is_undone_the_last_first():
    run_state_machine_as_test(InARow, settings=settings(max_examples=30, stateful_step_count=12, deadline=None))


def test_an_act_can_be_undone_again_once_the_later_one_is(officer):
    comment = make_comment()
    before = as_it_is()
    tagged = actions.retag(now(comment), theme(), officer)
    aside = actions.change_standing(now(comment), "set_aside", officer, "Said twice")
    assert states() == ["", "Changed since. Undo first:"]
    after = as_it_is()
    actions.undo(aside, officer)
    assert states() == ["Undone", ""]
    actions.undo(tagged, officer)
    assert as_it_is() == before
    assert [actions.do_again(act, officer) for act in (tagged, aside)] == [
        f"Done again: {act.words}" for act in (tagged, aside)
    ]
    assert (as_it_is(), states()) == (after, ["", "Changed since. Undo first:"])


def test_what_three_made_of_it_is_not_undone_though_it_is_as_the_first_left_it(officer, manager):
    comment = make_comment()
    first = actions.retag(now(comment), theme(), officer)
    actions.retag(now(comment), None, manager)
    actions.retag(now(comment), theme(), manager)
    assert states()[2] == "Changed since. Undo first:"
    assert actions.undo(first, officer) == (
        "Not undone: all of it has been changed since. Undo first what was done later."
    )
    assert Comment.objects.get().theme == theme()


def test_what_was_edited_since_stays_though_a_later_act_is_undone(officer):
    comment = make_comment()
    first = actions.retag(now(comment), theme(), officer)
    edited = Comment.objects.get()
    edited.text = "As it was meant."
    edited.save()
    actions.undo(actions.move_comments(now(comment), make_meeting(), officer), officer)
    assert states() == ["Undone", "Changed since: it can no longer be undone"]
    actions.undo(first, officer)
    assert (Comment.objects.get().theme, Comment.objects.get().text) == (theme(), "As it was meant.")


def test_an_act_leads_to_the_later_one_that_is_to_be_undone_first(client_for, officer):
    comment = make_comment()
    actions.retag(now(comment), theme(), officer)
    later = actions.link(now(comment), make_key_point(theme=theme()), officer)
    address = f"{comment.get_absolute_url()}#act-{later.pk}"
    client = client_for("officer")
    pages = [client.get(each).text for each in (reverse("acts"), comment.get_absolute_url())]
    for page in pages:
        assert f'Changed since. Undo first: <a class="govuk-link" href="{address}">{later}</a>' in page
        assert f'id="act-{later.pk}"' in page


@pytest.mark.parametrize("number", [1, 3])
def test_acts_that_wait_for_others_cost_no_query_each(client_for, officer, number, django_assert_num_queries):
    for _ in range(number):
        comment = make_comment()
        actions.retag(now(comment), theme(), make_person())
        actions.change_standing(now(comment), "set_aside", make_person(), "Said twice")
    client = client_for("officer")
    client.get(reverse("acts"))
    with django_assert_num_queries(11):
        client.get(reverse("acts"))
