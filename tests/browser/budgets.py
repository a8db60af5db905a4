"""What a journey costs a person, measured while a test walks it, and the table of them all."""

import re
import time
from dataclasses import dataclass

PROPERTY = "journey"
HEADINGS = ("Journey", "Clicks", "Keys more than the words", "Comments", "Seconds")


@dataclass
class Hands:
    """A person at a page: each click and each key is counted; a chord such as Alt and 5 is one key."""

    page: object
    clicks: int = 0
    keys: int = 0

    def click(self, selector):
        self.clicks += 1
        self.page.click(selector)

    def press(self, *keys):
        for key in keys:
            self.keys += 1
            self.page.keyboard.press(key)

    def words(self, text):
        """What has to be typed anyhow."""
        self.page.keyboard.type(text)


@dataclass(frozen=True)
class Journey:
    name: str
    clicks: int
    keys: int
    comments: int
    seconds: float

    def cells(self):
        return (self.name, str(self.clicks), str(self.keys), str(self.comments or ""), f"{self.seconds:.1f}")


class Stopwatch:
    def __init__(self, record):
        self.record, self.began = record, time.perf_counter()

    def note(self, name, hands, comments=0):
        """The journey ends here: it gets its line of the table."""
        seconds = time.perf_counter() - self.began
        self.record(PROPERTY, Journey(name, hands.clicks, hands.keys, comments, seconds).cells())


def table(reports):
    """Lines of the table, in the order the journeys ended; none where no journey was walked."""
    rows = [cells for report in reports for name, cells in report.user_properties if name == PROPERTY]
    if not rows:
        return []
    widths = [max(len(row[column]) for row in [HEADINGS, *rows]) for column in range(len(HEADINGS))]
    lines = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in [HEADINGS, *rows]]
    rule = [re.sub(".", "-", cell) for cell in lines[0]]
    return ["| " + " | ".join(line) + " |" for line in [lines[0], rule, *lines[1:]]]
