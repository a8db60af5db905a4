"""Files made to harm a reader: their name -> what they are -> what makes their bytes."""

import base64
import random
import zipfile
import zlib

from tests.feedback.files import SHEET, WORD, paragraph, pdf, pdf_of_streams, replaced, word, workbook, zipped


def twice_packed_pdf():
    """A hundred megabytes behind two filters and a hundred kilobytes."""
    stream = zlib.compress(zlib.compress(b"(x) Tj " * 40_000_000, 9), 9)
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n" % len(stream) + stream + b"\nendstream",
        ]
    )


LAUGHS = (
    "<!DOCTYPE x ["
    + '<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def lying_word():
    """The table of contents says 100 bytes where 40 MB are packed."""
    data = word(paragraph("x" * 40_000_000))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    return data[: at + 24] + (100).to_bytes(4, "little") + data[at + 28 :]


def locked_zip():
    data = bytearray(word(paragraph("secret")))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


CELL = "<c {}t='inlineStr'><is><t>a</t></is></c>"
WORDS = f"<row>{CELL.format('')}</row>"


def sheet(rows):
    """A workbook whose only sheet holds these rows, as XML."""
    data = f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>'
    return replaced(workbook([["a"]]), "xl/worksheets/sheet1.xml", data)


def far_cell(row):
    return CELL.format(f"r='XFD{row}' ")


def far_rows():
    return sheet("".join(f"<row r='{n}'>{far_cell(n)}</row>" for n in range(1, 20_000)))


def locked_pdf():
    """Its words need a password; the keys are made up, so no password opens it."""
    locked = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"
    page = pdf_of_streams(b"BT /F1 9 Tf (secret) Tj ET")
    return page.replace(b"/Root 1 0 R", b"/Root 1 0 R/ID[<41><41>]/Encrypt " + locked)


def noise(size):
    """Letters that pack badly, so that no ratio gives them away."""
    return base64.b64encode(random.Random(1).randbytes(size * 3 // 4)).decode()


def empty_rows():
    return sheet(WORDS + "".join(f"<row r='{n}'/>" for n in range(2, 150_000)) + WORDS)


def far_words():
    return sheet(f"{WORDS}<row r='2000000000'>{CELL.format('')}</row>")


EMPTY_BOOK = workbook([["Comment"], ["a"]])
HELLO = paragraph("hello")


def many_pictures():
    return word("", more=[(f"word/media/{number}", bytes(30_000_000)) for number in range(10)])


def text_page(words):
    return pdf_of_streams(b"BT /F1 9 Tf " + words + b"ET")


def deep_tables():
    return word("<w:tbl><w:tr><w:tc>" * 60 + HELLO * 40_000 + "</w:tc></w:tr></w:tbl>" * 60)


def locked_odt():
    return zipped([("content.xml", "x"), ("META-INF/manifest.xml", "<m><encryption-data/></m>")])


FILES = {
    "notes.txt": {
        "nothing": lambda: b"",
        "a program called .txt": lambda: b"MZ\x90\x00" + bytes(5000),
        "text with NULs": lambda: b"Members welcomed\x00 the plan",
        "UTF-16 cut short": lambda: "Members welcomed".encode("utf-16")[:-1],
        "text of 200,000 lines": lambda: b"- a\n" * 200_000,
        "a file of 21 MB": lambda: b"hello " * 3_600_000,
    },
    "notes.docx": {
        "a zip of 60,000 entries": lambda: zipped([(f"{n}", "") for n in range(60_000)], zipfile.ZIP_STORED),
        "a zip that unpacks to 300 MB": many_pictures,
        "XML ten thousand deep": lambda: word("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000),
        "a document of 70,000 paragraphs": lambda: word("".join(paragraph(f"{n * n}") for n in range(70_000))),
        "tables in tables": deep_tables,
        "a few tables in tables": lambda: word("<w:tbl><w:tr><w:tc>" * 9 + HELLO + "</w:tc></w:tr></w:tbl>" * 9),
        "only blanks": lambda: b" \n \n",
        "a document of 40 MB in 40 KB": lambda: word(paragraph("x" * 40_000_000)),
        "a zip that lies about sizes": lying_word,
        "a million empty paragraphs": lambda: word("<w:p/>" * 3_000_000),
        "an entity from outside": lambda: word(paragraph("&e;"), OUTSIDE),
        "a billion laughs": lambda: word(paragraph("&a9;"), LAUGHS),
        "a locked Word file": lambda: OLD + "EncryptedPackage".encode("utf-16-le"),
        "an old Word file": lambda: OLD,
        "a zip with a password": locked_zip,
        "macros under another name": lambda: word(HELLO, more=[("word/vbaProject.bin", b"x")]),
        "a program called .docx": lambda: b"MZ\x90\x00" + bytes(5000),
        "a workbook called .docx": lambda: EMPTY_BOOK,
        "half a document": lambda: word(paragraph("hello " * 5000))[:-300],
        "a paragraph of 2 MB": lambda: word(paragraph(noise(2_000_000))),
        "a zip in a zip": lambda: zipped([("word/document.xml", word(HELLO))]),
        "a document without its words": lambda: zipped([("[Content_Types].xml", "<Types/>")]),
        "XML cut short": lambda: zipped([("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>')]),
    },
    "notes.odt": {
        "a locked odt": locked_odt,
        "laughs in an odt": lambda: zipped([("content.xml", LAUGHS + "<x>&a9;</x>")]),
        "a document called .odt": lambda: word(HELLO),
    },
    "notes.doc": {
        "a .doc": lambda: OLD,
    },
    "notes.docm": {
        "a .docm": lambda: word(HELLO),
    },
    "notes.xlsx": {
        "a style sheet of 20 MB": lambda: replaced(EMPTY_BOOK, "xl/styles.xml", "<a>" + "<a/>" * 5_000_000 + "</a>"),
        "laughs in a workbook": lambda: replaced(EMPTY_BOOK, "xl/workbook.xml", LAUGHS + "<a>&a9;</a>"),
        "a workbook of 100,000 columns": lambda: sheet('<row r="1">' + CELL.format("") * 100_000 + "</row>"),
        "macros in a workbook": lambda: zipped([("xl/workbook.xml", "<a/>"), ("xl/vbaProject.bin", b"x")]),
        "a document called .xlsx": lambda: word(HELLO),
        "half a workbook": lambda: EMPTY_BOOK[:2000],
        "a workbook of 16,000 columns": lambda: workbook([["a"] * 16_000, ["b"] * 16_000]),
        "rows at the far end of a sheet": far_rows,
        "a sheet of empty rows": empty_rows,
        "words in row two thousand million": far_words,
        "a comment that does not end": lambda: sheet(f"{WORDS}<!--{noise(2_000_000)}-->"),
        "a remark to a program that does not end": lambda: sheet(f"{WORDS}<?x {noise(2_000_000)}?>"),
        "a name that does not end": lambda: sheet(f"{WORDS}<row x='{noise(2_000_000)}'/>"),
        "an entity from outside": lambda: replaced(EMPTY_BOOK, "xl/workbook.xml", OUTSIDE + "<a>&e;</a>"),
    },
    "notes.pdf": {
        "a PDF of endless text": lambda: text_page(b"(hello there) Tj " * 4_000_000),
        "a PDF of endless lines": lambda: text_page(b"(hello there) Tj 0 -1 Td " * 2_000_000),
        "a picture called .pdf": lambda: b"\x89PNG\r\n\x1a\n" + bytes(5000),
        "a PDF with a password": locked_pdf,
        "half a PDF": lambda: b"%PDF-1.7\n1 0 obj\n<</Type/Catalog",
        "a PDF of pictures": lambda: pdf_of_streams(b"0 0 100 100 re f"),
        "a PDF of 280 MB in a few KB": twice_packed_pdf,
        "a PDF of 5,000 pages": lambda: pdf_of_streams(*[b"BT /F1 9 Tf (hello) Tj ET"] * 5000),
    },
    "notes.csv": {
        "a picture called .csv": lambda: b"\x89PNG\r\n\x1a\n" + bytes(5000),
        "table with NULs": lambda: b"Comment\nMembers\x00\n",
        "a table of 100,000 columns": lambda: b"a," * 100_000 + b"\n" + b"b," * 100_000,
        "a later row of 100,000 columns": lambda: b"Comment\nhello\n" + b"b," * 100_000 + b"b",
        "a table of 200,000 rows": lambda: b"Comment\n" + b"hello\n" * 200_000,
        "a cell that never ends": lambda: b'Comment\n"' + b"hello " * 100_000,
    },
    "notes.exe": {
        "a program": lambda: b"MZ",
    },
}
