"""A calendar laid out as a grid, a row to each committee and a column to each month (or to each of its dates), to one
row for each meeting. Pure: tables in, tables out."""

import re

from meetings.import_columns import DAY_ALONE, count, first_heads, may_be_date, rows_of_table
from meetings.import_lines import is_day
from meetings.import_months import MONTH
from meetings.titles import key_of

FEWEST = 3  # columns
BETWEEN_DAYS = re.compile(r"\s*(?:[,;&/]|\band\b)\s*", re.IGNORECASE)


def unfolded(table):
    """The table itself where it is no grid."""
    if any(map(months_of, table)):
        return list(under_months(table))
    columns = columns_of_dates(table)
    return list(in_columns(table, columns)) if columns else table


def months_of(cells):
    """{column: the month it is headed by}, or nothing where the cells head none."""
    found = {column: cell for column, cell in enumerate(cells) if MONTH.fullmatch(key_of(cell))}
    return found if len(found) >= FEWEST else {}


def under_months(table):
    months = {}
    for cells in table:
        found = months_of(cells)
        months = found or months
        yield from () if found else rows_of_grid(cells, months)


def columns_of_dates(table):
    """{column: ""}. Where the columns have heads that are read, those tell what each date is."""
    sample = rows_of_table(table)
    filled, near = count(sample, bool), count(sample, may_be_date)
    if len(near) < FEWEST or first_heads(table):
        return {}
    dates = count(sample, lambda cell: may_be_date(cell) and is_day(cell))
    found = {column: "" for column, number in dates.items() if 2 * number >= filled[column]}
    return found if len(found) >= FEWEST else {}


def in_columns(table, columns):
    """Without the heads of its columns, of which no more is known."""
    begun = False
    for cells in table:
        begun = begun or any(is_day(cell) for cell in cells)
        if begun or sum(map(bool, cells)) == 1:
            yield from rows_of_grid(cells, columns)


def rows_of_grid(cells, columns):
    """A row that has nothing in those columns stays as it is."""
    beside = [cell for column, cell in enumerate(cells) if column not in columns]
    dates = [date for column, month in columns.items() for date in dates_in(cells[column : column + 1], month)]
    title, others = next(filter(None, beside), ""), list(filter(None, beside))[1:]
    return [[title, date, *others] for date in dates] or [cells]


def dates_in(cells, month):
    """*6*, *6 and 20* and *TBC* under the name of a month; a whole date as it is."""
    text = "".join(cells)
    days = BETWEEN_DAYS.split(text) if month and not is_day(text) else [text]
    days = [day for day in days if any(map(str.isalnum, day))]
    return [f"{day} {month}" if month and DAY_ALONE.fullmatch(day) else day for day in days]
