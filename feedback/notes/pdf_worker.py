"""Reads a PDF from standard input and prints its lines as JSON. Run by portable.py as a process of its own.

A PDF can make any reader work for hours or fill the memory, so this one works under limits that the system
keeps: when they are reached, the process ends and the server has not noticed.
"""

import ctypes
import json
import re
import resource
import sys

import pypdfium2
import pypdfium2.raw as pdfium

SECONDS = 2  # of processor time
MEMORY = 250 * 1024 * 1024  # bytes of address space; minutes of 200 pages take 35 MB
MOST_PAGES = 200
MOST_CHARACTERS = 2_000_000
WIDE_GAP = 0.9  # a blank wider than so much of the font's size parts two cells of a table

# As in printable.py, of which this program knows nothing; but for the two that end a line within a word.
UNPRINTABLE = re.compile("[\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\uffff]")


def main():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        answer = read(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        answer = {"refused": "locked" if "assword" in str(error) else "damaged"}
    except MemoryError:
        answer = {"refused": "big"}
    json.dump(answer, sys.stdout)


def read(data):
    document = pypdfium2.PdfDocument(data)
    if len(document) > MOST_PAGES:
        return {"refused": "long"}
    pages, characters = [], 0
    for page in document:
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > MOST_CHARACTERS:
            return {"refused": "big"}
        pages.append(list(lines_of(text)))
        text.close()
        page.close()
    return {"pages": pages}


def lines_of(text):
    """[words, left, right, bottom, height] of each run of words on a line, in points."""
    line = []
    for place, sign in signs_of(text):
        if sign in "\r\n":
            yield from runs(text, line)
            line = []
        elif sign in "\x02\ufffe":
            yield from runs(text, [*line, (place, "-")]) if line else ()
            line = []
        else:
            line.append((place, sign))
    yield from runs(text, line)


def signs_of(text):
    for place in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, place)
        yield place, chr(code) if 0 < code < 0x110000 and not UNPRINTABLE.match(chr(code)) else "\ufffd"


def runs(text, line):
    """A line, parted where a wide blank shows that another cell of a table begins."""
    run = []
    for number, (place, sign) in enumerate(line):
        inside = 0 < number < len(line) - 1
        if sign == " " and inside and run and is_wide(text, line[number - 1][0], line[number + 1][0]):
            yield from measured(text, run)
            run = []
        else:
            run.append((place, sign))
    yield from measured(text, run)


def is_wide(text, before, after):
    return box(text, after)[0] - box(text, before)[2] > WIDE_GAP * (pdfium.FPDFText_GetFontSize(text, before) or 10)


def measured(text, run):
    solid = [place for place, sign in run if not sign.isspace()]
    if solid:
        left, bottom, _, _ = box(text, solid[0])
        size = pdfium.FPDFText_GetFontSize(text, solid[0]) or 10
        yield ["".join(sign for _, sign in run).strip(), left, box(text, solid[-1])[2], bottom, size]


def box(text, place):
    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges
    pdfium.FPDFText_GetCharBox(text, place, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


if __name__ == "__main__":
    main()
