"""From notes under review to comments."""

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from feedback.actions.acts import comments_in_words, locked, record
from feedback.imports import STANDINGS, key_of, rows_for_review
from feedback.models import Comment, Import
from meetings.models import Meeting

CHANGED = "Nothing is imported: somebody has changed this review since you saw it. Look again, then import."


@transaction.atomic
def change_row(pk, change):
    """Save what `change`, a function of all the rows, makes of them. Answers with the import as it is now."""
    source = Import.objects.select_for_update().get(pk=pk)
    source.rows = change(source)
    source.save()
    return source


@transaction.atomic
def import_pieces(source, version, by):
    """Everything under review that is to be imported becomes comments of the meeting, once however often it is asked.

    `version` is that of the review as the person saw it.
    """
    source = locked(source)
    if source.version != version:
        return record(by, [CHANGED], [])
    Meeting.objects.select_for_update().get(pk=source.meeting_id)  # two imports of the same words take turns
    review = rows_for_review(source)
    comments = [comment_of(source, each.row, by) for each in review if each.is_imported]
    made = bulk_create_with_history(comments, Comment, default_user=by) if comments else []
    known = sum(bool(each.here) for each in review if each.says_something)
    act = record(by, [f"Imported {comments_in_words(made)}.", already(known)], [], [comment.pk for comment in made])
    if act.pk:
        source.act = act
    source.saved_at = timezone.now()
    source.save()
    return act


def already(number):
    return f"{comments_in_words(number)} of these notes were in this meeting already." if number else ""


def comment_of(source, row, by):
    return Comment(
        meeting_id=source.meeting_id,
        stakeholder_id=row["stakeholder"],
        text=row["text"],
        verbatim=row["verbatim"],
        theme_id=row["theme"],
        kind=row["kind"],
        standing=STANDINGS[row["reading"]],
        key=key_of(source.digest, source.meeting_id, row["id"]),
        logged_by=by,
    )
