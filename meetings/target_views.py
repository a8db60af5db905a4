"""How many meetings are wanted with each audience."""

from concurrency.exceptions import RecordModifiedError
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from meetings.models import Audience
from meetings.target_forms import Targets


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("meetings.change_audience", raise_exception=True)
def set_targets(request):
    targets = Targets(request.POST or None, queryset=Audience.objects.all())
    if not targets.is_valid():
        status = 422 if targets.is_bound else 200
        return render(request, "meetings/set_targets.html", {"targets": targets}, status=status)
    try:
        targets.save_all(by=request.user)
    except RecordModifiedError:
        messages.error(request, "Somebody has changed an audience since you opened this. These are the targets now.")
        return redirect("set_targets")
    messages.success(request, "The targets are saved.")
    return redirect("voices")
