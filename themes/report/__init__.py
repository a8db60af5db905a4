"""What the comments amount to: page, admin and files all print the one frozen Report that `build` answers."""

from themes.report.as_json import as_data, as_json
from themes.report.build import ORDERS, build
from themes.report.narrowing import ReportFilter
from themes.report.points import points_of
from themes.report.rows import comment_rows
from themes.report.shapes import Cell, Figures, Grid, Ledger, Point, Quote, Report, Response, Section
from themes.report.texts import FIGURES

__all__ = [
    "FIGURES",
    "ORDERS",
    "Cell",
    "Figures",
    "Grid",
    "Ledger",
    "Point",
    "Quote",
    "Report",
    "ReportFilter",
    "Response",
    "Section",
    "as_data",
    "as_json",
    "build",
    "comment_rows",
    "points_of",
]
