"""Addresses at which a calendar program reads the schedule without signing in."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

TOKEN_BYTES = 24  # 192 bits: as good as never guessed


def hashed(token):
    return hashlib.sha256(token.encode()).hexdigest()


class FeedQuerySet(models.QuerySet):
    def make(self, owner, kind, category=None):
        """(the feed, its token): the token is in the answer and nowhere else."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        return self.create(owner=owner, kind=kind, category=category, token_hash=hashed(token)), token

    def alive(self):
        """A feed dies with its owner's account."""
        return self.filter(owner__is_active=True)

    def of_token(self, token):
        return self.alive().filter(token_hash=hashed(token))


class Feed(models.Model):
    """One person's address of one calendar: who has it may read titles, times and places, and nothing else."""

    class Kind(models.TextChoices):
        ALL = "all", "All meetings"
        MINE = "mine", "The meetings I lead"
        CATEGORY = "category", "One category"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="feeds")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ALL)
    category = models.ForeignKey("meetings.Category", models.CASCADE, null=True, blank=True, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)  # sha256, in hexadecimal
    made_at = models.DateTimeField(default=timezone.now)
    objects = FeedQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="category", category__isnull=False) | ~Q(kind="category") & Q(category=None),
                name="feed_of_a_category_names_it",
            )
        ]

    def __str__(self):
        return str(self.category) if self.kind == self.Kind.CATEGORY else self.get_kind_display()

    def revoke(self):
        self.delete()
