"""Whatever is done to comments and undone, in whatever order: the ledger adds up, no evidence is in a wrong place."""

import pytest
from django.db import transaction
from django.db.models import F, Max
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from feedback import actions
from feedback.forms import SummaryFilter
from feedback.importers import Piece
from feedback.imports import row_of
from feedback.models import Act, Comment
from tests.factories import make_comment, make_key_point, make_meeting, make_person
from themes.models import KeyPoint, Theme
from themes.report import build

WHICH = st.lists(st.integers(0, 2), min_size=1, max_size=3)
ONE = st.integers(0, 2)
THEME = st.sampled_from([None, 0, 1])
# Three papers, in readings and words; the last says again what the first says.
PAPERS = [
    [("comment", "One."), ("reply", "Two."), ("comment", "Three.")],
    [("action", "Four."), ("decision", "Five."), ("comment", "Six.")],
    [("comment", "One."), ("comment", "Seven.")],
]


class Portal(RuleBasedStateMachine):
    @initialize()
    def open(self):
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.by, self.meetings = make_person("officer"), [make_meeting(), make_meeting()]
        self.themes = list(Theme.objects.order_by("number"))
        # Few of each, so that what is done meets what was done before.
        make_key_point([make_comment(), make_comment()], theme=self.themes[0])
        make_key_point(theme=self.themes[0])
        make_key_point(theme=self.themes[1])
        self.seen = {}  # as a page shown some time ago has them

    def comments(self, numbers):
        """As they are now."""
        pks = list(Comment.objects.order_by("pk").values_list("pk", flat=True))
        return [Comment.objects.get(pk=pk) for pk in {pks[number % len(pks)] for number in numbers}] if pks else []

    def now(self, numbers):
        return {comment.pk: comment.version for comment in self.comments(numbers)}

    def points(self):
        return list(KeyPoint.objects.order_by("pk"))

    @rule(theme=THEME, meeting=st.integers(0, 1), standing=st.sampled_from(["counted", "counted", "reply", "action"]))
    def log(self, theme, meeting, standing):
        words = f"Comment {Comment.objects.count()}."
        theme = None if theme is None else self.themes[theme]
        comment = Comment(meeting=self.meetings[meeting], text=words, theme=theme, standing=standing)
        actions.log(comment, self.by)

    @rule(paper=ONE, meeting=st.integers(0, 1), theme=THEME)
    def import_notes(self, paper, meeting, theme):
        theme = None if theme is None else self.themes[theme].pk
        pieces = [Piece(text, text, reading) for reading, text in PAPERS[paper]]
        rows = [row_of(str(number), piece, None, theme) for number, piece in enumerate(pieces)]
        notes = {"by": self.by, "name": "notes.txt", "rows": rows}
        source, _ = actions.start_import(self.meetings[meeting], f"{paper:064}", notes)
        actions.import_pieces(source, source.version, self.by)

    @rule(which=WHICH)
    def look(self, which):
        self.seen = self.now(which)

    @rule(which=WHICH, theme=THEME)
    def tag(self, which, theme):
        actions.retag(self.now(which), None if theme is None else self.themes[theme], self.by)

    @rule(theme=THEME)
    def tag_what_was_seen_before(self, theme):
        actions.retag(self.seen, None if theme is None else self.themes[theme], self.by)

    @rule(which=WHICH, standing=st.sampled_from(["counted", "reply", "action", "set_aside"]))
    def mark(self, which, standing):
        reason = "Said twice" if standing == "set_aside" else ""
        actions.change_standing(self.now(which), standing, self.by, reason)

    @rule(which=ONE)
    def split(self, which):
        actions.split(self.now([which]), "One.", "Two.", self.by)

    @rule(one=ONE, other=ONE)
    def join(self, one, other):
        actions.join(self.now([one, other]), self.by)

    @rule(which=WHICH, point=ONE)
    def link(self, which, point):
        actions.link(self.now(which), self.points()[point % 3], self.by)

    @rule(which=WHICH, meeting=st.integers(0, 1))
    def move_to_another_meeting(self, which, meeting):
        actions.move_comments(self.now(which), self.meetings[meeting], self.by)

    @rule(which=WHICH)
    def unlink(self, which):
        actions.unlink(self.now(which), self.by)

    @rule(one=ONE, other=ONE)
    def merge(self, one, other):
        point, into = self.points()[one % 3], self.points()[other % 3]
        if point != into:
            actions.merge_points(point, into, self.by)

    @rule(point=ONE)
    def remove(self, point):
        actions.remove_point(self.points()[point % 3], self.by)

    @precondition(lambda self: Act.objects.exists())
    @rule(back=st.integers(0, 2))
    def undo(self, back):
        actions.undo(self.act(back), self.by)

    @precondition(lambda self: Act.objects.exists())
    @rule(back=st.integers(0, 2))
    def do_again(self, back):
        actions.do_again(self.act(back), self.by)

    def act(self, back):
        acts = Act.objects.all()[: back + 1]
        return acts[len(acts) - 1]

    @invariant()
    def evidence_is_where_it_belongs(self):
        evidence = Comment.objects.in_points()
        fitting = evidence.counted().filter(theme=F("key_point__theme")).exclude(key_point__status="removed")
        assert set(evidence) == set(fitting)

    def teardown(self):
        try:
            ledger_adds_up()
            every_version_has_its_line_of_history()
        finally:
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)


def ledger_adds_up():
    report = build(SummaryFilter({}))
    ledger, sections = report.ledger, report.sections
    assert ledger.all == Comment.objects.count()
    assert ledger.all == ledger.counted + ledger.replies + ledger.actions + ledger.set_aside
    assert ledger.counted == ledger.untagged + sum(section.comments for section in sections)
    assert [section.comments for section in sections] == [each.in_points + each.not_in_points for each in sections]
    assert [section.in_points for section in sections] == [
        sum(point.comments for point in section.points) for section in sections
    ]


def every_version_has_its_line_of_history():
    newest = Comment.history.values("id").annotate(newest=Max("version")).values_list("id", "newest").order_by()
    versions = dict(Comment.objects.values_list("pk", "version"))
    assert {pk: version for pk, version in newest if pk in versions} == versions


@pytest.mark.django_db
def test_the_ledger_adds_up_whatever_is_done_and_undone():
    run_state_machine_as_test(Portal, settings=settings(max_examples=30, stateful_step_count=15, deadline=None))
