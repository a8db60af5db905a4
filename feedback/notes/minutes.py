"""Blocks -> pieces: each with its reading, who said it and the parent that gives it its sense."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from feedback.notes import speakers, wording
from feedback.notes.blocks import LONGEST
from feedback.notes.kinds import is_reported, kind_of, reported_from
from feedback.notes.mending import mended
from feedback.notes.pieces import Piece
from feedback.notes.sentences import clauses_of, points_of, sentences_of


def pieces_of(blocks):
    blocks = [block for block in blocks if block.verbatim.strip()]
    reader = Reader(_people_in(blocks))
    return [piece for block, after in zip_longest(blocks, blocks[1:]) for piece in reader.read(block, after)]


@dataclass(frozen=True)
class People:
    known: frozenset  # lower-cased names and initials of those who were there
    officers: frozenset  # those of them who spoke for the council


def _people_in(blocks):
    known, officers = set(), set()
    attending = False
    for block in blocks:
        text = block.text
        attending = _lists_people(text) or (attending and _names_only(text))
        if attending:
            known |= speakers.names_in(block.body)
        officers |= _officers_in(text)
    return People(frozenset(known), frozenset(officers))


def _lists_people(text):
    return wording.section_of(text) == "attendance" or bool(
        re.match(r"^\W*(?:present|attend\w+|in attendance|apologies|board members|observers|officers)\b[^.]{0,30}:", text, re.IGNORECASE)
    )


def _names_only(text):
    """A line of names, perhaps with what they are: "Helen McHale, Chief Executive"."""
    words = re.findall(r"[^\W\d_][\w’'.-]*", text)
    small = [w for w in words if w.islower() and w not in ("and", "of", "the", "for", "in", "from", "chair", "de", "on", "to", "as", "by")]
    return 0 < len(words) <= 40 and len(small) <= len(words) * 0.25 and not is_reported(text) and not text.endswith(("?", "!"))


PRESENTED = re.compile(
    r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]+){0,2}) (?:gave|presented|introduced|provided|delivered|attended to|outlined|updated|ran through|"
    r"talked through|explained|confirmed|advised|responded|replied|clarified)\b"
)


def _officers_in(text):
    named = re.findall(r"\b([A-Z][\w’'-]*(?: [A-Z][\w’'-]+)?) \((?i:officer|smbc|council|stockport council|strategy)\)", text)
    named += re.findall(r"(?i:notes|minutes)(?: taken| written| prepared)? by:? ([A-Z][\w’'-]*)", text)
    return {who.lower() for who in named} | {found["who"].lower() for found in PRESENTED.finditer(text) if not re.match(wording.PEOPLE + r"\b", found["who"], re.IGNORECASE)}


class Reader:
    """Reads one document from top to bottom; what stood above decides what a line means."""

    def __init__(self, people):
        self.people = people
        self.heading = ""
        self.section = ""
        self.parents = []  # (level, text, reading) of the lines that open a list
        self.lead_in = ""  # a paragraph that opens the plain lines after it
        self.last = None  # the last piece that was not furniture
        self.begun = False

    def read(self, block, after):
        pieces = list(self._read(block, after))
        for piece in pieces:
            if piece.reading != "furniture":
                self.last = piece
        self.begun = True
        return pieces

    def _read(self, block, after):
        line = block.line
        if block.role == "furniture" or (block.role == "" and wording.is_page_number(block.text)) or not mended(block.body):
            yield Piece(block.text, block.verbatim, "furniture")
        elif line and line.text:
            yield self._from_column(block)
        elif block.role in ("action", "decision", "reply"):
            yield self._set(block)
        elif self._is_heading(block, after):
            yield self._open_section(block)
        elif self._opens_list(block, after):
            yield self._open_list(block, after)
        else:
            self._leave_lists(block)
            yield from self._statements(block)
            if after and after.role == "item" and after.level > block.level:
                self.parents.append((block.level, block.text, self.last.reading if self.last else "comment"))

    # What the file's own columns say ------------------------------------------------------------

    def _from_column(self, block):
        line = block.line
        text = mended(line.text)
        kind = line.kind or kind_of(text, line.context)
        return Piece(text, block.verbatim, "comment", kind, line.speaker, line.context, points_of(text[:LONGEST]))

    def _set(self, block):
        text = _without_label(block.text, block.role)
        if wording.PROCEDURE.match(text) or not re.search(r"\w{2}", text):
            return Piece(text, block.verbatim, "furniture")
        return Piece(text, block.verbatim, block.role, "other", block.line.speaker, block.line.context or self.heading)

    # Headings ----------------------------------------------------------------------------------

    def _is_heading(self, block, after):
        text = block.text
        if block.role == "heading":
            return True
        if wording.section_of(text.rstrip(":-–— ")) == "action":
            return True
        if _speaks(block, text, self.people.known) or wording.ACTION.match(text) or _is_task(text, self.people.known) or text.endswith((";", ",")):
            return False
        if text.endswith("?"):
            return block.role == "" and after is not None and len(text.split()) <= 14 and _asks_the_room(text, after)
        if re.fullmatch(r"(?i)minutes\s*:-?", text):
            return False
        if wording.section_of(text.rstrip(":-–— ")) and not (block.role == "item" and not block.counted):
            return True
        if block.role == "item":
            return block.counted and self._titles(block, after)
        return not self._unmarked_list(block) and self._stands_above(block, after)

    def _titles(self, block, after):
        """ "3. One Future" before a paragraph is a heading; before "4. Buses" it may be an item of a list."""
        text = block.text
        short = len(text.split()) <= 12 and not re.search(r"[.!;:]$", text) and text[:1].isupper()
        if not short or is_reported(text) or after is None:
            return False
        return after.role == "" or (after.role == "item" and not after.counted and after.level > block.level) or (
            after.role == "item" and after.counted and after.level > block.level and block.level == 1 and block.line.level == 0 and "." in after.verbatim[:6]
        )

    def _stands_above(self, block, after):
        text = block.text
        letters = re.sub(r"[^A-Za-z]", "", text)
        if letters.isupper() and len(letters) >= 4 and len(text.split()) <= 14 and not wording.is_decision(text):
            return True
        if not self.begun and len(text.split()) <= 14 and not re.search(r"[.!:]$", text) and not is_reported(text):
            return True
        if wording.META.match(text) or wording.DATE_LINE.match(text) or wording.PROCEDURE.search(text):
            return False
        if _titled(text) or (wording.TOPIC.match(text) and len(text.split()) <= 14 and not text.endswith(".")):
            return True
        short = len(text.split()) <= 10 and not re.search(r"[.!]$", text) and re.match(r"\W*[A-Z\d]", text)
        if not short or after is None or self._said(text) or self.section == "attendance" and _names_only(text) and after.role != "item":
            return False
        if text.endswith((":", ":-", ": -")):
            return after.role != "item" and len(text.split()) <= 6
        if after.role == "item":
            return after.level > block.level
        return after.role == "" and (len(after.text.split()) > 12 or _speaks(after, after.text, self.people.known) or after.text.endswith((".", ":", ":-")))

    def _said(self, text):
        finite = r"\b(?:is|are|was|were|has|have|had|can|can['’]t|will|would|should|must|needs?|don['’]t|do|does|get|gets)\b"
        spoken = r"\W*(?:more|need|needs|want|no|not|too|why)\b"
        return is_reported(text) or bool(re.match(spoken, text, re.IGNORECASE) or re.search(finite, text) and not text.endswith(":"))

    def _unmarked_list(self, block):
        return bool(self.lead_in) and block.role == ""

    def _open_section(self, block):
        text = _trimmed(block.text)
        self.heading, self.section = text, wording.section_of(text)
        self.parents, self.lead_in = [], ""
        return Piece(block.text, block.verbatim, "heading")

    # Lists -------------------------------------------------------------------------------------

    def _opens_list(self, block, after):
        text = block.text
        if not re.search(r"(?::|:\s*[-–—]|[-–—]|…|\bthat)$", text) or after is None:
            return False
        deeper = after.role == "item" and after.level > block.level
        plain = block.role == "" and after.role == "" and not wording.META.match(text) and len(text.split()) <= 40
        return deeper or (plain and (is_reported(text) or bool(wording.LEAD_IN.search(text))))

    def _open_list(self, block, after):
        self._leave_lists(block)
        text = block.text
        reading = "heading"
        if wording.is_decision(text):
            reading = "decision"
        elif wording.ACTION.match(text):
            reading = "action"
        elif wording.REPLY.match(text):
            reading = "reply"
        self.lead_in = text if after.role == "" else ""
        if self.section in ("attendance", "furniture") and not wording.META.match(text):
            self.section = ""
        self.parents.append((block.level, text if is_reported(text) else _trimmed(text), reading))
        return Piece(text, block.verbatim, reading, context=self._heading_above(text))

    def _heading_above(self, text):
        return "" if text == self.heading else self.heading

    def _leave_lists(self, block):
        while self.parents and self.parents[-1][0] >= block.level and block.role == "item":
            self.parents.pop()
        if block.role == "" and self.parents and self._ends_lead_in(block):
            self.parents, self.lead_in = [], ""

    def _ends_lead_in(self, block):
        """A paragraph after a list is a new matter; plain lines straight under a lead-in belong to it."""
        text = block.text
        in_list = self.lead_in and not (self.last and self.last.reading != "heading" and self.listed)
        return not in_list or bool(wording.is_decision(text))

    @property
    def listed(self):
        return bool(self.parents) and self.last_role == "item"

    last_role = ""

    # Statements --------------------------------------------------------------------------------

    def _statements(self, block):
        self.last_role = block.role
        spoken = _label(block, self.people.known)
        parts = _parts(block, spoken, bool(spoken) or self._is_one_point(block), self.people.known)
        sign = block.verbatim[: len(block.verbatim) - len(block.body)] if block.verbatim.endswith(block.body) else ""
        for number, body in enumerate(parts):
            first = number == 0
            verbatim = (sign if first else "") + body if len(parts) > 1 else block.verbatim
            piece = self._piece(verbatim, body, block, spoken if first else None)
            yield piece
            if piece.reading != "furniture":
                self.last = piece

    def _is_one_point(self, block):
        """Items of a list stay together; "5.2" numbers a paragraph."""
        return block.role == "item" and not re.match(r"\s*\d+\.\d", block.verbatim)

    def _piece(self, verbatim, body, block, spoken):
        _, parent, above = self.parents[-1] if self.parents else (0, "", "")
        whole = mended(body)
        text, speaker, said = _unlabelled(body, spoken)
        reading = said or self._reading(whole[:LONGEST], text[:LONGEST], speaker, block, above)
        context = self._context(parent)
        if reading in ("action", "decision") and not spoken:
            text = _without_label(whole, reading)
        if reading == "furniture":
            return Piece(whole, verbatim, reading)
        if reading != "comment":
            return Piece(text, verbatim, reading, "other", speaker if reading == "reply" else "", context)
        speaker = speaker or block.line.speaker or speakers.subject_of(text, self.people.known)
        text = _trimmed_item(text)
        kind = "question" if spoken and spoken.question else kind_of(text[:LONGEST], self._sense(parent))
        return Piece(text, verbatim, reading, kind, speaker, context, points_of(text[:LONGEST]))

    def _context(self, parent):
        if parent and not _only_announces(parent):
            return parent
        outer = next((text for _, text, _ in reversed(self.parents) if not _only_announces(text)), "")
        return outer or self.heading

    def _sense(self, parent):
        """The line above that may tell the kind: "Members were worried about:", "What we like"."""
        if parent and not _only_announces(parent):
            return parent
        return self.heading if len(self.heading.split()) <= 6 else ""

    def _reading(self, whole, text, speaker, block, above):
        if wording.ACTION.match(whole) or (_is_task(whole, self.people.known) and not speaker):
            return "action"
        if wording.is_decision(whole):
            return "decision"
        if self._is_reply(whole, text, speaker):
            return "reply"
        if above in ("action", "decision", "reply"):
            return above
        if self.section in ("action", "decision", "reply") and not speaker:
            return "furniture" if wording.PROCEDURE.match(whole) else self.section
        if self._is_furniture(whole, block, speaker):
            return "furniture"
        return "comment"

    def _is_reply(self, whole, text, speaker):
        if wording.ASKED_AGAIN.match(text):
            return False
        answering = wording.ANSWERING.match(text)
        if wording.I_SAID.match(text):
            return True
        if wording.REPLY.match(text) or (answering and not re.match(wording.PEOPLE + r"\b", answering["who"], re.IGNORECASE)):
            return not re.match(rf"\W*(?:the )?{wording.PEOPLE} (?:explained|advised)", text, re.IGNORECASE) or "in response" in text.lower()
        asked = self.last and self.last.reading == "comment" and self.last.kind == "question"
        if asked and wording.AFTER_QUESTION.match(text):
            return True
        who = speaker or speakers.subject_of(text, self.people.known)
        return bool(who) and asked and re.sub(r" ?\(.*", "", who).lower() in self.people.officers and not text.endswith("?")

    def _is_furniture(self, whole, block, speaker):
        if speaker:
            names = self.section == "attendance" and _names_only(whole)
            return names or bool(wording.PROCEDURE.match(whole))
        if wording.META.match(whole) or wording.DATE_LINE.match(whole) or whole.lower() in speakers.GIVEN:
            return True
        if self.section == "attendance":
            return _names_only(whole) or not is_reported(whole)
        if self.section == "furniture" and not self._is_comment_all_the_same(whole):
            return True
        under_comments = block.role == "item" and bool(self.parents)
        if under_comments and is_reported(whole) and not re.search(r"apologies|declar|minutes|copies of which", whole, re.IGNORECASE):
            return False
        if wording.PROCEDURE.search(whole):
            return True
        return block.role == "" and self._is_preamble(whole, block)

    def _is_comment_all_the_same(self, whole):
        return bool(re.match(rf"\W*(?:{wording.PEOPLE}|it was|concerns?|there was)\b.*", whole, re.IGNORECASE)) and is_reported(whole) and not wording.PROCEDURE.search(whole)

    def _is_preamble(self, whole, block):
        """Names and dates before anything is said; what the officer told the meeting."""
        told = re.match(rf"\W*(?:(?-i:{wording.OFFICER}|[A-Z][a-z]+(?: [A-Z][\w’'-]+)?)) (?:outlined|updated|reported|presented|summari[sz]ed|set out|described|announced|reminded|informed)\b", whole) and not re.match(rf"\W*{wording.PEOPLE}\b", whole, re.IGNORECASE)
        return bool(told) or (self.last is None or self.last.reading == "heading") and _names_only(whole) and len(whole.split()) > 1 and "," in whole


# What stands in front of the words -------------------------------------------------------------


@dataclass(frozen=True)
class Spoken:
    length: int  # of the label, in the block's body
    who: str = ""
    question: bool = False
    answer: bool = False


def _label(block, known):
    body = block.body
    if found := speakers.QUESTION.match(body):
        return Spoken(found.end(), question=True)
    if (found := speakers.ANSWER.match(body)) and found.group().strip() not in ("A", "A.") or (found and "A." in found.group()):
        return Spoken(found.end(), answer=True)
    if wording.ACTION.match(body) or wording.META.match(body):
        return None
    if found := speakers.label_of(body, known):
        answered = (found["verb"] or "").strip() in ("responded", "replied", "answered")
        return Spoken(found.end(), found["who"].strip(), answer=answered)
    if found := speakers.COMMENT.match(body):
        return Spoken(found.end(), (found["who"] or "").strip() if (found["who"] or "").split()[:1] != ["the"] else "")
    return None


def _speaks(block, text, known):
    return bool(_label(block, known))


def _unlabelled(body, spoken):
    """The text, the speaker, and the reading where the label says it."""
    if not spoken or not mended(body[spoken.length :]):
        return mended(body), "", ""
    said = "reply" if spoken.answer else "comment" if spoken.question else ""
    return mended(body[spoken.length :]), spoken.who, said


LABELS = {
    "action": re.compile(r"^\W*(?:actions?(?: points?| items?)?|ap)\s*\d*[a-z]?\s*[:\-–—>]+\s*", re.IGNORECASE),
    "decision": re.compile(r"^(?!)"),
    "reply": re.compile(r"^(?!)"),
}


def _without_label(text, reading):
    """ "Action: TK to share slides" -> "TK to share slides"; "Action: RI" stays as it is."""
    rest = LABELS[reading].sub("", text)
    return rest if len(rest.split()) > 2 else text


def _titled(text):
    """Every Long Word Begins With a Capital."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    long = [word for word in words if len(word) > 3]
    return 2 <= len(words) <= 10 and len(long) > 1 and all(word[0].isupper() for word in long) and not re.search(r"[.!?,;]$|\t", text)


