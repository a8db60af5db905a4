"""What the council answers: to one key point, in the ledger of all answers, in a letter back to a meeting."""

from concurrency.exceptions import RecordModifiedError
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from feedback.forms import way_back
from meetings.models import Meeting
from themes.exports import FORMATS
from themes.exports import letter as word
from themes.models import KeyPoint, Programme, Response
from themes.report.letters import write_letter
from themes.response_forms import ResponseForm, ResponsesFilter, overdue

PAGE = 50  # key points


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("themes.answer_keypoint", raise_exception=True)
def answer_key_point(request, pk):
    point = get_object_or_404(KeyPoint.objects.standing().select_related("theme"), pk=pk)
    response = Response.objects.filter(key_point=point).first() or Response(key_point=point)
    form = ResponseForm(request.POST or None, instance=response, auto_id=f"id_{pk}_%s")
    context = {"form": form, "point": point, "back": way_back(request, point.get_absolute_url())}
    if not form.is_valid():
        return render(request, "themes/answer_key_point.html", context)
    try:
        form.save(by=request.user)
    except (RecordModifiedError, IntegrityError):
        return answer_refused(request, context)
    messages.success(request, f"Saved the answer: {form.instance}.")
    return redirect(context["back"])


def answer_refused(request, context):
    """Both answers on one page, and a form that would save mine over theirs: knowingly, this time."""
    theirs = ResponseForm(instance=get_object_or_404(Response, key_point=context["point"]))
    typed = {**context["form"].data.dict(), "version": theirs["version"].value()}
    again = ResponseForm(
        typed, instance=Response.objects.get(key_point=context["point"]), auto_id=context["form"].auto_id
    )
    return render(request, "themes/answer_key_point.html", {**context, "form": again, "theirs": theirs}, status=409)


@require_safe
@permission_required("themes.view_keypoint", raise_exception=True)
def responses(request):
    form, today = ResponsesFilter(request.GET), timezone.localdate()
    points = KeyPoint.objects.standing().select_related("response").in_order()
    context = {
        "form": form,
        "page": Paginator(form.apply(points, today), PAGE).get_page(request.GET.get("page")),
        "today": today,
        "all": points.count(),
        "unanswered": points.filter(response=None).count(),
        "overdue": overdue(points, today).count(),
    }
    return render(request, "themes/responses.html", context)


@require_safe
@permission_required("themes.view_keypoint", raise_exception=True)
def meeting_letter(request, pk):
    meeting, letter = letter_to(pk)
    return render(request, "themes/letter.html", {"meeting": meeting, "letter": letter})


@require_safe
@permission_required("themes.view_keypoint", raise_exception=True)
def meeting_letter_in_word(request, pk):
    _, letter = letter_to(pk)
    name = f"{slugify(letter.name)}.docx"
    return HttpResponse(
        word.render(letter),
        FORMATS["docx"].content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def letter_to(pk):
    meeting = get_object_or_404(Meeting.objects.prefetch_related("stakeholders"), pk=pk)
    return meeting, write_letter(meeting, Programme.objects.get().title)
