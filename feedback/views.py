"""Pages of comments: every comment, one comment, logging and editing."""

from copy import copy

from concurrency.exceptions import RecordModifiedError
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from feedback.forms import CommentFilter, EditForm, LogForm
from feedback.models import Comment
from meetings.models import Meeting
from themes.models import KeyPoint, Theme

PAGE = 50  # comments


@require_safe
@permission_required("feedback.view_comment", raise_exception=True)
def comments(request):
    form = CommentFilter(request.GET)
    found = form.apply(Comment.objects.all())
    page = Paginator(found.with_all(), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "feedback/comments.html",
        {
            "form": form,
            "page": page,
            "themes": Theme.objects.all(),
            "key_points": KeyPoint.objects.standing().in_order(),
            "tickable": request.user.has_perm("feedback.change_comment"),
        },
    )


@require_safe
@permission_required("feedback.view_comment", raise_exception=True)
def comment(request, pk):
    found = get_object_or_404(Comment.objects.with_all(), pk=pk)
    return render(request, "feedback/comment.html", {"comment": found, "themes": Theme.objects.all()})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("feedback.add_comment", raise_exception=True)
def log_comments(request, pk):
    meeting = get_object_or_404(Meeting.objects.select_related("category", "audience"), pk=pk)
    form = LogForm(request.POST or None, instance=Comment(meeting=meeting))
    if not form.is_valid():
        return render(
            request, "feedback/log_comments.html", log_page(meeting, form), status=422 if form.is_bound else 200
        )
    saved = form.save(by=request.user)
    if request.htmx:
        return render(request, "feedback/_logged.html", {"comment": saved, "themes": Theme.objects.all()})
    messages.success(request, f"Saved {timezone.localtime():%H:%M}: {saved.reference}.")
    return redirect(request.path)


def log_page(meeting, form):
    logged = meeting.comments.with_all()
    return {"meeting": meeting, "form": form, "comments": logged, "themes": Theme.objects.all()}


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("feedback.change_comment", raise_exception=True)
def edit_comment(request, pk):
    edited = get_object_or_404(Comment.objects.with_all(), pk=pk)
    form = EditForm(request.POST or None, instance=edited)
    if not form.is_valid():
        return render(request, "feedback/edit_comment.html", {"form": form, "comment": edited})
    try:
        left = form.save(by=request.user)
    except RecordModifiedError:
        return edit_refused(request, form)
    messages.success(request, f"Saved {edited.reference}." + (f" It left the key point “{left}”." if left else ""))
    return redirect(edited)


def edit_refused(request, form):
    """Both texts on one page, and a form that would save mine over theirs: knowingly, this time."""
    theirs = Comment.objects.with_all().get(pk=form.instance.pk)
    version = EditForm(instance=theirs)["version"].value()
    again = EditForm({**form.data.dict(), "version": version}, instance=copy(theirs))  # a bound form writes on its own
    context = {"form": again, "comment": theirs, "mine": form.cleaned_data}
    return render(request, "feedback/edit_comment.html", context, status=409)
