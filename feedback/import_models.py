"""Notes that somebody else wrote, on their way to comments."""

from concurrency.fields import AutoIncVersionField
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone


class Import(models.Model):
    """Notes that somebody else wrote, under review for a meeting, and for ever after with what became of each row.

    `rows` are as feedback.imports makes them. Of a spreadsheet `columns` are the names, and `match` says what each
    holds (see feedback.columns); a long one stays in its chunks, and `rows` lists what was passed over.
    """

    REVIEWED = 300  # lines of a spreadsheet

    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, related_name="imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)  # SHA-256 of the file or the pasted text
    rows = models.JSONField(default=list)
    left_out = models.JSONField(default=list)  # what the reader could not read, in sentences
    columns = models.JSONField(default=list)
    match = models.JSONField(default=list)
    lines = models.PositiveIntegerField(default=0)  # of a spreadsheet, below the names of its columns
    chunks_done = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    saved_at = models.DateTimeField(null=True)
    # What made the comments, and takes them back.
    act = models.ForeignKey("feedback.Act", models.SET_NULL, null=True, related_name="imports")
    version = AutoIncVersionField()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "digest"], name="notes_once_a_meeting")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("review_import", args=[self.pk])

    @property
    def is_long(self):
        """Too long to be reviewed row by row."""
        return self.lines > self.REVIEWED


class ImportChunk(models.Model):
    """Some lines of a spreadsheet, each a list of cells: a long one is read again piece by piece, never whole."""

    source = models.ForeignKey(Import, models.CASCADE, related_name="chunks")
    number = models.PositiveIntegerField()  # from 0
    lines = models.JSONField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="one_chunk_a_number")]

    def __str__(self):
        return f"{self.source}, part {self.number + 1}"
