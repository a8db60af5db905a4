"""The report that an edition freezes."""

from dataclasses import replace

from themes.models import Edition, Programme
from themes.report.build import build
from themes.report.changes import compare
from themes.report.kept import from_kept
from themes.report.published import for_the_public


def report_for(edition, chosen, order):
    """`edition` has its title, number and whether it is public.

    A public one leaves out drafts of key points as well as small numbers, and names no organisation: where one alone is
    an audience, what that said would be its own, and nobody looks through their names for those of people.
    """
    report = build(chosen, order, agreed_only=edition.is_public)
    if edition.is_public:
        report = replace(for_the_public(report, Programme.objects.get().fewest_shown), organisations=())
    report = replace(report, title=edition.title, edition=edition.name)
    return replace(report, changes=changes_in_words(edition, report))


def changes_in_words(edition, report):
    """A public one is compared with what anyone can still read."""
    before = Edition.objects.earlier_than(edition)
    earlier = (before.not_taken_down() if edition.is_public else before).first()
    return compare(from_kept(earlier.report), report).in_words(earlier.name) if earlier else ""
