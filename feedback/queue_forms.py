"""Which comments to tag, and where among them somebody is."""

from django import forms

from feedback.forms import CommentFilter


class QueueFilter(CommentFilter):
    """Which of the comments that wait for a theme: the same names in the query string, the same meaning."""

    q = theme = kind = standing = key_point = date_from = date_to = None


class PlaceForm(forms.Form):
    """Where in the queue: at a comment, or after one. What makes no sense is passed over."""

    at = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    after = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)

    def chosen(self):
        self.is_valid()
        return {name: pk for name, pk in self.cleaned_data.items() if pk}
