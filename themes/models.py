"""What the comments amount to."""

from concurrency.fields import AutoIncVersionField
from django.db import models
from django.db.models import Max, Q
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from simple_history.models import HistoricalRecords


class Programme(models.Model):
    """What is being talked about, and when the talking was: one row."""

    title = models.CharField(max_length=200)
    starts_on = models.DateField("first day")
    ends_on = models.DateField("last day")
    version = AutoIncVersionField()
    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="one_programme"),
            models.CheckConstraint(condition=Q(starts_on__lte=models.F("ends_on")), name="programme_days_in_order"),
        ]

    def __str__(self):
        return self.title


class Theme(models.Model):
    name = models.CharField(max_length=100)
    slug = models.SlugField(unique=True)
    number = models.PositiveSmallIntegerField(
        unique=True, help_text="Its place in the report and its key when logging: 0 for the overall vision."
    )
    definition = models.TextField(help_text="What belongs here and what does not.")
    aliases = models.TextField(blank=True, help_text="Other names it goes by, one a line.")
    keywords = models.TextField(blank=True, help_text="Words that point to it, one word or phrase a line.")
    version = AutoIncVersionField()
    history = HistoricalRecords()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="one_theme_a_name"),
            models.CheckConstraint(condition=Q(number__lte=9), name="theme_number_is_one_key"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("theme_summary", args=[self.slug])


class KeyPointQuerySet(models.QuerySet):
    def standing(self):
        """All but the removed."""
        return self.exclude(status=KeyPoint.Status.REMOVED)

    def in_order(self):
        return self.select_related("theme").order_by("theme__number", "position", "pk")

    def last_position(self):
        return self.aggregate(last=Coalesce(Max("position"), 0))["last"]

    def without_evidence(self):
        return self.standing().filter(comments=None)


class KeyPoint(models.Model):
    """One bullet of the report. Its evidence is the comments linked to it."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        AGREED = "agreed", "Agreed"
        REMOVED = "removed", "Removed"

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="key_points")
    text = models.TextField("wording", max_length=2000, help_text="One whole sentence, as the report will print it.")
    position = models.PositiveIntegerField(default=0, editable=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    made_up = models.BooleanField(default=False, editable=False)
    version = AutoIncVersionField()
    history = HistoricalRecords()
    objects = KeyPointQuerySet.as_manager()

    class Meta:
        ordering = ["theme__number", "position", "pk"]
        permissions = [
            ("agree_keypoint", "Can agree a key point"),
            ("restore_keypoint", "Can restore a removed key point"),
        ]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="key_point_has_words")]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return reverse("key_point", args=[self.pk])
