"""What the council answers to a key point, and which answers are listed."""

from django import forms
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from themes.models import KeyPoint, Response, Theme


class ResponseForm(forms.ModelForm):
    class Meta:
        model = Response
        fields = ["answer", "why", "owner", "due_on", "done_on", "version"]
        widgets = {
            "answer": forms.RadioSelect,
            "why": forms.Textarea({"rows": 3}),
            "due_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "done_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        }
        labels = {"why": "Why that is the answer"}
        error_messages = {"answer": {"required": "Choose what the council answers."}}
        help_texts = {"why": "Needed where the council cannot. Printed in the report and in the letters."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = Response.Answer.choices

    def clean_owner(self):
        return self.cleaned_data["owner"].rstrip(". ")  # a name, which is printed inside a sentence

    def clean_done_on(self):
        day = self.cleaned_data["done_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError("The day it was done cannot be in the future.")
        return day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("answer") == Response.Answer.CANNOT:
            if not cleaned.get("why"):
                self.add_error("why", "Write why the council cannot.")
            if cleaned.get("due_on") or cleaned.get("done_on"):
                self.add_error("answer", "What the council cannot do has no date: take the dates out.")
        return cleaned

    def save(self, by):
        """Raises concurrency's RecordModifiedError where somebody has saved since."""
        self.instance._history_user = by
        with transaction.atomic():
            return super().save()


def overdue(points, today):
    return points.filter(response__due_on__lt=today, response__done_on=None)


class ResponsesFilter(forms.Form):
    """Key points by theme and by what has become of the answer to them."""

    is_filter = True  # nothing here is required, so no label says "(optional)"

    STATES = {
        "unanswered": ("Not answered yet", lambda points, today: points.filter(response=None)),
        "overdue": ("Overdue", overdue),
        "to_do": (
            "Promised and not done",
            lambda points, today: points.filter(response__answer__in=PROMISES, response__done_on=None),
        ),
        "done": ("Done", lambda points, today: points.filter(~Q(response__done_on=None), response__isnull=False)),
    }

    theme = forms.ChoiceField(required=False)
    answer = forms.ChoiceField(required=False, choices=[("", "Any"), *Response.Answer.choices])
    state = forms.ChoiceField(
        label="What has become of it",
        required=False,
        choices=[("", "Any"), *((name, label) for name, (label, _) in STATES.items())],
    )
    owner = forms.CharField(required=False, max_length=200)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [("", "Any"), *Theme.objects.values_list("slug", "name")]
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = "Choose one from the list."

    def chosen(self):
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def apply(self, points: KeyPoint, today):
        for name, value in self.chosen().items():
            points = self.CONDITIONS[name](points, value, today)
        return points

    CONDITIONS = {
        "theme": lambda points, slug, today: points.filter(theme__slug=slug),
        "answer": lambda points, answer, today: points.filter(response__answer=answer),
        "state": lambda points, state, today: ResponsesFilter.STATES[state][1](points, today),
        "owner": lambda points, owner, today: points.filter(response__owner__icontains=owner),
    }


PROMISES = [Response.Answer.WE_WILL, Response.Answer.PARTLY]
