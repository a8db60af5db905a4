"""The sample: the council's published schedule, and comments made up to show the portal on."""

import csv
from datetime import datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from feedback.models import Comment
from meetings.models import Audience, Category, Meeting, Stakeholder
from stockport2040.roles import SAMPLE_ADDRESS, give_role
from themes.models import KeyPoint, Theme

FOLDER = Path(__file__).resolve().parents[2] / "sample"
PASSWORD = "stockport-2040"
# {name to sign in with: (role, first name)}; of the managers one prepares an edition and the other approves it.
SIGN_INS = {
    "officer": ("officer", "Sample engagement officer"),
    "manager": ("manager", "Sample manager"),
    "manager2": ("manager", "Second sample manager"),
    "admin": ("admin", "Sample admin"),
}


class Command(BaseCommand):
    help = "Load the council's published schedule with made-up comments, and four accounts to try the portal with."

    def handle(self, **options):
        if not settings.DEBUG:
            raise CommandError("The sample comes with published passwords, so it loads only where DEBUG is on.")
        if Meeting.objects.exists():
            raise CommandError("There are meetings here already: the sample loads into an empty portal.")
        with transaction.atomic():
            load()
        self.stdout.write(
            f"Loaded {Meeting.objects.count()} meetings, {Comment.objects.count()} made-up comments and"
            f" {KeyPoint.objects.count()} key points. Sign in as {', '.join(SIGN_INS)}: {PASSWORD}"
        )


def load():
    people = {name: make_person(name, *named) for name, named in SIGN_INS.items()}
    audiences = by_name(Audience)
    stakeholders = {row["name"]: make_stakeholder(row, audiences) for row in rows("stakeholders")}
    meetings = {
        f"{row['title']}|{row['starts_on']}": make_meeting(row, audiences, by_name(Category), stakeholders, people)
        for row in rows("meetings")
    }
    themes = {theme.slug: theme for theme in Theme.objects.all()}
    points = {row["ref"]: make_key_point(place, row, themes) for place, row in enumerate(rows("key_points"), 1)}
    comments = [
        as_comment(place, row, meetings, stakeholders, themes, points, people["officer"])
        for place, row in enumerate(rows("comments"))
    ]
    bulk_create_with_history(comments, Comment, default_user=people["officer"])
    for point in KeyPoint.objects.filter(status=KeyPoint.Status.AGREED):
        KeyPoint.objects.filter(pk=point.pk).update(agreed_on=point.evidence_ids())


def rows(name):
    with open(FOLDER / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_name(model):
    return {row.name: row for row in model.objects.all()}


def make_person(name, role, first_name):
    person = get_user_model()(username=name, email=name + SAMPLE_ADDRESS, first_name=first_name)
    person.set_password(PASSWORD)
    give_role(person, role)
    return person


def make_stakeholder(row, audiences):
    return Stakeholder.objects.create(name=row["name"], audience=audiences[row["audience"]])


def make_meeting(row, audiences, categories, stakeholders, people):
    meeting = Meeting.objects.create(
        title=row["title"],
        category=categories[row["category"]],
        audience=audiences[row["audience"]],
        starts_on=row["starts_on"] or None,
        ends_on=row["ends_on"] or None,
        date_as_given=row["date_as_given"],
        venue=row["venue"],
        attendance=row["attendance"] or None,
        lead=people.get(row["lead"]),
    )
    meeting.stakeholders.set(stakeholders[name] for name in row["stakeholders"].split(";") if name)
    return meeting


def make_key_point(place, row, themes):
    theme = themes[row["theme"]]
    return KeyPoint.objects.create(theme=theme, text=row["text"], status=row["status"], position=place, made_up=True)


def as_comment(place, row, meetings, stakeholders, themes, points, officer):
    meeting = meetings[row["meeting"]]
    evening = timezone.make_aware(datetime.combine(datetime.fromisoformat(str(meeting.starts_on)), time(18)))
    return Comment(
        meeting=meeting,
        stakeholder=stakeholders.get(row["stakeholder"]),
        text=row["text"],
        verbatim=row["verbatim"],
        theme=themes.get(row["theme"]),
        kind=row["kind"],
        standing=row["standing"],
        set_aside_reason=row["set_aside_reason"],
        key_point=points.get(row["key_point"]),
        logged_by=officer,
        logged_at=evening + timedelta(seconds=20 * place),
        made_up=True,
        version=1,
    )
