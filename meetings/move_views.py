"""Moving and changing many meetings: choose what, see what would become of each, confirm, and undo."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings import letters, moves
from meetings.calendar_views import with_filters
from meetings.changes import KINDS
from meetings.date_forms import reading_of
from meetings.differences import differences, when_in_words
from meetings.forms import ScheduleFilter
from meetings.models import Meeting, Move
from meetings.move_forms import ChosenForm, MoveForm
from meetings.plans import can_clash

PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("meetings.change_meeting", raise_exception=True)
def move_meetings(request):
    """Of ticked meetings, or by GET of all that the schedule's filter finds: first the question, then the preview."""
    if request.method != "POST":
        return choose(request, ScheduleFilter(request.GET).apply(Meeting.objects.all()))
    if "kind" not in request.POST:
        ticked = ChosenForm(request.POST)
        if not ticked.is_valid():
            messages.error(request, "Tick at least one meeting.")
            return redirect(with_filters(reverse("schedule"), request.GET))
        return choose(request, ticked.meetings())
    return preview(request, MoveForm(request.POST))


@require_POST
@permission_required("meetings.change_meeting", raise_exception=True)
def confirm_move(request):
    form = MoveForm(request.POST)
    if not form.is_valid():
        return preview(request, form)
    move = confirmed(form, by=request.user)
    if move is None:
        return preview(request, form, again=True)
    messages.success(request, "Saved. Here is what was done, to undo or to send round.")
    return redirect(move)


def confirmed(form, by):
    """The Move, made now or when the same was sent before; None where the preview must be looked at once more."""
    planned = form.plan()
    if form.problems or not form.is_as_previewed:
        return None
    made = form.sent_before()
    if made or form.changed() or form.removed():
        return made
    move = moves.apply(form.change(), planned, form.cleaned_data["reason"], by, form.cleaned_data["key"])
    return move if move.pk else None


def choose(request, meetings):
    """The question alone: also where the Django admin sends its ticked rows."""
    meetings = list(meetings)
    if not meetings:
        messages.error(request, "There is no meeting to move.")
        return redirect("schedule")
    seen = [f"{meeting.pk}:{meeting.version}" for meeting in meetings]
    form = MoveForm(initial={"seen": seen, "kind": request.POST.get("first", "weeks")})
    return render(request, "meetings/move_meetings.html", {"form": form, "kinds": kinds(form), "chosen": meetings})


def preview(request, form, again=False):
    if not form.is_valid():
        context = {"form": form, "kinds": kinds(form)}
        return render(request, "meetings/move_meetings.html", context, status=422)
    changed, removed = (form.changed(), form.removed()) if again else ([], [])
    form.go_on_from(changed, removed)
    planned = rows(form)
    going = [row for row in planned if not row["planned"].left_out and not row["problem"]]
    context = {
        "form": form,
        "kinds": kinds(form),
        "going": [row for row in planned if row["problem"] or not row["planned"].left_out],
        "left_out": [row for row in planned if row["planned"].left_out and not row["problem"]],
        "number": moves.meetings_in_words(len(going)) if going else "",
        "can_clash": any(can_clash(row["planned"]) for row in going),
        "clashing": sum(bool(row["planned"].clashes) for row in going),
        "ends_unknown": any(row["planned"].is_of_unknown_length for row in going),
        "kind": KINDS[form.cleaned_data["kind"]],
        "asked": form.asked(),
        "again": again,
        "changed": changed,
        "removed": removed,
        "key": uuid.uuid4(),
    }
    status = 409 if changed or removed else 422 if again else 200
    return render(request, "meetings/move_meetings.html", context, status=status)


def rows(form):
    """The plan with, for each meeting, the differences in words and what was typed for it alone."""
    planned = form.plan()
    words = differences([(each.old, each.new) for each in planned])
    although_begun, left_out, dated = form.although_begun(), form.left_out(), form.change().has_dates
    return [
        {
            "planned": each,
            "differences": different,
            "when": "" if "Date" in {label for label, _, _ in different} else when_in_words(vars(each.meeting)),
            "typed": form.own_date(each.meeting),
            "problem": form.problems.get(each.meeting.pk, ""),
            "although_begun": each.meeting.pk in although_begun,
            "leave_out": each.meeting.pk in left_out,
            "has_own_date": dated and (not each.left_out or each.meeting.pk in form.problems),
        }
        for each, different in zip(planned, words, strict=True)
    ]


def kinds(form):
    """[(value, label, the field of its own or None, whether it is chosen), ...]"""
    chosen = form["kind"].value()
    return [(name, kind.label, kind.field and form[kind.field], name == chosen) for name, kind in KINDS.items()]


@require_safe
@permission_required("meetings.view_meeting", raise_exception=True)
def moves_made(request):
    page = Paginator(Move.objects.with_standing().select_related("by"), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "meetings/moves.html", {"page": page})


@require_safe
@permission_required("meetings.view_meeting", raise_exception=True)
def move(request, pk):
    found = get_object_or_404(Move.objects.with_standing().select_related("by", "undone_by"), pk=pk)
    lines = letters.lines_of(found)
    return render(
        request, "meetings/move.html", {"move": found, "lines": lines, "letter": letters.what_moved(found, lines)}
    )


@require_POST
@permission_required("meetings.change_meeting", raise_exception=True)
def undo_move(request, pk):
    found = get_object_or_404(Move, pk=pk)
    try:
        messages.success(request, moves.undo(found, by=request.user))
    except moves.NothingUndone as reason:
        messages.error(request, str(reason))
    return redirect(found)


@require_safe
@permission_required("meetings.view_meeting", raise_exception=True)
def read_date(request):
    """How a date in words is read, for the box of the name given, while it is being typed."""
    name = request.GET.get("name", "")
    near = as_date(request.GET.get("near", "")) or timezone.localdate()
    if not name.replace("-", "").replace("_", "").isalnum():
        return HttpResponseBadRequest("No box of that name.")
    text = request.GET.get(name, "")
    reading = reading_of(text, near) if text.strip() else None
    return render(request, "meetings/_reading.html", {"reading": reading, "name": name})


def as_date(text):
    try:
        return parse_date(text)
    except ValueError:
        return None
