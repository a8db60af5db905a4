"""A portal with many comments: the sample's schedule, and comments spread over it by counting."""

from itertools import islice

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection

from feedback.models import Comment
from meetings.models import Meeting
from stockport2040.management.commands import load_sample
from stockport2040.roles import give_role
from themes.models import KeyPoint

BATCH = 5_000  # comments
KINDS = Comment.Kind.values
PLACES = ["Brinnington", "Offerton", "Marple", "Cheadle", "Edgeley", "Reddish", "Romiley", "Bramhall"]
THINGS = ["bus", "library", "park", "school", "clinic", "flat", "crossing", "market", "hall", "job"]
SAYINGS = ["closes too early", "is hard to get to", "needs more staff", "should be free for young people", "works well"]


def make_portal(comments):
    """Migrates an empty database and fills it. Answers with a manager."""
    call_command("migrate", verbosity=0)
    load_sample.load()
    Comment.objects.all().delete()
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
