"""What Word has and python-docx has no word for: fields, bookmarks, descriptions, header rows."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm

ONE_PAGE = 25  # rows, of two lines at most


def element(name, /, **attributes):
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def add_paragraph(document, words, style):
    return in_style(document.add_paragraph(words), style)


def in_style(paragraph, name):
    """By the style's id: python-docx searches all styles twice for one that is named."""
    paragraph._p.style = name.replace(" ", "")
    return paragraph


def add_field_mark(paragraph, mark):
    paragraph.add_run()._r.append(element("fldChar", fldCharType=mark))


def add_instruction(paragraph, words):
    instruction = element("instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {words} "
    paragraph.add_run()._r.append(instruction)


def add_field(paragraph, words, shown):
    add_field_mark(paragraph, "begin")
    add_instruction(paragraph, words)
    add_field_mark(paragraph, "separate")
    paragraph.add_run(shown)
    add_field_mark(paragraph, "end")


def add_contents(document, title, headings):
    """A field with its entries in it already: they show, and lead to their headings, without being updated.

    Without page numbers, which only what lays the pages out can know; Word adds them when the field is updated.
    """
    add_paragraph(document, title, "Contents")
    for place, heading in enumerate(headings, 1):
        entry = add_paragraph(document, "", f"TOC {heading.level}")
        if place == 1:
            add_field_mark(entry, "begin")
            add_instruction(entry, 'TOC \\o "1-2" \\h \\z')
            add_field_mark(entry, "separate")
        add_link(entry, place, heading.text)
        if place == len(headings):
            add_field_mark(entry, "end")


def add_link(paragraph, place, words):
    link = element("hyperlink", anchor=bookmark_name(place), history=1)
    link.append(paragraph.add_run(words)._r)
    paragraph._p.append(link)


def add_bookmark(paragraph, place):
    first = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(first, element("bookmarkStart", id=place, name=bookmark_name(place)))
    paragraph._p.append(element("bookmarkEnd", id=place))


def bookmark_name(place):
    return f"_Toc{place:08d}"


def number_pages(footer, title):
    paragraph = footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(f"{title} · page ")
    add_field(paragraph, "PAGE", "1")


def describe_table(table, words, columns):
    """`columns`: their widths. LibreOffice goes by the cells', Word by the grid's."""
    table.style = "Table Grid"
    table.autofit = False
    table._tbl.tblPr.append(element("tblCaption", val=words))
    for column, width in zip(table.columns, columns, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def widths(shares, whole):
    return [Emu(int(whole * share / sum(shares))) for share in shares]


def fill_cells(table):
    """Leaves little beside the words, where there are many columns."""
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=Mm(0.8).twips, type="dxa"))
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)  # the order of these parts is prescribed


def repeat(row):
    """At the top of every page that the table goes on to."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def keep_whole(rows):
    """No row goes on on the next page, and a table goes there as a whole if one page can hold it; else its header does
    not stay behind.
    """
    for row in rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))
    followed = rows[:-1] if len(rows) <= ONE_PAGE else rows[:1]
    for paragraph in (cell.paragraphs[0] for row in followed for cell in row.cells):
        paragraph.paragraph_format.keep_with_next = True


def describe_picture(shape, words):
    shape._inline.docPr.set("descr", words)
    for side in "TBLR":
        shape._inline.set(f"dist{side}", "0")  # else LibreOffice moves it to the right, over the margin
