"""Pages of comments: every comment, one comment, editing it."""

from copy import copy

from concurrency.exceptions import RecordModifiedError
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from feedback import likeness, tick_views
from feedback.act_views import row_and_message
from feedback.acts import acts_on
from feedback.forms import CommentFilter, EditForm, way_back
from feedback.models import Comment
from feedback.suggestions import offer_themes
from themes.models import KeyPoint, Theme

PAGE = 50  # comments


@require_safe
@permission_required("feedback.view_comment", raise_exception=True)
def comments(request):
    form = CommentFilter(request.GET)
    found = form.apply(Comment.objects.all())
    page = Paginator(found.with_all(), PAGE).get_page(request.GET.get("page"))
    themes = list(Theme.objects.all())
    offer_themes(page, themes)
    return render(
        request,
        "feedback/comments.html",
        {
            "form": form,
            "page": page,
            "themes": themes,
            "key_points": KeyPoint.objects.standing().in_order(),
            "kept": tick_views.take(request),
            "tickable": request.user.has_perm("feedback.change_comment"),
        },
    )


@require_safe
@permission_required("feedback.view_comment", raise_exception=True)
def comment(request, pk):
    found = get_object_or_404(Comment.objects.with_all(), pk=pk)
    if request.htmx:
        return row_and_message(request, found)
    themes = list(Theme.objects.all())
    offer_themes([found], themes)
    context = {
        "comment": found,
        "themes": themes,
        "alike": likeness.alike(found),
        "points": likeness.likely_points(found) if found.may_be_linked else (),
        "acts": acts_on(found),
    }
    return render(request, "feedback/comment.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("feedback.change_comment", raise_exception=True)
def edit_comment(request, pk):
    edited = get_object_or_404(Comment.objects.with_all(), pk=pk)
    form = EditForm(request.POST or None, instance=edited, auto_id=ids(request, pk))
    if not form.is_valid():
        return edit_page(request, {"form": form, "comment": edited}, status=422 if form.is_bound else 200)
    try:
        left = form.save(by=request.user)
    except RecordModifiedError:
        return edit_refused(request, form)
    if left or not request.htmx:  # in its list the row itself shows that it is saved
        messages.success(request, f"Saved {edited.reference}." + (f" It left the key point “{left}”." if left else ""))
    return row_and_message(request, edited) if request.htmx else redirect(way_back(request, edited.get_absolute_url()))


def ids(request, pk):
    """A row edited in its list stands beside other forms with a `text`: its ids are its own."""
    return f"comment-{pk}-%s" if request.htmx else "id_%s"


def edit_page(request, context, status):
    """The row alone where script runs, with what its list needs of a row; else a page of its own."""
    if not request.htmx:
        back = way_back(request, context["comment"].get_absolute_url())
        return render(request, "feedback/edit_comment.html", {**context, "back": back}, status=status)
    return render(request, "feedback/_edit_row.html", {**context, "row": request.POST or request.GET}, status=status)


def edit_refused(request, form):
    """Both texts together, and a form that would save mine over theirs: knowingly, this time."""
    saved = Comment.objects.with_all().get(pk=form.instance.pk)
    theirs = EditForm(instance=saved)
    data = {**form.data.dict(), "version": theirs["version"].value()}
    again = EditForm(data, instance=copy(saved), auto_id=form.auto_id)  # a bound form writes on its own instance
    return edit_page(request, {"form": again, "comment": saved, "theirs": theirs}, status=409)
