"""The draft of the report, problems first: read, and worked on where it stands."""

from concurrency.exceptions import RecordModifiedError
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from feedback.models import Comment
from themes.checks import gather
from themes.draft import draft_of, problems_of_draft
from themes.exports import FORMATS
from themes.exports.charts import charts_of
from themes.exports.document import key_themes
from themes.file_views import order_of
from themes.models import KeyPoint, Programme
from themes.quantifiers import WORDS_NOTE, method_table
from themes.report import FIGURES, ReportFilter, build
from themes.text_forms import ReportTextForm

EVIDENCE = 25  # comments of the key point that is open; its own page has them all


@require_safe
@permission_required("themes.view_keypoint", raise_exception=True)
def report(request):
    form = ReportFilter(request.GET)
    shown, facts = build(form), gather(form)
    by_audience = key_themes(build(form, "audience")) if order_of(request) == "audience" else ()
    context = {
        "form": form,
        "report": shown,
        "problems": problems_of_draft(form, shown, facts),
        "draft": draft_of(shown, facts),
        "by_audience": by_audience,
        "charts": charts_of(shown),
        "words": method_table(),
        "words_note": WORDS_NOTE,
        "formats": FORMATS,
        "carried": form.carried(),
        **open_point(request),
    }
    return render(request, "themes/report.html", context)


def open_point(request):
    """The key point whose evidence is open on the page, if one is."""
    asked = request.GET.get("open", "")
    point = KeyPoint.objects.standing().filter(pk=asked).first() if asked.isdecimal() else None
    if point is None:
        return {}
    evidence = point.comments.with_all().order_by("-quoted", "-pk")
    return {
        "open": point,
        "evidence": evidence[:EVIDENCE],
        "evidence_count": evidence.count(),
        "most_quotes": Comment.QUOTES,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("themes.edit_report", raise_exception=True)
def edit_report_text(request):
    programme = Programme.objects.get()
    form = ReportTextForm(request.POST or None, instance=programme)
    context = {"form": form, "figures": placeholders()}
    if not form.is_valid():
        return render(request, "themes/edit_report_text.html", context)
    try:
        form.save(by=request.user)
    except RecordModifiedError:
        theirs = ReportTextForm(instance=Programme.objects.get())
        typed = form.data.copy()
        typed["version"] = theirs["version"].value()
        again = ReportTextForm(typed, instance=Programme(pk=1))
        return render(request, "themes/edit_report_text.html", {**context, "form": again, "theirs": theirs}, status=409)
    messages.success(request, "Saved the text of the report.")
    return redirect(reverse("report"))


def placeholders():
    """[(what to write, what it is, what it comes to now), ...]"""
    figures = build(ReportFilter({})).figures
    return [(f"{{{name}}}", label, in_words(figures)) for name, (label, in_words) in FIGURES.items()]
