"""The meetings as the council prints them at the end of its report."""

from collections import Counter
from itertools import groupby

from meetings.dates import print_dates
from meetings.models import BEGUN, MeetingState
from themes.report.shapes import TO_BE_CONFIRMED, Appendix, Heading, Listed

LISTED = *BEGUN, MeetingState.TO_BE_CONFIRMED


def make_appendix(meetings):
    """`meetings` carry `state_then` and come as the schedule has them: by category, then by date.

    Listed is where people were met, and what is to be confirmed, with no date. What is still to come has met nobody.
    """
    listed = [meeting for meeting in meetings if meeting.state_then in LISTED]
    numbers = Counter(meeting.state_then for meeting in meetings)
    return Appendix(
        headings=tuple(headings(listed)),
        meetings=len(listed),
        dated=len(listed) - numbers[MeetingState.TO_BE_CONFIRMED],
        called_off=numbers[MeetingState.CANCELLED] + numbers[MeetingState.POSTPONED],
        in_progress=numbers[MeetingState.IN_PROGRESS],
        to_come=numbers[MeetingState.UPCOMING],
    )


def headings(listed):
    """A heading with no meeting of its own is printed where one under it has some."""
    printed = set()
    for category, found in groupby(listed, key=lambda meeting: meeting.category):
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