def _asks_the_room(text, after):
    """A question put to everybody heads the answers: "What do you like about Stockport?" """
    if after.role == "item":
        return True
    return after.role == "" and is_reported(after.text) and bool(re.match(r"\W*(?:what|how|where|which|who)\b.*\b(?:you|your|we|our)\b", text, re.IGNORECASE))


def _trimmed(text):
    return re.sub(r"\s*(?::[\s\-–—]*|[\-–—]+)$", "", text).strip()


def _trimmed_item(text):
    return re.sub(r"\s*[;,](?: and| or)?$", "", text)


def _is_task(text, known=frozenset()):
    """ "RI to chase TfGM"; not "Nowhere to do work experience"."""
    found = wording.TO_DO.match(text)
    return bool(found) and (speakers.is_person(found["who"], known) or bool(wording.DOER_BY_ROLE.fullmatch(found["who"])))


def _only_announces(text):
    """ "The following comments were made" gives its items no sense; "Members felt that:" does."""
    return bool(wording.LEAD_IN.search(text) or wording.PROCEDURE.search(text)) and kind_of(text) == "other"


# Several things in one block -------------------------------------------------------------------


def _parts(block, spoken, together, known):
    """Slices of the block that become pieces. A list item stays one piece unless it holds the council's
    answer, an action or a decision beside the comment; a paragraph is parted at each thing reported."""
    if spoken and (spoken.question or spoken.answer):
        return [block.body]
    parts = []
    sentences = sentences_of(block.body)
    for sentence in sentences if together else [clause for each in sentences for clause in clauses_of(each)]:
        if parts and not _begins_anew(mended(sentence), mended(parts[-1]), together, known):
            parts[-1] += sentence
        else:
            parts.append(sentence)
    return parts


