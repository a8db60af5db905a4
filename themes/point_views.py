"""Key points: one with its evidence, adding, wording. feedback/point_views.py has what moves evidence."""

from copy import copy

from concurrency.exceptions import RecordModifiedError
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from feedback.forms import WordsFilter, way_back
from feedback.likeness import NONE_ALIKE, likely_evidence
from feedback.models import Act, Comment
from themes.forms import EditPointForm, NewPointForm
from themes.models import KeyPoint, Theme
from themes.report import points_of

PAGE = 50  # comments of the evidence
CANDIDATES = 25  # comments that could be linked; a search finds the others


def standing_point(pk):
    return get_object_or_404(KeyPoint.objects.standing().select_related("theme"), pk=pk)


@require_safe
@permission_required("themes.view_keypoint", raise_exception=True)
def key_point(request, pk):
    point = get_object_or_404(KeyPoint.objects.select_related("theme"), pk=pk)
    search = WordsFilter(request.GET)
    candidates = search.apply(Comment.objects.counted().filter(theme=point.theme, key_point=None))
    count = candidates.count()
    alike = NONE_ALIKE if search.chosen() else likely_evidence(point)
    context = {
        "point": point,
        "figures": next((each for each in points_of(point.theme) if each.pk == point.pk), None),
        "page": Paginator(point.comments.with_all(), PAGE).get_page(request.GET.get("page")),
        "form": search,
        "alike": alike,
        "candidates": candidates.exclude(pk__in=alike.ids).with_all()[:CANDIDATES],
        "candidates_count": count,
        "more_candidates": count > CANDIDATES + len(alike.ids),
    }
    return render(request, "themes/key_point.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("themes.add_keypoint", raise_exception=True)
def add_key_point(request):
    theme = Theme.objects.filter(slug=request.GET.get("theme", "")).first()
    form = NewPointForm(request.POST or None, initial={"theme": theme})
    if not form.is_valid():
        return render(request, "themes/add_key_point.html", {"form": form, "theme": theme})
    point = form.save(by=request.user)
    messages.success(request, f"Added to {point.theme}. Now link the comments it rests on.")
    return redirect(point)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("themes.change_keypoint", raise_exception=True)
def edit_key_point(request, pk):
    """`text` in the address is another wording to begin with."""
    point = standing_point(pk)
    begin = {"text": request.GET["text"]} if "text" in request.GET else {}
    form = EditPointForm(request.POST or None, instance=point, initial=begin, auto_id=ids(point))
    back = way_back(request, point.get_absolute_url())
    if not form.is_valid():
        return render(request, "themes/edit_key_point.html", {"form": form, "point": point, "back": back})
    try:
        form.save(by=request.user, agree="agree" in request.POST and request.user.has_perm("themes.agree_keypoint"))
    except RecordModifiedError:
        return edit_refused(request, form, back)
    tell_saved(request, form)
    return redirect(back)


def tell_saved(request, form):
    """With the way to undo it where words changed, for those who may: it gives an agreement back."""
    if not form.is_reworded:
        return messages.success(request, "Saved the key point.")
    act = Act.objects.create(words="Reworded a key point.", by=request.user, changes=[change_of(form)])
    may_undo = request.user.has_perm("themes.agree_keypoint") or not act.is_for_managers
    is_agreed = form.instance.status == KeyPoint.Status.AGREED
    what = "Its new words are agreed." if is_agreed else "It is a draft again: its words have changed."
    said = f"Saved the key point. {what}" if form.was_agreed else "Saved the key point."
    messages.success(request, said, extra_tags=f"undo-{act.pk}" if may_undo else "")


def change_of(form):
    """As an Act keeps it."""
    point = form.instance
    return {"record": "keypoint", "id": point.pk, "before": form.before, "version": point.version}


def edit_refused(request, form, back):
    """Both texts on one page, and a form that would save mine over theirs: knowingly, this time."""
    point = KeyPoint.objects.select_related("theme").get(pk=form.instance.pk)
    theirs = EditPointForm(instance=point)
    # Its own copy of the point: a bound form writes what was typed on the one it is given.
    typed = {**form.data.dict(), "version": theirs["version"].value()}
    context = {
        "form": EditPointForm(typed, instance=copy(point), auto_id=ids(point)),
        "theirs": theirs,
        "point": point,
        "back": back,
    }
    return render(request, "themes/edit_key_point.html", context, status=409)


def ids(point):
    """Several such forms can be open on one page."""
    return f"id_{point.pk}_%s"
