"""What is done to an edition once it is prepared: it is approved, and then stands for ever, or withdrawn before that.
A public one can be taken down after that, and put back.

Each names the edition as it was read: another may have been prepared under the same number since.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from themes.checks import problems_of_edition
from themes.models import Edition

AGAIN = "Withdraw this edition, mend that and prepare it again."
STAYS_DOWN = "So it stays down. Prepare another edition without that."


@transaction.atomic
def approve(number, pk, by):
    """Raises Edition.DoesNotExist where it does not wait any more, ValidationError for whoever prepared it and for
    what by the rules of today would stop its publication."""
    edition = Edition.objects.waiting().select_for_update().get(number=number, pk=pk)
    edition.approved_by, edition.approved_at = by, timezone.now()
    edition.validate_constraints()
    look_through(edition, AGAIN)
    edition._history_user = by
    edition.save(update_fields=["approved_by", "approved_at", "version"])


def look_through(edition, then):
    """Raises ValidationError; `then` is what to do about what it found."""
    if problems := problems_of_edition(edition):
        raise ValidationError([*(what_is_wrong(problem) for problem in problems), then])


def what_is_wrong(problem):
    """With each of its finds."""
    found = "; ".join(words for words, _ in problem.items)
    return f"{problem.sentence} {found}." if found else problem.sentence


@transaction.atomic
def withdraw(number, pk, by):
    """Raises Edition.DoesNotExist where it does not wait any more."""
    edition = Edition.objects.waiting().select_for_update().get(number=number, pk=pk)
    edition._history_user = by
    edition.files.all().delete()
    edition.delete()


@transaction.atomic
def take_down(number, version, because, by):
    """Of one that is down already, says otherwise why. Raises Edition.DoesNotExist where it is not as it was read."""
    edition = Edition.objects.published().select_for_update().get(number=number, version=version)
    down = {} if edition.is_taken_down else {"taken_down_by": by, "taken_down_at": timezone.now()}
    set_down(edition, by, taken_down_because=because, **down)


@transaction.atomic
def put_back(number, version, by):
    """As it was. Raises Edition.DoesNotExist as above, and ValidationError as approve()."""
    edition = Edition.objects.taken_down().select_for_update().get(number=number, version=version)
    look_through(edition, STAYS_DOWN)
    set_down(edition, by, taken_down_by=None, taken_down_at=None, taken_down_because="")


def set_down(edition, by, **values):
    for name, value in values.items():
        setattr(edition, name, value)
    edition._history_user = by
    edition.save(update_fields=[*values, "version"])
