"""What was done to many meetings at once, and the periods in which none should be held.

These stand apart from meetings.models for its length alone; they are imported there.
"""

import uuid

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from meetings.dates import print_dates

LONGEST_REASON = 100  # characters: as many as a line of history holds


class History(HistoricalRecords):
    """Leaves out its line of what is deleted where many are, and their lines are written at once."""

    def post_delete(self, instance, using=None, **kwargs):
        if not hasattr(instance, "skip_history_when_saving"):
            super().post_delete(instance, using, **kwargs)


class MoveQuerySet(models.QuerySet):
    def with_standing(self):
        """Each with whether any of it `stands`, undone or never undone."""
        return self.annotate(stands=Exists(MovedMeeting.objects.filter(move=OuterRef("pk"), undone=False)))


class Move(models.Model):
    """Something a person did to many meetings at once; its lines hold what they were, so that it can be undone."""

    words = models.CharField(max_length=400)  # as the page says it: "Moved 12 meetings 3 weeks later."
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    categories = models.JSONField(default=list, editable=False)  # ids of those that an import made
    # Made with the preview, so that a confirmation sent twice moves once.
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    undone_at = models.DateTimeField(null=True)  # the last time that some of it was
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    objects = MoveQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.words

    def get_absolute_url(self):

        return reverse("move", args=[self.pk])


class MovedMeetingQuerySet(models.QuerySet):
    def of_dates(self):
        """Where a meeting went from one date to another, and stayed: the newest first."""
        standing = self.filter(undone=False, before__has_key="starts_on")
        return standing.select_related("move__by").order_by("-pk")


class MovedMeeting(models.Model):
    """One meeting of a move: its columns before and after, by name. One that the move made has nothing before."""

    move = models.ForeignKey(Move, models.CASCADE, related_name="lines")
    meeting = models.ForeignKey("meetings.Meeting", models.CASCADE, related_name="moves")
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    undone = models.BooleanField(default=False, editable=False)  # the meeting is as it was before
    objects = MovedMeetingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["move", "meeting"], name="one_line_a_meeting_and_move")]

    def __str__(self):
        return f"{self.meeting}: {self.move}"


class PreElectionPeriod(models.Model):
    """Days on which a council holds no meetings that could sway a vote: a move into them is warned of."""

    starts_on = models.DateField("first day")
    ends_on = models.DateField("last day", help_text="Usually the day of the vote.")
    history = HistoricalRecords()

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__lte=F("ends_on")),
                name="pre_election_days_in_order",
                violation_error_message="The last day must be the first day or one after it.",
            )
        ]

    def __str__(self):
        return print_dates(self.starts_on, self.ends_on)
