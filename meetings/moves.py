"""All that changes many meetings at once.

`apply` does what was planned in one transaction, passes over what somebody else has changed since, leaves a line of
history on each meeting, and answers with a Move, which `undo` takes back. `by` is the person.
"""

from django.db import IntegrityError, router, transaction
from django.db.models import F, ProtectedError
from django.db.models.deletion import Collector
from django.utils import timezone

from meetings.changes import WHEN
from meetings.made import as_made
from meetings.models import Category, Meeting, Move, MovedMeeting
from meetings.moved import LONGEST_REASON

DONE = {
    Meeting.Status.CANCELLED: "Cancelled",
    Meeting.Status.POSTPONED: "Postponed",
    Meeting.Status.SCHEDULED: "Reinstated",
}
NAMED = 3  # meetings that an undo leaves, before it only counts them


def apply(change, planned, reason, by, key=None):
    """Do what was planned; the Move is kept, and so has a pk, where anything was done."""
    return once(key, lambda: apply_once(change, planned, reason, by, key))


def add_like(meeting, planned, by, key=None):
    """Add the planned copies of a meeting, with its stakeholders; undoing the Move removes them again."""
    return once(key, lambda: add_like_once(meeting, planned, by, key))


def once(key, act):
    """However often it is sent: the move of its key is answered where there is one already."""
    try:
        with transaction.atomic():
            return act()
    except IntegrityError:
        existing = Move.objects.filter(key=key).first() if key else None
        if existing is None:
            raise
        return existing


def apply_once(change, planned, reason, by, key):
    wanted = {each.meeting.pk: each for each in planned if not each.left_out}
    current = [meeting for meeting in locked(wanted) if meeting.version == wanted[meeting.pk].meeting.version]
    done = done_to(current, change, wanted) if current else ""
    move = new_move(in_one([done, passed_over(len(wanted) - len(current))]), reason, by, key)
    if not current:  # perhaps because the same, sent a moment before, has just moved them
        return Move.objects.filter(key=move.key).first() or move
    move.save()
    keep_lines(move, current, wanted)
    rewrite(current, {meeting.pk: wanted[meeting.pk].new for meeting in current}, by, move.reason)
    return move


def done_to(meetings, change, planned):
    """What was done, in a sentence, and to how many of them otherwise than to the rest."""
    apart = sum(planned[meeting.pk].apart for meeting in meetings)
    others = "another date" if apart == 1 else "other dates"
    if apart == len(meetings):
        return f"Moved {meetings_in_words(apart)} to {others}."
    done = change.done(meetings_in_words(len(meetings)))
    return f"{done.removesuffix('.')}, with {others} for {apart} of them." if apart else done


def add_like_once(meeting, planned, by, key):
    copies = [each.meeting for each in planned if not each.left_out]
    move = new_move(f"Added {meetings_in_words(len(copies))} like {meeting.title}.", "", by, key)
    if copies:
        move.save()
        Meeting.objects.bulk_create(copies)
        through = Meeting.stakeholders.through
        came = meeting.stakeholders.values_list("pk", flat=True)
        through.objects.bulk_create(through(meeting=copy, stakeholder_id=pk) for copy in copies for pk in came)
        MovedMeeting.objects.bulk_create(MovedMeeting(move=move, meeting=copy) for copy in copies)
        leave_history(copies, by, move.words[:LONGEST_REASON], added=True)
    return move


def keep_edit(meeting, before, reason, by):
    """Of one meeting, edited by hand: when it was, and whether it went ahead, kept as a move of its own.

    `before` is its columns before the edit. Nothing is kept where none of that changed.
    """
    changed = {name for name in (*WHEN, "status") if before[name] != getattr(meeting, name)}
    if not changed:
        return None
    names = [*sorted(WHEN), "date_as_given", "status"] if WHEN & changed else ["status"]
    old, new = ({name: columns[name] for name in names} for columns in (before, vars(meeting)))
    done = f"Changed when {meeting.title} is held." if WHEN & changed else f"{DONE[meeting.status]} {meeting.title}."
    move = new_move(done, reason, by)
    move.save()
    MovedMeeting.objects.create(move=move, meeting=meeting, before=old, after=new)
    return move


def new_move(words, reason, by, key=None):
    move = Move(words=words, reason=reason[:LONGEST_REASON], by=by)
    move.key = key or move.key
    return move


def keep_lines(move, meetings, planned):
    MovedMeeting.objects.bulk_create(
        MovedMeeting(move=move, meeting=meeting, before=planned[meeting.pk].old, after=planned[meeting.pk].new)
        for meeting in meetings
    )


def locked(pks):
    return list(Meeting.objects.select_for_update().filter(pk__in=list(pks)).order_by("pk"))


def rewrite(meetings, values, by, reason):
    """Give each meeting its values ({id: {column: value}}) and the next version, with a line of history."""
    names = {Meeting._meta.get_field(column).name for new in values.values() for column in new}
    for meeting in meetings:
        for name, value in values[meeting.pk].items():
            setattr(meeting, name, value)
        meeting.version += 1
    # All are there, and locked, so nothing is added: bulk_update would spend ten times as long on its CASEs.
    columns = [*sorted(names), "version"]
    Meeting.objects.bulk_create(meetings, update_conflicts=True, unique_fields=["pk"], update_fields=columns)
    leave_history(meetings, by, reason)


