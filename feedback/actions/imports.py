"""From notes under review to comments."""

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from feedback.actions.acts import comments_in_words, locked, record, refuse
from feedback.imports import STANDINGS, key_of, rows_for_review
from feedback.models import Comment, Import, ImportChunk
from meetings.models import Meeting

CHANGED = "Nothing is imported: somebody has changed this review since you saw it. Look again, then import."


@transaction.atomic
def start_import(meeting, digest, values, chunks=()):
    """(the import of these notes at this meeting, whether it is new). `chunks` are lists of lines of a spreadsheet."""
    source, is_new = Import.objects.get_or_create(meeting=meeting, digest=digest, defaults=values)
    if is_new:
        for number, lines in enumerate(chunks):
            ImportChunk.objects.create(source=source, number=number, lines=lines)
            source.lines += len(lines)
        source.save()
    return source, is_new


@transaction.atomic
def change_row(pk, change):
    """Save what `change`, a function of the import, makes of its rows. Answers with the import as it is now."""
    source = Import.objects.select_for_update().get(pk=pk)
    source.rows = change(source)
    source.save()
    return source


@transaction.atomic
def match_columns(source, match, rows_of):
    """What the columns hold; `rows_of`, a function of the import, makes the rows of one that is reviewed row by row."""
    source = locked(source)
    source.match = match
    source.rows = [] if source.is_long else rows_of(source)
    source.save()


@transaction.atomic
def import_pieces(source, version, by):
    """Everything under review that is to be imported becomes comments of the meeting, once however often it is asked.

    `version` is that of the review as the person saw it. Pressed twice, it answers with what the first press did.
    """
    source = locked(source)
    take_turns(source)
    review = rows_for_review(source)
    if source.version != version:
        return source.act if is_done(source, review, by) else refuse(by, CHANGED)
    made = make_comments(source, review, by)
    known = sum(bool(each.here) for each in review if each.says_something)
    act = record(by, [f"Imported {comments_in_words(made)}.", already(known)], [], made)
    if act.pk:
        source.act = act
    source.saved_at = timezone.now()
    source.save()
    return act


def is_done(source, review, by):
    """Whether this person has imported all of it, and that still stands."""
    theirs = source.act is not None and source.act.by == by and not source.act.undone_at
    return theirs and not any(each.is_imported for each in review)


@transaction.atomic
def import_chunk(source, number, rows_of, by):
    """One step of a long import: the comments of one chunk, once however often it is asked; all steps are one act.

    `rows_of` is a function of the chunk. Answers with the import as it is now.
    """
    source = locked(source)
    source.act = source.act and locked(source.act)
    if source.act and source.act.undone_at:
        source.act, source.chunks_done, source.rows, source.saved_at = None, 0, [], None
    chunk = source.chunks.filter(number=number).first()
    if source.chunks_done != number or chunk is None:
        return source
    take_turns(source)
    review = rows_for_review(source, rows_of(chunk), since=source.act and source.act.at)
    extend_act(source, make_comments(source, review, by), by)
    source.rows += [{"row": each.row["id"], "why": each.why_not} for each in review if not each.is_imported]
    source.chunks_done += 1
    if not source.chunks.filter(number__gt=number).exists():
        source.saved_at = timezone.now()
    source.save()
    return source


def extend_act(source, made, by):
    if source.act is None:
        act = record(by, [f"Imported {comments_in_words(made)}."], [], made)
        source.act = act if act.pk else None
        return
    source.act.made += made
    source.act.words = f"Imported {comments_in_words(source.act.made)}."
    source.act.save(update_fields=["made", "words"])


def take_turns(source):
    """Two imports of the same words into one meeting wait for each other."""
    Meeting.objects.select_for_update().get(pk=source.meeting_id)


def make_comments(source, review, by):
    """Their ids."""
    comments = [comment_of(source, each.row, by) for each in review if each.is_imported]
    made = bulk_create_with_history(comments, Comment, default_user=by) if comments else []
    return [comment.pk for comment in made]


def already(number):
    verb = "was" if number == 1 else "were"
    return f"{comments_in_words(number)} of these notes {verb} logged already." if number else ""


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
