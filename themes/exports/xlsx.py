"""The spreadsheet: a sheet of comments and one of each of the report's tables. All text is text, nothing is hidden.

Rows are written out as they come (constant_memory), so a sheet is filled from the top down and never gone back to.
"""

import io
from datetime import datetime, time

from themes.exports import tables
from themes.report.rows import COLUMNS

WIDTHS = {
    "Words": 80,
    "Words as taken down": 80,
    "Quotes": 60,
    "Key point": 60,
    "Response": 40,
    "Theme": 24,
    "Meeting": 32,
    "What it means": 90,
    "It says": 90,
    "Name": 28,
    "What": 40,
}
USUAL = 18  # characters
NARROW = {"Reference", "Comments", "Meetings", "Audiences", "Number", "Status", "Kind", "By", "First day", "Last day"}
LINE, HIGHEST = 15, 409  # points; no row can be higher
OFTEN = 2_000  # rows
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render(report, comments=None):
    file = io.BytesIO()
    write(report, comments, file)
    return file.getvalue()


def write(report, comments, file):
    for _ in writing(report, comments, file):
        pass


def writing(report, comments, file):
    """`comments` is an iterator of tuples as COLUMNS, or None: no such sheet.

    Yields how many comments are written, now and again; the file is whole when it ends.
    """
    import xlsxwriter

    workbook = xlsxwriter.Workbook(file, OPTIONS)
    made = datetime.combine(report.made_on, time())
    workbook.set_properties({"title": report.title, "author": "", "comments": "", "created": made})
    formats = {
        "head": workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "text": workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        "number": workbook.add_format({"num_format": "#,##0", "valign": "top"}),
    }
    sheets = {name: (columns, found) for name, (columns, rows) in SHEETS.items() if (found := rows(report))}
    if comments is not None:
        sheets["Comments"] = COLUMNS, comments
    sheets["What the columns mean"] = MEANINGS, meanings(sheets)
    for name, (columns, rows) in sheets.items():
        filled = filling(workbook.add_worksheet(name), list(columns), rows, formats)
        yield from (number for number in filled if name == "Comments")
    workbook.close()


def about_and_figures(report):
    return [*tables.about(report), *tables.figures(report), *tables.ledger(report)]


ABOUT = {"What": "What this file is, and each figure of the report.", "It says": "The words, or the number."}
MEANINGS = {"Sheet": "", "Column": "", "What it means": ""}
SHEETS = {
    "About": (ABOUT, about_and_figures),
    "Key points": (tables.POINTS, tables.points),
    "Meetings": (tables.MEETINGS, tables.meetings),
    "Organisations": (tables.ORGANISATIONS, tables.organisations),
    "Coverage": (tables.COVERAGE, tables.coverage),
}


def meanings(sheets):
    return [(sheet, column, words) for sheet, (columns, _) in sheets.items() for column, words in columns.items()]


def filling(sheet, columns, rows, formats):
    """Yields the number of rows, every so many."""
    lay_out(sheet, columns)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, formats["head"])
    number, widths = 0, widths_of(columns)
    for number, row in enumerate(rows, 1):
        put(sheet, number, row, formats, widths)
        forget_height(sheet, number - 1)
        if number % OFTEN == 0:
            yield number
    sheet.autofilter(0, 0, number, len(columns) - 1)


def put(sheet, number, row, formats, widths):
    """A row as high as its longest text: programs other than Excel leave a row that wraps as high as one line."""
    lines = max(
        (lines_of(value, width) for value, width in zip(row, widths, strict=True) if isinstance(value, str)), default=1
    )
    if lines > 1:
        sheet.set_row(number, min(lines * LINE, HIGHEST))
    for place, value in enumerate(row):
        if isinstance(value, int):
            sheet.write_number(number, place, value, formats["number"])
        elif value:
            sheet.write_string(number, place, value, formats["text"])


def forget_height(sheet, row):
    """XlsxWriter keeps the heights of all rows, though a row is written out when the next begins."""
    sheet.row_info.pop(row, None)
    sheet.row_sizes.pop(row, None)


def lines_of(text, width):
    if len(text) <= width and "\n" not in text:  # as most do, of a million
        return 1
    return sum(-(-max(len(line), 1) // width) for line in text.split("\n"))


def widths_of(columns):
    return [12 if column in NARROW else WIDTHS.get(column, USUAL) for column in columns]


def lay_out(sheet, columns):
    for place, width in enumerate(widths_of(columns)):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
