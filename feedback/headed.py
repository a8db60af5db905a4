"""What notes say at their head of the meeting they are of."""

import re
from itertools import islice, takewhile

from feedback.words import GRAMMAR, words
from meetings.models import Meeting

ROWS = 8  # at the head of the notes, before the first comment
MOST = 3  # meetings of one day that are offered
LONGEST = 120  # characters of a line that says when it was
NOT_OF_IT = re.compile(
    r"\b(?:sent|received|typed|written|circulated|published|printed|issued|next|last)\b", re.IGNORECASE
)


def other_day(source):
    """(the line that gives notes another day than their meeting has, the meetings that it may mean); ("", []) where no
    line does, or one gives their own."""
    lines = head_of(source)
    days = {line: source.meeting.falls_on(line) for line in lines if not NOT_OF_IT.search(line)}
    others = [line for line, its_own in days.items() if its_own is False]
    if not others or True in days.values():
        return "", []
    return others[0], meetings_meant(others[0], words(" ".join(lines)))


def head_of(source):
    above = takewhile(lambda row: row["reading"] != "comment", source.rows)
    return [row["text"] for row in islice(above, ROWS) if len(row["text"]) <= LONGEST]


def meetings_meant(line, head):
    """Those of that day whose title stands at the head, the fullest title, or else all of that day, if they are few."""
    found = list(Meeting.objects.on_days_named(line))
    titles = {meeting: set(words(meeting.title)) - GRAMMAR for meeting in found}
    said = [title for title in titles.values() if title <= set(head)]
    named = [
        meeting for meeting in found if titles[meeting] in said and not any(titles[meeting] < each for each in said)
    ]
    return named or (found if len(found) <= MOST else [])
