"""What the problems are found in, beside the report itself: a few small queries."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.urls import reverse

from feedback.models import Comment, reference_of
from meetings.models import Meeting
from themes.checks.names import named_like_a_person
from themes.models import KeyPoint, Programme
from themes.report.texts import typed_in


@dataclass(frozen=True)
class Facts:
    """Meetings are (what is said of it, its address)."""

    to_be_confirmed: tuple[tuple[str, str], ...] = ()
    without_comments: tuple[tuple[str, str], ...] = ()  # held ones
    in_progress: tuple[tuple[str, str], ...] = ()
    attendance_unknown: tuple[tuple[str, str], ...] = ()  # begun ones; the address is where it is recorded
    contradicting_weekday: tuple[tuple[str, str], ...] = ()
    meetings_heard_at: int = 0  # something counted was said there
    came: dict[int, list[str]] = field(default_factory=dict)  # {key point: evidence linked since it was agreed}
    went: dict[int, list[str]] = field(default_factory=dict)  # {key point: evidence that has left it since}
    typed_figures: tuple[str, ...] = ()  # in the report's own text, where a placeholder belongs
    named: tuple[tuple[str, str, str], ...] = ()  # (words like personal data, whose name they are, its address)
    passed_in_text: tuple[str, ...] = ()  # words of the report's own text, and of names, that are not personal data
    passed: dict[int, list[str]] = field(default_factory=dict)  # {key point: words that are not personal data}


def gather(chosen=None):
    """`chosen` is the ReportFilter that the report is narrowed by, if it is: meetings are narrowed with it."""
    met = chosen.narrow(Meeting.objects.all()) if chosen else Meeting.objects.all()
    points = KeyPoint.objects.standing().order_by().only("status", "agreed_on", "passed_words").in_bulk()
    agreed = {pk: point.agreed_on for pk, point in points.items() if point.status == KeyPoint.Status.AGREED}
    came, went = changed_since(agreed)
    programme = Programme.objects.get()
    heard = Comment.objects.counted().order_by().filter(meeting__in=met.order_by())
    return Facts(
        to_be_confirmed=listed(met.to_be_confirmed()),
        without_comments=listed(met.held().without_comments()),
        in_progress=listed(met.in_progress()),
        attendance_unknown=tuple(
            (str(meeting), reverse("record_attendance", args=[meeting.pk]))
            for meeting in met.begun().filter(attendance=None)
        ),
        contradicting_weekday=tuple(
            (
                f"{meeting.title}: “{meeting.date_as_given}”, but it is a {meeting.starts_on:%A}",
                meeting.get_absolute_url(),
            )
            for meeting in met.contradicting_their_weekday()
        ),
        meetings_heard_at=heard.values("meeting").distinct().count(),
        came=came,
        went=went,
        named=tuple(named_like_a_person()),
        passed_in_text=tuple(programme.passed_words),
        typed_figures=typed_in(programme.introduction, programme.background, programme.method),
        passed={pk: point.passed_words for pk, point in points.items()},
    )


def listed(meetings):
    return tuple((str(meeting), meeting.get_absolute_url()) for meeting in meetings)


def changed_since(agreed):
    """({key point: references of what came}, {key point: of what went}), of those that have changed.

    `agreed` is {key point: ids of the comments it was agreed on}.
    """
    now = defaultdict(set)
    evidence = Comment.objects.order_by().filter(key_point__status=KeyPoint.Status.AGREED)
    for point, comment in evidence.values_list("key_point", "pk"):
        now[point].add(comment)
    came = {point: references(now[point] - set(then)) for point, then in agreed.items()}
    went = {point: references(set(then) - now[point]) for point, then in agreed.items()}
    return (*({point: found for point, found in each.items() if found} for each in (came, went)),)


def references(ids):
    return [reference_of(pk) for pk in sorted(ids)]
