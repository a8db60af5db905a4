"""What is sent while a meeting is logged live: a line, pasted lines, the line being typed."""

import re
import uuid

from django import forms
from django.utils.html import format_html

from feedback import actions, drafts
from feedback.forms import CommentForm, ThemeChoice
from feedback.models import Comment, Draft
from meetings.models import Stakeholder

# Alt and this letter of its name pick a kind: the first letter that no other key of the page has.
KIND_LETTERS = {"support": "s", "concern": "c", "suggestion": "g", "question": "q", "other": "o"}


def with_letter(kind, label):
    """The label with its letter marked: the script listens for the letter that it finds marked here."""
    before, letter, after = re.split(f"({KIND_LETTERS[kind]})", label, maxsplit=1, flags=re.IGNORECASE)
    return format_html("{}<u>{}</u>{}", before, letter, after)


class LogForm(CommentForm):
    key = forms.UUIDField(widget=forms.HiddenInput)

    class Meta(CommentForm.Meta):
        fields = [*CommentForm.Meta.fields, "verbatim"]
        widgets = {**CommentForm.Meta.widgets, "verbatim": forms.Textarea({"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4
        self.fields["text"].widget.attrs["autofocus"] = True  # the first key lands in the box, script or no script
        self.fields["kind"].choices = [(kind, with_letter(kind, label)) for kind, label in Comment.Kind.choices]

    def save(self, by):
        self.instance.key = self.cleaned_data["key"]
        return actions.log(self.instance, by)


class PastedForm(forms.Form):
    """The lines of one pasting, `text` and `key` once a line; theme, kind and speaker are of all of them."""

    theme = ThemeChoice()
    kind = forms.ChoiceField(choices=Comment.Kind.choices)
    stakeholder = forms.ModelChoiceField(Stakeholder.objects.all(), required=False)

    def clean(self):
        texts, keys = self.data.getlist("text"), self.data.getlist("key")
        if not texts or len(texts) != len(keys):
            raise forms.ValidationError("The lines did not arrive whole: paste them again.")
        as_text, as_key = forms.CharField(max_length=Comment.LONGEST), forms.UUIDField()
        lines = [(as_key.clean(key), as_text.clean(text)) for key, text in zip(keys, texts, strict=True)]
        return {**self.cleaned_data, "lines": lines}

    def save(self, meeting, by):
        """Answers with the comments, and the act that undoes them."""
        alike = {name: self.cleaned_data[name] for name in self.fields}
        lines = self.cleaned_data["lines"]
        return actions.log_pasted([Comment(meeting=meeting, key=key, text=text, **alike) for key, text in lines], by)


class DraftForm(forms.ModelForm):
    """The line being typed: nothing in it is refused for being unfinished, too long or full of spaces."""

    text = forms.CharField(required=False, strip=False)
    verbatim = forms.CharField(required=False, strip=False)
    theme = ThemeChoice()
    version = forms.IntegerField(min_value=0)

    class Meta:
        model = Draft
        fields = drafts.TYPED

    def save(self):
        return drafts.keep(self.instance, self.cleaned_data["version"])


class ChangesForm(forms.Form):
    """Since when a page wants the changes, in seconds since 1970."""

    since = forms.IntegerField(min_value=0, max_value=2**33)


class KeyboardForm(forms.Form):
    plain_keys = forms.BooleanField(required=False)
