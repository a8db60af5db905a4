"""What every act is made of: the rows as they are now, locked; their new values; and what is kept of it."""

from datetime import date

from django.db.models import F

from feedback.models import Act, Comment


def unchanged(seen):
    """The comments as they are now, locked, without those somebody has changed since they were seen."""
    found = Comment.objects.select_for_update().filter(pk__in=seen).order_by("pk")
    return [comment for comment in found if comment.version == seen[comment.pk]]


def locked(record):
    return type(record).objects.select_for_update().get(pk=record.pk)


def rewrite(records, by, **values):
    """Give all the records these values (by column: `theme_id`) and the next version, with a line of history each.

    Answers with the changes as an Act keeps them.
    """
    if not records:
        return []
    model = type(records[0])
    changes = []
    for rewritten in records:
        before = {name: plain(getattr(rewritten, name)) for name in values}
        for name, value in values.items():
            setattr(rewritten, name, value)
        rewritten.version += 1
        changes.append(
            {
                "record": model._meta.model_name,
                "id": rewritten.pk,
                "before": before,
                "version": rewritten.version,
            }
        )
    model.objects.filter(pk__in=[rewritten.pk for rewritten in records]).update(**values, version=F("version") + 1)
    model.history.bulk_history_create(records, update=True, default_user=by)
    return changes


def plain(value):
    """As JSON keeps it."""
    return value.isoformat() if isinstance(value, date) else value


def record(by, sentences, changes, made=()):
    """An Act that says what was done; kept, and so undoable, where anything was."""
    act = Act(words=" ".join(filter(None, sentences)), by=by, changes=changes, made=list(made))
    if changes or made:
        act.save()
    return act


def refuse(by, why):
    act = Act(words=why, by=by)
    act.is_refused = True
    return act


def comments_in_words(comments):
    number = comments if isinstance(comments, int) else len(comments)
    return "1 comment" if number == 1 else f"{number} comments"


def left_points(number):
    return f"{comments_in_words(number)} left the key point they were in." if number else ""


def passed_over(seen, comments):
    number = len(seen) - len(comments)
    return f"{comments_in_words(number)} had been changed by somebody else and stayed as before." if number else ""
