"""What a calendar feed holds."""

from datetime import UTC, datetime
from hashlib import sha256

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from meetings.ical import calendar
from meetings.models import Feed, Meeting

BEFORE_ALL = datetime(2000, 1, 1, tzinfo=UTC)  # of a meeting that has no history

MEETINGS = {
    Feed.Kind.ALL: lambda meetings, feed: meetings,
    Feed.Kind.MINE: lambda meetings, feed: meetings.filter(lead=feed.owner),
    Feed.Kind.CATEGORY: lambda meetings, feed: meetings.in_category(feed.category),
}


def calendar_of(feed):
    return calendar(f"Stockport 2040: {feed}", meetings_of(feed))


def tag_of(feed):
    """The same as long as no meeting of it was changed, added or removed: a program that asks again need not read."""
    versions = MEETINGS[feed.kind](Meeting.objects.all(), feed).order_by("pk").values_list("pk", "version")
    return f'"{sha256(repr(list(versions)).encode()).hexdigest()}"'


def meetings_of(feed):
    saved = Meeting.history.filter(id=OuterRef("pk")).order_by("-history_date").values("history_date")[:1]
    meetings = Meeting.objects.exclude(starts_on=None).order_by("pk")
    return MEETINGS[feed.kind](meetings, feed).annotate(changed_at=Coalesce(Subquery(saved), BEFORE_ALL))
