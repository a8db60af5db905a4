"""Who was met, and when."""

from concurrency.fields import AutoIncVersionField
from django.conf import settings
from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from meetings.dates import print_dates, read_date
from meetings.feeds import Feed  # noqa: F401
from meetings.hours import NIGHT_ENDS, are_daily, print_times
from meetings.moved import History, Move, MovedMeeting, PreElectionPeriod  # noqa: F401
from meetings.stakeholders import Merge, Stakeholder, those_called  # noqa: F401


class Audience(models.Model):
    name = models.CharField(max_length=100, help_text="A kind of people we hear, such as young people.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Lower numbers come first.")
    meetings_wanted = models.PositiveSmallIntegerField(
        "meetings wanted", null=True, blank=True, help_text="At least so many with them; empty for no target."
    )
    version = AutoIncVersionField()
    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "name"]
        constraints = [models.UniqueConstraint(Lower("name"), name="one_audience_a_name")]

    def __str__(self):
        return self.name


class CategoryQuerySet(models.QuerySet):
    def in_order(self):
        """Each heading of the appendix followed by those under it."""
        return self.select_related("parent").order_by(
            Coalesce("parent__position", "position"),
            Coalesce("parent__name", "name"),
            F("parent").asc(nulls_first=True),
            "position",
            "name",
        )


class Category(models.Model):
    name = models.CharField(max_length=100, help_text="A heading of the report's list of meetings.")
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        limit_choices_to={"parent": None},
        help_text="The heading that this one is listed under, if there is one.",
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Lower numbers come first.")
    version = AutoIncVersionField()
    history = HistoricalRecords()
    objects = CategoryQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        verbose_name_plural = "categories"
        constraints = [
            models.UniqueConstraint(Lower("name"), name="one_category_a_name"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="category_not_under_itself"),
        ]

    def __str__(self):
        return self.name


class MeetingState(models.TextChoices):
    """What a meeting is today: a status somebody set, else what its dates say."""

    UPCOMING = "upcoming", "Upcoming"
    IN_PROGRESS = "in-progress", "In progress"
    HELD = "held", "Held"
    TO_BE_CONFIRMED = "to-be-confirmed", "To be confirmed"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"


BEGUN = MeetingState.HELD, MeetingState.IN_PROGRESS


def days_named(words):
    """(first, last) of the days that these words plainly name, or None."""
    reading = read_date(words)
    plain = reading.starts_on and not set(reading.flags) - {"other-words"}
    return (reading.starts_on, reading.ends_on) if plain else None


class MeetingQuerySet(models.QuerySet):
    def with_state(self, today=None):
        today = today or timezone.localdate()
        return self.annotate(
            state=Case(
                When(status__in=[Meeting.Status.CANCELLED, Meeting.Status.POSTPONED], then=F("status")),
                When(starts_on=None, then=Value(MeetingState.TO_BE_CONFIRMED)),
                When(starts_on__gt=today, then=Value(MeetingState.UPCOMING)),
                When(ends_on__lt=today, then=Value(MeetingState.HELD)),
                default=Value(MeetingState.IN_PROGRESS),
                output_field=models.CharField(),
            )
        )

    def in_state(self, state, today=None):
        return self.with_state(today).filter(state=state)

    def held(self, today=None):
        return self.in_state(MeetingState.HELD, today)

    def begun(self, today=None):
        return self.with_state(today).filter(state__in=BEGUN)

    def upcoming(self, today=None):
        return self.in_state(MeetingState.UPCOMING, today)

    def in_progress(self, today=None):
        return self.in_state(MeetingState.IN_PROGRESS, today)

    def to_be_confirmed(self, today=None):
        return self.in_state(MeetingState.TO_BE_CONFIRMED, today)

    def with_comment_count(self):
        """`comment_count`: how many were logged, of whatever standing."""
        comments = self.model.comments.rel.related_model.objects.filter(meeting=OuterRef("pk"))
        count = comments.order_by().values("meeting").annotate(n=Count("pk")).values("n")
        return self.annotate(comment_count=Coalesce(Subquery(count), 0))

    def without_comments(self):
        return self.filter(comments=None)

    def contradicting_their_weekday(self):
        """Those whose date as given names another weekday than the one it falls on: a list, as each must be read."""
        given = self.exclude(starts_on=None).exclude(date_as_given="")
        return [meeting for meeting in given if meeting.contradicts_its_weekday]

    def on_days_named(self, words):
        days = days_named(words)
        return self.filter(starts_on__lte=days[1], ends_on__gte=days[0]) if days else self.none()

    def in_category(self, category):
        """Of the category or of one under it."""
        return self.filter(Q(category=category) | Q(category__parent=category))

    def search(self, words):
        """Every word is in the title, the venue or a name of somebody who came."""
        through = self.model.stakeholders.through.objects
        found = self
        for word in words.split():
            came = through.filter(those_called(word, "stakeholder__")).values("meeting")
            found = found.filter(Q(title__icontains=word) | Q(venue__icontains=word) | Q(pk__in=came))
        return found

    def first_those_led_by(self, person):
        """By date, but what this person leads comes before what others do."""
        theirs = Case(When(lead=person, then=0), default=1, output_field=models.IntegerField())
        return self.order_by(theirs, *self.by_date)

    def in_order(self):
        """As the schedule lists them: by category, by date, those to be confirmed last."""
        return self.select_related("category__parent", "audience", "lead").order_by(
            Coalesce("category__parent__position", "category__position"),
            Coalesce("category__parent__name", "category__name"),
            F("category__parent").asc(nulls_first=True),
            "category__position",
            "category__name",
            *self.by_date,
        )

    by_date = (F("starts_on").asc(nulls_last=True), F("starts_at").asc(nulls_first=True), "title", "pk")


