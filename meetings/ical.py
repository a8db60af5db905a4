"""Meetings as a calendar that other programs read: titles, times and places, and nothing else."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from meetings.clashes import USUAL_LENGTH
from meetings.hours import end_on
from meetings.models import Meeting

LONDON = ZoneInfo("Europe/London")
NO_LONGER_THEN = {Meeting.Status.CANCELLED, Meeting.Status.POSTPONED}
REFRESH = timedelta(hours=1)

# By rule, for all years since 1996: the library would list every change of the clocks until 2038.
SUMMER_TIME = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""


def calendar(name, meetings):
    """Bytes of RFC 5545, the same for the same meetings; each has `changed_at`, when it was last saved.

    A meeting to be confirmed is not in it. One that is postponed is not held when it says, and so is cancelled
    there until it has a new date: its number and its sequence let it come back.
    """
    found = Calendar()
    found.add("prodid", "-//Stockport 2040//Schedule//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", " ".join(name.split()))  # in one line: the library escapes only what it knows
    found.add("x-wr-timezone", LONDON.key)
    found.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    found.add_component(Timezone.from_ical(SUMMER_TIME))
    for meeting in meetings:
        if meeting.starts_on is not None:
            found.add_component(event(meeting))
    return found.to_ical()


def event(meeting):
    found = Event()
    found.add("uid", f"meeting-{meeting.pk}@stockport-2040")
    found.add("sequence", meeting.version)
    found.add("dtstamp", meeting.changed_at)
    found.add("summary", title(meeting))
    found.add("status", "CANCELLED" if meeting.status in NO_LONGER_THEN else "CONFIRMED")
    if meeting.venue:
        found.add("location", meeting.venue)
    for name, value in times(meeting).items():
        found.add(name, value)
    return found


def title(meeting):
    return f"Postponed: {meeting.title}" if meeting.status == Meeting.Status.POSTPONED else meeting.title


def times(meeting):
    """A time on one day is that moment in London, until it ends or for as long as clashes take it to last; all else is
    whole days."""
    if meeting.starts_at and meeting.starts_on == meeting.ends_on:
        begins = datetime.combine(meeting.starts_on, meeting.starts_at, LONDON)
        if meeting.ends_at:
            return {"dtstart": begins, "dtend": end_on(begins, meeting.ends_at)}
        return {"dtstart": begins, "duration": USUAL_LENGTH}
    ends = {"dtend": meeting.ends_on + timedelta(days=1)} if meeting.ends_on < meeting.ends_on.max else {}
    return {"dtstart": meeting.starts_on, **ends}
