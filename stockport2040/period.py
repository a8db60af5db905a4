"""The days that the programme runs from and to, for those who know nothing of it."""

from themes.models import Programme


def period_of_programme():
    """(first day, last day), or None while there is no programme."""
    return Programme.objects.values_list("starts_on", "ends_on").first()
