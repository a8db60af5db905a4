"""What the comments amount to."""

from uuid import uuid4, uuid5

from concurrency.fields import AutoIncVersionField
from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import F, Max, Q
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from themes.sentences import doubt_about, fault_of


class Programme(models.Model):
    """What is being talked about, when the talking was, and the text of its report: one row.

    Figures in the text are placeholders such as {meetings_held}, filled when it is made (themes/report/texts.py).
    """

    title = models.CharField(max_length=200)
    starts_on = models.DateField("first day")
    ends_on = models.DateField("last day")
    introduction = models.TextField(max_length=20_000, blank=True)
    background = models.TextField(max_length=20_000, blank=True)
    method = models.TextField("how this was done", max_length=20_000, blank=True)
    fewest_shown = models.PositiveSmallIntegerField(
        "smallest number that a public edition prints",
        default=5,
        help_text="Below it the grids say “fewer than”. 0 prints every number.",
    )
    passed_words = models.JSONField(default=list, editable=False)  # as KeyPoint.passed_words: of the text of the report
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

    def start(self, key, by, **values):
        """(a draft, whether it is new): with these words one a key, however often it is sent, until it is removed."""
        point = KeyPoint(**values)
        point.key, point._history_user = uuid5(key or uuid4(), f"{point.theme_id} {point.text}"), by
        try:
            with transaction.atomic():
                point.save()
        except IntegrityError:
            there = self.filter(key=point.key).first()
            if there is None:
                raise
            return (there, False) if there in self.standing() else self.start(point.key, by, **values)
        return point, True


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
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    # Ids of the comments that were its evidence when it was agreed: what came or went since is a problem.
    agreed_on = models.JSONField(default=list, editable=False)
    # Words that look like personal data and that a manager has read and lets be printed.
    passed_words = models.JSONField(default=list, editable=False)
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

    @property
    def seen(self):
        """What a page sends back of a key point it showed: which, and in which version."""
        return f"{self.pk}:{self.version}"

    @property
    def fault(self):
        """Why its wording is not a sentence; empty where it is one."""
        return fault_of(self.text)

    @property
    def doubt(self):
        """What else may be wrong with its wording."""
        return doubt_about(self.text)

    def evidence_ids(self):
        return list(self.comments.order_by("pk").values_list("pk", flat=True))


class Response(models.Model):
    """What the council does about a key point: *you said, we did*."""

    class Answer(models.TextChoices):
        WE_WILL = "we_will", "We will"
        PARTLY = "partly", "We will in part"
        ALREADY = "already", "We are already doing this"
        CANNOT = "cannot", "We cannot"
        CONSIDERING = "considering", "We are considering this"

    key_point = models.OneToOneField(KeyPoint, models.CASCADE, related_name="response")
    answer = models.CharField(max_length=12, choices=Answer)
    why = models.TextField(max_length=2000, blank=True)
    owner = models.CharField(max_length=200, blank=True, help_text="Who sees to it: a team or a post.")
    due_on = models.DateField("by when", null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    version = AutoIncVersionField()
    history = HistoricalRecords()

    class Meta:
        permissions = [("answer_keypoint", "Can answer a key point")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(answer="cannot") | ~Q(why=""),
                name="cannot_says_why",
                violation_error_message="Write why the council cannot.",
            )
        ]

    def __str__(self):
        return self.get_answer_display()


class EditionQuerySet(models.QuerySet):
    def approved(self):
        return self.exclude(approved_by=None)

    def waiting(self):
        """For another person to approve: one at most, as it has the number after the last approved."""
        return self.filter(approved_by=None)

    def published(self):
        """The public ones, with those that were taken down."""
        return self.approved().filter(is_public=True)

    def taken_down(self):
        return self.exclude(taken_down_at=None)

    def not_taken_down(self):
        return self.filter(taken_down_at=None)

    def earlier_than(self, edition):
        """Approved ones of its kind: beside a public one, which leaves out drafts, all of these would look new."""
        return self.approved().filter(is_public=edition.is_public, number__lt=edition.number)

    def after(self, edition):
        """The newest that its readers have: of a public one, the newest public one."""
        later = self.published() if edition.is_public else self.approved()
        return later.not_taken_down().filter(number__gt=edition.number).first()

    def next_number(self):
        return self.approved().aggregate(last=Coalesce(Max("number"), 0))["last"] + 1


class Edition(models.Model):
    """Frozen and numbered: prepared by one and approved by another, never changed; a public one can be taken down."""

    number = models.PositiveIntegerField(unique=True)
    title = models.CharField(max_length=200)
    is_public = models.BooleanField(default=False, help_text="Anyone can read a public edition without signing in.")
    query = models.CharField(max_length=2000, blank=True)  # the filters it was made with, as in the report's address
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="editions_prepared")
    prepared_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="editions_approved"
    )
    approved_at = models.DateTimeField("approved on", null=True)
    report = models.JSONField()  # the whole report as it was (themes/report/kept.py)
    taken_down_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="editions_taken_down"
    )
    taken_down_at = models.DateTimeField("taken down on", null=True)
    taken_down_because = models.CharField("why it is taken down", max_length=300, blank=True)
    version = AutoIncVersionField()
    history = HistoricalRecords(excluded_fields=["report"])  # which never changes
    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        permissions = [("publish_edition", "Can prepare and approve editions"), ("edit_report", "Can edit the report")]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_at=None)
                | Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(approved_by=F("prepared_by")),
                name="two_people_publish",
                violation_error_message="Whoever prepares an edition cannot approve it.",
            ),
            models.CheckConstraint(
                condition=Q(taken_down_by=None, taken_down_at=None, taken_down_because="")
                | Q(is_public=True, taken_down_by__isnull=False)
                & Q(approved_at__isnull=False, taken_down_at__isnull=False, taken_down_at__gte=F("approved_at"))
                & ~Q(taken_down_because=""),
                name="only_what_is_public_is_taken_down",
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.title}"

    def get_absolute_url(self):
        return reverse("edition", args=[self.number])

    @property
    def name(self):
        return f"Edition {self.number}"

    @property
    def is_approved(self):
        return self.approved_by_id is not None

    @property
    def is_for_anyone(self):
        """Whether it can be read without signing in."""
        return self.is_public and self.is_approved and not self.is_taken_down

    @property
    def is_taken_down(self):
        return self.taken_down_by_id is not None


class EditionFile(models.Model):
    """One format of an edition, kept as it was first made: the same bytes for ever."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="files")
    format = models.CharField(max_length=10)
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "format"], name="one_file_a_format")]

    def __str__(self):
        return f"{self.edition} as {self.format}"
