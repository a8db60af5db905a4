"""What was said."""

import uuid
from datetime import timedelta

from concurrency.fields import AutoIncVersionField
from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from feedback.import_models import Import, ImportChunk  # noqa: F401 - Django looks for models here
from feedback.search import matching
from meetings.models import Meeting, Stakeholder
from themes.models import KeyPoint, Theme


def reference_of(pk):
    """*C-00123*: a comment's name on pages and in files."""
    return f"C-{pk:05d}"


class CommentQuerySet(models.QuerySet):
    def counted(self):
        return self.filter(standing=Comment.Standing.COUNTED)

    def untagged(self):
        """Counted, and waiting for a theme: a reply or an action needs none."""
        return self.counted().filter(theme=None)

    def in_points(self):
        return self.exclude(key_point=None)

    def in_category(self, category):
        """Of a meeting of the category, or of one under it."""
        return self.filter(Q(meeting__category=category) | Q(meeting__category__parent=category))

    def quotes(self):
        """Those printed under their key points, in the order they were logged: only words that were taken down."""
        return (
            self.filter(quoted=True)
            .exclude(verbatim="")
            .select_related("meeting__audience", "stakeholder")
            .order_by("pk")
        )

    def search(self, words):
        return self.filter(matching(words, self.db))

    def tally(self, *fields):
        """How many comments for each combination of the fields: {(value, ...): n}, by one GROUP BY."""
        return {tuple(row[:-1]): row[-1] for row in self.order_by().values_list(*fields).annotate(n=Count("*"))}

    def with_all(self):
        """With all that one row of a list shows, in one query."""
        return self.select_related("meeting__audience", "stakeholder", "theme", "key_point", "logged_by")


class Comment(models.Model):
    """One thing somebody said at one meeting."""

    class Kind(models.TextChoices):
        SUPPORT = "support", "Support"
        CONCERN = "concern", "Concern"
        SUGGESTION = "suggestion", "Suggestion"
        QUESTION = "question", "Question"
        OTHER = "other", "Other"

    class Standing(models.TextChoices):
        COUNTED = "counted", "Counted"
        REPLY = "reply", "Council reply"
        ACTION = "action", "Action"
        SET_ASIDE = "set_aside", "Set aside"

    LONGEST = 20_000  # characters
    QUOTES = 3  # of one key point, at most
    IN_NO_POINT = {"key_point_id": None, "quoted": False, "quoted_by_name": False}  # by column

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="comments")
    stakeholder = models.ForeignKey(
        Stakeholder,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="comments",
        verbose_name="who said it",
    )
    text = models.TextField("comment", max_length=LONGEST, help_text="The officer's wording.")
    verbatim = models.TextField("words as taken down", max_length=LONGEST, blank=True)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="comments")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.OTHER)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.COUNTED)
    set_aside_reason = models.CharField("why it is set aside", max_length=300, blank=True)
    key_point = models.ForeignKey(KeyPoint, models.PROTECT, null=True, blank=True, related_name="comments")
    # Chosen to be printed under its key point, word for word: by audience, or by the organisation that said it.
    quoted = models.BooleanField(default=False, editable=False)
    quoted_by_name = models.BooleanField(default=False, editable=False)
    split_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, editable=False, related_name="+")
    # Made in the browser, so that a save sent twice makes one row.
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+")
    logged_at = models.DateTimeField(default=timezone.now, editable=False)
    made_up = models.BooleanField(default=False, editable=False)
    version = AutoIncVersionField()
    history = HistoricalRecords()
    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="comment_has_words"),
            models.CheckConstraint(
                condition=Q(standing="set_aside") & ~Q(set_aside_reason="")
                | ~Q(standing="set_aside") & Q(set_aside_reason=""),
                name="set_aside_has_a_reason",
                violation_error_message="Write why it is set aside.",
            ),
            models.CheckConstraint(
                condition=Q(key_point=None) | Q(standing="counted") & Q(theme__isnull=False),
                name="evidence_is_counted_and_tagged",
            ),
            models.CheckConstraint(
                condition=Q(quoted=False, quoted_by_name=False) | Q(quoted=True, key_point__isnull=False),
                name="a_quote_is_evidence",
            ),
        ]
        indexes = [
            # The summary's GROUP BYs read this and never the comments' words.
            models.Index(
                fields=["standing", "theme", "kind", "key_point", "meeting", "stakeholder"],
                name="comment_tally",
            ),
            # Whether any are made up is asked on every summary; where none is, this is empty.
            models.Index(fields=["meeting"], name="made_up_comments", condition=Q(made_up=True)),
        ]

    def __str__(self):
        return f"{self.reference}: {self.text[:80]}"

    def get_absolute_url(self):
        return reverse("comment", args=[self.pk])

    @property
    def reference(self):
        return reference_of(self.pk)

    @property
    def is_untagged(self):
        return self.standing == self.Standing.COUNTED and self.theme_id is None

    @property
    def may_be_linked(self):
        """To a key point of its theme, being in none."""
        return self.standing == self.Standing.COUNTED and self.theme_id is not None and self.key_point_id is None

    @property
    def seen(self):
        """What a page sends back of a comment it showed: which, and in which version."""
        return f"{self.pk}:{self.version}"

    @property
    def said_by(self):
        """Whom a quote names: never a person."""
        return self.stakeholder.name if self.quoted_by_name and self.stakeholder else self.meeting.audience.name

    def leave_unfit_point(self):
        """A comment is evidence for a point of its own theme, and only while it is counted.

        Answers with the point it had to leave, if any.
        """
        left = self.key_point
        if left is None or left.theme_id == self.theme_id and self.standing == self.Standing.COUNTED:
            return None
        for name, value in self.IN_NO_POINT.items():
            setattr(self, name, value)
        return left


