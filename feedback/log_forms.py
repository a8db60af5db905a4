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
    """The lines of one pasting: `text`, `key` and `theme` once a line; kind and speaker are of all of them.

    One theme alone is of all of them too.
    """

    kind = forms.ChoiceField(choices=Comment.Kind.choices)
    stakeholder = forms.ModelChoiceField(Stakeholder.objects.all(), required=False)

    def clean(self):
        texts, keys, themes = (self.data.getlist(name) for name in ("text", "key", "theme"))
        themes = themes if len(themes) > 1 else (themes or [""]) * len(texts)
        if not texts or not len(texts) == len(keys) == len(themes):
            raise forms.ValidationError("The lines did not arrive whole: paste them again.")
        as_text, as_key, as_theme = forms.CharField(max_length=Comment.LONGEST), forms.UUIDField(), ThemeChoice()
        theme_of = {value: as_theme.clean(value) for value in set(themes)}
        lines = [
            {"key": as_key.clean(key), "text": as_text.clean(text), "theme": theme_of[theme]}
            for key, text, theme in zip(keys, texts, themes, strict=True)
        ]
        return {**self.cleaned_data, "lines": lines}

    def save(self, meeting, by):
        """Answers with the comments, and the act that undoes them."""
        alike = {name: self.cleaned_data[name] for name in self.fields}
        comments = [Comment(meeting=meeting, **line, **alike) for line in self.cleaned_data["lines"]]
        return actions.log_pasted(comments, by)


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
