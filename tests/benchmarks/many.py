"""A portal with many comments, or many meetings: the sample's schedule, and more of both spread by counting."""

from datetime import date, time, timedelta
from itertools import islice

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection

from feedback.models import Comment
from meetings.models import Audience, Category, Meeting, Stakeholder
from stockport2040.management.commands import load_sample
from stockport2040.roles import give_role
from themes.models import KeyPoint

BATCH = 5_000  # comments
KINDS = Comment.Kind.values
PLACES = ["Brinnington", "Offerton", "Marple", "Cheadle", "Edgeley", "Reddish", "Romiley", "Bramhall"]
THINGS = ["bus", "library", "park", "school", "clinic", "flat", "crossing", "market", "hall", "job"]
MEETINGS = ["Forum", "Round Table", "Board", "Drop-in", "Briefing"]
SAYINGS = ["closes too early", "is hard to get to", "needs more staff", "should be free for young people", "works well"]


def make_portal(comments, meetings=0):
    """Migrates an empty database and fills it; `meetings` are in all, or else the sample's. Answers with a manager."""
    call_command("migrate", verbosity=0)
    load_sample.load()
    Comment.objects.all().delete()
    add_meetings(meetings - Meeting.objects.count())
    meetings = list(Meeting.objects.exclude(starts_on=None).prefetch_related("stakeholders"))
    points = list(KeyPoint.objects.select_related("theme"))
    rows = (one(number, meetings, points) for number in range(comments))
    while batch := list(islice(rows, BATCH)):
        Comment.objects.bulk_create(batch)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    manager = User(username="bench")
    give_role(manager, "manager")
    return manager


def add_meetings(number):
    """From a year ago to a year from now, and one in forty to be confirmed; two stakeholders at each."""
    categories, audiences = list(Category.objects.order_by("pk")), list(Audience.objects.order_by("pk"))
    people, known = list(User.objects.order_by("pk")), list(Stakeholder.objects.order_by("pk"))
    added = Meeting.objects.bulk_create(
        one_meeting(
            place, categories[place % len(categories)], audiences[place % len(audiences)], people[place % len(people)]
        )
        for place in range(number)
    )
    Came = Meeting.stakeholders.through
    Came.objects.bulk_create(
        Came(meeting=each, stakeholder=known[(3 * place + beside) % len(known)])
        for place, each in enumerate(added)
        for beside in (0, 1)
    )


def one_meeting(number, category, audience, lead):
    first = date.today() + timedelta(days=number * 7 % 730 - 365) if number % 40 else None
    return Meeting(
        title=f"{PLACES[number % 8]} {MEETINGS[number // 8 % 5]} {number // 40 + 1}",
        category=category,
        audience=audience,
        starts_on=first,
        ends_on=first and first + timedelta(days=number % 10 == 1),
        starts_at=time(18) if number % 2 else None,
        ends_at=time(20) if number % 4 == 1 else None,
        venue=f"{PLACES[number // 3 % 8]} Library" if number % 3 else "",
        lead=lead,
        version=1,
    )


def one(number, meetings, points):
    """One in ten is no longer counted, one in ten of the others is untagged, half of the rest are in a key point."""
    meeting, point = meetings[number * 13 % len(meetings)], points[number * 11 % len(points)]
    came = meeting.stakeholders.all()
    standing = "counted" if number % 10 else Comment.Standing.values[number // 10 % 3 + 1]
    tagged = number % 10 != 1
    return Comment(
        meeting=meeting,
        stakeholder=came[number % len(came)] if came else None,
        text=f"The {THINGS[number % 10]} in {PLACES[number // 10 % 8]} {SAYINGS[number // 80 % 5]}, said {number}.",
        theme=point.theme if tagged else None,
        kind=KINDS[number % 5],
        standing=standing,
        set_aside_reason="Said twice" if standing == "set_aside" else "",
        key_point=point if tagged and standing == "counted" and number % 2 else None,
        version=1,
    )
