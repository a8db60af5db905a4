"""Tables of minutes: which column holds what. Rows of cells -> lines."""

import re

from feedback.notes.pieces import Line
from feedback.notes.procedure import DATE_LINE

COLUMNS = {
    "action": r"(?:agreed |key )?actions?\b.*|next steps?|to do|follow[- ]up|action points?.*",
    "owner": r"(?:action )?(?:owner|lead|by whom|who|whom|responsible|responsibility|assigned to"
    r"|initials|action by|for action|person.*)(?: officer| person)?",
    "due": r"by when|when|deadline|due(?: date)?|target(?: date)?|timescale|timeframe|status|rag"
    r"|progress|complete[d?]*|date due",
    "decision": r"decisions?|resolution|outcome",
    "reply": r"(?:council |officer |our |smbc )?(?:response|reply|answer)s?(?: given| from.*)?"
    r"|officers?['’]? (?:comments?|response)s?|council comments?",
    "speaker": r"(?:name|speaker|who said(?: it)?|raised by|said by|asked by|from|member|respondent"
    r"|organisation|group|attendee|contributor|person|who)",
    "topic": r"(?:agenda )?(?:items?|no\.?|ref\.?|reference|#|number)(?: no\.?)?|topics?|themes?"
    r"|subject|area|agenda(?: item)?|heading|table|big thing|section|priority|category",
    "question": r"questions?(?: raised| asked)?|quer(?:y|ies)",
    "concern": r"concerns?|challenges?|issues|barriers|weaknesses|what(?: is|['’]s) not working.*"
    r"|negatives?|dislikes?|threats?|worries|problems",
    "suggestion": r"suggestions?|ideas?|opportunities|improvements?|what could be better.*|solutions?"
    r"|requests?|asks",
    "support": r"strengths?|positives?|what(?: is|['’]s) (?:working|good).*|likes?|support",
    "comment": r"(?:key |main )?(?:comments?|feedback|discussions?|notes?|points?|minutes?|details?"
    r"|views?|issue|summary|what was said|what (?:we|people) (?:heard|said)|observations?"
    r"|responses?|points? raised|comments? made|discussion.*|feedback.*|comments?.*)",
    "kind": r"kind|type|sentiment|nature",
    "date": r"date|time|venue|timestamp|when|status",
}
COLUMN = {name: re.compile(r"^\W*(?:" + pattern + r")\W*$", re.IGNORECASE) for name, pattern in COLUMNS.items()}


def column_of(head):
    """What a column holds, by its head: a key of COLUMNS or ""."""
    return next((name for name, pattern in COLUMN.items() if pattern.match(head)), "")


def lines_of_table(rows, nested=None):
    """Lines of a table whose rows are lists of cells' words."""
    heads = [column_of(cell) for cell in rows[0]]
    if not _has_heads(rows, heads):
        return [line for row in rows for line in _plain_row(row)]
    heads = settled(heads)
    lines = [Line(cell, "furniture") for cell in rows[0] if cell.strip()]
    for row in rows[1:]:
        lines += _row(row, heads, rows[0])
    return lines


def _has_heads(rows, heads):
    filled = [cell for cell in rows[0] if cell.strip()]
    named = [head for head in heads if head]
    return (
        len(rows) > 1 and len(filled) > 1 and len(named) * 2 >= len(filled) and all(len(c.split()) <= 8 for c in filled)
    )


def settled(heads):
    """Who and when belong to the action where there is one; an answer needs something that it answers."""
    said = {"question", "comment", "concern", "suggestion"} & set(heads)
    if "action" in heads:
        heads = [
            "owner" if head == "speaker" and "owner" not in heads and heads.index("action") < place else head
            for place, head in enumerate(heads)
        ]
    else:
        heads = ["speaker" if head == "owner" else head for head in heads]
    return ["comment" if head == "reply" and not said else head for head in heads]


def _plain_row(row):
    """A row of a table used for layout: a short first cell is the heading of the rest."""
    cells = [cell for cell in row if cell.strip()]
    if any(DATE_LINE.match(cell) for cell in cells):
        yield Line("\t".join(cells), "furniture")
        return
    if len(cells) > 1 and len(cells[0].split()) <= 8 and len(cells[1].split()) > len(cells[0].split()):
        yield Line(cells[0], "heading")
        cells = cells[1:]
    for cell in cells:
        yield from _paragraphs(cell)


def _paragraphs(cell, **said):
    yield Line("")
    for words in cell.split("\n"):
        yield Line(words, **said)
    yield Line("")


def _row(row, heads, names):
    if re.fullmatch(r"[\s:|=-]*", "".join(row)):
        return [Line(" | ".join(row), "furniture")]
    cells = dict.fromkeys(COLUMNS, "")
    for head, cell in zip(heads, row, strict=False):
        cells[head] = f"{cells[head]}\t{cell}" if head in cells and cells[head] else cell
    return [*_topic(heads, row), *_said(heads, row, names, cells["speaker"].strip()), *_action(heads, row)]


def _topic(heads, row):
    words = [cell for head, cell in zip(heads, row, strict=False) if head in ("topic", "date") and cell.strip()]
    if words and any(head == "topic" for head in heads):
        yield Line("\t".join(words), "heading")
    else:
        yield from (Line(each, "furniture") for each in words)


def _said(heads, row, names, speaker):
    kinds = {"question", "concern", "suggestion", "support"}
    for place, cell in enumerate(row):
        head = heads[place] if place < len(heads) else ""
        if not cell.strip() or head in ("topic", "date", "action", "owner", "due"):
            continue
        if head == "speaker":
            yield from [Line(cell, "furniture")] if _nobody(heads) else []
        elif head in ("reply", "decision"):
            yield Line(cell, head)
        elif head in kinds:
            yield from _of_kind(cell, head, speaker, names[place])
        else:
            yield from _paragraphs(cell, speaker=speaker, is_said=bool(speaker) or "\n" not in cell.strip())


def _nobody(heads):
    return not {"comment", "question", "concern", "suggestion", "support"} & set(heads)


def _of_kind(cell, kind, speaker, name):
    for words in cell.split("\n"):
        if words.strip():
            yield Line(words, "comment", context=name.strip(), speaker=speaker, text=words.strip(), kind=kind)


def _action(heads, row):
    words = [cell.strip() for head, cell in zip(heads, row, strict=False) if head in ("action", "owner", "due")]
    task = next((cell.strip() for head, cell in zip(heads, row, strict=False) if head == "action"), "")
    if any(words):
        yield Line("\t".join(word for word in words if word), "action" if task or any(words) else "furniture")
