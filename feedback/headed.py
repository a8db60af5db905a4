"""What notes say at their head of the meeting they are of."""

import re
from itertools import islice, takewhile

ROWS = 8  # at the head of the notes, before the first comment
LONGEST = 120  # characters of a line that says when it was
NOT_OF_IT = re.compile(
    r"\b(?:sent|received|typed|written|circulated|published|printed|issued|next|last)\b", re.IGNORECASE
)


def other_day(source):
    """The line that gives notes another day than their meeting has; "" where none does, or one gives its own."""
    above = takewhile(lambda row: row["reading"] != "comment", source.rows)
    lines = [row["text"] for row in islice(above, ROWS) if len(row["text"]) <= LONGEST]
    days = {line: source.meeting.falls_on(line) for line in lines if not NOT_OF_IT.search(line)}
    others = [line for line, its_own in days.items() if its_own is False]
    return others[0] if others and True not in days.values() else ""
