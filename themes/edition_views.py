"""Editions: the list, preparing, approving and withdrawing one; and what anyone may read of a public one."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from themes import actions
from themes.checks import gather
from themes.draft import problems_of_draft
from themes.edition_forms import EditionForm
from themes.exports import FORMATS
from themes.exports.document import about, blocks
from themes.file_views import as_refused, order_of
from themes.models import Edition
from themes.report import ReportFilter, build
from themes.report.changes import compare
from themes.report.kept import from_kept

PEOPLE = ("prepared_by", "approved_by", "taken_down_by")
GONE = "This edition does not wait for approval any more: it was approved or withdrawn meanwhile. Read it as it is now."


@require_safe
@permission_required("themes.view_edition", raise_exception=True)
def editions(request):
    found = Edition.objects.select_related(*PEOPLE).defer("report")
    return render(request, "themes/editions.html", {"editions": found})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("themes.publish_edition", raise_exception=True)
def prepare_edition(request):
    chosen, order = ReportFilter(request.GET), order_of(request)
    if not chosen.is_valid():
        return as_refused(request)
    problems = problems_of_draft(chosen, build(chosen), gather(chosen))
    form = EditionForm(request.POST or None, chosen=chosen, order=order, problems=problems)
    edition = form.save(by=request.user) if form.is_valid() else None
    if edition is None:
        waiting = Edition.objects.waiting().first()
        context = {"form": form, "problems": problems, "waiting": waiting, "chosen": chosen, "order": order}
        return render(request, "themes/prepare_edition.html", context)
    messages.success(request, f"{edition.name} is prepared. Another manager has to approve it.")
    return redirect(edition)


def open_to_anyone_if_public(view):
    """The view of one edition. Of any other the public is told no more than of one that does not exist; of one that
    was taken down, that it was. It is taken down at once: nothing on the way may keep it."""

    @login_not_required
    @never_cache
    @wraps(view)
    def answered(request, number, **more):
        edition = Edition.objects.select_related(*PEOPLE).filter(number=number).first()
        staff = request.user.has_perm("themes.view_edition")
        if edition and (staff or edition.is_for_anyone):
            return view(request, edition, **more)
        if edition and edition.is_taken_down:
            context = {"edition": edition, "other": Edition.objects.published().not_taken_down().first()}
            return render(request, "themes/edition_taken_down.html", context, status=410)
        if not request.user.is_authenticated:
            return render(request, "themes/no_public_edition.html", {"number": number}, status=404)
        if not staff:
            raise PermissionDenied
        raise Http404(f"There is no edition {number}.")

    return answered


@require_safe
@open_to_anyone_if_public
def edition(request, edition):
    report = from_kept(edition.report)
    context = {
        "edition": edition,
        "report": report,
        "head": about(report),
        "body": blocks(report),
        "files": files_of(edition),
        "earlier": others_of(request, edition).first(),
        "newer": Edition.objects.after(edition),
    }
    return render(request, "themes/edition.html", context)


def others_of(request, edition):
    """What it can be compared with: the public never with one that was taken down, as that tells what it said."""
    earlier = Edition.objects.earlier_than(edition)
    return earlier if request.user.has_perm("themes.view_edition") else earlier.not_taken_down()


def files_of(edition):
    """[(format, what it is called), ...]"""
    kept = set(edition.files.values_list("format", flat=True))
    return [(name, format.label) for name, format in FORMATS.items() if name in kept]


@require_safe
@open_to_anyone_if_public
def edition_file(request, edition, format):
    kept = edition.files.filter(format=format).first() if format in FORMATS else None
    if kept is None:
        raise Http404(f"{edition.name} does not come as {format}.")
    response = HttpResponse(bytes(kept.content), content_type=FORMATS[format].content_type)
    state = "-taken-down" if edition.is_taken_down else ""
    name = f"{slugify(edition.title) or 'report'}-edition-{edition.number}{state}.{format}"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


@require_safe
@open_to_anyone_if_public
def edition_changes(request, edition):
    others = others_of(request, edition)
    since = request.GET.get("since", "")
    earlier = others.filter(number=since).first() if since.isdecimal() and len(since) < 10 else others.first()
    context = {"edition": edition, "earlier": earlier, "others": others.defer("report")}
    if earlier:
        context["changes"] = compare(from_kept(earlier.report), from_kept(edition.report))
        context["paragraph"] = context["changes"].in_words(earlier.name)
    return render(request, "themes/edition_changes.html", context)


@require_POST
@permission_required("themes.publish_edition", raise_exception=True)
def approve_edition(request, number):
    try:
        actions.approve(number, posted(request), by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    except Edition.DoesNotExist:
        return gone(request, number)
    else:
        messages.success(request, f"Approved edition {number}. {hence(number)}")
    return redirect("edition", number)


def hence(number):
    if Edition.objects.published().filter(number=number).exists():
        return "Anyone can read it now, until a manager takes it down."
    return "It stays as it is for good."


@require_POST
@permission_required("themes.publish_edition", raise_exception=True)
def withdraw_edition(request, number):
    try:
        actions.withdraw(number, posted(request), by=request.user)
    except Edition.DoesNotExist:
        return gone(request, number)
    messages.success(request, f"Withdrew edition {number}. The next one prepared takes its number.")
    return redirect("editions")


def gone(request, number):
    """To what has its number by now, if anything has."""
    messages.error(request, GONE)
    return redirect("edition", number) if Edition.objects.filter(number=number).exists() else redirect("editions")


def posted(request):
    """The id of the edition that was read."""
    pk = request.POST.get("edition", "")
    return int(pk) if pk.isdecimal() and len(pk) < 19 else 0
