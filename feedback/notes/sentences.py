"""Sentences of a paragraph, and the points a sentence makes."""

import re

from feedback.notes.kinds import is_reported, reported_from
from feedback.notes.mending import mended

END = re.compile(r"[.?!][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9£])")
ABBREVIATION = re.compile(
    r"(?:\b(?:Cllr|Cllrs|Mr|Mrs|Ms|Dr|Prof|Rev|Sgt|Insp|Supt|St|Rd|Ave|No|Nos|Fr|Hon|vs|etc|approx"
    r"|e\.g|i\.e|eg|ie|para|"
    r"p|pp|cf|c|Dept|Ltd|Inc|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|a\.m|p\.m)|(?<![\w.])[A-Z])\.$"
)
GOES_ON = re.compile(
    r"^(?:this|that|these|those|which|because|so|such|for example|for instance|e\.g|i\.e|it would"
    r"|it will|it is|it['’]s|"
    r"he|she|they|their|as a result|otherwise|therefore|hence|if so|in particular|especially"
    r"|please|and|or|but|again|"
    r"thanks|the same|both|here|there is also)\b",
    re.IGNORECASE,
)


def sentences_of(words):
    """Slices of the words, blanks and line breaks kept, so that they join up to the whole again."""
    slices, start = [], 0
    for end in END.finditer(words):
        if not ABBREVIATION.search(words[max(0, end.start() - 12) : end.start() + 1]) or words[end.start()] != ".":
            slices.append(words[start : end.end()])
            start = end.end()
    if words[start:].strip() or not slices:
        slices.append(words[start:])
    return slices


def clauses_of(sentence):
    """Slices of a sentence that semicolons run together: "welcomed the plan; asked about the cost"."""
    slices, start = [], 0
    for end in re.finditer(r";\s+", sentence):
        if 0 <= reported_from(sentence[end.end() :]) < 30 and is_reported(sentence[start : end.start()]):
            slices.append(sentence[start : end.end()])
            start = end.end()
    return [*slices, sentence[start:]]


def points_of(text):
    """The points one comment could be split into: none when it makes only one."""
    points = []
    for sentence in sentences_of(text):
        clauses = _clauses(mended(sentence))
        if points and _continues(clauses[0]):
            points[-1] = f"{points[-1]} {clauses[0]}"
            clauses = clauses[1:]
        points += clauses
    return tuple(points) if len(points) > 1 else ()


def _continues(sentence):
    if re.match(r"(?:it was|there was|there were)\b", sentence, re.IGNORECASE):
        return False
    return bool(GOES_ON.match(sentence)) or len(sentence.split()) < 4


JOINT = re.compile(
    r"(?:,|;)?\s+(?:and|but|while|whilst|although|however)(?:,)?(?: (?:also|then|further|they|some"
    r"|others|it was))?\s+"
    r"(?=(?:(?:also|were|was|that|they|some|others|strongly|further) )*"
    r"(?:welcomed|supported|highlighted|commented|noted|suggested|requested|asked|queried"
    r"|questioned|raised|expressed|"
    r"reiterated|felt|stressed|emphasi[sz]ed|proposed|recommended|urged|praised|commended|sought"
    r"|called for|wanted|"
    r"thanked|stated|said|pointed out|added|wondered|worried|concerned|objected|criticised|opposed|endorsed|"
    r"recogni[sz]ed|acknowledged|liked|disliked|applauded|encouraged)\b)"
)


def _clauses(sentence):
    """ "Members welcomed A and asked for B" makes two points; the second takes the first one's subject."""
    clauses, start = [], 0
    for joint in JOINT.finditer(sentence):
        if is_reported(sentence[start : joint.start()]) and len(sentence[start : joint.start()].split()) > 3:
            clauses.append(sentence[start : joint.start()])
            start = joint.end()
    clauses.append(sentence[start:])
    subject = _subject(clauses[0])
    return [clauses[0], *(_sentence(subject, clause) for clause in clauses[1:])]


def _subject(clause):
    subject = clause[: max(reported_from(clause), 0)].strip()
    impersonal = re.match(r"(?:it|there)\b", subject, re.IGNORECASE)
    return "" if impersonal or len(subject.split()) > 5 else re.sub(r"\s+(?:was|were|also|had|have)$", "", subject)


def _sentence(subject, clause):
    whole = f"{subject} {clause}".strip()
    return whole[:1].upper() + whole[1:]
