"""The rows of a review: what notes are made into before they are comments. Values in, values out.

A row is a dict that JSON can hold:
  id          its place in the notes, "12"; a part of it "12-1"
  text, verbatim, reading, kind, speaker, context, splits     as feedback.importers.Piece has them
  stakeholder, theme      ids, or None
  state       "" not looked at, "accepted", "dropped", or "again": imported though its words are here already
"""

import hashlib
import re
import uuid
from collections import Counter
from dataclasses import dataclass, field

from feedback.models import Comment
from feedback.notes.kinds import kind_of

STANDINGS = {
    "comment": Comment.Standing.COUNTED,
    "reply": Comment.Standing.REPLY,
    "action": Comment.Standing.ACTION,
}
READINGS = {
    "comment": "Comment",
    "reply": "Council reply",
    "action": "Action",
    "decision": "Decision",
    "heading": "Heading",
    "furniture": "Not about what was said",
}
SEVERAL = {"comment": "comments", "reply": "council replies", "action": "actions"}
SMALL_WORDS = {"of", "the", "and", "for", "in", "&"}


class Changed(Exception):
    """The row is no longer as the person saw it."""


def digest_of(content):
    return hashlib.sha256(content).hexdigest()


def key_of(digest, meeting_id, row_id):
    """The same for the same file, meeting and row, so that nothing is imported twice."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{digest}/{meeting_id}/{row_id}")


def seen_of(row):
    """What a page sends back of the words it showed."""
    return digest_of(row["text"].encode())[:12]


# Making and changing rows ------------------------------------------------------------------------


def rows_of(pieces, speakers):
    return [row_of(str(number), piece, speakers.who(piece.speaker)) for number, piece in enumerate(pieces)]


def row_of(row_id, piece, stakeholder, theme=None):
    return {
        "id": row_id,
        "text": piece.text,
        "verbatim": piece.verbatim,
        "reading": piece.reading,
        "kind": piece.kind,
        "speaker": piece.speaker,
        "context": piece.context,
        "splits": list(piece.splits),
        "stakeholder": stakeholder,
        "theme": theme,
        "state": "",
    }


class Speakers:
    """Knows a stakeholder by name or, where no other has the same, by initials. Made of (id, name) pairs."""

    def __init__(self, stakeholders):
        self.known = {}
        for read in (initials, str.casefold):
            named = [(read(name), pk) for pk, name in stakeholders]
            alike = Counter(name for name, _ in named)
            self.known |= {name: pk for name, pk in named if alike[name] == 1}

    def who(self, speaker):
        return self.known.get(speaker.strip().casefold()) if speaker.strip() else None


def initials(name):
    return "".join(word[0] for word in re.findall(r"\w+", name.casefold()) if word not in SMALL_WORDS)


def place_of(rows, row_id):
    return next((place for place, row in enumerate(rows) if row["id"] == row_id), None)


def changed(source, row_id, chosen, values):
    """The rows of an Import after a change to one: the values of its fields, then the act it `do`es.

    Raises Changed where the row is in the meeting already, or is no longer as the person saw it.
    """
    place = place_of(source.rows, row_id)
    if place is None or rows_for_review(source, [source.rows[place]])[0].here == "key":
        raise Changed
    rows = with_values(source.rows, place, values)
    return ACTS[chosen["do"]](rows, place, chosen) if chosen["do"] else rows


def check_seen(row, seen):
    if seen_of(row) != seen:
        raise Changed


def with_values(rows, place, values):
    return [*rows[:place], rows[place] | values, *rows[place + 1 :]]


def with_state(state):
    return lambda rows, place, chosen: with_values(rows, place, {"state": state})


def reworded(rows, place, chosen):
    """An empty line between two points makes them two rows."""
    check_seen(rows[place], chosen["seen"])
    parts = [part.strip() for part in re.split(r"\n\s*\n", chosen["text"]) if part.strip()]
    return parted(rows, place, parts) if len(parts) > 1 else with_values(rows, place, {"text": parts[0], "splits": []})


def split(rows, place, chosen):
    check_seen(rows[place], chosen["seen"])
    if not rows[place]["splits"]:
        raise Changed
    return parted(rows, place, rows[place]["splits"])


def parted(rows, place, texts):
    """One row for each text; all keep the words as written, so that none of these is lost."""
    row = rows[place]
    parts = [
        row | {"id": f"{row['id']}-{number}", "text": text, "splits": [], "state": ""}
        for number, text in enumerate(texts, 1)
    ]
    for part in parts[1:]:
        part["kind"] = kind_of(part["text"], part["context"]) if part["reading"] == "comment" else part["kind"]
    return [*rows[:place], *parts, *rows[place + 1 :]]


def join(rows, place, chosen):
    """With the next row that says something; parted again, they are what they were."""
    check_seen(rows[place], chosen["seen"])
    after = next((there for there in range(place + 1, len(rows)) if rows[there]["reading"] in STANDINGS), None)
    if after is None:
        raise Changed("There is no row after it to join it with.")
    return with_values(rows, place, both(rows[place], rows[after]))[:after] + rows[after + 1 :]


def both(row, other):
    same = other["verbatim"] == row["verbatim"]
    return {
        "text": f"{row['text']} {other['text']}",
        "verbatim": row["verbatim"] if same else f"{row['verbatim']}\n{other['verbatim']}",
        "splits": [row["text"], other["text"]],
        "state": "",
    }


ACTS = {
    "accept": with_state("accepted"),
    "drop": with_state("dropped"),
    "keep": with_state(""),
    "again": with_state("again"),
    "words": reworded,
    "split": split,
    "join": join,
}


# What becomes of them -----------------------------------------------------------------------------


@dataclass
class ReviewRow:
    row: dict
    here: str = ""  # "key": this very row is a comment already, wherever moved; "words": the meeting has the same words
    offers: list = field(default_factory=list)

    @property
    def seen(self):
        return seen_of(self.row)

    @property
    def reading_in_words(self):
        return READINGS[self.row["reading"]]

    @property
    def as_written(self):
        """Where that is more than the text with a mark or a speaker in front."""
        text, written = (" ".join(self.row[name].split()) for name in ("text", "verbatim"))
        return "" if written.endswith(text) else self.row["verbatim"]

    @property
    def too_long(self):
        return max(len(self.row["text"]), len(self.row["verbatim"])) > Comment.LONGEST

    @property
    def says_something(self):
        """Of a reading that is imported unless somebody drops it."""
        return self.row["reading"] in STANDINGS

    @property
    def is_imported(self):
        kept = self.row["state"] != "dropped" and not self.too_long
        return self.says_something and kept and (not self.here or self.can_be_again)

    @property
    def why_not(self):
        """In words, of a line of a long spreadsheet."""
        if not self.says_something:
            return "Nothing in the columns of comments"
        return "Logged already" if self.here else f"Longer than {Comment.LONGEST:,} characters"

    @property
    def can_be_again(self):
        return self.here == "words" and self.row["state"] == "again"

    @property
    def comment(self):
        """As the suggester takes it."""
        return Comment(text=self.row["text"], standing=STANDINGS.get(self.row["reading"], "action"))


def rows_for_review(source, rows=None, since=None):
    """The rows of an Import, or some of them, each with whether it is logged already. Three queries.

    What was logged `since` may say the same in the same words.
    """
    rows = source.rows if rows is None else rows
    keys = {row["id"]: [key_of(source.digest, source.meeting_id, each) for each in family(row["id"])] for row in rows}
    known_keys = set(Comment.objects.filter(key__in=sum(keys.values(), [])).order_by().values_list("key", flat=True))
    comments = Comment.objects.filter(meeting=source.meeting_id).order_by()
    known_words = words_known(comments.filter(logged_at__lt=since) if since else comments, rows)
    return [ReviewRow(row, here(row, keys[row["id"]], known_keys, known_words)) for row in rows]


def family(row_id):
    """A part of a row that was imported whole is there with it."""
    parts = row_id.split("-")
    return ["-".join(parts[:length]) for length in range(1, len(parts) + 1)]


def words_known(comments, rows):
    written = [words for row in rows for words in (row["text"], row["verbatim"])]
    texts = comments.filter(text__in=written).values_list("text", flat=True)
    return {*texts, *comments.filter(verbatim__in=written).exclude(verbatim="").values_list("verbatim", flat=True)}


def here(row, keys, known_keys, known_words):
    if known_keys & set(keys):
        return "key"
    return "words" if known_words & {row["text"], row["verbatim"]} else ""


def numbered(number, reading):
    return f"1 {READINGS[reading].lower()}" if number == 1 else f"{number} {SEVERAL[reading]}"


def counts_of(review):
    """What the head of a review says of its rows."""
    readings = Counter(each.row["reading"] for each in review if each.is_imported)
    speaking = [each for each in review if each.says_something]
    return {
        "imported": sum(readings.values()),
        "readings": [numbered(readings[name], name) for name in SEVERAL if readings[name]],
        "speaking": len(speaking),
        "here": sum(bool(each.here) for each in speaking),
        "dropped": sum(each.row["state"] == "dropped" for each in speaking),
        "accepted": sum(each.row["state"] == "accepted" for each in speaking),
        "left": sum(not each.is_imported and each.here != "key" for each in review),
        "too_long": sum(each.too_long for each in speaking),
    }
