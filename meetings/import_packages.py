"""The zipped files of office programs, opened with care: what could hold a server is refused with a sentence. Pure."""

import io
import zipfile
import zlib
from xml.etree import ElementTree
from xml.parsers import expat

MEGABYTE = 1024 * 1024
LARGEST_FILE = 5 * MEGABYTE
LARGEST_UNPACKED = 60 * MEGABYTE
MOST_COLUMNS = 40
MOST_ENTRIES = 2_000
MOST_ELEMENTS = 300_000  # of one part; a row of a table holds a few dozen
DEEPEST = 120
LONGEST_ASIDE = 100_000  # letters of a comment, over which a reader that goes piece by piece begins again each time

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLDER = "This is an older Office file, or one with a password. Save it as .docx or .xlsx without one and try again."
DAMAGED = "This file is damaged, or is not what its name says. Open it where it was made, save it again and try again."
TOO_BIG = "This file holds far more than a schedule could, so it was not opened. Paste the part that matters."
REACHES_OUT = "This file tries to load something from outside itself, so it was not opened."
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    LookupError,
)


class Refused(Exception):
    """Why a list is not read, as the page says it."""


def opened(data):
    """The zip, after a look at what it claims to hold; no entry unpacks to more than it claims."""
    if data.startswith(OLD_OFFICE):
        raise Refused(OLDER)
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except UNREADABLE:
        raise Refused(DAMAGED) from None
    entries = package.infolist()
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise Refused(TOO_BIG)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(OLDER)
    return package


def check_parts(package):
    """All its XML, before a library reads it that would not look itself."""
    for name in package.namelist():
        if name.endswith((".xml", ".rels")):
            check_xml(part(package, name))


def tree(package, name):
    data = part(package, name)
    check_xml(data)
    return ElementTree.fromstring(data)


def part(package, name):
    try:
        return package.read(name)
    except UNREADABLE:
        raise Refused(DAMAGED) from None


def check_xml(data):
    """Refuse a document type (outside entities, entities that grow), too many elements, endless nesting and asides."""
    found = {"elements": 0, "depth": 0}

    def doctype(*_):
        raise Refused(REACHES_OUT)

    def aside(text):
        if len(text) > LONGEST_ASIDE:
            raise Refused(TOO_BIG)

    def start(_, values):
        found["elements"] += 1
        found["depth"] += 1
        aside("".join(values.values()))
        if found["elements"] > MOST_ELEMENTS or found["depth"] > DEEPEST:
            raise Refused(TOO_BIG)

    def end(_):
        found["depth"] -= 1

    parser = expat.ParserCreate()
    parser.CommentHandler, parser.ProcessingInstructionHandler = aside, lambda _, text: aside(text)
    parser.StartDoctypeDeclHandler, parser.StartElementHandler, parser.EndElementHandler = doctype, start, end
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise Refused(DAMAGED) from None
