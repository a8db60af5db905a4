"""What is done to an edition once it is prepared: it is approved, and then stands for ever, or withdrawn before that.

Each names the edition by number and by id: another may have been prepared under the same number since it was read.
"""

from django.db import transaction
from django.utils import timezone

from themes.models import Edition


def approve(number, pk, by):
    """Raises Edition.DoesNotExist where it does not wait any more, ValidationError for whoever prepared it."""
    with transaction.atomic():
        edition = Edition.objects.waiting().select_for_update().get(number=number, pk=pk)
        edition.approved_by, edition.approved_at = by, timezone.now()
        edition.validate_constraints()
        edition.save(update_fields=["approved_by", "approved_at"])


def withdraw(number, pk):
    """Raises Edition.DoesNotExist where it does not wait any more."""
    with transaction.atomic():
        edition = Edition.objects.waiting().select_for_update().get(number=number, pk=pk)
        edition.files.all().delete()
        edition.delete()