def leave_history(meetings, by, reason, added=False):
    """With who came, which the library's own bulk line leaves out."""
    records = Meeting.history.bulk_history_create(
        meetings, update=not added, default_user=by, default_change_reason=reason
    )
    record_of = {record.id: record for record in records}
    kept = Meeting.history.model.stakeholders.model
    came = Meeting.stakeholders.through.objects.filter(meeting__in=record_of).order_by("pk")
    kept.objects.bulk_create(
        kept(history=record_of[row.meeting_id], id=row.pk, meeting_id=row.meeting_id, stakeholder_id=row.stakeholder_id)
        for row in came
    )


@transaction.atomic
def undo(move, by):
    """Give back what was there before; what has been changed again since stays, and can be undone when that has been.

    Answers with a sentence; raises NothingUndone with one.
    """
    move = Move.objects.select_for_update().get(pk=move.pk)
    lines = list(move.lines.filter(undone=False))
    if move.undone_at and not lines:
        raise NothingUndone("That has been undone already.")
    meetings = {meeting.pk: meeting for meeting in locked(line.meeting_id for line in lines)}
    back = values_before(lines, meetings)
    rewrite([meetings[pk] for pk in back], back, by, f"Undone: {move.words}"[:LONGEST_REASON])
    unmade = unmake([meetings[line.meeting_id] for line in lines if not line.before], by)
    staying = [meeting for pk, meeting in meetings.items() if pk not in back.keys() | unmade]
    if lines and len(staying) == len(lines):
        raise NothingUndone(f"Nothing is undone. {stayed(staying)}")
    move.lines.filter(meeting__in=back).update(undone=True)
    unmake_categories(move.categories, by)
    move.undone_at, move.undone_by = timezone.now(), by
    move.save(update_fields=["undone_at", "undone_by"])
    undone = f"Undone for {meetings_in_words(len(back) + len(unmade))}." if staying else "Undone."
    return in_one([undone, stayed(staying)])


class NothingUndone(Exception):
    """Why an undo changed nothing, as the page says it."""


def values_before(lines, meetings):
    """{meeting id: {column: value}} of those that are as the move left them."""
    gone = rows_gone(line.before for line in lines)
    return {
        line.meeting_id: as_columns(line.before)
        for line in lines
        if line.before and is_as_left(meetings[line.meeting_id], line.after) and not gone & line.before.items()
    }


def as_columns(kept):
    """What a line keeps as JSON, as the meeting's columns hold it. A line of before there were end times has none."""
    kept = {"ends_at": None, **kept} if "starts_at" in kept else kept
    return {name: Meeting._meta.get_field(name).to_python(value) for name, value in kept.items()}


def is_as_left(meeting, after):
    return all(getattr(meeting, name) == value for name, value in as_columns(after).items())


def rows_gone(kept):
    """{(column, id)} of the people, audiences and categories that have since been deleted."""
    named = {}
    for name, value in {pair for columns in kept for pair in columns.items() if pair[0].endswith("_id")}:
        named.setdefault(name, set()).add(value)
    gone = set()
    for name, ids in named.items():
        rows = Meeting._meta.get_field(name).remote_field.model.objects.filter(pk__in=ids - {None})
        gone |= {(name, pk) for pk in ids - {None} - set(rows.values_list("pk", flat=True))}
    return gone


def unmake(meetings, by):
    """Delete those that the move made, but for what somebody has worked on since. Answers with their ids."""
    still = as_made(meetings)
    fresh = {meeting.pk: meeting for meeting in meetings if meeting.pk in still}
    try:
        remove_all(list(fresh.values()), by)
    except ProtectedError:  # something was logged at one of them
        return {pk for pk, meeting in fresh.items() if remove(meeting, by)}
    return set(fresh)


def unmake_categories(ids, by):
    """Those that an import made, the ones under others first; what is in use by now stays."""
    for category in Category.objects.filter(pk__in=ids, version=1).order_by(F("parent").asc(nulls_last=True)):
        remove(category, by)


def remove(row, by):
    """Whether nothing that refers to it kept it."""
    try:
        remove_all([row], by)
    except ProtectedError:
        return False
    return True


@transaction.atomic
def remove_all(rows, by):
    """As Model.delete() does, for all at once."""
    for row in rows:
        row._history_user = by
    collector = Collector(using=router.db_for_write(Meeting))
    collector.collect(rows)
    leave_last_lines([row for row in rows if isinstance(row, Meeting)])
    collector.delete()


def leave_last_lines(meetings):
    """The library has no bulk line for what is deleted."""
    for meeting in meetings:
        meeting.skip_history_when_saving = True
    records = Meeting.history.bulk_history_create(meetings)
    Meeting.history.filter(pk__in=[record.pk for record in records]).update(history_type="-")


def in_one(sentences):
    return " ".join(filter(None, sentences))


def meetings_in_words(number):
    return "1 meeting" if number == 1 else f"{number} meetings"


def passed_over(number):
    return f"{meetings_in_words(number)} had been changed by somebody else and stayed as before." if number else ""


def stayed(meetings):
    """Which were not undone: by name, as far as they can be told in a line."""
    if not meetings:
        return ""
    names = "; ".join(map(str, meetings[:NAMED]))
    more = f"; and {len(meetings) - NAMED} more" if len(meetings) > NAMED else ""
    stays = "it stays as it is" if len(meetings) == 1 else "they stay as they are"
    return f"Changed or used again since, so {stays}: {names}{more}."
