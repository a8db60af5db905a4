"""Why a public edition is taken down: anyone can read it."""

from django import forms

from themes.models import Edition
from themes.personal import words_like_personal_data

LONGEST = Edition._meta.get_field("taken_down_because").max_length  # characters


class SeenForm(forms.Form):
    """The edition in the version that was read."""

    version = forms.IntegerField(max_value=2**31 - 1, widget=forms.HiddenInput)


class TakeDownForm(SeenForm):
    because = forms.CharField(
        label="Why it is taken down",
        max_length=LONGEST,
        help_text="One short sentence that anyone can read. Do not repeat in it what must not be public.",
        error_messages={"required": "Write why it is taken down."},
    )

    def __init__(self, *args, edition, **kwargs):
        initial = {"because": edition.taken_down_because, "version": edition.version}
        super().__init__(*args, initial=initial, **kwargs)

    def clean_because(self):
        because = " ".join(self.cleaned_data["because"].split())
        if found := words_like_personal_data(because):  # even what a manager let through: that may be the reason
            raise forms.ValidationError(f"“{found[0]}” may be personal data: leave it out, as anyone can read this.")
        return because
