"""Files made to harm a reader: what it is -> (the file's name, its bytes)."""

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
            b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n" % len(stream)
            + stream
            + b"\nendstream",
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


FILES = {
    "nothing": lambda: ("notes.txt", b""),
    "only blanks": lambda: ("notes.docx", b" \n \n"),
    "a zip of 60,000 entries": lambda: ("notes.docx", zipped([(f"e{n}", "") for n in range(60_000)], zipfile.ZIP_STORED)),
    "a zip that unpacks to 300 MB": lambda: ("notes.docx", word("", more=[(f"word/media/{n}", bytes(30_000_000)) for n in range(10)])),
    "a document of 40 MB in 40 KB": lambda: ("notes.docx", word(paragraph("x" * 40_000_000))),
    "a zip that lies about sizes": lambda: ("notes.docx", lying_word()),
    "a million empty paragraphs": lambda: ("notes.docx", word("<w:p/>" * 3_000_000)),
    "a style sheet of 20 MB": lambda: ("notes.xlsx", replaced(workbook([["Comment"], ["a"]]), "xl/styles.xml", "<styleSheet>" + "<a/>" * 5_000_000 + "</styleSheet>")),
    "an entity from outside": lambda: ("notes.docx", word(paragraph("&e;"), OUTSIDE)),
    "a billion laughs": lambda: ("notes.docx", word(paragraph("&a9;"), LAUGHS)),
    "laughs in a workbook": lambda: ("notes.xlsx", replaced(workbook([["Comment"], ["a"]]), "xl/workbook.xml", LAUGHS + "<workbook>&a9;</workbook>")),
    "laughs in an odt": lambda: ("notes.odt", zipped([("content.xml", LAUGHS + "<x>&a9;</x>")])),
    "XML ten thousand deep": lambda: ("notes.docx", word("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000)),
    "a locked Word file": lambda: ("notes.docx", OLD + "EncryptedPackage".encode("utf-16-le")),
    "an old Word file": lambda: ("notes.docx", OLD),
    "a .doc": lambda: ("notes.doc", OLD),
    "a zip with a password": lambda: ("notes.docx", locked_zip()),
    "a locked odt": lambda: ("notes.odt", zipped([("content.xml", "x"), ("META-INF/manifest.xml", "<m><encryption-data/></m>")])),
    "a .docm": lambda: ("notes.docm", word(paragraph("hello"))),
    "macros under another name": lambda: ("notes.docx", word(paragraph("hello"), more=[("word/vbaProject.bin", b"x")])),
    "macros in a workbook": lambda: ("notes.xlsx", zipped([("xl/workbook.xml", "<a/>"), ("xl/vbaProject.bin", b"x")])),
    "a program called .docx": lambda: ("notes.docx", b"MZ\x90\x00" + bytes(5000)),
    "a program called .txt": lambda: ("notes.txt", b"MZ\x90\x00" + bytes(5000)),
    "a picture called .pdf": lambda: ("notes.pdf", b"\x89PNG\r\n\x1a\n" + bytes(5000)),
    "a picture called .csv": lambda: ("notes.csv", b"\x89PNG\r\n\x1a\n" + bytes(5000)),
    "a workbook called .docx": lambda: ("notes.docx", workbook([["Comment"], ["a"]])),
    "a document called .xlsx": lambda: ("notes.xlsx", word(paragraph("hello"))),
    "a document called .odt": lambda: ("notes.odt", word(paragraph("hello"))),
    "a program": lambda: ("notes.exe", b"MZ"),
    "half a document": lambda: ("notes.docx", word(paragraph("hello " * 5000))[:-300]),
    "half a workbook": lambda: ("notes.xlsx", workbook([["Comment"], ["a"]])[:2000]),
    "XML cut short": lambda: ("notes.docx", zipped([("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>')])),
    "text with NULs": lambda: ("notes.txt", b"Members welcomed\x00 the plan"),
    "table with NULs": lambda: ("notes.csv", b"Comment\nMembers\x00\n"),
    "UTF-16 cut short": lambda: ("notes.txt", "Members welcomed".encode("utf-16")[:-1]),
    "a table of 100,000 columns": lambda: ("notes.csv", b"a," * 100_000 + b"\n" + b"b," * 100_000),
    "a later row of 100,000 columns": lambda: ("notes.csv", b"Comment\nhello\n" + b"b," * 100_000 + b"b"),
    "a workbook of 16,000 columns": lambda: ("notes.xlsx", workbook([["a"] * 16_000, ["b"] * 16_000])),
    "a workbook of 100,000 columns": lambda: ("notes.xlsx", replaced(workbook([["a"]]), "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{SHEET}"><sheetData><row r="1">' + '<c t="inlineStr"><is><t>a</t></is></c>' * 100_000 + "</row></sheetData></worksheet>")),
    "a table of 200,000 rows": lambda: ("notes.csv", b"Comment\n" + b"hello\n" * 200_000),
    "a cell that never ends": lambda: ("notes.csv", b'Comment\n"' + b"hello " * 100_000),
    "rows at the far end of a sheet": lambda: ("notes.xlsx", replaced(workbook([["a"]]), "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{SHEET}"><sheetData>' + "".join(f'<row r="{n}"><c r="XFD{n}" t="inlineStr"><is><t>a</t></is></c></row>' for n in range(1, 20_000)) + "</sheetData></worksheet>")),
    "a PDF with a password": lambda: ("notes.pdf", locked_pdf()),
    "half a PDF": lambda: ("notes.pdf", b"%PDF-1.7\n1 0 obj\n<</Type/Catalog"),
    "a PDF of pictures": lambda: ("notes.pdf", pdf_of_streams(b"0 0 100 100 re f")),
    "a PDF of 280 MB in a few KB": lambda: ("notes.pdf", twice_packed_pdf()),
    "a PDF of endless text": lambda: ("notes.pdf", pdf_of_streams(b"BT /F1 9 Tf " + b"(hello there) Tj " * 4_000_000 + b"ET")),
    "a PDF of endless lines": lambda: ("notes.pdf", pdf_of_streams(b"BT /F1 9 Tf " + b"(hello there) Tj 0 -1 Td " * 2_000_000 + b"ET")),
    "a document of 70,000 paragraphs": lambda: ("notes.docx", word("".join(paragraph(f"{n * n}") for n in range(70_000)))),
    "tables in tables": lambda: ("notes.docx", word("<w:tbl><w:tr><w:tc>" * 60 + paragraph("hello") * 40_000 + "</w:tc></w:tr></w:tbl>" * 60)),
    "text of 200,000 lines": lambda: ("notes.txt", b"- a\n" * 200_000),
    "a PDF of 5,000 pages": lambda: ("notes.pdf", pdf_of_streams(*[b"BT /F1 9 Tf (hello) Tj ET"] * 5000)),
    "a file of 21 MB": lambda: ("notes.txt", b"hello " * 3_600_000),
}  # fmt: skip


def locked_pdf():
    """Its words need a password; the keys are made up, so no password opens it."""
    locked = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"
    page = pdf_of_streams(b"BT /F1 9 Tf (secret) Tj ET")
    return page.replace(b"/Root 1 0 R", b"/Root 1 0 R/ID[<41><41>]/Encrypt " + locked)
