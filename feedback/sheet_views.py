"""Notes in a spreadsheet: what its columns hold, and the import of one that is too long to be reviewed row by row."""

from itertools import chain
from time import monotonic

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from feedback import actions, columns, imports
from feedback.import_forms import ColumnsForm, StepForm
from feedback.models import Comment, Import
from meetings.models import Stakeholder
from themes.models import Theme

SAMPLE = 50  # lines of a long spreadsheet shown before it is imported
EXAMPLES = 3  # cells of each column
PASSED_OVER = 50  # lines a page
PATIENCE = 5  # seconds of work for one answer where no script asks for the next step


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("feedback.add_comment", raise_exception=True)
def match_columns(request, pk):
    source = get_object_or_404(Import.objects.select_related("meeting"), pk=pk, lines__gt=0)
    lines = source.chunks.first().lines
    match, is_known = last_match(source) or (columns.guess(source.columns, lines), False)
    form = ColumnsForm(request.POST or None, names=source.columns, guess=match)
    if source.saved_at or source.chunks_done:
        messages.info(request, "Some of it is imported, so what its columns hold stays as it is.")
        return redirect(source)
    if not form.is_valid():
        context = {"source": source, "form": form, "fields": with_examples(form, lines), "is_known": is_known}
        return render(request, "feedback/match_columns.html", context, status=422 if form.is_bound else 200)
    actions.match_columns(source, form.match(), rows_of_all)
    return redirect(source)


def last_match(source):
    """What columns of these names held the last time somebody said, in this spreadsheet or in another."""
    told = Import.objects.filter(columns=source.columns).exclude(match=[])
    last = told.filter(pk=source.pk).first() or told.first()
    return last and (last.match, True)


def with_examples(form, lines):
    fields = []
    for place, field in enumerate(form):
        cells = [line[place] for line in lines if place < len(line) and line[place].strip()]
        fields.append((field, list(dict.fromkeys(cells))[:EXAMPLES]))
    return fields


def sheet_of(source):
    themes = columns.themes_by_name(Theme.objects.all())
    return columns.Sheet(source.columns, source.match, known_speakers(), themes)


def known_speakers():
    return imports.Speakers(list(Stakeholder.objects.values_list("pk", "name")))


def rows_of_all(source):
    sheet = sheet_of(source)
    return list(chain.from_iterable(rows_of(sheet, chunk) for chunk in source.chunks.all()))


def rows_of(sheet, chunk):
    """Each line by its number below the names of the columns, from 1."""
    numbered = enumerate(chunk.lines, chunk.number * columns.CHUNK + 1)
    return [row for number, line in numbered for row in sheet.rows(number, line)]


def review_long(request, source):
    """The first lines as they will be; after the import, those that were passed over."""
    first = source.chunks.first()
    review = imports.rows_for_review(source, rows_of(sheet_of(source), first))[:SAMPLE]
    page = Paginator(source.rows, PASSED_OVER).get_page(request.GET.get("page"))
    context = {
        "source": source,
        "meeting": source.meeting,
        "rows": review,
        "kinds": Comment.Kind.choices,
        "page": page,
        "passed_over": passed_over(source, page),
        "themes": dict(Theme.objects.values_list("pk", "name")),
        "held": [(name, columns.HOLDS[held]) for name, held in zip(source.columns, source.match, strict=True) if held],
        **progress(source),
    }
    return render(request, "feedback/review_long.html", context)


def passed_over(source, page):
    """[(number of the line, why, its words)], read again from where they are kept."""
    numbers = [(int(each["row"].split("_")[0]), each["why"]) for each in page]
    wanted = {(number - 1) // columns.CHUNK for number, _ in numbers}
    chunks = {chunk.number: chunk.lines for chunk in source.chunks.filter(number__in=wanted)}
    return [(number, why, in_words(chunks, number - 1)) for number, why in numbers]


def in_words(chunks, place):
    line = chunks[place // columns.CHUNK][place % columns.CHUNK]
    return " | ".join(filter(str.strip, line))


def progress(source):
    undone = bool(source.act and source.act.undone_at)
    done = 0 if undone else min(source.chunks_done * columns.CHUNK, source.lines)
    return {
        "done": done,
        "left": source.lines - done,
        "undone": undone,
        "next_chunk": 0 if undone else source.chunks_done,
        "made": len(source.act.made) if source.act and not undone else 0,
    }


@require_POST
@permission_required("feedback.add_comment", raise_exception=True)
def import_step(request, pk):
    """One chunk, and the next is asked for by the page; without script, as many as there is patience for."""
    source = get_object_or_404(Import.objects.select_related("meeting"), pk=pk, lines__gt=0)
    form = StepForm(request.POST)
    if form.is_valid() and source.match:
        source = take_steps(request, source, form.cleaned_data["number"])
    if request.htmx and not source.saved_at:
        return render(
            request, "feedback/_import_progress.html", {"source": source, "running": True, **progress(source)}
        )
    return HttpResponseClientRedirect(source.get_absolute_url()) if request.htmx else redirect(source)


def take_steps(request, source, number):
    sheet, began = sheet_of(source), monotonic()
    while True:
        source = actions.import_chunk(source, number, lambda chunk: rows_of(sheet, chunk), by=request.user)
        number = source.chunks_done
        if request.htmx or source.saved_at or monotonic() - began > PATIENCE:
            return source
