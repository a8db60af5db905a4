from django import forms

from meetings.models import Category, Feed


class FeedForm(forms.Form):
    """Which calendar a new address is of."""

    kind = forms.ChoiceField(
        label="Which meetings", choices=Feed.Kind.choices, widget=forms.RadioSelect, initial=Feed.Kind.ALL
    )
    category = forms.ModelChoiceField(
        Category.objects.in_order(), required=False, help_text="For one category: with those under it."
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == Feed.Kind.CATEGORY:
            if not cleaned.get("category") and "category" not in self.errors:
                self.add_error("category", "Choose the category.")
        else:
            cleaned["category"] = None
        return cleaned
