"""Names that a report prints beside its texts and key points: whatever somebody called a meeting, a heading or a kind
of people."""

from django.urls import reverse

from meetings.models import Audience, Category, Meeting
from themes.models import Theme
from themes.personal import words_like_personal_data


def named_like_a_person():
    """[(the words, what they are the name of, where they are mended), ...]"""
    return [
        (words, f"{what} “{name}”", link)
        for what, name, link in names_printed()
        for words in words_like_personal_data(name)
    ]


def names_printed():
    """Meetings that were called off are not listed. Without a page of its own a name is let through with the text."""
    meetings = Meeting.objects.filter(status=Meeting.Status.SCHEDULED).order_by("pk").values_list("pk", "title")
    yield from (("the meeting", title, reverse("meeting", args=[pk])) for pk, title in meetings)
    for what, model in (("the category", Category), ("the audience", Audience), ("the theme", Theme)):
        names = model.objects.order_by("pk").values_list("name", flat=True)
        yield from ((what, name, reverse("edit_report_text")) for name in names)
