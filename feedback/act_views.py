"""What is done to one comment or to many ticked ones: each a POST, answered where it was done, with an undo."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from feedback import actions, tick_views
from feedback.forms import LinkForm, RetagForm, SeenForm, SetAsideForm, SplitForm, StandingForm, way_back
from feedback.models import Comment
from feedback.moves import changed_since_seen
from feedback.notes.sentences import points_of
from feedback.suggestions import offer_themes
from themes.models import Theme


@require_POST
@permission_required("feedback.change_comment", raise_exception=True)
def retag_comments(request):
    form = RetagForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    return done(request, actions.retag(form.cleaned_data["seen"], form.cleaned_data["theme"], by=request.user), form)


@require_POST
@permission_required("feedback.change_comment", raise_exception=True)
def mark_comments(request):
    form = StandingForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    seen, standing = form.cleaned_data["seen"], form.cleaned_data["standing"]
    return done(request, actions.change_standing(seen, standing, by=request.user), form)


@require_POST
@permission_required("themes.change_keypoint", raise_exception=True)
def link_ticked(request):
    form = LinkForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    return done(request, actions.link(form.cleaned_data["seen"], form.cleaned_data["key_point"], by=request.user), form)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("feedback.change_comment", raise_exception=True)
def set_aside_comment(request, pk):
    comment = get_object_or_404(Comment.objects.with_all(), pk=pk)
    form = SetAsideForm(request.POST or None, initial={"seen": [comment.seen]})
    changed = changed_meanwhile(comment, form)
    if changed or not form.is_valid():
        return page(request, "feedback/set_aside_comment.html", comment, form, changed)
    seen, reason = form.cleaned_data["seen"], form.cleaned_data["reason"]
    return done(request, actions.change_standing(seen, "set_aside", request.user, reason), form)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("feedback.change_comment", raise_exception=True)
def split_comment(request, pk):
    comment = get_object_or_404(Comment.objects.with_all(), pk=pk)
    first, *others = points_of(comment.text) or [comment.text]
    form = SplitForm(request.POST or None, initial={"seen": [comment.seen], "first": first, "second": " ".join(others)})
    changed = changed_meanwhile(comment, form)
    if changed or not form.is_valid():
        return page(request, "feedback/split_comment.html", comment, form, changed)
    return done(request, actions.split(by=request.user, **form.cleaned_data), form)


@require_POST
@permission_required("feedback.change_comment", raise_exception=True)
def join_comments(request):
    form = SeenForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    return done(request, actions.join(form.cleaned_data["seen"], by=request.user), form)


def changed_meanwhile(comment, form):
    """As changed_since_seen says; what was typed stays in the form, which then goes on from the comment as it is."""
    changed = changed_since_seen([comment], form.cleaned_data["seen"]) if form.is_valid() else []
    if changed:
        form.data = form.data.copy()
        form.data.setlist("seen", [comment.seen])
    return changed


def page(request, template, comment, form, changed):
    back = way_back(request, comment.get_absolute_url())
    context = {"form": form, "comment": comment, "back": back, "changed": changed}
    return render(request, template, context, status=409 if changed else 200)


def done(request, act, form):
    """Where it was done: the row alone where script runs, else the page the person came from."""
    tell(request, act)
    seen = form.cleaned_data["seen"]
    if for_a_row(request) and len(seen) == 1:
        return row_and_message(request, get_object_or_404(Comment.objects.with_all(), pk__in=seen))
    back, left = way_back(request), tick_views.left_by(act, seen)
    if left:
        tick_views.keep(request, left, back)
    return redirect(back)


def row_and_message(request, comment):
    """With what its list needs of a row, which the row sends along."""
    themes = list(Theme.objects.all())
    offer_themes([comment], themes)
    context = {"comment": comment, "themes": themes, "row": request.POST or request.GET}
    return render(request, "feedback/_row_and_message.html", context)


def tell(request, act):
    """What was done, with the way to undo it where anything was."""
    undo = f"undo-{act.pk}" if act.pk else ""
    not_done = messages.ERROR if act.is_refused else messages.INFO
    messages.add_message(request, messages.SUCCESS if act.pk else not_done, act.words, extra_tags=undo)


def refused(request, form, otherwise="/comments/"):
    messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    back = way_back(request, otherwise)
    if for_a_row(request):
        return HttpResponseClientRedirect(back)
    tick_views.keep(request, tick_views.ticked(request), back)
    return redirect(back)


def for_a_row(request):
    """Asked for by a row of a list, which is put in its own place; a boosted form follows to the page it leads to."""
    return request.htmx and not request.htmx.boosted
