"""How many meetings are wanted with each audience, all on one page."""

from django import forms
from django.db import transaction

from meetings.models import Audience

MOST = 99
REFUSED = f"Write a whole number up to {MOST}, such as 3, or leave it empty."


class TargetForm(forms.ModelForm):
    is_filter = True  # every one may be left empty: no label says "(optional)"

    meetings_wanted = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=MOST,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input govuk-input--width-3"}),
        error_messages={name: REFUSED for name in ("invalid", "min_value", "max_value")},
    )

    class Meta:
        model = Audience
        fields = ["meetings_wanted", "version"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["meetings_wanted"].label = str(self.instance)


class TargetFormSet(forms.BaseModelFormSet):
    @transaction.atomic
    def save_all(self, by):
        """Raises concurrency's RecordModifiedError where somebody has saved one of them since."""
        for form in self:
            if form.has_changed():
                form.instance._history_user = by
                form.save()


Targets = forms.modelformset_factory(Audience, TargetForm, formset=TargetFormSet, extra=0)
