"""What was done, and how much of it still stands as it was left."""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from feedback.models import Act, Comment
from themes.models import KeyPoint, Response

RECORDS = {"comment": Comment, "keypoint": KeyPoint, "response": Response}
AS_IN = "Put back as in version "  # the reason of a save by which an act was undone or done again
SAVES = 200  # that are looked at for the acts they are of, the newest
LONGEST = timedelta(minutes=5)  # that an act can take


def standing(left):
    """Those of ((model, id), version) that are as they were in that version: still in it, or taken back to it."""
    left = set(left)
    return {each for name, model in RECORDS.items() for each in unchanged(name, model, left)}


def unchanged(name, model, left):
    of_model = {(pk, version) for (record, pk), version in left if record == name}
    if not of_model:
        return set()
    now = set(model.objects.order_by().filter(pk__in={pk for pk, _ in of_model}).values_list("pk", "version"))
    changed = {pk for pk, _ in of_model - now}
    return {((name, pk), version) for pk, version in of_model & (now | taken_back(model, now, changed))}


def taken_back(model, now, changed):
    """(id, version) of all that the records of these ids are the same as, though they have been saved since."""
    kept = model.history.order_by().filter(id__in=changed, history_change_reason__startswith=AS_IN)
    lines = kept.values_list("id", "version", "history_change_reason") if changed else ()
    same = {(pk, version): (pk, int(reason.removeprefix(AS_IN))) for pk, version, reason in lines}
    found, each = set(), now & same.keys()
    while each:
        each = {same[record] for record in each & same.keys()}
        found |= each
    return found


@dataclass(frozen=True)
class ShownAct:
    """An act, and what a page says of it."""

    act: Act
    changed: list  # those of its records that are not as it left them: [(model, id), ...]
    first: Act | None = None  # the later one that stands in the way of undoing it

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
        return not (self.act.undone_at or self.act.too_old or self.is_changed)

    @property
    def is_changed(self):
        """So that nothing of it can be undone."""
        return bool(self.changed) and (len(self.changed) == self.size or self.act.moved_words)

    @property
    def where_first(self):
        """The address of what there is to undo before it."""
        model, pk = self.changed[0]
        page = reverse("comment", args=[pk]) if model == "comment" else reverse("acts")
        return f"{page}#act-{self.first.pk}"

    @property
    def can_be_done_again(self):
        return self.act.can_be_done_again and len(self.changed) < self.size

    @property
    def state(self):
        if self.act.undone_at:
            return "Undone"
        if self.act.too_old:
            return "Too old to undo"
        if self.first:
            return "Changed since. Undo first:"
        if self.is_changed:
            return "Changed since: it can no longer be undone"
        return f"{len(self.changed)} of {self.size} changed since" if self.changed else ""


def shown(acts):
    lines = [ShownAct(act, changed) for act, changed in changed_since(list(acts))]
    firsts = undo_first([line for line in lines if line.is_changed and not (line.act.undone_at or line.act.too_old)])
    return [replace(line, first=firsts.get(line.act.pk)) for line in lines]


def changed_since(acts):
    """[(act, [its records that are no longer as it left them]), ...]"""
    as_left = standing(record for act in acts for record in act.left.items())
    return [(act, [record for record, version in act.left.items() if (record, version) not in as_left]) for act in acts]


def undo_first(lines):
    """{id of an act: the newest that can be undone and was done since to the first of its records that changed}"""
    stuck = {line.act.pk: line.changed[0] for line in lines}
    saves = [
        save
        for name, model in RECORDS.items()
        if (ids := {pk for record, pk in stuck.values() if record == name})
        for save in saves_of(model.history.filter(id__in=ids))
    ]
    later = [(act, act.left) for act in acts_of(saves) if not act.undone_at]
    return {
        pk: next((act for act, left in later if record in left and act.pk > pk), None) for pk, record in stuck.items()
    }


def saves_of(history):
    """[(when, by whom), ...] of these lines."""
    kept = history.filter(history_date__gte=oldest(), history_user__isnull=False)
    return kept.order_by("-history_id").values_list("history_date", "history_user")[:SAVES]


def acts_of(saves):
    """Those that these saves may be of, the newest first.

    Which they are is not asked of every act, each a long list of records: they were done when, and by whom, the
    saves say.
    """
    near = Q(pk__in=[])
    for at, person in saves:
        near |= Q(by=person, at__range=(at, at + LONGEST))
    return Act.objects.filter(near).select_related("by")


def oldest():
    return timezone.now() - timedelta(days=Act.DAYS)


def acts_on(comment):
    """Those that can still be undone or were, the newest first."""
    return shown(act for act in acts_of(saves_of(comment.history)) if ("comment", comment.pk) in act.left)
