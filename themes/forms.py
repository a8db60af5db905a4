"""What is typed and chosen about key points."""

from uuid import uuid4

from django import forms
from django.db import transaction

from themes.models import KeyPoint, Theme
from themes.sentences import fault_of


class WordingForm(forms.ModelForm):
    class Meta:
        model = KeyPoint
        fields = ["text"]
        widgets = {"text": forms.Textarea({"rows": 4})}
        help_texts = {"text": "One whole sentence, as the report will print it: “People felt that …”"}
        error_messages = {"text": {"required": "Write the key point."}}

    def clean_text(self):
        text = " ".join(self.cleaned_data["text"].split())
        fault = fault_of(text)
        if fault:
            raise forms.ValidationError(fault)
        return text


class NewPointForm(WordingForm):
    theme = forms.ModelChoiceField(
        Theme.objects.all(), empty_label=None, error_messages={"required": "Choose a theme."}
    )
    key = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    field_order = ["theme", "text", "key"]

    class Meta(WordingForm.Meta):
        fields = ["theme", "text"]

    def save(self, by):
        """At the end of its theme, once however often it is sent."""
        chosen = self.cleaned_data
        last = KeyPoint.objects.filter(theme=chosen["theme"]).last_position()
        point, _ = KeyPoint.objects.start(by=by, position=last + 1, **chosen)
        return point


class EditPointForm(WordingForm):
    class Meta(WordingForm.Meta):
        fields = ["text", "version"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.before = {"text": self.instance.text, "status": self.instance.status}

    @property
    def is_reworded(self):
        return self.cleaned_data["text"].split() != self.before["text"].split()

    @property
    def was_agreed(self):
        return self.before["status"] == KeyPoint.Status.AGREED

    def save(self, by, agree):
        """Raises concurrency's RecordModifiedError where somebody has saved since.

        What was agreed were the words: others are a draft, unless whoever writes them agrees to them too.
        """
        point = self.instance
        if self.is_reworded and not agree:
            point.status = KeyPoint.Status.DRAFT
        point._history_user = by
        with transaction.atomic():
            point.save()
