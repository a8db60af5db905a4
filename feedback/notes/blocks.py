"""Lines -> paragraphs, list items and headings."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from feedback.notes.marks import Depths, mark_of
from feedback.notes.mending import mended
from feedback.notes.pieces import Line
from feedback.notes.procedure import META, is_page_number
from feedback.notes.speakers import label_of
from feedback.notes.wording import ACTION

LONGEST = 4_000  # letters; longer than any paragraph of minutes, short enough to search with patterns


@dataclass(frozen=True)
class Block:
    verbatim: str
    body: str  # the verbatim without its list mark
    role: str = ""  # heading, item, or what the file said
    level: int = 0  # of an item, from 1; paragraphs stand at 0
    counted: bool = False  # marked by a number or letter
    line: Line | None = None  # the line it was made from, where the file said more of it

    @cached_property
    def text(self):
        """The words without list mark and line breaks. Its first part is enough to tell what they are."""
        return mended(self.body[:LONGEST]) or mended(self.verbatim[:LONGEST])


def blocks_of(lines):
    """Lines of a whole file, or of one table: blank ones part paragraphs, wrapped ones are joined again."""
    return _with_levels(_grouped(_without_page_furniture(_with_rules(lines))))


# Page furniture --------------------------------------------------------------------------------


def _with_rules(lines):
    """Headings that a rule of dashes underlines, and Markdown's hashes."""
    ruled = []
    for line in lines:
        if ruled and re.fullmatch(r"\s*([-=_~*])\1{2,}\s*", line.words) and not line.role:
            title = ruled[-1]
            if (
                title.words.strip()
                and not title.role
                and not mark_of(title.words)
                and "=" in line.words + "=" * (len(title.words) < 80)
            ):
                ruled[-1] = replace(title, role="heading")
            ruled.append(replace(line, role="furniture"))
        elif not line.role and re.match(r"\s{0,3}#{1,6}\s", line.words):
            ruled.append(replace(line, role="heading"))
        else:
            ruled.append(line)
    return ruled


def _without_page_furniture(lines):
    """Page numbers and repeated headers become furniture, and step out of a sentence they interrupt."""
    repeated = _repeated(lines)
    kept = []
    for line in lines:
        if line.role or not (is_page_number(line.words) or _unnumbered(line.words) in repeated):
            kept.append(line)
        else:
            kept.append(replace(line, role="furniture"))
    return _stepped_out(kept)


def _repeated(lines):
    """Headers and footers: the same words three times, or twice beside page numbers."""
    seen = Counter(_unnumbered(line.words) for line in lines if len(line.words.strip()) > 3 and not line.role)
    pages = sum(is_page_number(line.words) for line in lines)
    if not pages:
        return set()
    return {
        words for words, times in seen.items() if times >= max(2, pages - 1) and not mark_of(words) and len(words) < 100
    }


def _unnumbered(words):
    return re.sub(r"\d+", "#", words).strip()


def _stepped_out(lines):
    stepped, waiting = [], []
    for line in lines:
        if line.role == "furniture" and (stepped or waiting) and _unfinished(stepped):
            waiting.append(line)
        elif waiting and not line.words.strip():
            continue
        elif waiting and re.match(r"\s*[a-z]", line.words) and not mark_of(line.words):
            while stepped and not stepped[-1].words.strip():
                stepped.pop()
            stepped.append(line)
        else:
            stepped += [*waiting, line]
            waiting = []
    return stepped + waiting


def _unfinished(lines):
    last = next((line.words for line in reversed(lines) if line.words.strip()), "")
    return bool(re.search(r"[\w,\-–)]\s*$", last)) and not any(line.role for line in lines[-1:])


# Wrapped lines ---------------------------------------------------------------------------------


