"""What is searched for and typed of stakeholders."""

from django import forms
from django.db import transaction

from meetings.models import Audience, Stakeholder


class RegisterFilter(forms.Form):
    is_filter = True  # nothing here is required, so no label says "(optional)"

    q = forms.CharField(label="Name", required=False, max_length=200)
    audience = forms.ModelChoiceField(
        Audience.objects.all(),
        required=False,
        empty_label="Any",
        error_messages={"invalid_choice": "Choose one from the list."},
    )
    heard = forms.ChoiceField(
        label="Heard from",
        required=False,
        choices=[("", "Any"), ("no", "Not yet"), ("yes", "Yes")],
        error_messages={"invalid_choice": "Choose one from the list."},
    )

    CONDITIONS = {
        "q": lambda stakeholders, words: stakeholders.search(words),
        "audience": lambda stakeholders, audience: stakeholders.filter(audience=audience),
        "heard": lambda stakeholders, heard: stakeholders.heard() if heard == "yes" else stakeholders.not_heard(),
    }

    def chosen(self):
        """What is filtered by; what was refused filters nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def apply(self, stakeholders):
        for name, value in self.chosen().items():
            stakeholders = self.CONDITIONS[name](stakeholders, value)
        return stakeholders


class AddStakeholderForm(forms.ModelForm):
    """`by` is the person: contact details are there for those alone who may see them."""

    class Meta:
        model = Stakeholder
        fields = ["name", "audience", "aliases", "contact"]
        widgets = {"aliases": forms.Textarea({"rows": 3}), "contact": forms.Textarea({"rows": 3})}

    def __init__(self, *args, by, **options):
        super().__init__(*args, **options)
        self.by = by
        if not by.has_perm("meetings.view_contact"):
            del self.fields["contact"]
        self.fields["name"].error_messages["required"] = "Write the name of the organisation or forum."
        self.fields["audience"].error_messages["required"] = "Choose the audience."

    def clean(self):
        cleaned = super().clean()
        who = "you" if self.by.has_perm("meetings.merge_stakeholder") else "an admin"
        for name in filter(None, [cleaned.get("name"), *cleaned.get("aliases", "").split("\n")]):
            other = Stakeholder.objects.exclude(pk=self.instance.pk).called(name.strip())
            if other and "name" not in self.errors:
                field = "name" if name == cleaned.get("name") else "aliases"
                self.add_error(field, f"{name.strip()} is a name of {other}. They may be one: {who} can merge them.")
        return cleaned

    @transaction.atomic
    def save(self):
        """Raises concurrency's RecordModifiedError where somebody has saved the stakeholder since."""
        self.instance._history_user = self.by
        self.instance.save()
        return self.instance


class EditStakeholderForm(AddStakeholderForm):
    class Meta(AddStakeholderForm.Meta):
        fields = [*AddStakeholderForm.Meta.fields, "version"]
