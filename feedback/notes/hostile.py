"""What is refused before anything is read: bombs, locks, macros, and files that are not what they are called.

Every limit is far above any minutes or survey export and far below what troubles a server.
"""

import io
import struct
import zipfile
import zlib
from xml.parsers import expat

from feedback.notes.pieces import Refused

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
MOST_ENTRIES = 2_000
LARGEST_DIRECTORY = MEGABYTE  # of the zip's own table of contents
LARGEST_UNPACKED = 60 * MEGABYTE
HIGHEST_RATIO = 120  # unpacked over packed; XML written by Word reaches about 25
RATIO_MATTERS_FROM = MEGABYTE
DEEPEST_XML = 120
LONGEST_ASIDE = 100_000  # letters of a comment, over which a reader that goes piece by piece begins again each time
MOST_ELEMENTS = 150_000  # of one part; a page of Word holds a few hundred

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DAMAGED = "This file is damaged or not complete. Open it where it was made, save it again and try again."
OLDER = "This is an older Office file. Save it as {} and try again."
TOO_BIG = "This file unpacks to far more than notes of a meeting could hold, so it was not opened."
LOCKED = "This file is protected with a password. Save a copy without one and try again."
MACROS = "This file holds macros, so it was not opened. Save it as a plain .docx, .xlsx or .odt and try again."
NOT_THAT = "This file is not what its name says. Check that it is the right one, save it as {} and try again."


def check_size(data):
    if not data.strip(b" \t\r\n\0"):
        raise Refused("This file is empty.")
    if len(data) > LARGEST_FILE:
        raise Refused("This file is larger than 20 MB. Split it, or paste the part that matters.")


def opened(data, kind):
    """The zip behind a .docx, .odt or .xlsx, after its table of contents has been looked through."""
    if data.startswith(OLD_OFFICE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise Refused(LOCKED if encrypted else OLDER.format(kind))
    if not data.startswith(b"PK"):
        raise Refused(NOT_THAT.format(kind))
    _check_directory(data)
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error, EOFError):
        raise Refused(DAMAGED) from None
    _check_entries(package)
    return package


def _check_directory(data):
    """Before Python reads it whole: a zip may list a million entries in a few megabytes."""
    at = data.rfind(b"PK\x05\x06")
    if at < 0 or len(data) < at + 22:
        raise Refused(DAMAGED)
    entries, size = struct.unpack("<HI", data[at + 10 : at + 16])
    if entries > MOST_ENTRIES or size > LARGEST_DIRECTORY:
        raise Refused(TOO_BIG)


def _check_entries(package):
    entries = package.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(LOCKED)
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise Refused(TOO_BIG)
    if any(_swells(entry) for entry in entries):
        raise Refused(TOO_BIG)
    if any(_runs(entry.filename.lower()) for entry in entries):
        raise Refused(MACROS)


def _swells(entry):
    return entry.file_size > RATIO_MATTERS_FROM and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1)


def _runs(name):
    return name.endswith(("vbaproject.bin", "vbadata.xml")) or name.startswith(("basic/", "scripts/"))


def part(package, name, largest=25 * MEGABYTE):
    """The bytes of one entry. Its declared size may be a lie, so no more than `largest` is unpacked."""
    try:
        with package.open(name) as stream:
            data = stream.read(largest + 1)
    except KeyError:
        raise Refused(DAMAGED) from None
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zlib.error):
        raise Refused(DAMAGED) from None
    if len(data) > largest:
        raise Refused(TOO_BIG)
    return data


def check_xml(data, most_elements=MOST_ELEMENTS, longest_aside=LARGEST_UNPACKED):
    """Refuse a document type (external entities, billion laughs), endless nesting, too many elements, long asides."""
    XmlCheck(most_elements, longest_aside).read(data)


class XmlCheck:
    def __init__(self, most_elements, longest_aside):
        self.most_elements, self.longest_aside = most_elements, longest_aside
        self.depth = self.elements = 0

    def read(self, data):
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._doctype
        parser.CommentHandler = self._aside
        parser.ProcessingInstructionHandler = lambda _, text: self._aside(text)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            parser.Parse(data, True)
        except expat.ExpatError:
            raise Refused(DAMAGED) from None

    def _doctype(self, *_):
        raise Refused("This file tries to load something from outside itself, so it was not opened.")

    def _aside(self, text):
        if len(text) > self.longest_aside:
            raise Refused(TOO_BIG)

    def _start(self, _, values):
        self._aside("".join(values.values()))
        self.depth += 1
        self.elements += 1
        if self.depth > DEEPEST_XML or self.elements > self.most_elements:
            raise Refused(TOO_BIG)

    def _end(self, _):
        self.depth -= 1
