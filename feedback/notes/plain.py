"""Text and Markdown: bytes -> lines."""

import codecs
import re

from feedback.notes.pieces import Line, Refused
from feedback.notes.tables import lines_of_table

BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def text_of(data):
    """The text of a file saved by Notepad, Word or a web page: UTF-8, UTF-16 with its mark, or Windows'."""
    encoding = next((name for bom, name in BOMS.items() if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = _windows(data, encoding)
    return _checked(text)


def _windows(data, encoding):
    if encoding != "utf-8":
        raise Refused("This text file is damaged: its last part is missing or unreadable.")
    return data.decode("cp1252", errors="replace")


def _checked(text):
    controls = len(re.findall(r"[\x01-\x08\x0e-\x1a\x7f\ufffd]", text))
    if "\0" in text or controls > 10 + len(text) // 100:
        raise Refused("This is not a text file. Save the notes as text or Word and try again.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def lines_of(text):
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
    if re.match(r"\s*\|.*\|", words):
        return words.strip().strip("|").split("|")
    if words.count("\t") and re.search(r"\S\s*\t\s*\S", words) and not re.match(r"\s*(?:\S{1,5}|\W+)\t", words):
        return words.strip("\n").split("\t")
    return []


def _table_or_lines(rows):
    if len(rows) < 2:
        return [Line("\t".join(row)) for row in rows]
    return lines_of_table(rows)
