"""A spreadsheet of many comments: a page that says how far it is while it is written, and then gives it."""

import secrets
from pathlib import Path
from time import time

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.core import signing
from django.http import FileResponse, Http404, StreamingHttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from themes.exports import FORMATS, xlsx
from themes.file_views import as_refused, file_name, order_of
from themes.report import ReportFilter, build, comment_rows

KEPT = 3600  # seconds
HERE = "<!-- here -->"  # where in the page its progress goes


@require_safe
@permission_required("themes.view_theme", raise_exception=True)
def make_spreadsheet(request):
    chosen = ReportFilter(request.GET)
    if not chosen.is_valid():
        return as_refused(request)
    page = render_to_string("themes/make_spreadsheet.html", {"here": HERE, "carried": chosen.carried()}, request)
    report = build(chosen, order_of(request))
    return StreamingHttpResponse(told(page, report, comment_rows(chosen, report.order), request.user))


def told(page, report, comments, person):
    """The page as it comes to pass: its beginning, a line for every so many comments, the link, its end."""
    before, after = page.split(HERE)
    yield before + how_far(0, report)
    name = secrets.token_hex(16)
    with open(folder() / name, "wb") as file:
        for number in xlsx.writing(report, comments, file):
            yield how_far(number, report)
    token = signing.dumps([person.pk, name, file_name(report, "xlsx")])
    address = reverse("made_spreadsheet", args=[token])
    yield format_html(
        '<p>All written.</p><p><a class="govuk-button" href="{}" id="made">Save the spreadsheet</a></p>', address
    )
    yield after


def how_far(number, report):
    """A line that is seen until the next comes."""
    return format_html(
        '<p class="app-how-far">{} of {} comments written.</p>\n', f"{number:,}", f"{report.ledger.all:,}"
    )


@require_safe
@permission_required("themes.view_theme", raise_exception=True)
def made_spreadsheet(request, token):
    """To whom it was made for, within the hour."""
    try:
        person, name, called = signing.loads(token, max_age=KEPT)
        file = open(folder() / name, "rb")  # noqa: SIM115 - the response closes it
    except (signing.BadSignature, FileNotFoundError):
        raise Http404("This spreadsheet is no longer kept: make it again.") from None
    if person != request.user.pk:
        raise Http404("This spreadsheet was made for somebody else.")
    return FileResponse(file, as_attachment=True, filename=called, content_type=FORMATS["xlsx"].content_type)


def folder():
    """Beside the portal's other files; what is older than an hour is removed on the way."""
    made = Path(settings.VAR_DIR) / "spreadsheets"
    made.mkdir(exist_ok=True)
    for old in made.iterdir():
        if old.stat().st_mtime < time() - KEPT:
            old.unlink(missing_ok=True)
    return made
