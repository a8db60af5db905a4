"""What needs doing, by who asks."""

from dataclasses import dataclass

from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from feedback.models import Comment
from meetings.forms import ScheduleFilter
from meetings.models import Meeting, MeetingState
from themes.models import Edition, KeyPoint

SHOWN = 5  # of each list; the rest are behind the link that counts them all


@dataclass(frozen=True)
class Task:
    """One kind of thing to do: a link that counts them all, and the first few."""

    one: str
    several: str
    nothing: str  # what is said when there is none
    href: str
    count: int
    meetings: tuple = ()
    key_points: tuple = ()

    @property
    def left(self):
        """How many are not listed."""
        return self.count - len(self.meetings or self.key_points)


@require_safe
@permission_required("meetings.view_meeting", raise_exception=True)
def home(request):
    on_now = Meeting.objects.in_progress().with_comment_count().first_those_led_by(request.user)
    tasks = sorted(tasks_of(request.user), key=lambda task: not task.count)
    return render(request, "home.html", {"on_now": on_now[:SHOWN], "tasks": tasks})


def tasks_of(person):
    """Managers answer for the key points and see theirs first; only who keeps the schedule can confirm a meeting."""
    tasks = [next_meetings(person), meetings_without_comments(person), untagged_comments()]
    first = person.has_perm("themes.agree_keypoint")
    tasks.insert(0 if first else len(tasks), points_without_evidence())
    if first:
        tasks.insert(1, points_to_agree())
    if person.has_perm("themes.publish_edition"):
        tasks.insert(0, editions_to_approve(person))
    if person.has_perm("meetings.change_meeting"):
        tasks.append(meetings_to_be_confirmed())
    return tasks


def next_meetings(person):
    meetings = Meeting.objects.upcoming().filter(lead=person)
    return Task(
        one="meeting that you lead is coming up",
        several="meetings that you lead are coming up",
        nothing="No meeting that you lead is coming up.",
        href=schedule(lead=person.pk, state=MeetingState.UPCOMING),
        count=meetings.count(),
        meetings=meetings[:SHOWN],
    )


def meetings_without_comments(person):
    meetings = Meeting.objects.held().without_comments()
    return Task(
        one="held meeting has no comments",
        several="held meetings have no comments",
        nothing="Every held meeting has comments.",
        href=schedule(state=MeetingState.HELD, comments=ScheduleFilter.NONE_YET),
        count=meetings.count(),
        meetings=meetings.first_those_led_by(person)[:SHOWN],
    )


def untagged_comments():
    return Task(
        one="comment has no theme yet",
        several="comments have no theme yet",
        nothing="Every comment that is counted has a theme.",
        href=reverse("tag_queue"),
        count=Comment.objects.untagged().count(),
    )


def points_without_evidence():
    points = KeyPoint.objects.without_evidence()
    return Task(
        one="key point has no evidence",
        several="key points have no evidence",
        nothing="Every key point has evidence.",
        href=reverse("summary"),
        count=points.count(),
        key_points=points.in_order()[:SHOWN],
    )


def points_to_agree():
    points = KeyPoint.objects.filter(status=KeyPoint.Status.DRAFT)
    return Task(
        one="key point is a draft",
        several="key points are drafts",
        nothing="Every key point is agreed.",
        href=reverse("report"),
        count=points.count(),
        key_points=points.in_order()[:SHOWN],
    )


def editions_to_approve(person):
    waiting = Edition.objects.waiting().exclude(prepared_by=person)
    return Task(
        one="edition waits for you to approve it",
        several="editions wait for you to approve them",
        nothing="No edition waits for you to approve it.",
        href=reverse("editions"),
        count=waiting.count(),
    )


def meetings_to_be_confirmed():
    meetings = Meeting.objects.to_be_confirmed()
    return Task(
        one="meeting is to be confirmed",
        several="meetings are to be confirmed",
        nothing="No meeting is waiting for its date.",
        href=schedule(state=MeetingState.TO_BE_CONFIRMED),
        count=meetings.count(),
        meetings=meetings[:SHOWN],
    )


def schedule(**filters):
    return f"{reverse('schedule')}?{urlencode({name: str(value) for name, value in filters.items()})}"
