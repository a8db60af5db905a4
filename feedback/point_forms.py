"""What is chosen about a key point when its evidence moves with it."""

from django import forms
from django.db.models import Count

from themes.models import KeyPoint


class MoveForm(forms.Form):
    places = forms.TypedChoiceField(
        choices=[("-1", "Up"), ("1", "Down")],
        coerce=int,
        error_messages={"required": "Choose up or down.", "invalid_choice": "Choose up or down."},
    )


class OtherPointChoice(forms.ModelChoiceField):
    def label_from_instance(self, point):
        return f"{point.text} ({proof(point)})"


class MergeForm(forms.Form):
    into = OtherPointChoice(
        KeyPoint.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        label="Merge it into",
        error_messages={"required": "Choose the key point to merge it into."},
    )

    def __init__(self, *args, point, **kwargs):
        super().__init__(*args, **kwargs)
        others = KeyPoint.objects.standing().filter(theme=point.theme).exclude(pk=point.pk)
        self.fields["into"].queryset = with_proof(others)


def with_proof(points):
    """`said` comments at `met` meetings: one join, so neither multiplies the other."""
    return points.annotate(said=Count("comments"), met=Count("comments__meeting", distinct=True))


def proof(point):
    """As the page says it, of a point fetched with_proof()."""
    if not point.said:
        return "no comments"
    return f"{counted(point.said, 'comment')} at {counted(point.met, 'meeting')}"


def counted(number, noun):
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
