"""The box for a date in words: its reading is shown as it is typed, and what was inferred is saved once it was seen."""

from django import forms
from django.urls import reverse
from django.utils.http import urlencode

from meetings.differences import when_in_words
from meetings.typed import read_typed

DATE_HELP = "As you would write it: 12 March 2025, 22 to 25 January, 6 Feb from 6pm to 8pm."


class WhenInput(forms.TextInput):
    """`near`, a day, goes with every question for a reading; the answer appears below the box."""

    template_name = "meetings/_when_input.html"

    def __init__(self, near):
        super().__init__({"class": "govuk-input", "autocomplete": "off", "spellcheck": "false"})
        self.near = near

    def get_context(self, name, value, attrs):
        asking = {
            "hx-get": f"{reverse('read_date')}?{urlencode({'name': name, 'near': self.near.isoformat()})}",
            "hx-trigger": "input changed delay:300ms",
            "hx-target": f"#{attrs['id']}_reading",
        }
        context = super().get_context(name, value, attrs | asking)
        reading = reading_of(value, self.near) if value else None
        is_said = reading and not reading["is_read"] and attrs.get("aria-invalid")  # in the error above the box
        context["widget"]["reading"] = None if is_said else reading
        return context


class WhenField(forms.CharField):
    """A date in words becomes a Typed. Empty is to be confirmed."""

    def __init__(self, near, **options):
        super().__init__(widget=WhenInput(near), max_length=200, required=False, **options)
        self.near = near

    def clean(self, value):
        typed = read_typed(super().clean(value), self.near)
        if typed.dates is None:
            raise forms.ValidationError(typed.problem)
        return typed


def reading_of(text, near):
    """What the page says of a typed text."""
    typed = read_typed(str(text), near)
    words = in_words(typed) if typed.dates else typed.problem
    return {"words": words, "doubts": typed.doubts, "code": typed.code, "is_read": typed.dates is not None}


def refuse_unseen_doubts(form, name):
    """What was inferred or mended is saved once the page has shown it: with script it did, as it was typed."""
    typed = form.cleaned_data.get(name)
    if typed and typed.doubts and typed.dates and form.data.get(f"{name}_read_as") != typed.code:
        form.add_error(name, f"We read this as {with_doubts(typed)}. Save again if that is right.")


def with_doubts(typed):
    return f"{in_words(typed)}: {', '.join(typed.doubts)}"


def in_words(typed):
    return when_in_words(vars(typed.dates))
