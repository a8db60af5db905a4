"""The line being typed, kept while it is typed. Two windows of one person never write over each other unseen."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from feedback.models import Comment, Draft

TYPED = ("key", "text", "verbatim", "theme", "kind", "stakeholder")


class TypedElsewhereError(Exception):
    """Another window of the same person has kept something else since: `draft` is what stands, and it stays."""

    def __init__(self, draft):
        self.draft = draft


class LineSavedError(Exception):
    """The line has become a comment meanwhile, so there is nothing left to keep."""


def keep(line, seen):
    """Keep the line in the place of the version that its page has seen. Answers with the draft as it stands now."""
    try:
        with transaction.atomic():
            return write(line, seen)
    except IntegrityError:  # two windows kept their first word at the same moment
        raise TypedElsewhereError(Draft.objects.get(person=line.person, meeting=line.meeting)) from None


def write(line, seen):
    if Comment.objects.filter(key=line.key).exists():
        raise LineSavedError
    drafts = Draft.objects.filter(person=line.person, meeting=line.meeting)
    standing = drafts.select_for_update().first() or Draft(person=line.person, meeting=line.meeting)
    if standing.version != seen and same(standing, line):
        return standing
    if standing.version != seen and drafts.unsaved().exists():
        raise TypedElsewhereError(standing)
    for name in TYPED:
        setattr(standing, name, getattr(line, name))
    standing.kept_at = timezone.now()
    standing.save()
    return standing


def same(one, other):
    return all(getattr(one, name) == getattr(other, name) for name in TYPED)
