from django import forms

from meetings.models import Stakeholder


class MergeForm(forms.Form):
    """Into which other stakeholder one goes."""

    into = forms.ModelChoiceField(
        Stakeholder.objects.none(),
        label="Which stakeholder is it really?",
        help_text="That one stays, under its own name.",
        error_messages={
            "required": "Choose the stakeholder that stays.",
            "invalid_choice": "Choose one from the list.",
        },
    )

    def __init__(self, away, *args, **options):
        super().__init__(*args, **options)
        self.fields["into"].queryset = Stakeholder.objects.exclude(pk=away.pk).order_by("name")
