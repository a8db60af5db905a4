"""Small files of every format, made from code."""

import io
import zipfile
import zlib

import openpyxl

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def zipped(entries, method=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as package:
        for name, data in entries:
            package.writestr(name, data)
    return packed.getvalue()


def word(body, prolog="", more=()):
    document = f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", document), *more])


def paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def workbook(rows):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def replaced(package, name, data):
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        return zipped([(each, data if each == name else old.read(each)) for each in old.namelist()])


def pdf(objects, trailer=b""):
    """A PDF of numbered objects; the first is the catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, start)


def pdf_of_streams(*streams):
    """A PDF with a page for each content stream, packed."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(streams), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for n, stream in enumerate(streams):
        packed = zlib.compress(stream, 9)
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (5 + 2 * n),
            b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream",
        ]
    return pdf(objects)


def pdf_of_lines(pages):
    """A PDF whose pages are lists of (left edge, words); a line without words is a gap."""
    return pdf_of_streams(*(_drawn(page) for page in pages))


def _drawn(page):
    drawn, height = [], 790
    for left, words in page:
        drawn.append(f"1 0 0 1 {left} {height} Tm ({words}) Tj")
        height -= 14
    return ("BT /F1 11 Tf " + "\n".join(drawn) + " ET").encode("cp1252")
