"""Calendar feeds: making an address, revoking it, and answering the program that asks there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings.feed_forms import FeedForm
from meetings.models import Feed
from meetings.subscribed import calendar_of, tag_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("meetings.view_meeting", raise_exception=True)
def feeds(request):
    """The address is in the answer to the POST and never again: only its hash is kept."""
    form = FeedForm(request.POST or None)
    context = {"form": form, "feeds": request.user.feeds.select_related("category")}
    if not form.is_valid():
        return render(request, "meetings/feeds.html", context, status=422 if form.is_bound else 200)
    feed, token = Feed.objects.make(owner=request.user, **form.cleaned_data)
    address = request.build_absolute_uri(reverse("feed", args=[token]))
    return render(request, "meetings/feeds.html", {**context, "form": FeedForm(), "made": feed, "address": address})


@require_POST
@permission_required("meetings.view_meeting", raise_exception=True)
def revoke_feed(request, pk):
    feed = get_object_or_404(request.user.feeds, pk=pk)
    feed.revoke()
    messages.success(request, f"Revoked: {feed}. That address answers no more.")
    return redirect("feeds")


@login_not_required
@require_safe
def feed(request, token):
    """Whoever has the address may read it, while its owner may."""
    found = Feed.objects.of_token(token).select_related("owner", "category").first()
    if found is None or not found.owner.has_perm("meetings.view_meeting"):
        raise Http404("No such calendar.")
    tag = tag_of(found)
    fresh = HttpResponse(content_type="text/calendar; charset=utf-8")
    response = get_conditional_response(request, etag=tag, response=fresh)
    if response is fresh:
        response.content = calendar_of(found)
        response["Content-Disposition"] = 'inline; filename="stockport-2040.ics"'
    response["ETag"], response["Cache-Control"] = tag, "private, no-cache"
    return response
