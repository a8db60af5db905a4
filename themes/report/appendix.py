"""The meetings as the council prints them at the end of its report."""

from itertools import groupby

from meetings.dates import print_dates
from meetings.models import Meeting
from themes.report.shapes import TO_BE_CONFIRMED, Appendix, Heading, Listed


def make_appendix(meetings):
    """`meetings` come in the order of their categories.

    Inside a category they stand as they were put in, which is how the council's own list goes: it is not by date,
    and says of a meeting to be confirmed where it would come. The schedule's page is by date.
    """
    listed = [meeting for meeting in meetings if meeting.status == Meeting.Status.SCHEDULED]
    return Appendix(
        headings=tuple(headings(listed)),
        meetings=len(listed),
        dated=sum(meeting.starts_on is not None for meeting in listed),
        called_off=len(meetings) - len(listed),
    )


def headings(listed):
    """A heading with no meeting of its own is printed where one under it has some."""
    printed = set()
    for category, found in groupby(listed, key=lambda meeting: meeting.category):
        found = sorted(found, key=lambda meeting: meeting.pk)
        if category.parent and category.parent.name not in printed:
            printed.add(category.parent.name)
            yield Heading(category.parent.name, "", span_under(category.parent, listed), ())
        printed.add(category.name)
        yield Heading(
            category=category.name,
            parent=category.parent.name if category.parent else "",
            span=span_under(category, listed),
            meetings=tuple(map(as_listed, found)),
        )


def span_under(category, listed):
    """From the first day to the last of its meetings, those of headings under it included."""
    under = [meeting for meeting in listed if category.pk in (meeting.category_id, meeting.category.parent_id)]
    dated = [meeting for meeting in under if meeting.starts_on]
    if not dated:
        return ""
    return print_dates(min(meeting.starts_on for meeting in dated), max(meeting.ends_on for meeting in dated))


def as_listed(meeting):
    date = meeting.dates if meeting.starts_on else TO_BE_CONFIRMED
    return Listed(meeting.title, date, meeting.starts_on, meeting.ends_on)
