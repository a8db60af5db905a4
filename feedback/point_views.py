"""What is done to a key point and to its evidence with it: each a POST, answered where it was done, with an undo."""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from feedback import actions
from feedback.act_views import refused, tell
from feedback.forms import SeenForm, way_back
from feedback.point_forms import (
    AgreeForm,
    ChangeThemeForm,
    MergeForm,
    MoveForm,
    PassForm,
    QuoteForm,
    SplitPointForm,
    proof,
    with_proof,
)
from feedback.tick_views import ticked
from themes.models import KeyPoint

EVIDENCE = 100  # comments to part a key point's evidence by; the others stay with the first


def standing_point(pk):
    return get_object_or_404(with_proof(KeyPoint.objects.standing().select_related("theme")), pk=pk)


def changeable_point(request, pk):
    """What a manager has agreed is taken apart by a manager alone."""
    point = standing_point(pk)
    if point.status == KeyPoint.Status.AGREED and not request.user.has_perm("themes.agree_keypoint"):
        raise PermissionDenied
    return point


@require_POST
@permission_required("themes.change_keypoint", raise_exception=True)
def move_key_point(request, pk):
    point, form = standing_point(pk), MoveForm(request.POST)
    if not form.is_valid():
        return refused(request, form, point.get_absolute_url())
    return done(request, actions.move_point(point, form.cleaned_data["places"], by=request.user), point)


@require_POST
@permission_required("themes.change_keypoint", raise_exception=True)
def link_comments(request, pk):
    point, form = standing_point(pk), SeenForm(request.POST)
    if not form.is_valid():
        return refused(request, form, point.get_absolute_url())
    return done(request, actions.link(form.cleaned_data["seen"], point, by=request.user), point)


@require_POST
@permission_required("themes.change_keypoint", raise_exception=True)
def unlink_comments(request, pk):
    point, form = standing_point(pk), SeenForm(request.POST)
    if not form.is_valid():
        return refused(request, form, point.get_absolute_url())
    return done(request, actions.unlink(form.cleaned_data["seen"], by=request.user), point)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("themes.change_keypoint", raise_exception=True)
def merge_key_point(request, pk):
    point = changeable_point(request, pk)
    may_answer = request.user.has_perm("themes.answer_keypoint")
    form = MergeForm(request.POST or None, point=point, may_answer=may_answer, auto_id=ids(point))
    if not form.is_valid():
        return page(request, "themes/merge_key_point.html", form, point)
    return done(request, actions.merge_points(point, by=request.user, **form.cleaned_data), form.cleaned_data["into"])


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("themes.change_keypoint", raise_exception=True)
def split_key_point(request, pk):
    point = changeable_point(request, pk)
    form = SplitPointForm(request.POST or None, point=point, auto_id=ids(point))
    if not form.is_valid():
        more = {
            "evidence": point.comments.with_all()[:EVIDENCE],
            "most": EVIDENCE,
            "kept": {"comments": ticked(request)},
        }
        return page(request, "themes/split_key_point.html", form, point, **more)
    return done(request, actions.split_point(point, by=request.user, **form.cleaned_data), point)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("themes.change_keypoint", raise_exception=True)
def change_theme(request, pk):
    point = changeable_point(request, pk)
    form = ChangeThemeForm(request.POST or None, point=point, auto_id=ids(point))
    if not form.is_valid():
        return page(request, "themes/change_theme.html", form, point)
    theme, with_evidence = form.cleaned_data["theme"], form.cleaned_data.get("with_evidence", False)
    return done(request, actions.change_theme(point, theme, with_evidence, by=request.user), point)


@require_POST
@permission_required("themes.change_keypoint", raise_exception=True)
def quote_comment(request, pk):
    point, form = standing_point(pk), QuoteForm(request.POST)
    if not form.is_valid():
        return refused(request, form, point.get_absolute_url())
    return done(request, actions.quote(point, by=request.user, **form.cleaned_data["quote"]), point)


@require_POST
@permission_required("themes.agree_keypoint", raise_exception=True)
def pass_words(request, pk):
    point, form = standing_point(pk), PassForm(request.POST)
    if not form.is_valid():
        return refused(request, form, point.get_absolute_url())
    return done(request, actions.pass_words(point, form.cleaned_data["words"], by=request.user), point)


@require_POST
@permission_required("themes.agree_keypoint", raise_exception=True)
def agree_key_points(request):
    form = AgreeForm(request.POST)
    if not form.is_valid():
        return refused(request, form, "/report/")
    tell(request, actions.change_status(by=request.user, **form.cleaned_data))
    return redirect(way_back(request, "/report/"))


@require_POST
@permission_required("themes.change_keypoint", raise_exception=True)
def remove_key_point(request, pk):
    point = changeable_point(request, pk)
    return done(request, actions.remove_point(point, by=request.user), point.theme)


def ids(point):
    """Several such forms can be open on one page."""
    return f"id_{point.pk}_%s"


def page(request, template, form, point, **more):
    back = way_back(request, point.get_absolute_url())
    return render(request, template, {"form": form, "point": point, "proof": proof(point), "back": back, **more})


def done(request, act, at):
    """Back to where it was done, else to the page of what it was done to."""
    tell(request, act)
    return redirect(way_back(request, at.get_absolute_url()))
