"""What a report can be narrowed to, and what it then holds."""

from django import forms

from feedback.forms import UNTAGGED, SummaryFilter


class ReportFilter(SummaryFilter):
    """What the report and its files can be narrowed to: also to one theme, by which meetings are not narrowed."""

    theme = forms.ChoiceField(required=False)
    field_order = ["theme"]

    OF_MEETINGS = {**SummaryFilter.OF_MEETINGS, "theme": lambda meetings, slug: meetings}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        theme = self.fields["theme"]
        theme.choices = [choice for choice in theme.choices if choice[0] != UNTAGGED]


def narrowed_to_theme(chosen):
    return chosen.chosen().get("theme")


def themes_of(chosen, themes):
    slug = narrowed_to_theme(chosen)
    return themes.filter(slug=slug) if slug else themes


def points_of_themes(chosen, key_points):
    slug = narrowed_to_theme(chosen)
    return key_points.filter(theme__slug=slug) if slug else key_points


def raised_here(chosen, said, rows):
    """Narrowed by more than a theme, a report prints the key points alone that those chosen raised."""
    if not chosen.chosen().keys() - {"theme"}:
        return rows
    raised = {point for theme, point, meeting in said}
    return [row for row in rows if row.pk in raised]


def categories_of(chosen, categories):
    """The headings that stand under no other; or the one chosen."""
    pk = chosen.chosen().get("category")
    return categories.filter(pk=pk) if pk else categories.filter(parent=None)
