"""One meeting: adding, editing, copying and repeating it."""

from concurrency.exceptions import RecordModifiedError
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from meetings import moves
from meetings.differences import when_in_words
from meetings.edit_forms import AddForm, EditForm, RepeatForm
from meetings.models import Meeting

PAGE = ["GET", "HEAD", "POST"]


@require_http_methods(PAGE)
@permission_required("meetings.add_meeting", raise_exception=True)
def add_meeting(request):
    return add(request, AddForm(request.POST or None), "Add a meeting")


@require_http_methods(PAGE)
@permission_required("meetings.add_meeting", raise_exception=True)
def copy_meeting(request, pk):
    """A new meeting like another one: all but its dates."""
    copied = get_object_or_404(Meeting, pk=pk)
    kept = ("title", "category", "audience", "venue", "lead", "starts_at", "ends_at")
    initial = {**{name: getattr(copied, name) for name in kept}, "stakeholders": copied.stakeholders.all()}
    return add(request, AddForm(request.POST or None, initial=initial), f"Copy {copied.title}, {copied.dates}")


def add(request, form, heading):
    if not form.is_valid():
        context = {"form": form, "heading": heading}
        return render(request, "meetings/edit_meeting.html", context, status=422 if form.is_bound else 200)
    form.save(by=request.user)
    tell_saved(request, form, "Added")
    return redirect(form.instance)


@require_http_methods(PAGE)
@permission_required("meetings.change_meeting", raise_exception=True)
def edit_meeting(request, pk):
    edited = get_object_or_404(Meeting, pk=pk)
    form = EditForm(request.POST or None, instance=edited)
    context = {"form": form, "meeting": edited, "heading": f"Edit {edited.title}"}
    if not form.is_valid():
        return render(request, "meetings/edit_meeting.html", context, status=422 if form.is_bound else 200)
    try:
        form.save(by=request.user)
    except RecordModifiedError:
        theirs = EditForm(instance=Meeting.objects.get(pk=pk))
        return render(request, "meetings/edit_meeting.html", {**context, "theirs": theirs}, status=409)
    tell_saved(request, form, "Saved")
    return redirect(edited)


def tell_saved(request, form, done):
    said = [f"{done}: {form.instance}.", form.as_read(), form.of_hours()]
    messages.success(request, " ".join(filter(None, said)))
    clashes = form.clashes()
    if clashes:
        messages.warning(request, " ".join(["It is saved, but look again.", *(clash.words for clash in clashes)]))


@require_http_methods(PAGE)
@permission_required("meetings.add_meeting", raise_exception=True)
def repeat_meeting(request, pk):
    """First how often; then the dates, with what speaks against each; then they are added together."""
    repeated = get_object_or_404(Meeting.objects.exclude(starts_on=None), pk=pk)
    form = RepeatForm(repeated, request.POST or None)
    context = {"form": form, "meeting": repeated}
    if not form.is_valid():
        return render(request, "meetings/repeat_meeting.html", context, status=422 if form.is_bound else 200)
    planned, problems = form.plan()
    seen = [when_in_words(each.new) for each in planned if not each.left_out]
    if problems or not seen or request.POST.getlist("seen") != seen or "confirm" not in request.POST:
        rows = [repeat_row(form, place, each, problems) for place, each in enumerate(planned, 1)]
        again = {
            "rows": rows,
            "seen": seen,
            "number": moves.meetings_in_words(len(seen)) if seen else "",
            "problems": problems,
            "again": "confirm" in request.POST,
        }
        return render(request, "meetings/repeat_meeting.html", {**context, **again})
    added = moves.add_like(repeated, planned, request.user, form.cleaned_data["key"])
    messages.success(request, "Saved. Here is what was added, to undo or to send round.")
    return redirect(added)


def repeat_row(form, place, planned, problems):
    return {
        "place": place,
        "planned": planned,
        "when": when_in_words(planned.new),
        "typed": form.own_date(place),
        "problem": problems.get(place, ""),
    }
