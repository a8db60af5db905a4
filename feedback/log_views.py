"""Logging a meeting live: the page, and what its script sends and asks for."""

import time
from datetime import UTC, datetime

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Exists, OuterRef
from django.forms import model_to_dict
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback.act_views import way_back
from feedback.drafts import TYPED, LineSavedError, TypedElsewhereError
from feedback.log_forms import ChangesForm, DraftForm, KeyboardForm, LogForm, PastedForm
from feedback.models import Comment, Draft, Keyboard
from meetings.models import Meeting
from themes.models import Theme

OVERLAP = 20  # seconds: a change may be committed this much later than its line of history says


@never_cache  # the words and the key must not lie in the browser after sign-out
@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("feedback.add_comment", raise_exception=True)
def log_comments(request, pk):
    meeting = get_object_or_404(Meeting.objects.select_related("category", "audience"), pk=pk)
    draft = Draft.objects.unsaved().filter(person=request.user, meeting=meeting).first()
    form = LogForm(request.POST or None, instance=Comment(meeting=meeting), initial=as_initial(draft))
    if not form.is_valid():
        page = log_page(request, meeting, form, draft)
        return render(request, "feedback/log_comments.html", page, status=422 if form.is_bound else 200)
    saved = form.save(by=request.user)
    if request.htmx:
        return render(request, "feedback/_logged.html", {"comments": [saved], "themes": Theme.objects.all()})
    messages.success(request, f"Saved {timezone.localtime():%H:%M}: {saved.reference}.")
    return redirect(request.path)


def log_page(request, meeting, form, draft):
    return {
        "meeting": meeting,
        "came": meeting.stakeholders.all(),
        "form": form,
        "draft": draft,
        "comments": meeting.comments.with_all(),
        "themes": Theme.objects.all(),
        "as_of": overlapping_now(),
        "plain_keys": Keyboard.plain_keys_of(request.user),
        "lock": salted_hmac("feedback.lines_in_the_browser", str(request.user.pk), algorithm="sha256").hexdigest(),
    }


def as_initial(draft):
    return model_to_dict(draft, TYPED) if draft else {}


@require_POST
@permission_required("feedback.add_comment", raise_exception=True)
def log_pasted(request, pk):
    meeting = get_object_or_404(Meeting, pk=pk)
    form = PastedForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"reasons": [error for errors in form.errors.values() for error in errors]}, status=422)
    saved, act = form.save(meeting, by=request.user)
    if act.pk:
        messages.success(request, act.words, extra_tags=f"undo-{act.pk}")
    context = {"comments": saved, "themes": Theme.objects.all(), "next": reverse("log_comments", args=[pk])}
    return render(request, "feedback/_logged.html", context)


@require_POST
@permission_required("feedback.add_comment", raise_exception=True)
def keep_draft(request, pk):
    meeting = get_object_or_404(Meeting, pk=pk)
    form = DraftForm(request.POST, instance=Draft(person=request.user, meeting=meeting))
    if not form.is_valid():
        return JsonResponse(form.errors, status=422)
    try:
        draft = form.save()
    except LineSavedError:
        return JsonResponse({"saved": True}, status=409)
    except TypedElsewhereError as elsewhere:
        return JsonResponse(as_json(elsewhere.draft), status=409)
    return JsonResponse(as_json(draft))


def as_json(draft):
    return {**as_initial(draft), "version": draft.version, "at": f"{timezone.localtime(draft.kept_at):%H:%M}"}


@never_cache
@require_safe
@permission_required("feedback.view_comment", raise_exception=True)
def changed_comments(request, pk):
    """The rows of a meeting that are new, changed or gone since; 204 where none is. Asked every few seconds.

    Gone is also what was moved to another meeting: its newest line of history is of that one.
    """
    form = ChangesForm(request.GET)
    if not form.is_valid():
        return HttpResponseBadRequest("Ask for the changes since a moment, in whole seconds.")
    as_of = overlapping_now()
    since = datetime.fromtimestamp(form.cleaned_data["since"], UTC)
    touched = set(Comment.history.filter(was_at(pk), history_date__gt=since).order_by().values_list("id", flat=True))
    if not touched:
        return HttpResponse(status=204)
    changed = list(Comment.objects.with_all().filter(pk__in=touched, meeting=pk))
    context = {
        "comments": changed,
        "gone": touched - {comment.pk for comment in changed},
        "as_of": as_of,
        "themes": Theme.objects.all(),
        "next": reverse("log_comments", args=[pk]),
    }
    return render(request, "feedback/_changed.html", context)


def was_at(meeting):
    """Of a line of history: whether its comment is or ever was of the meeting."""
    return Exists(Comment.history.filter(id=OuterRef("id"), meeting=meeting))


def overlapping_now():
    return int(time.time()) - OVERLAP


@require_POST
@permission_required("feedback.add_comment", raise_exception=True)
def switch_keys(request):
    form = KeyboardForm(request.POST)
    form.is_valid()
    Keyboard.objects.update_or_create(person=request.user, defaults=form.cleaned_data)
    return HttpResponse(status=204) if request.htmx else redirect(way_back(request, reverse("home")))
