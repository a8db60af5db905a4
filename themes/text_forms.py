"""The text of the report, which belongs to the programme."""

from django import forms
from django.db import transaction

from themes.checks import named_like_a_person
from themes.models import Programme
from themes.personal import words_like_personal_data
from themes.report.published import LEAST

TEXTS = ("title", "introduction", "background", "method")
MOST = 100
REFUSED = f"Write 0, or a whole number from {LEAST} to {MOST}, such as 5."


class ReportTextForm(forms.ModelForm):
    fewest_shown = forms.IntegerField(
        label="Smallest number that a public edition prints",
        min_value=0,
        max_value=MOST,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input govuk-input--width-3"}),
        error_messages={name: REFUSED for name in ("required", "invalid", "min_value", "max_value")},
        help_text="A smaller number of comments is printed as “fewer than” in its tables and beside its key points."
        " 0 prints every number. Editions made already stay as they are.",
    )

    class Meta:
        model = Programme
        fields = [*TEXTS, "fewest_shown", "version"]
        widgets = {name: forms.Textarea({"rows": 8}) for name in ("introduction", "background", "method")}
        error_messages = {"title": {"required": "Write the title of the report."}}
        help_texts = {"method": "The table of which words of quantity may be used is printed under it by itself."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        named = {words: f"{words}, in {name}" for words, name, _ in named_like_a_person()}
        typed = words_like_personal_data(*(self[name].value() or "" for name in TEXTS))
        self.offer_to_pass(named | {words: words for words in typed})

    def offer_to_pass(self, found):
        """`found` is {words: what the page says of them}."""
        if found:
            self.fields["passed"] = forms.MultipleChoiceField(
                label="This looks like personal data, and stops publication. Tick what is none",
                choices=list(found.items()),
                initial=self.instance.passed_words,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    def clean_fewest_shown(self):
        fewest = self.cleaned_data["fewest_shown"]
        if 0 < fewest < LEAST:
            raise forms.ValidationError(REFUSED)
        return fewest

    def save(self, by):
        """Raises concurrency's RecordModifiedError where somebody has saved since."""
        self.instance._history_user = by
        self.instance.passed_words = self.cleaned_data.get("passed", [])
        with transaction.atomic():
            return super().save()
