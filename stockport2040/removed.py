"""What is done to a key point that somebody has removed meanwhile is answered in a sentence, where it was done."""

from django.http import Http404
from django.shortcuts import render

from themes.models import KeyPoint

OF_A_KEY_POINT = "key-points/<int:pk>/"


class RemovedKeyPoints:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        point = removed_point(request.resolver_match) if isinstance(exception, Http404) else None
        if point:
            name = "_removed_key_point" if request.htmx else "removed_key_point"
            return render(request, f"themes/{name}.html", {"point": point}, status=409)


def removed_point(match):
    if match.route.startswith(OF_A_KEY_POINT):
        removed = KeyPoint.objects.filter(status=KeyPoint.Status.REMOVED)
        return removed.filter(pk=match.kwargs["pk"]).first()
