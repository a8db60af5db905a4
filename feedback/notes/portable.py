"""PDF: bytes -> lines, with the paragraphs that the page shows by its gaps, margins and indents."""

import json
import re
import statistics
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from feedback.notes import hostile
from feedback.notes.marks import mark_of
from feedback.notes.pdf_tables import Run, Table, on_line, with_tables
from feedback.notes.pieces import Line, Refused
from feedback.notes.tables import lines_of_table

WORKER = Path(__file__).with_name("pdf_worker.py")
WALL_SECONDS = 20  # the worker's own limit of processor time comes long before, unless the machine is very busy
SAID = {
    "locked": hostile.LOCKED,
    "damaged": hostile.DAMAGED,
    "big": hostile.TOO_BIG,
    "long": "This PDF has more than 200 pages. Save the pages that matter as a file of their own and try again.",
}
NO_TEXT = "There are no words in this PDF, only pictures of pages. Ask for the document it was made from."


def lines_of(data):
    if b"%PDF-" not in data[:1024]:
        raise Refused(hostile.NOT_THAT.format("a PDF"))
    pages = [with_tables([Run(*run) for run in page]) for page in _read(data)]
    if not any(pages):
        raise Refused(NO_TEXT)
    return _laid_out(pages)


def _read(data):
    command = [sys.executable, "-I", str(WORKER)]
    try:
        answer = subprocess.run(command, input=data, capture_output=True, timeout=WALL_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Refused(hostile.TOO_BIG) from None
    if answer.returncode or not answer.stdout:
        raise Refused(hostile.TOO_BIG)
    said = json.loads(answer.stdout)
    if "refused" in said:
        raise Refused(SAID[said["refused"]])
    return said["pages"]


def _laid_out(pages):
    """Lines with their indents as blanks, blank lines where the page has a gap, and how full each was."""
    pages = [_joined(page) for page in pages]
    repeated = _repeated(pages)
    runs = [run for page in pages for run in page if isinstance(run, Run) and _unnumbered(run) not in repeated]
    letter = statistics.median([(run.right - run.left) / len(run.words) for run in runs] or [5]) or 5
    measure = Measure(_margin(runs), max((run.right for run in runs), default=500), letter, repeated)
    lines = []
    for page in pages:
        if lines and not _runs_on(lines):
            lines.append(Line(""))
        lines += measure.lines(page)
    return _with_items(lines)


def _joined(page):
    """Runs of one line that no table holds, as one: a mark and its item, a name and a date."""
    joined = []
    for run in page:
        last = joined[-1] if joined else None
        if isinstance(last, Run) and isinstance(run, Run) and on_line(last, run) and run.left >= last.right:
            joined[-1] = replace(last, words=f"{last.words}\t{run.words}", right=run.right)
        else:
            joined.append(run)
    return joined


def _runs_on(lines):
    """Whether a sentence goes on over the page."""
    last = next((line for line in reversed(lines) if not line.role), None)
    return bool(last and last.full and last.full > 0.85 and not last.words.endswith((".", ":", ";", "?", "!")))


def _repeated(pages):
    """What stands at the top or the bottom of at least half the pages, page numbers aside."""
    ends = ({_unnumbered(run) for run in page[:3] + page[-3:] if isinstance(run, Run)} for page in pages)
    seen = Counter(words for page in ends for words in page)
    return {words for words, times in seen.items() if times >= max(2, len(pages) / 2)}


def _unnumbered(run):
    return re.sub(r"\d+", "#", run.words).strip()


@dataclass(frozen=True)
class Measure:
    """The page's measures, in points."""

    margin: float
    edge: float
    letter: float
    repeated: set

    def lines(self, page):
        step, before = _step(page), None
        for run, following in zip(page, [*page[1:], None], strict=True):
            if isinstance(run, Table):
                yield from lines_of_table(run.rows)
            else:
                yield from [Line("")] if isinstance(before, Run) and _gap(before, run) > 1.35 * step else []
                yield self._line(run, following)
            before = run

    def _line(self, run, following):
        if _unnumbered(run) in self.repeated and not mark_of(run.words):
            return Line(run.words, "furniture")
        indent = round(max(run.left - self.margin, 0) / self.letter)
        first = len(following.words.split()[0]) if isinstance(following, Run) else 5
        reached = run.right + (first + 1) * self.letter - self.margin
        return Line(" " * indent + run.words, full=reached / max(self.edge - self.margin, 1))


def _margin(runs):
    """Where most lines begin; the furthest left of the places where many do."""
    starts = [round(run.left) for run in runs]
    common = [start for start in set(starts) if starts.count(start) >= max(2, len(starts) * 0.1)]
    return min(common or starts or [0])


def _step(page):
    pairs = [(a, b) for a, b in zip(page, page[1:], strict=False) if isinstance(a, Run) and isinstance(b, Run)]
    steps = [_gap(a, b) for a, b in pairs if 0 < _gap(a, b) < 4 * max(a.size, 6)]
    return statistics.median_low(steps) if steps else 12


def _gap(before, run):
    return before.bottom - run.bottom


def _with_items(lines):
    """An indented line with no mark, after a lead-in or another such line: its bullet was a drawing."""
    shown, before, listed = [], Line(""), 0
    for line in lines:
        indent = len(line.words) - len(line.words.lstrip())
        if line.words.strip() and not line.role:
            if mark_of(line.words) or indent < max(2, listed - 1):
                listed = 0
            elif _begins(before) and (listed or _last_words(shown).endswith((":", ":-"))):
                listed = listed or indent
                line = replace(line, role="item", level=1 if indent < listed + 3 else 2)
            before = line
        shown.append(line)
    return shown


def _begins(before):
    """Whether the line after this one begins something new."""
    return (before.full or 0) < 0.85 or before.words.endswith((".", ":", ";", "?", "!", ":-"))


def _last_words(lines):
    return next((line.words.rstrip() for line in reversed(lines) if line.words.strip()), "")
