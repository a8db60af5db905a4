"""The report and its files, timed and weighed: python -m tests.benchmarks.files NAME does one, in its own process.

Memory is what the process held at its most, above what it held with everything imported and nothing made.
"""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import django

django.setup()

import docx  # noqa: E402
import typst  # noqa: E402
import xlsxwriter  # noqa: E402

from tests.benchmarks import bare  # noqa: E402
from themes.exports import FORMATS, csv_file  # noqa: E402
from themes.exports.document import blocks  # noqa: E402
from themes.report import ReportFilter, as_data, build, comment_rows  # noqa: E402

TIMES = 3


def print_all():
    """One line a format, each tried in a process that does nothing else."""
    print(f"\n{'':28}{'ours':>10}{'alone':>10}{'ratio':>8}{'peak MB':>10}{'size MB':>10}")
    for name in WORK:
        said = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.files", name], check=True, capture_output=True, text=True
        )
        one = json.loads(said.stdout)
        ratio = one["ours"] / one["alone"]
        print(f"{name:28}{one['ours']:10.1f}{one['alone']:10.1f}{ratio:8.1f}{one['peak']:10.1f}{one['size']:10.1f}")


def main(name):
    ours, alone = WORK[name]
    before = most_held()
    size = ours() or 0
    peak = most_held() - before
    rows = {"ours": fastest(ours), "alone": fastest(alone()), "peak": peak, "size": size / 1e6}
    print(json.dumps(rows))


def most_held():
    """In megabytes. getrusage would begin with what the process held from which this one was made."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


def fastest(work):
    """Milliseconds."""
    taken = []
    for _ in range(TIMES):
        start = perf_counter()
        work()
        taken.append((perf_counter() - start) * 1000)
    return min(taken)


def made(name):
    """Of a built report, as the view makes the file: the build is a line of its own. Answers with its bytes' number."""
    report = []

    def ours():
        report[:] = report or [build(ReportFilter({}))]
        comments = comment_rows(ReportFilter({})) if FORMATS[name].of_comments else None
        if name == "csv":  # goes out line by line, so it is never held whole
            return sum(map(len, csv_file.stream(report[0], comments)))
        return len(FORMATS[name].render(report[0], comments))

    return ours


def rows_of_comments():
    return list(comment_rows(ReportFilter({})))


def spreadsheet_alone():
    rows = rows_of_comments()
    return lambda: write_book(rows)


def write_book(rows):
    book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            sheet.write_string(number, place, str(value))
    book.close()


def csv_alone():
    rows = rows_of_comments()
    return lambda: csv.writer(io.StringIO()).writerows(rows)


def json_alone():
    data = as_data(build(ReportFilter({})))
    return lambda: json.dumps(data, ensure_ascii=False, indent=1)


def lines_of_blocks():
    """Every text of the document, without its looks: the same rows."""
    found = blocks(build(ReportFilter({})))
    texts = [block.text for block in found if block.kind in ("heading", "paragraph", "bullet")]
    tables = [[block.header, *block.rows] for block in found if block.kind == "table"]
    return texts, tables


def word_alone():
    texts, tables = lines_of_blocks()

    def write():
        document = docx.Document()
        for text in texts:
            document.add_paragraph(text)
        for rows in tables:
            made = document.add_table(len(rows), len(rows[0]))
            for row, words in zip(made.rows, rows, strict=True):
                for cell, word in zip(row.cells, words, strict=True):
                    cell.text = word
        document.save(io.BytesIO())

    return write


def pdf_alone():
    texts, tables = lines_of_blocks()
    source = b"""#let data = json(bytes(sys.inputs.data))
#for text in data.at(0) [#text #parbreak()]
#for rows in data.at(1) { table(columns: rows.first().len(), ..rows.flatten()) }"""
    return lambda: typst.compile(source, format="pdf", sys_inputs={"data": json.dumps([texts, tables])})


# {what: (ours, what answers with the same done without us)}
WORK = {
    "report, bare SQL": (lambda: build(ReportFilter({})) and None, lambda: bare.summary),
    "docx, python-docx alone": (made("docx"), word_alone),
    "pdf, typst alone": (made("pdf"), pdf_alone),
    "xlsx, XlsxWriter alone": (made("xlsx"), spreadsheet_alone),
    "csv, csv alone": (made("csv"), csv_alone),
    "json, json alone": (made("json"), json_alone),
}

if __name__ == "__main__":
    main(sys.argv[1])
