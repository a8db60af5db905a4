"""Tagging what has no theme yet, one comment after another."""

from django.contrib.auth.decorators import permission_required
from django.http import QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from feedback import likeness
from feedback.models import Comment, Keyboard
from feedback.queue import find_place
from feedback.queue_forms import PlaceForm, QueueFilter
from feedback.suggestions import offer_themes
from themes.models import Theme


@require_safe
@permission_required("feedback.change_comment", raise_exception=True)
def tag_queue(request):
    form, asked = QueueFilter(request.GET), PlaceForm(request.GET).chosen()
    place = find_place(form.apply(Comment.objects.untagged()), **asked)
    themes = list(Theme.objects.all())
    context = {
        "form": form,
        "place": place,
        "themes": themes,
        "left_elsewhere": Comment.objects.untagged().count() if form.chosen() and not place.left else 0,
        "keys_on": Keyboard.plain_keys_of(request.user),
        "undo_next": address(form, **({"at": asked["after"]} if "after" in asked else asked)),
    }
    if place.comment:
        offer_themes([place.comment], themes)
        context |= {
            "comment": place.comment,
            "alike": likeness.alike(place.comment),
            "next": address(form, after=place.comment.pk),
            "again": address(form, at=place.comment.pk),
            "before": address(form, at=place.before) if place.before else "",
        }
    return render(request, "feedback/tag_queue.html", context)


def address(form, **place):
    """Of the queue, filtered as it is."""
    query = QueryDict(mutable=True)
    query.update(form.carried())
    query.update(place)
    return f"{reverse('tag_queue')}?{query.urlencode()}"
