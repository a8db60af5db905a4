"""Key points from what is there already: from comments that say the same, and from headings with bullets."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from feedback import actions
from feedback.act_views import tell
from feedback.forms import way_back
from feedback.groups import POOL, grouped
from feedback.likeness import likely_evidence
from feedback.models import Comment
from feedback.point_forms import PasteForm, PlacedForm, StartForm
from feedback.tick_views import ticked
from themes.models import KeyPoint, Theme


@require_safe
@permission_required("themes.change_keypoint", raise_exception=True)
def suggested_comments(request, pk):
    """Comments that could be linked to the key point. The draft asks for the list alone, once the point is open: the
    messages that a page brings would take the place of those it shows."""
    point = get_object_or_404(KeyPoint.objects.standing().select_related("theme"), pk=pk)
    context = {
        "point": point,
        "comments": likely_evidence(point).comments,
        "back": way_back(request, point.get_absolute_url()),
    }
    name = "_suggested" if request.htmx else "suggested_comments"
    return render(request, f"feedback/{name}.html", context)


@require_safe
@permission_required("themes.add_keypoint", raise_exception=True)
def said_alike_in(request, slug):
    theme = get_object_or_404(Theme, slug=slug)
    back = way_back(request, theme.get_absolute_url())
    context = {"theme": theme, "groups": grouped(theme), "most": POOL, "back": back}
    return render(request, "feedback/said_alike.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("themes.add_keypoint", raise_exception=True)
def start_key_point(request):
    """From comments that were ticked, in the address or on the page before: only a form with a wording is its own."""
    comments = Comment.objects.counted().with_all().filter(pk__in=ticked(request))
    if "text" not in request.POST and not comments:
        messages.error(request, "Tick the comments to start a key point from.")
        return redirect(way_back(request, "/summary/"))
    theme = next((comment.theme_id for comment in comments if comment.theme_id), None)
    form = StartForm(request.POST if "text" in request.POST else None, initial={"theme": theme})
    if form.is_valid():
        point, act = actions.start_point(by=request.user, **form.cleaned_data)
        if point:
            tell(request, act)
            return redirect(way_back(request, point.get_absolute_url()))
        form.add_error("seen", act.words)
    several = len({comment.theme_id for comment in comments if comment.theme_id}) > 1
    context = {"form": form, "comments": comments, "several": several, "back": way_back(request, "/summary/")}
    return render(request, "feedback/start_key_point.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("themes.add_keypoint", raise_exception=True)
def paste_key_points(request):
    """What was pasted is shown as it was read; nothing is added before the person has seen that."""
    form = PasteForm(request.POST or None)
    if not form.is_valid():
        return render(request, "feedback/paste_key_points.html", {"form": form})
    placed = PlacedForm(request.POST if "add" in request.POST else None, pasted=form.pasted)
    if not placed.is_valid():
        context = {"form": form, "key": placed["key"], "blocks": read(form.pasted, placed)}
        return render(request, "feedback/read_key_points.html", context)
    tell(request, actions.paste_points(placed.blocks(form.pasted), request.user, placed.cleaned_data["key"]))
    if left_out := placed.left_out(form.pasted):
        messages.info(request, left_out)
    return redirect("report")


def read(pasted, placed):
    """[(what was read, its theme's field, [(bullet, what is wrong with it), ...]), ...]"""
    fields = placed.visible_fields()
    return [
        (block, field, [(text, KeyPoint(text=text).doubt) for text in block.bullets])
        for block, field in zip(pasted, fields, strict=True)
    ]
