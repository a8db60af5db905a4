"""Text and Markdown: bytes -> lines."""

import codecs
import re

from feedback.notes.pieces import Line, Refused
from feedback.notes.printable import printable
from feedback.notes.tables import lines_of_table

LARGEST_TEXT = 1_000_000  # letters, about 350 pages
TOO_LONG = "This text is longer than notes of meetings could be. Split it, or paste the part that matters."
BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def text_of(data, longest=LARGEST_TEXT):
    """The text of a file saved by Notepad, Word or a web page: UTF-8, UTF-16 with its mark, or Windows'."""
    encoding = next((name for bom, name in BOMS.items() if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = _windows(data, encoding)
    return checked(text, longest)


def _windows(data, encoding):
    if encoding != "utf-8":
        raise Refused("This text file is damaged: its last part is missing or unreadable.")
    return data.decode("cp1252", errors="replace")


def checked(text, longest=LARGEST_TEXT):
    if len(text) > longest:
        raise Refused(TOO_LONG)
    controls = len(re.findall(r"[\x01-\x08\x0e-\x1a\x7f\ufffd]", text))
    if "\0" in text or controls > 10 + len(text) // 100:
        raise Refused("This is not a text file. Save the notes as text or Word and try again.")
    return printable(text)


def lines_of(text):
    """Lines of a text, however long its paragraphs."""
    text = re.sub(r"\n{3,}", "\n\n", text)
    return with_tables([Line(words) for words in re.split(r"[\n\f\v\x1c-\x1e\x85\u2028\u2029]", text)])


def with_tables(lines):
    """The lines, where rows of cells that follow each other are read as a table."""
    read, table = [], []
    for line in lines:
        cells = [] if line.role else _cells(line.words)
        if table and (not cells or abs(len(cells) - len(table[-1])) > 2):
            read += _table_or_lines(table)
            table = []
        if cells:
            table.append(cells)
        else:
            read.append(line)
    return read + (_table_or_lines(table) if table else [])


def _cells(words):
    """The cells of a row parted by bars or tabs, blanks kept."""
    if words.strip().startswith("|") and words.count("|") > 1:
        return words.strip().strip("|").split("|")
    cells = words.split("\t")
    marked = len(cells[0].strip()) < 6 and not cells[0].strip().isalpha()
    return cells if sum(bool(cell.strip()) for cell in cells) > 1 and not marked else []


def _table_or_lines(rows):
    if len(rows) < 2:
        return [Line("\t".join(row)) for row in rows]
    return lines_of_table(rows)
