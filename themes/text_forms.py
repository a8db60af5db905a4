"""The text of the report, which belongs to the programme."""

from django import forms
from django.db import transaction

from themes.models import Programme


class ReportTextForm(forms.ModelForm):
    class Meta:
        model = Programme
        fields = ["title", "introduction", "background", "method", "version"]
        widgets = {name: forms.Textarea({"rows": 8}) for name in ("introduction", "background", "method")}
        error_messages = {"title": {"required": "Write the title of the report."}}
        help_texts = {"method": "The table of which words of quantity may be used is printed under it by itself."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("introduction", "background", "method"):
            self.fields[name].widget.attrs.pop("maxlength", None)  # a browser cuts a pasted text short in silence

    def save(self, by):
        """Raises concurrency's RecordModifiedError where somebody has saved since."""
        self.instance._history_user = by
        with transaction.atomic():
            return super().save()
