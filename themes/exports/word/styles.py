"""How the Word document looks: all of it in named styles, so that a person can change it in one place."""

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from themes.exports.word.properties import LANGUAGE

TEXT_WIDTH = Mm(166)
INK, ACCENT, GREY = RGBColor(0x0B, 0x0C, 0x0C), RGBColor(0x00, 0x62, 0x5D), RGBColor(0x48, 0x49, 0x49)
FONT, RULE = "Arial", "B1B4B6"
HEADINGS = {"Title": 26, "Heading 1": 18, "Heading 2": 14, "Heading 3": 12}  # points

# Paragraph styles of our own: {name: (size in points, colour, bold, left indent in mm)}
OWN = {
    "Note": (9, GREY, False, 0),
    "Warning": (11, INK, True, 0),
    "Proof": (9, GREY, False, 6.3),
    "Answer": (10, INK, False, 6.3),
    "Table text": (10, INK, False, 0),
    "Small table text": (8, INK, False, 0),
    "TOC 1": (11, INK, False, 0),
    "TOC 2": (10, INK, False, 6),
    "Contents": (18, ACCENT, True, 0),  # looks like a heading, but is not in the contents
}
# {name: points before and after}
SPACES = {
    "Normal": (0, 7),
    "Title": (0, 12),
    "Heading 1": (24, 4),
    "Heading 2": (12, 4),
    "Heading 3": (12, 4),
    "Contents": (24, 6),
    "TOC 1": (3, 3),
    "TOC 2": (0, 2),
    "Note": (0, 4),
    "Warning": (0, 8),
    "List Bullet": (0, 1),
    "Proof": (0, 4),
    "Answer": (0, 4),
    "Table text": (3, 3),
    "Small table text": (3, 3),
}
KEPT_WITH_NEXT = ["Note", "Caption"]  # they say something of what follows


def dress(document):
    page(document.sections[0])
    speak_english(document.styles)
    restyle(document.styles)
    for name, values in OWN.items():
        add_style(document.styles, name, *values)
    for name, (before, after) in SPACES.items():
        spaced = document.styles[name].paragraph_format
        spaced.space_before, spaced.space_after = Pt(before), Pt(after)
    for name in KEPT_WITH_NEXT:
        document.styles[name].paragraph_format.keep_with_next = True
    for name in ("TOC 1", "TOC 2"):
        room_for_page_numbers(document.styles[name])


def restyle(styles):
    """Those that python-docx's template has."""
    font(styles["Normal"], 11, INK)
    for name, size in HEADINGS.items():
        font(styles[name], size, ACCENT, bold=True)
    without_rule(styles["Title"])
    font(styles["Caption"], 10, INK, bold=True)
    font(styles["Quote"], 10, INK)
    styles["Quote"].paragraph_format.left_indent = Mm(12)
    rule_rows(styles["Table Grid"])


def room_for_page_numbers(style):
    style.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def page(section):
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)


def speak_english(styles):
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def font(style, size, colour, bold=False):
    style.font.name, style.font.size, style.font.bold, style.font.color.rgb = FONT, Pt(size), bold, colour
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)  # it would win over the name


def without_rule(style):
    border = style.element.pPr.find(qn("w:pBdr"))
    if border is not None:
        style.element.pPr.remove(border)


def rule_rows(style):
    """Thin lines between the rows, and none between the columns."""
    for border in style.element.find(qn("w:tblPr")).find(qn("w:tblBorders")):
        between_columns = border.tag in (qn("w:left"), qn("w:right"), qn("w:insideV"))
        border.set(qn("w:val"), "nil" if between_columns else "single")
        border.set(qn("w:color"), RULE)


def add_style(styles, name, size, colour, bold, indent):
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    font(style, size, colour, bold)
    style.paragraph_format.left_indent = Mm(indent)
