"""Where the reader is in a document: what stood above decides what a line means."""

from dataclasses import dataclass, field

from feedback.notes.kinds import is_reported, kind_of
from feedback.notes.labels import without_colon
from feedback.notes.people import People
from feedback.notes.pieces import Piece
from feedback.notes.procedure import LEAD_IN, META, PROCEDURE, section_of, without_download
from feedback.notes.wording import is_decision


@dataclass(frozen=True)
class Parent:
    """A line that opens a list."""

    level: int
    text: str
    reading: str

    @property
    def gives_sense(self):
        """ "Members felt that:" gives its items their sense; "The following comments were made" does not."""
        announces = LEAD_IN.search(self.text) or PROCEDURE.search(self.text)
        return not announces or kind_of(self.text) != "other"


@dataclass
class Place:
    people: People = field(default_factory=People)
    heading: str = ""
    section: str = ""  # what stands under the heading, see procedure.SECTIONS
    parents: list = field(default_factory=list)
    plain_list: bool = False  # the lines after a lead-in belong to it though they have no marks
    last: Piece | None = None  # the last piece that was not furniture
    last_role: str = ""  # of the last block that said something
    begun: bool = False

    @property
    def above(self):
        """The reading of the line that opened this list, where that decides its items'."""
        return self.parents[-1].reading if self.parents else ""

    @property
    def context(self):
        giving = [parent.text for parent in self.parents if parent.gives_sense]
        return giving[-1] if giving else self.heading

    @property
    def sense(self):
        """The line above that may tell a comment's kind: "Members were worried about:", "What we like"."""
        if self.parents and self.parents[-1].gives_sense:
            return self.parents[-1].text
        return self.heading if len(self.heading.split()) <= 6 else ""

    @property
    def asked(self):
        return bool(self.last) and self.last.reading == "comment" and self.last.kind == "question"

    def open_section(self, text):
        heading = without_colon(without_download(text))
        self.section = section_of(heading)
        if self.section not in ("attendance", "furniture"):
            self.heading = heading
        self.parents, self.plain_list = [], False

    def open_list(self, block, reading, plain):
        text = block.text
        if self.section in ("attendance", "furniture") and not META.match(text):
            self.section = ""
        self.plain_list = plain
        self.parents.append(Parent(block.level, text if is_reported(text) else without_colon(text), reading))

    def open_children(self, block):
        """A comment may be the parent of the items under it."""
        self.parents.append(Parent(block.level, block.text, self.last.reading if self.last else "comment"))

    def leave_lists(self, block):
        if block.role == "item":
            self.parents = [parent for parent in self.parents if parent.level < block.level]
        elif block.role == "" and not self._belongs_to_lead_in(block):
            self.parents, self.plain_list = [], False

    def _belongs_to_lead_in(self, block):
        """A paragraph after a list is a new matter; plain lines straight under a lead-in belong to it."""
        listed = self.last_role == "item" and self.last and self.last.reading != "heading"
        return self.plain_list and not listed and not is_decision(block.text)
