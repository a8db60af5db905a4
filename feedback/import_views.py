"""Notes that somebody else wrote: pasted or uploaded, reviewed row by row, imported."""

import json
from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback import actions, imports
from feedback.act_views import refused, tell
from feedback.headed import other_day
from feedback.import_forms import NotesForm, RowForm, SaveForm
from feedback.models import Comment, Import, Keyboard
from feedback.sheet_views import known_speakers, review_long
from feedback.suggestions import offer_themes
from meetings.models import Meeting, Stakeholder
from themes.models import Theme

PAGE = 100  # rows
AGAIN = "These notes were brought to this meeting before. Here they are; nothing is added twice."
CHANGED = "Not done: somebody has changed that row since you saw it. Load the page again to see it as it is now."


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("feedback.add_comment", raise_exception=True)
def import_notes(request, pk):
    meeting = get_object_or_404(Meeting, pk=pk)
    form = NotesForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        context = {"meeting": meeting, "form": form, "imports": meeting.imports.select_related("by", "act")}
        return render(request, "feedback/import_notes.html", context, status=422 if form.is_bound else 200)
    source, is_new = start(meeting, form, request.user)
    if not is_new:
        messages.info(request, AGAIN)
    return redirect(source)


def start(meeting, form, by):
    """(the import of these notes at this meeting, whether it is new)"""
    notes = form.cleaned_data["notes"]
    names, file = form.cleaned_data["table"] or ((), ())
    values = {"by": by, "name": form.cleaned_data["name"], "left_out": list(notes.left_out), "columns": list(names)}
    values["rows"] = imports.rows_of(notes.pieces, known_speakers())
    return actions.start_import(meeting, form.digest(), values, map(json.loads, file))


@require_safe
@permission_required("feedback.add_comment", raise_exception=True)
def review_import(request, pk):
    source = get_object_or_404(Import.objects.select_related("meeting", "act"), pk=pk)
    if source.columns and not source.match:
        return redirect("match_columns", source.pk)
    return review_long(request, source) if source.is_long else review_rows(request, source)


def review_rows(request, source):
    page = Paginator(source.rows, PAGE).get_page(request.GET.get("page"))
    review = imports.rows_for_review(source)
    shown = review[page.start_index() - 1 : page.end_index()] if review else []
    groups = [(says, list(rows)) for says, rows in groupby(shown, key=lambda each: each.says_something)]
    line, meant = other_day(source)
    context = {"page": page, "groups": groups, "other_day": line, "meant": meant}
    context |= {**head(source, review), **choices(request, shown)}
    return render(request, "feedback/review_import.html", context)


def head(source, review):
    return {"source": source, "meeting": source.meeting, "counts": imports.counts_of(review)}


def choices(request, rows):
    """What the rows offer to choose from, and to each that is a comment its themes."""
    themes = list(Theme.objects.all())
    waiting = [each for each in rows if each.row["reading"] == "comment" and each.here != "key"]
    comments = [each.comment for each in waiting]
    offer_themes(comments, themes)
    for each, comment in zip(waiting, comments, strict=True):
        each.offers = getattr(comment, "offers", [])
    return {
        "themes": themes,
        "stakeholders": list(Stakeholder.objects.values_list("pk", "name")),
        "readings": imports.READINGS.items(),
        "kinds": Comment.Kind.choices,
        "keys_on": Keyboard.plain_keys_of(request.user),
    }


@require_POST
@permission_required("feedback.add_comment", raise_exception=True)
def change_import_row(request, pk, row):
    source = get_object_or_404(Import.objects.defer("rows"), pk=pk)
    form = RowForm(request.POST)
    if not form.is_valid():
        return not_done(request, source, " ".join(error for errors in form.errors.values() for error in errors), 422)
    try:
        before, source = changed(pk, row, form)
    except imports.Changed as reason:
        wrote = f" You wrote: “{form.cleaned_data['text']}”" if form.cleaned_data["text"] else ""
        return not_done(request, source, f"{str(reason) or CHANGED}{wrote}", 409)
    if not request.htmx:
        return redirect(f"{source.get_absolute_url()}?page={page_of(source, row)}#row-{row}")
    return changed_rows(request, source, row, before)


def not_done(request, source, sentence, status):
    """Where script runs the page stays as it is, with all that is typed in it."""
    if request.htmx:
        return HttpResponse(sentence, status=status, content_type="text/plain")
    messages.error(request, sentence)
    return redirect(source)


def changed(pk, row, form):
    """(ids of the rows as they were, the import as it is now)"""
    before = set()

    def change(source):
        before.update(each["id"] for each in source.rows)
        return imports.changed(source, row, form.cleaned_data, form.values())

    return before, actions.change_row(pk, change)


def changed_rows(request, source, row, before):
    """The row anew, or the rows it was parted into; those it took in go; and the counts."""
    review = imports.rows_for_review(source)
    shown = [each for each in review if each.row["id"] == row or each.row["id"] not in before]
    gone = before - {each.row["id"] for each in review} - {row}
    context = {"rows": shown, "gone": gone, **head(source, review), **choices(request, shown)}
    return render(request, "feedback/_changed_rows.html", context)


def page_of(source, row):
    place = next((place for place, each in enumerate(source.rows) if each["id"].split("-")[0] == row.split("-")[0]), 0)
    return place // PAGE + 1


@require_POST
@permission_required("feedback.add_comment", raise_exception=True)
def save_import(request, pk):
    source = get_object_or_404(Import.objects.defer("rows"), pk=pk)
    form = SaveForm(request.POST)
    if not form.is_valid():
        return refused(request, form, source.get_absolute_url())
    tell(request, actions.import_pieces(source, form.cleaned_data["version"], by=request.user))
    return redirect(source)
