"""The chase list, with the reminders to copy."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meetings.chase import chased


@require_safe
@permission_required("meetings.view_meeting", raise_exception=True)
def chase(request):
    address = request.build_absolute_uri("/").rstrip("/")
    leads = [{"chased": each, "reminder": each.reminder(address)} for each in chased()]
    number = sum(len(each["chased"].meetings) for each in leads)
    return render(request, "meetings/chase.html", {"leads": leads, "number": number})
