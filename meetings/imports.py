"""The one save of an imported list, undone like any move (meetings/moves.py)."""

from django.db.models import Max
from django.db.models.functions import Coalesce

from meetings import moves
from meetings.import_outcomes import CHANGED, NEW
from meetings.import_plans import plan_import
from meetings.models import Category, Meeting, Move, MovedMeeting

REASON = "Imported from a list"


class NotSaved(Exception):
    """`plan` is what the list would do now, `why` a sentence; empty where something is to be settled."""

    def __init__(self, plan, why=""):
        super().__init__(why)
        self.plan, self.why = plan, why


OVERTAKEN = "Nothing is saved yet: something was changed after this was last shown. Look once more, then save."


def save(asked, mark, years, by, key):
    """Do just what the plan of that mark showed, and answer with the Move; None where there is nothing to do.

    `years` is the span that was said to be right. Raises NotSaved. Who imports waits for whoever is importing: else
    two of the same list would both be found to be new.
    """
    return moves.once(key, lambda: save_once(asked, mark, years, by, key))


def save_once(asked, mark, years, by, key):
    list(Category.objects.select_for_update())
    existing = made_by(key)
    if existing:
        return existing
    plan = plan_import(asked)
    refuse(plan, mark, years)
    if not plan.going:
        return None
    move = moves.new_move(words_for(plan), "", by, key)
    made = {filed.heading.place: make_category(filed, by) for filed in plan.new_headings}
    move.categories = [category.pk for category in made.values()]
    move.save()
    add([each for each in plan.outcomes if each.state == NEW], plan, made, move, by)
    change([each for each in plan.outcomes if each.state == CHANGED], plan, made, move, by)
    return move


def refuse(plan, mark, years):
    if not plan.is_settled or plan.asks_years(years):
        raise NotSaved(plan)
    if plan.mark != mark:
        raise NotSaved(plan, OVERTAKEN)


def made_by(key):
    """The Move of a save that was sent before, if it was."""
    return Move.objects.filter(key=key).first()


def words_for(plan):
    headings = len(plan.new_headings)
    parts = [
        f"{moves.meetings_in_words(plan.count(NEW))} added",
        *([f"{plan.count(CHANGED)} changed"] if plan.count(CHANGED) else []),
        *([f"{headings} heading{'' if headings == 1 else 's'} made"] if headings else []),
    ]
    return f"Imported a schedule: {', '.join(parts)}."


def make_category(filed, by):
    """A heading below the others; the one it stands under is made before it, as it comes before it in the list."""
    above = filed.parent
    if above is not None and not isinstance(above, Category):
        above = Category.objects.get(name__iexact=above.heading.title)
    beside = Category.objects.filter(parent=above)
    position = beside.aggregate(last=Coalesce(Max("position"), 0))["last"] + 1
    category = Category(name=filed.heading.title, parent=above, position=position)
    category._history_user = by
    category.save()
    return category


def columns_of(outcome, plan, made):
    """With the category that the list made for it."""
    filed = plan.filed[outcome.row.heading or 0]
    category = made[filed.heading.place] if filed.is_new else filed.category
    return {**outcome.values, **({"category_id": category.pk} if "category_id" in outcome.values else {})}


def add(outcomes, plan, made, move, by):
    meetings = [Meeting(**columns_of(each, plan, made), version=1) for each in outcomes]
    Meeting.objects.bulk_create(meetings)
    MovedMeeting.objects.bulk_create(MovedMeeting(move=move, meeting=meeting) for meeting in meetings)
    moves.leave_history(meetings, by, REASON, added=True)


def change(outcomes, plan, made, move, by):
    after = {each.meeting.pk: columns_of(each, plan, made) for each in outcomes}
    before = {each.meeting.pk: each.old for each in outcomes}
    meetings = moves.locked(after)
    if [meeting.version for meeting in meetings] != [each.meeting.version for each in sorted_by_meeting(outcomes)]:
        raise NotSaved(plan, OVERTAKEN)
    MovedMeeting.objects.bulk_create(
        MovedMeeting(move=move, meeting=meeting, before=before[meeting.pk], after=after[meeting.pk])
        for meeting in meetings
    )
    if meetings:
        moves.rewrite(meetings, after, by, REASON)


def sorted_by_meeting(outcomes):
    return sorted(outcomes, key=lambda each: each.meeting.pk)
