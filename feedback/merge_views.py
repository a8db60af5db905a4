"""Merging two stakeholders that are one, which takes comments along."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from feedback.actions import stakeholders
from feedback.merge_forms import MergeForm
from feedback.models import Comment
from meetings.models import Merge, Stakeholder


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("meetings.merge_stakeholder", raise_exception=True)
def merge_stakeholder(request, pk):
    """First which other one it is; then what will follow; then they are merged."""
    away = get_object_or_404(Stakeholder, pk=pk)
    form = MergeForm(away, request.POST or None)
    context = {"form": form, "stakeholder": away, **what_follows(away)}
    if not form.is_valid():
        return render(request, "feedback/merge_stakeholder.html", context, status=422 if form.is_bound else 200)
    into = form.cleaned_data["into"]
    if request.POST.get("confirm") != str(into.pk):
        return render(request, "feedback/merge_stakeholder.html", {**context, "into": into})
    try:
        merged = stakeholders.merge(away, into, by=request.user)
    except Stakeholder.DoesNotExist:
        messages.error(request, f"Not done: {away} or {into} has just been merged.")
        return redirect("stakeholders")
    messages.success(request, f"{merged}. It can be undone below.")
    return redirect(into)


def what_follows(away):
    return {"meetings": away.meetings.count(), "comments": Comment.objects.filter(stakeholder=away).count()}


@require_POST
@permission_required("meetings.merge_stakeholder", raise_exception=True)
def undo_merge(request, pk):
    merged = get_object_or_404(Merge.objects.select_related("into"), pk=pk)
    said = stakeholders.undo_merge(merged, by=request.user)
    (messages.error if said.startswith("Not") else messages.success)(request, said)
    return redirect(merged.into)
