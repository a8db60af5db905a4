"""What is done to an edition once it is prepared: it is approved, and then stands for ever, or withdrawn before that.

Each names the edition by number and by id: another may have been prepared under the same number since it was read.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from themes.checks import problems_of_edition
from themes.models import Edition

AGAIN = "Withdraw this edition, mend that and prepare it again."


def approve(number, pk, by):
    """Raises Edition.DoesNotExist where it does not wait any more, ValidationError for whoever prepared it and for
    what by the rules of today would stop its publication."""
    with transaction.atomic():
        edition = Edition.objects.waiting().select_for_update().get(number=number, pk=pk)
        edition.approved_by, edition.approved_at = by, timezone.now()
        edition.validate_constraints()
        if problems := problems_of_edition(edition):
            raise ValidationError([*(what_is_wrong(problem) for problem in problems), AGAIN])
        edition.save(update_fields=["approved_by", "approved_at"])


def what_is_wrong(problem):
    """With each of its finds."""
    found = "; ".join(words for words, _ in problem.items)
    return f"{problem.sentence} {found}." if found else problem.sentence


def withdraw(number, pk):
    """Raises Edition.DoesNotExist where it does not wait any more."""
    with transaction.atomic():
        edition = Edition.objects.waiting().select_for_update().get(number=number, pk=pk)
        edition.files.all().delete()
        edition.delete()
