"""Whose acts are shown."""

from django import forms
from django.contrib.auth.models import User

from feedback.models import Act


class PersonChoice(forms.ModelChoiceField):
    """By the name that the table shows."""

    def label_from_instance(self, person):
        return person.get_full_name() or person.get_username()


class ActFilter(forms.Form):
    """By whom."""

    is_filter = True

    by = PersonChoice(
        User.objects.filter(pk__in=Act.objects.order_by().values("by")).order_by("first_name", "last_name", "username"),
        required=False,
        label="Done by",
        empty_label="Anybody",
        error_messages={"invalid_choice": "Choose one from the list."},
    )

    def apply(self, acts):
        person = self.cleaned_data.get("by") if self.is_valid() else None
        return acts.filter(by=person) if person else acts
