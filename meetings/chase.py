"""Meetings that were held and have no notes yet: by who led them, and for how many days."""

from dataclasses import dataclass

from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from meetings.models import Meeting


@dataclass(frozen=True)
class Outstanding:
    meeting: Meeting
    days: int  # since its last one

    @property
    def ago(self):
        return "yesterday" if self.days == 1 else f"{self.days:,} days ago"


@dataclass(frozen=True)
class Chased:
    """One lead, or None for the meetings that nobody leads, with those outstanding: the longest first."""

    lead: object
    meetings: list

    @property
    def name(self):
        return (self.lead.get_full_name() or self.lead.get_username()) if self.lead else "Nobody yet"

    @property
    def days(self):
        return self.meetings[0].days

    def reminder(self, address):
        """The text to send; `address` is the portal's, without a stroke at its end."""
        return "\n\n".join([self.greeting, *(lines_for(each, address) for each in self.meetings), CLOSING]) + "\n"

    @property
    def greeting(self):
        if self.lead is None:
            return "These meetings were held, nobody is down as their lead, and they have no notes in the portal yet."
        name = self.lead.first_name or self.name
        several = "these meetings that you led have" if len(self.meetings) > 1 else "this meeting that you led has"
        return f"Dear {name},\n\n{several} no notes in the portal yet."


CLOSING = (
    "Please log what was said, even if it is a few lines."
    " If a meeting was not held, tell an admin, who will mark it so."
)


def lines_for(outstanding, address):
    meeting = outstanding.meeting
    link = address + reverse("log_comments", args=[meeting.pk])
    return f"{meeting.title}, {meeting.dates} ({outstanding.ago})\n{link}"


def chased(at_least=1, today=None):
    """[Chased]: whose are outstanding longest comes first. `at_least` is in days."""
    today = today or timezone.localdate()
    held = Meeting.objects.held(today).without_comments().select_related("lead")
    of_lead = {}
    for meeting in held.order_by("ends_on", F("starts_at").asc(nulls_first=True), "title", "pk"):
        days = (today - meeting.ends_on).days
        if days >= at_least:
            of_lead.setdefault(meeting.lead, []).append(Outstanding(meeting, days))
    return [Chased(lead, meetings) for lead, meetings in of_lead.items()]
