"""Meetings that were held and have no notes yet: by who led them, and for how many days."""

from dataclasses import dataclass

from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from meetings.differences import when_in_words
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
        closing = CLOSING if self.can_be_asked else CLOSING_TO_ADMINS
        return "\n\n".join([self.greeting, *(lines_for(each, address) for each in self.meetings), closing]) + "\n"

    @property
    def can_be_asked(self):
        """Else the meetings are for the admins to look after."""
        return self.lead is not None and self.lead.is_active

    @property
    def greeting(self):
        several = len(self.meetings) > 1
        these, have = ("These meetings", "have") if several else ("This meeting", "has")
        if self.can_be_asked:
            name = self.lead.first_name or self.name
            return f"Dear {name},\n\n{these} that you led {have} no notes in the portal yet."
        led = f"led by {self.name}, whose account is closed" if self.lead else "led by nobody that the portal knows"
        return f"{these}, {led}, {have} no notes in the portal yet."


CLOSING = (
    "Please log what was said, even if it is a few lines."
    " If a meeting was not held, tell an admin, who will mark it so."
)
CLOSING_TO_ADMINS = (
    "Please log what was said, or give each meeting a lead, who will be asked."
    " If a meeting was not held, mark it as cancelled."
)


def lines_for(outstanding, address):
    """With the day of the week and the place, by which one remembers a meeting."""
    meeting = outstanding.meeting
    when_and_where = ", ".join(filter(None, [meeting.title, when_in_words(vars(meeting)), meeting.venue]))
    link = address + reverse("log_comments", args=[meeting.pk])
    return f"{when_and_where} ({outstanding.ago})\n{link}"


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