class Meeting(models.Model):
    """One occasion with stakeholders. No dates: to be confirmed. One day: both its first and its last."""

    class Status(models.TextChoices):
        SCHEDULED = "scheduled", "Goes ahead"
        POSTPONED = "postponed", "Postponed"
        CANCELLED = "cancelled", "Cancelled"

    title = models.CharField(max_length=200)
    category = models.ForeignKey(
        Category,
        models.PROTECT,
        related_name="meetings",
        help_text="Where the report lists it.",
    )
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="meetings", help_text="Whom we heard.")
    starts_on = models.DateField("first day", null=True, blank=True, help_text="Empty while to be confirmed.")
    ends_on = models.DateField("last day", null=True, blank=True, help_text="The same as the first for one day.")
    starts_at = models.TimeField("start time", null=True, blank=True)
    ends_at = models.TimeField("end time", null=True, blank=True, help_text="Of each day, where there are several.")
    date_as_given = models.CharField(
        max_length=200,
        blank=True,
        help_text="The date as it was typed or imported, kept beside our reading of it.",
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.SCHEDULED)
    venue = models.CharField(max_length=200, blank=True)
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="meetings_led"
    )
    stakeholders = models.ManyToManyField(
        Stakeholder,
        blank=True,
        related_name="meetings",
        verbose_name="who came",
        help_text="Organisations and forums.",
    )
    attendance = models.PositiveIntegerField(null=True, blank=True, help_text="How many people; empty if not known.")
    version = AutoIncVersionField()
    history = History(m2m_fields=[stakeholders])
    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = [*MeetingQuerySet.by_date]
        permissions = [("record_attendance", "Can record who came to a meeting")]
        constraints = [
            models.CheckConstraint(
                # Both must be said not to be null: a check that comes to NULL lets the row in.
                condition=Q(starts_on=None, ends_on=None)
                | Q(starts_on__isnull=False, ends_on__isnull=False, starts_on__lte=F("ends_on")),
                name="first_day_not_after_last",
                violation_error_message="The last day must be the first day or one after it.",
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(starts_at__isnull=False),
                name="end_time_needs_start_time",
                violation_error_message="A meeting that has an end time has a start time too.",
            ),
            models.CheckConstraint(
                # As meetings.hours.are_in_order has it: on one day, or in the night after it.
                condition=Q(ends_at=None)
                | Q(starts_on__isnull=False, ends_on__isnull=False, starts_on__lt=F("ends_on"))
                | Q(ends_at__gt=F("starts_at"))
                | Q(ends_at__lt=NIGHT_ENDS, starts_at__gt=NIGHT_ENDS),
                name="ends_after_it_begins",
                violation_error_message="A meeting of one day must end after it begins.",
            ),
        ]

    def __str__(self):
        return f"{self.title}, {self.dates}"

    def get_absolute_url(self):
        return reverse("meeting", args=[self.pk])

    @property
    def dates(self):
        return print_dates(self.starts_on, self.ends_on)

    @property
    def hours(self):
        return self.starts_at, self.ends_at

    @property
    def times(self):
        return print_times(self.starts_at, self.ends_at)

    @property
    def has_daily_times(self):
        return are_daily(self.starts_at, self.ends_at)

    @property
    def contradicts_its_weekday(self):
        """Once the meeting has been moved, what was given says nothing about the days it has now."""
        reading = read_date(self.date_as_given, (self.starts_on, self.ends_on))
        return "weekday-mismatch" in reading.flags and reading.starts_on == self.starts_on

    def falls_on(self, words):
        """Whether the days that these words plainly name are its own. None where they name none, or it has none yet."""
        days = days_named(words)
        if self.starts_on is None or days is None:
            return None
        return days[0] <= self.ends_on and self.starts_on <= days[1]

    def state_on(self, today=None):
        """The same as `with_state` finds, for one meeting already fetched."""
        today = today or timezone.localdate()
        if self.status != self.Status.SCHEDULED:
            return MeetingState(self.status)
        if self.starts_on is None:
            return MeetingState.TO_BE_CONFIRMED
        if self.starts_on > today:
            return MeetingState.UPCOMING
        return MeetingState.HELD if self.ends_on < today else MeetingState.IN_PROGRESS
