"""Comments that were logged at the wrong meeting go to the right one."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from feedback import actions
from feedback.act_views import done, refused
from feedback.forms import SeenForm, way_back
from feedback.models import Comment
from feedback.move_forms import MoveCommentsForm
from feedback.moves import changed_since_seen, points_after


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("feedback.change_comment", raise_exception=True)
def move_comments(request):
    """First to which meeting; then what will follow; then they are moved."""
    ticked = SeenForm(request.POST or request.GET)
    if not ticked.is_valid():
        return refused(request, ticked)
    seen = ticked.cleaned_data["seen"]
    comments = list(Comment.objects.with_all().filter(pk__in=seen))
    form = MoveCommentsForm(comments, request.POST if "meeting" in request.POST else None)
    meeting = form.cleaned_data["meeting"] if form.is_valid() else None
    changed = changed_since_seen(comments, seen)
    if meeting and request.POST.get("confirm") == str(meeting.pk) and not changed:
        return done(request, actions.move_comments(seen, meeting, by=request.user), ticked)
    context = {"form": form, "comments": comments, "changed": changed, "meeting": meeting, "back": way_back(request)}
    context["points"] = points_after(comments, meeting) if meeting else []
    return render(request, "feedback/move_comments.html", context, status=status_of(form, changed))


def status_of(form, changed):
    if changed:
        return 409
    return 422 if form.errors else 200
