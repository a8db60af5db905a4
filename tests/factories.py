"""Rows for tests: plain, and the same every time. What a test does not name is filled in by counting."""

import json
from datetime import date
from itertools import count

from django.contrib.auth.models import User
from django.utils import timezone

from feedback.models import Comment, Import
from meetings.models import Audience, Category, Meeting, Stakeholder
from stockport2040.roles import give_role
from themes.models import Edition, EditionFile, KeyPoint, Theme
from themes.report import ReportFilter
from themes.report.editions import report_for
from themes.report.kept import as_kept

number = count(1)
DAY = date(2024, 1, 16)


def make_person(role="officer", **values):
    values.setdefault("username", f"{role}-{next(number)}")
    person = User(**values)
    person.set_password("correct horse battery staple")
    give_role(person, role)
    return person


def make_audience(**values):
    return Audience.objects.create(**{"name": f"Audience {next(number)}", **values})


def make_category(**values):
    return Category.objects.create(**{"name": f"Category {next(number)}", "position": 9, **values})


def make_stakeholder(**values):
    values.setdefault("audience", Audience.objects.first())
    return Stakeholder.objects.create(**{"name": f"Forum {next(number)}", **values})


def make_meeting(stakeholders=(), **values):
    """Held on one day, unless told otherwise; `starts_on` alone makes it that one day, None to be confirmed."""
    values.setdefault("starts_on", DAY)
    values.setdefault("ends_on", values["starts_on"])
    values.setdefault("category", Category.objects.first())
    values.setdefault("audience", Audience.objects.first())
    meeting = Meeting.objects.create(**{"title": f"Meeting {next(number)}", **values})
    meeting.stakeholders.set(stakeholders)
    return meeting


def theme(slug="thriving-neighbourhoods"):
    return Theme.objects.get(slug=slug)


def make_comment(**values):
    """Counted, and untagged unless a theme or a key point is given."""
    values.setdefault("meeting", Meeting.objects.first() or make_meeting())
    if values.get("key_point"):
        values.setdefault("theme", values["key_point"].theme)
    if values.get("standing") == Comment.Standing.SET_ASIDE:
        values.setdefault("set_aside_reason", "Not about the borough.")
    return Comment.objects.create(**{"text": f"The hall at stop {next(number)} is cold.", **values})


def make_key_point(comments=(), **values):
    """Under Thriving neighbourhoods unless told otherwise; the comments given become its evidence."""
    values.setdefault("theme", theme())
    point = KeyPoint.objects.create(**{"text": f"People felt that hall {next(number)} is cold.", **values})
    Comment.objects.filter(pk__in=[comment.pk for comment in comments]).update(theme=point.theme, key_point=point)
    return point


def make_import(meeting, **values):
    """Notes with nothing in them, unless told otherwise."""
    values.setdefault("by", make_person())
    return Import.objects.create(**{"meeting": meeting, "name": "notes.txt", "digest": f"{next(number):064}", **values})


def make_edition(**values):
    """Internal, of the report as it is now, and waiting unless `approved_by` is given; JSON is its one file."""
    values.setdefault("prepared_by", make_person("manager"))
    values.setdefault("approved_at", timezone.now() if values.get("approved_by") else None)
    edition = Edition(**{"number": Edition.objects.next_number(), "title": "What we heard", **values})
    edition.report = as_kept(report_for(edition, ReportFilter({}), "theme"))
    edition.save()
    content = json.dumps(edition.report).encode()
    EditionFile.objects.create(edition=edition, format="json", content=content)
    return edition
