"""What was done, and how much of it still stands as it was left."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from feedback.models import Act, Comment
from themes.models import KeyPoint, Response

SAVES = 50  # of one comment, the newest
LONGEST = timedelta(minutes=5)  # that an act can take


def changed_since(acts):
    """{id of the act: how many of its records are no longer as it left them}."""
    left = [record for act in acts for record in act.left]
    now = {}
    for name, model in {"comment": Comment, "keypoint": KeyPoint, "response": Response}.items():
        ids = {pk for record, pk in left if record == name}
        versions = model.objects.order_by().filter(pk__in=ids).values_list("pk", "version") if ids else ()
        now |= {(name, pk): version for pk, version in versions}
    return {act.pk: sum(now.get(record) != version for record, version in act.left.items()) for act in acts}


@dataclass(frozen=True)
class ShownAct:
    """An act, and what a page says of it."""

    act: Act
    changed: int  # of its records, since

    @property
    def size(self):
        return len(self.act.left)

    @property
    def comments(self):
        return sum(model == "comment" for model, _ in self.act.left)

    @property
    def comment(self):
        """The id of the one comment that it is about, if it is about one."""
        (model, pk), *others = self.act.left
        return pk if model == "comment" and not others else None

    @property
    def can_be_undone(self):
        gone = self.changed == self.size or self.changed and self.act.moved_words
        return not (self.act.undone_at or self.act.too_old or gone)

    @property
    def can_be_done_again(self):
        return self.act.can_be_done_again and self.changed < self.size

    @property
    def state(self):
        if self.act.undone_at:
            return "Undone"
        if self.act.too_old:
            return "Too old to undo"
        if not self.can_be_undone:
            return "Changed since: it can no longer be undone"
        return f"{self.changed} of {self.size} changed since" if self.changed else ""


def shown(acts):
    acts = list(acts)
    changed = changed_since(acts)
    return [ShownAct(act, changed[act.pk]) for act in acts]


def acts_on(comment):
    """Those that can still be undone or were, the newest first.

    Which they are is not asked of every act, each a long list of records: they were done when, and by whom, the
    comment's own history says.
    """
    recent = timezone.now() - timedelta(days=Act.DAYS)
    saves = comment.history.filter(history_date__gte=recent, history_user__isnull=False)
    near = Q(pk__in=[])
    for at, person in saves.order_by("-history_id").values_list("history_date", "history_user")[:SAVES]:
        near |= Q(by=person, at__range=(at, at + LONGEST))
    found = Act.objects.filter(near).select_related("by")
    return shown(act for act in found if ("comment", comment.pk) in act.left)
