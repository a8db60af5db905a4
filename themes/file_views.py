"""The report to take away: its files, and the one page."""

from tempfile import TemporaryFile

from django.contrib.auth.decorators import permission_required
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from feedback.forms import way_back
from themes.exports import FORMATS, csv_file, one_page, xlsx
from themes.exports.charts import charts_of
from themes.exports.document import six_figures
from themes.report import ORDERS, ReportFilter, build, comment_rows


@require_safe
@permission_required("themes.view_theme", raise_exception=True)
def report_file(request, format):
    if format not in FORMATS:
        raise Http404(f"The report does not come as {format}.")
    chosen = ReportFilter(request.GET)
    if not chosen.is_valid():
        return as_refused(request)
    order = order_of(request)
    report = build(chosen, order)
    comments = comment_rows(chosen, order) if FORMATS[format].of_comments else None
    response = ANSWERS.get(format, as_a_whole)(report, comments, format)
    return named(response, report, format)


def order_of(request):
    order = request.GET.get("order")
    return order if order in ORDERS else "theme"


def as_refused(request):
    """A file would hide that it is not narrowed as was asked; the report says what was not understood."""
    return redirect(f"{reverse('report')}?{request.GET.urlencode()}")


def as_a_whole(report, comments, format):
    return HttpResponse(FORMATS[format].render(report, comments), content_type=FORMATS[format].content_type)


def as_it_comes(report, comments, format):
    return StreamingHttpResponse(csv_file.stream(report, comments), content_type=FORMATS[format].content_type)


def from_disk(report, comments, format):
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    xlsx.write(report, comments, file)
    file.seek(0)
    return FileResponse(file, content_type=FORMATS[format].content_type)


ANSWERS = {"csv": as_it_comes, "xlsx": from_disk}  # those with a row for each comment, of which there may be many


def named(response, report, format, what=""):
    name = file_name(report, format, what)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def file_name(report, format, what=""):
    """*one-stockport-one-future-draft-2024-03-01.docx*; a part of the report says that it is one."""
    part = "part" if report.narrowed_to else ""
    parts = [slugify(report.title) or "report", what, part, "draft", report.made_on.isoformat()]
    return f"{'-'.join(filter(None, parts))}.{format}"


@require_safe
@permission_required("themes.view_theme", raise_exception=True)
def one_page_report(request):
    form = ReportFilter(request.GET)
    report = build(form)
    context = {
        "form": form,
        "report": report,
        "carried": form.carried(),
        "back": way_back(request, f"{reverse('report')}?{form.carried().urlencode()}"),
        "six_figures": six_figures(report),
        "findings": one_page.findings(report),
        "no_finding": one_page.no_finding(report),
        "covering": one_page.covering(report),
        "charts": charts_of(report),
    }
    return render(request, "themes/one_page.html", context)


@require_safe
@permission_required("themes.view_theme", raise_exception=True)
def one_page_file(request):
    chosen = ReportFilter(request.GET)
    if not chosen.is_valid():
        return as_refused(request)
    report = build(chosen)
    response = HttpResponse(one_page.render(report), content_type=FORMATS["pdf"].content_type)
    return named(response, report, "pdf", "one-page")
