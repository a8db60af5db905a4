"""What is done to a key point and to its evidence with it: each a POST, answered where it was done, with an undo."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from feedback import actions
from feedback.act_views import refused, tell, way_back
from feedback.forms import SeenForm
from feedback.point_forms import MergeForm, MoveForm, proof, with_proof
from themes.models import KeyPoint


def standing_point(pk):
    return get_object_or_404(with_proof(KeyPoint.objects.standing().select_related("theme")), pk=pk)


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
    point = standing_point(pk)
    form = MergeForm(request.POST or None, point=point)
    if not form.is_valid():
        return render(request, "themes/merge_key_point.html", {"form": form, "point": point, "proof": proof(point)})
    into = form.cleaned_data["into"]
    return done(request, actions.merge_points(point, into, by=request.user), into)


@require_POST
@permission_required("themes.change_keypoint", raise_exception=True)
def remove_key_point(request, pk):
    point = standing_point(pk)
    return done(request, actions.remove_point(point, by=request.user), point.theme)


def done(request, act, at):
    """Back to where it was done, else to the page of what it was done to."""
    tell(request, act)
    return redirect(way_back(request, at.get_absolute_url()))