class DraftQuerySet(models.QuerySet):
    def unsaved(self):
        """Without those whose line has become a comment: a draft sent late may come in after the save."""
        return self.exclude(Exists(Comment.objects.filter(key=OuterRef("key")))).exclude(text="", verbatim="")


class Draft(models.Model):
    """The line a person is typing at a meeting, just as typed, so that no crash loses it. Saving the line ends it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="drafts")
    key = models.UUIDField()  # of the comment that the line will be
    text = models.TextField(blank=True)
    verbatim = models.TextField(blank=True)
    theme = models.ForeignKey(Theme, models.SET_NULL, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=10, choices=Comment.Kind, default=Comment.Kind.OTHER)
    stakeholder = models.ForeignKey(Stakeholder, models.SET_NULL, null=True, blank=True, related_name="+")
    kept_at = models.DateTimeField(default=timezone.now)
    version = AutoIncVersionField()
    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "meeting"], name="one_draft_a_person_a_meeting")]

    def __str__(self):
        return self.text


class Keyboard(models.Model):
    """How a person uses the keyboard. In the database, not in the session: who switches a key off, because they speak
    to their computer or have a tremor, needs it off on every machine and every day."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="keyboard")
    plain_keys = models.BooleanField("keys that work without Alt", default=True)

    def __str__(self):
        return f"{self.person}: {'plain keys' if self.plain_keys else 'no plain keys'}"

    @classmethod
    def plain_keys_of(cls, person):
        """On, until they switch them off."""
        return not cls.objects.filter(person=person, plain_keys=False).exists()


class Act(models.Model):
    """Something a person did to many comments at once, with what they were before, so that it can be undone.

    `changes` is a list of {"record": "comment", "keypoint" or "response", "id", "before": {field: value}, "version"},
    each record once, the version being the one after the act; `made` lists the ids of comments that the act made.
    Undone, it holds what they were before the undo, so that it can be done again.
    """

    DAYS = 30  # it can be undone for so long

    words = models.CharField(max_length=200)  # as the page says it: "Tagged 12 comments Good jobs and homes"
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    changes = models.JSONField(default=list)
    made = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)
    is_refused = False  # not done, and so not kept

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.words

    def changes_of(self, model):
        return [change for change in self.changes if change["record"] == model]

    @classmethod
    def comments_of(cls, pk):
        """The ids of the comments that an act changed or made; none for an act that there is not."""
        act = cls.objects.filter(pk=pk).first()
        return [change["id"] for change in act.changes_of("comment")] + act.made if act else []

    @property
    def left(self):
        """The records as it left them: {(model, id): version}."""
        changed = {(change["record"], change["id"]): change["version"] for change in self.changes}
        return changed | {("comment", pk): 1 for pk in self.made}

    @property
    def too_old(self):
        return self.at < timezone.now() - timedelta(days=self.DAYS)

    @property
    def moved_words(self):
        """From one comment to another: undone by half, they would stand in both."""
        return any("text" in change["before"] for change in self.changes)

    @property
    def is_for_managers(self):
        """To undo it agrees a key point, takes apart one that is agreed, answers one, or judges again what may be
        printed."""
        before = [change["before"] for change in self.changes]
        judged = any({"agreed_on", "passed_words", "answer"} & values.keys() for values in before)
        return judged or any(values.get("status") == KeyPoint.Status.AGREED for values in before)

    @property
    def can_be_done_again(self):
        """What it made is gone; a key point that it removed may hold comments again."""
        redoable = bool(self.changes) and not self.made and not self.changes_of("keypoint")
        return bool(self.undone_at) and redoable and not self.too_old
