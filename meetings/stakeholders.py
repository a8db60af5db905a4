"""Whom we meet: organisations and forums, by all their names.

These stand apart from meetings.models for its length alone; they are imported there.
"""

from concurrency.fields import AutoIncVersionField
from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords


def those_called(words, path=""):
    """Whose name, or one of whose other names, holds the words; `path` leads to the stakeholder."""
    return Q(**{f"{path}name__icontains": words}) | Q(**{f"{path}aliases__icontains": words})


def counted(rows, column):
    counts = rows.order_by().values(column).annotate(n=Count("*")).values("n")
    return Coalesce(Subquery(counts), 0)


class StakeholderQuerySet(models.QuerySet):
    def search(self, words):
        """Every word is in the name or in another name."""
        found = self
        for word in words.split():
            found = found.filter(those_called(word))
        return found

    def with_figures(self):
        """`met`: meetings held that they came to; `last_met`: the last of them; `said`: counted comments of theirs."""
        came = self.model.meetings.rel.through.objects.filter(
            stakeholder=OuterRef("pk"), meeting__status="scheduled", meeting__ends_on__lt=timezone.localdate()
        )
        said = self.model.comments.rel.related_model.objects.counted().filter(stakeholder=OuterRef("pk"))
        return self.annotate(
            met=counted(came, "stakeholder"),
            last_met=Subquery(came.order_by("-meeting__ends_on").values("meeting__ends_on")[:1]),
            said=counted(said, "stakeholder"),
        )

    def heard(self):
        """That came to a held meeting, or said something that counts: of `with_figures`."""
        return self.filter(Q(met__gt=0) | Q(said__gt=0))

    def not_heard(self):
        return self.filter(met=0, said=0)

    def called(self, name):
        """The one of just this name, in whatever case; else of this other name; else None."""
        exact = self.filter(name__iexact=name).first()
        others = self.filter(aliases__icontains=name) if name else []
        return exact or next((each for each in others if name.casefold() in map(str.casefold, each.names)), None)


class Stakeholder(models.Model):
    name = models.CharField(max_length=200, help_text="An organisation or forum, not a private person.")
    audience = models.ForeignKey("meetings.Audience", models.PROTECT, related_name="stakeholders")
    aliases = models.TextField(
        "other names", blank=True, max_length=2000, help_text="One a line: short forms, former names, usual slips."
    )
    contact = models.TextField(
        "contact details",
        blank=True,
        max_length=2000,
        help_text="Whom to ask, e-mail, telephone. Only officers and admins see this, and no history of it is kept.",
    )
    version = AutoIncVersionField()
    # A contact that is taken out is to be gone.
    history = HistoricalRecords(excluded_fields=["contact"])
    objects = StakeholderQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        permissions = [
            ("view_contact", "Can see contact details"),
            ("merge_stakeholder", "Can merge two stakeholders"),
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="one_stakeholder_a_name",
                violation_error_message="There is a stakeholder of this name already.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("stakeholder", args=[self.pk])

    @property
    def other_names(self):
        return [line.strip() for line in self.aliases.splitlines() if line.strip()]

    @property
    def names(self):
        return [self.name, *self.other_names]

    @property
    def label(self):
        """As a list to choose from says it: *Economic Alliance (also EA)*."""
        return f"{self.name} (also {', '.join(self.other_names)})" if self.other_names else self.name


class Merge(models.Model):
    """Two stakeholders that were found to be one, with what is needed to part them again.

    `away` has the columns of the one that went, its version and the `merges` into it as [id, version]; but not its
    contact details: those are the last `contact_lines` lines of the other's. `meetings` are ids of those it had come
    to, `shared` of those both had; `comments` are [id, version after the merge]; `version` is that of the other after
    it, `aliases` its other names before it.
    """

    into = models.ForeignKey(Stakeholder, models.CASCADE, related_name="merges")
    away = models.JSONField()
    meetings = models.JSONField(default=list)
    shared = models.JSONField(default=list)
    comments = models.JSONField(default=list)
    aliases = models.TextField(blank=True)
    contact_lines = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.away['name']} is now {self.into}"