def _begins_anew(sentence, before, together, known):
    if _stands_apart(before, known) == "reply" and not _stands_apart(sentence, known):
        return bool(wording.SPEAKS_AGAIN.match(sentence) or speakers.subject_of(sentence, known)) and is_reported(sentence)
    if _stands_apart(sentence, known) != _stands_apart(before, known):
        return bool(_stands_apart(sentence, known)) or _reported_anew(sentence)
    if together:
        return False
    return _reported_anew(sentence) or (bool(wording.PROCEDURE.search(before)) and not re.match(r"\W*(?:he|she|they|this|it|these)\b", sentence, re.IGNORECASE))


def _stands_apart(sentence, known):
    if wording.ACTION.match(sentence) or _is_task(sentence, known):
        return "action"
    if wording.is_decision(sentence):
        return "decision"
    if wording.REPLY.match(sentence) and not wording.ASKED_AGAIN.match(sentence) or wording.ANSWERING.match(sentence) and not re.match(wording.PEOPLE + r"\b", sentence, re.IGNORECASE):
        return "reply"
    return ""


def _reported_anew(sentence):
    if re.match(r"\W*(?:he|she|this|these|which|it (?:would|will|is|should|could))\b", sentence, re.IGNORECASE):
        return False
    return 0 <= reported_from(sentence) <= 90 and is_reported(sentence)
