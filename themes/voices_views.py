"""Who have we not heard from."""

from django.contrib.auth.decorators import permission_required
from django.db.models import Count, Prefetch
from django.shortcuts import render
from django.views.decorators.http import require_safe

from feedback.models import Comment
from meetings.models import Audience, Meeting, MeetingState, Stakeholder
from themes.models import Theme
from themes.report.tally import add_up
from themes.voices import by_audience, join

STILL_TO_COME = [MeetingState.UPCOMING, MeetingState.IN_PROGRESS, MeetingState.TO_BE_CONFIRMED]


@require_safe
@permission_required("themes.view_keypoint", raise_exception=True)
def voices(request):
    return render(request, "themes/voices.html", {"voices": voices_now(), "speakers": speakers_now()})


def speakers_now():
    return by_audience(
        Stakeholder.objects.select_related("audience").order_by("audience", "name"),
        themes=list(Theme.objects.all()),
        held=dict(Meeting.objects.held().order_by().values_list("stakeholders").annotate(n=Count("pk"))),
        said=Comment.objects.counted().tally("stakeholder", "theme"),
    )


def voices_now():
    """As they are at this moment, however the summary is narrowed: who is missing is a question about the whole."""
    said = Comment.objects.counted().tally("theme", "meeting")
    audience_of = dict(Meeting.objects.order_by().values_list("pk", "audience"))
    states = Meeting.objects.with_state().order_by().values_list("audience", "state").annotate(n=Count("pk"))
    to_come = Meeting.objects.with_state().filter(state__in=STILL_TO_COME).order_by("starts_on", "pk")
    silent = Stakeholder.objects.with_figures().not_heard().order_by("name")
    return join(
        audiences=Audience.objects.all(),
        themes=list(Theme.objects.all()),
        met={(audience, state): number for audience, state, number in states},
        said=add_up(said, lambda theme, meeting: (audience_of[meeting], theme)),
        stakeholders=dict(Stakeholder.objects.order_by().values_list("audience").annotate(n=Count("pk"))),
        silent=silent.prefetch_related(Prefetch("meetings", to_come, to_attr="to_come")),
    )