def _grouped(lines):
    """Lists of lines that make one block."""
    width = _wrap_width(lines)
    groups, mark = [], None
    for line in lines:
        if not line.words.strip():
            groups.append([])
            continue
        found = mark_of(line.words, mark)
        mark = found or mark
        if not found and groups and groups[-1] and _goes_on(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [group for group in groups if group]


def _goes_on(group, line, width):
    last = group[-1]
    if line.role or group[0].role not in ("", "item") or _is_labelled(line.words) or label_of(line.words.strip()):
        return False
    if _bare_mark(last.words) or BARE_LABEL.fullmatch(last.words):
        return True
    here, before = line.words.strip(), last.words.rstrip()
    if re.search(r"\w-$", before) and here[:1].islower():
        return True
    lower = here[:1].islower() or here[:1] in "(,&'’“‘£" or here[:1].isdigit()
    if last.full is not None:
        unfinished = lower and not re.search(r"[.?!:;]$", before)
        opens = before.endswith((":", ":-")) and _indent(line.words) > _indent(last.words)
        return last.full >= (0.85 if unfinished else 0.99) and not opens
    if not width:
        hanging = _indent(line.words) > 0 and _indent(line.words) > _indent(group[0].words)
        return bool(hanging and mark_of(group[0].words) and not before.endswith((".", "?", "!", ":")))
    full = len(before) + 1 + len(here.split()[0])
    if lower and not re.search(r"[.?!:;]$", before):
        return full >= width * 0.6
    return full >= width * 0.93


BARE_LABEL = re.compile(r"\s*(?:[QA]\d{0,3}|Question ?\d{0,3}|Answer ?\d{0,3})\s*[:.]\s*")


def _is_labelled(words):
    """Whether a line begins something of its own: an action, a decision, the meeting's particulars."""
    words = words.strip()[:200]
    decided = re.match(r"^\W*(?:RESOLVED|AGREED)\b", words)
    return bool(decided or ACTION.match(words) or META.match(words)) or is_page_number(words)


def _bare_mark(words):
    found = mark_of(words)
    return bool(found and not words[len(found.sign) :].strip())


def _indent(words):
    return len(words.expandtabs(8)) - len(words.expandtabs(8).lstrip())


def _wrap_width(lines):
    """The length at which this file's lines were broken, or 0 where they were not.

    The sign of wrapping: lines that begin in lower case nearly all follow a long line that does not end
    a sentence. Jottings begin in lower case too, but after short lines.
    """
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if _could_join(a, b)]
    going_on = [len(a.words.rstrip()) for a, b in pairs if re.match(r"\s*[a-z]", b.words)]
    if not going_on:
        return 0
    width = max(going_on)
    long = [
        n
        for n, (a, _) in zip(going_on, _lower(pairs), strict=True)
        if n >= 0.7 * width and not re.search(r"[.?!:]$", a.words)
    ]
    return width if 30 <= width <= 180 and len(long) >= 0.7 * len(going_on) else 0


def _lower(pairs):
    return [(a, b) for a, b in pairs if re.match(r"\s*[a-z]", b.words)]


def _could_join(line, following):
    return bool(
        line.words.strip()
        and following.words.strip()
        and not line.role
        and not following.role
        and not mark_of(following.words)
    )


# Levels ----------------------------------------------------------------------------------------


def _with_levels(groups):
    depths, mark, blocks = Depths(), None, []
    for group in groups:
        first = group[0]
        verbatim = "\n".join(line.words for line in group).strip("\r\n")
        found = None if first.role in ("furniture", "heading", "cell") else mark_of(verbatim, mark)
        if found:
            mark = found
            level = max(depths.level_of(found), first.level)
            blocks.append(
                Block(verbatim, verbatim[len(found.sign) :], first.role or "item", level, found.counted, first)
            )
        else:
            if not first.role:
                depths.close()
            blocks.append(Block(verbatim, _without_hashes(verbatim), first.role, first.level, first.counted, first))
    return blocks


def _without_hashes(verbatim):
    """The words of a Markdown heading: "## Parks ##" is Parks."""
    return verbatim.strip().strip("#") if re.match(r"\s{0,3}#{1,6}\s", verbatim) else verbatim
