"""The report's files: each format's `render(report, comments)` answers its bytes, and asks the database nothing.

`comments` is an iterator of plain tuples (themes.report.rows), or None where single comments are to be left
out; only those formats read it that have a row for each.
"""

from collections.abc import Callable
from dataclasses import dataclass

from themes.exports import csv_file, pdf, word, xlsx
from themes.report import as_json


@dataclass(frozen=True)
class Format:
    label: str
    content_type: str
    render: Callable
    of_comments: bool = False  # a row for each comment


def json_file(report, comments=None):
    return as_json(report).encode()


FORMATS = {
    "docx": Format("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", word.render),
    "pdf": Format("PDF", "application/pdf", pdf.render),
    "xlsx": Format(
        "Spreadsheet",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx.render,
        of_comments=True,
    ),
    "csv": Format("CSV", "text/csv; charset=utf-8", csv_file.render, of_comments=True),
    "json": Format("JSON", "application/json", json_file),
}
