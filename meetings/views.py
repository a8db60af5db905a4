from concurrency.exceptions import RecordModifiedError
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from meetings.forms import AttendanceForm, ScheduleFilter
from meetings.letters import moved_from
from meetings.models import Meeting
from meetings.said import said_at
from meetings.schedule import under_headings

PER_PAGE = 50
MOST_ON_PAPER = 2_000


@require_safe
@permission_required("meetings.view_meeting", raise_exception=True)
def schedule(request):
    form = ScheduleFilter(request.GET)
    meetings = form.apply(Meeting.objects.all())
    asked = request.GET.get("page")
    per_page = MOST_ON_PAPER if asked == "all" else PER_PAGE
    page = Paginator(meetings.with_comment_count().in_order(), per_page).get_page(asked)
    context = {"form": form, "page": page, "headings": under_headings(page, meetings)}
    return render(request, "meetings/schedule.html", context)


@require_safe
@permission_required("meetings.view_meeting", raise_exception=True)
def meeting(request, pk):
    meetings = Meeting.objects.select_related("category__parent", "audience", "lead").prefetch_related("stakeholders")
    found = get_object_or_404(meetings, pk=pk)
    context = {"meeting": found, "said": said_at(found), "moved": moved_from(found)}
    return render(request, "meetings/meeting.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("meetings.record_attendance", raise_exception=True)
def record_attendance(request, pk):
    found = get_object_or_404(Meeting, pk=pk)
    form = AttendanceForm(request.POST or None, instance=found)
    back = reverse("log_comments", args=[pk]) if "logging" in request.GET else found.get_absolute_url()
    context = {"form": form, "title": str(found), "back": back}
    if form.is_valid():
        try:
            form.save(by=request.user)
        except RecordModifiedError:
            theirs = AttendanceForm(instance=Meeting.objects.get(pk=pk))
            return render(request, "meetings/record_attendance.html", {**context, "theirs": theirs}, status=409)
        messages.success(request, "The attendance is saved.")
        return redirect(back)
    return render(request, "meetings/record_attendance.html", context)
