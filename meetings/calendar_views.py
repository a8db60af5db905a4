"""The schedule by month and by week, and as files."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from meetings import calendars
from meetings.exports import FORMATS
from meetings.forms import ScheduleFilter
from meetings.models import Meeting
from meetings.schedule import rows_of


@require_safe
@permission_required("meetings.view_meeting", raise_exception=True)
def month(request, month):
    return calendar_page(request, "month", calendars.parse_month(month), calendars.month_sheet)


@require_safe
@permission_required("meetings.view_meeting", raise_exception=True)
def week(request, week):
    return calendar_page(request, "week", calendars.parse_week(week), calendars.week_sheet)


@require_safe
@permission_required("meetings.view_meeting", raise_exception=True)
def this_month(request):
    """Of today, or the month that was asked for in the box."""
    asked = calendars.parse_month(request.GET.get("month", "")) or timezone.localdate()
    filters = request.GET.copy()
    filters.pop("month", None)
    return redirect(with_filters(reverse("month", args=[calendars.month_code(asked)]), filters))


CODES = {"month": calendars.month_code, "week": calendars.week_code}


def calendar_page(request, kind, day, sheet_of):
    if day is None:
        raise Http404("No such month or week.")
    form = ScheduleFilter(request.GET)
    found = form.apply(Meeting.objects.select_related("lead")).order_by(*Meeting.objects.all().by_date)
    empty = sheet_of(day, [])
    shown = found.filter(starts_on__lte=empty.days[-1].date, ends_on__gte=empty.days[0].date)
    context = {
        "form": form,
        "kind": kind,
        "sheet": sheet_of(day, shown),
        "to_be_confirmed": found.filter(starts_on=None).count(),
        "links": links(request, kind, empty),
        "today": timezone.localdate(),
    }
    return render(request, "meetings/calendar.html", context)


def links(request, kind, sheet):
    """The pages beside this one, and the same days the other way, with the same filters."""
    other, today = "week" if kind == "month" else "month", timezone.localdate()
    same = today if sheet.first <= today <= sheet.last else sheet.first  # the week of a month is the one we are in
    days = {"previous": (kind, sheet.previous), "next": (kind, sheet.next), other: (other, same)}
    days["today"] = (kind, today)
    return {
        name: with_filters(reverse(page, args=[CODES[page](day)]), request.GET)
        for name, (page, day) in days.items()
        if day
    } | {"list": with_filters(reverse("schedule"), request.GET)}


def with_filters(path, filters):
    return f"{path}?{filters.urlencode()}" if filters else path


@require_safe
@permission_required("meetings.view_meeting", raise_exception=True)
def schedule_file(request, format):
    """What the schedule shows under the same filters, all pages of it."""
    if format not in FORMATS:
        raise Http404("No such file.")
    content_type, render_file = FORMATS[format]
    meetings = ScheduleFilter(request.GET).apply(Meeting.objects.with_state()).in_order()
    response = HttpResponse(render_file(rows_of(meetings)), content_type)
    response["Content-Disposition"] = f'attachment; filename="schedule.{format}"'
    return response
