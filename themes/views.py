"""The themed summary: what the comments amount to, whole and theme by theme."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from feedback.forms import SummaryFilter
from themes.exports import FORMATS
from themes.models import Theme
from themes.report import ReportFilter, build
from themes.voices_views import voices_now


@require_safe
@permission_required("themes.view_keypoint", raise_exception=True)
def summary(request):
    summed = summed_up(ReportFilter(request.GET))
    return render(request, "themes/summary.html", {**summed, "voices": voices_now()})


@require_safe
@permission_required("themes.view_keypoint", raise_exception=True)
def theme_summary(request, slug):
    context = summed_up(SummaryFilter(request.GET))
    report = context["report"]
    section = next((section for section in report.sections if section.slug == slug), None)
    if section is None:
        raise Http404("There is no theme of that name.")
    row = next(row for row in report.grid.rows if row.slug == slug)
    return render(request, "themes/theme_summary.html", {**context, "section": section, "row": row})


@require_safe
@permission_required("themes.view_keypoint", raise_exception=True)
def admin_summary(request, site):
    """The same in the admin, among its themes. `site` is the admin site, whose frame it stands in."""
    summary = summed_up(ReportFilter(request.GET))
    context = {**site.each_context(request), **summary, "title": "Themed summary", "opts": Theme._meta}
    return render(request, "admin/themes/theme/summary.html", context)


def summed_up(form):
    """What every page of the summary is made from; `carried` is what its links to comments take along."""
    return {"form": form, "report": build(form), "carried": form.carried(), "formats": FORMATS}
