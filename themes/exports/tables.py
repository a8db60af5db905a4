"""What a report holds as rows, for spreadsheet and CSV alike. A number is a number, all else is text."""

from meetings.dates import print_day
from themes.exports.document import DRAFT, SAMPLE, quotes_in_words, response_in_words
from themes.report import FIGURES, ORDERS

POINTS = {
    "Reference": "The key point's own number.",
    "Theme": "The theme it stands under.",
    "Audience": "Whose part of its proof this is, where the report goes audience by audience; else empty.",
    "Status": "Draft, or agreed by a manager.",
    "Key point": "Its wording, as the report prints it.",
    "Comments": "Counted comments that are its evidence.",
    "Meetings": "Meetings at which they were said.",
    "Audiences": "Audiences that those meetings heard.",
    "Response": "What the council does about it.",
    "Quotes": "The words as taken down that were chosen to be printed with it, a line each, and who said them.",
}
MEETINGS = {
    "Meeting": "Its name.",
    "Date": "As the report prints it; TBC is to be confirmed.",
    "Category": "The heading that it is listed under.",
    "Under": "The heading that this one is under, if any.",
    "First day": "As year, month and day.",
    "Last day": "As year, month and day.",
}
ORGANISATIONS = {
    "Organisation": "It came to a meeting, or something counted was said for it.",
    "Audience": "That it belongs to.",
}
COVERAGE = {
    "Theme": "One of the report's headings, or not tagged yet.",
    "By": "Whether this is a number of an audience or of a category.",
    "Name": "That audience or category; a category includes those under it.",
    "Comments": "Counted comments; 0 is where nothing was heard.",
}
LEDGER = {
    "all": "All comments logged",
    "counted": "Counted",
    "replies": "Council replies",
    "actions": "Actions",
    "set_aside": "Set aside, with a reason",
    "untagged": "Counted, not tagged yet",
    "in_points": "Counted, in a key point",
    "not_in_points": "Counted and tagged, in no key point",
}


def about(report):
    """[(what, words), ...]: what this is, when it was made, from what, and what it cannot say."""
    return [
        ("Report", report.title),
        ("Edition", report.edition or DRAFT),
        *([("Sample data", SAMPLE)] if report.has_made_up else []),
        ("Made on", print_day(report.made_on)),
        ("Order", ORDERS[report.order]),
        *([(f"Narrowed to {what.lower()}", words) for what, words in report.narrowed_to] or [("From", EVERYTHING)]),
        *([("Left out", report.not_raised_here)] if report.elsewhere else []),
        ("What this report cannot say", report.limits),
        ("Meetings listed", report.appendix.count),
        *([("What changed", report.changes)] if report.changes else []),
        *((name, words) for name, words in texts(report) if words),
    ]


EVERYTHING = "Everything logged"


def texts(report):
    return [
        ("Introduction", report.introduction),
        ("Background", report.background),
        ("How this was done", report.method),
    ]


def figures(report):
    labels = [(label, getattr(report.figures, name)) for name, (label, words) in FIGURES.items()]
    return [(label[:1].upper() + label[1:], number) for label, number in labels]


def ledger(report):
    return [(label, getattr(report.ledger, name)) for name, label in LEDGER.items()]


def points(report):
    return [
        (
            point.reference,
            section.theme,
            section.audience,
            point.status_label,
            point.text,
            point.comments,
            point.meetings,
            point.audiences,
            response_in_words(point.response),
            "\n".join(quotes_in_words(point)),
        )
        for section in report.sections
        for point in section.points
    ]


def meetings(report):
    return [
        (meeting.title, meeting.date, heading.category, heading.parent, day(meeting.starts_on), day(meeting.ends_on))
        for heading in report.appendix.headings
        for meeting in heading.meetings
    ]


def organisations(report):
    return [(name, audience) for audience, names in report.organisations for name in names]


def day(value):
    return value.isoformat() if value else ""


def coverage(report):
    return [
        (row.theme, grid.by, cell.name, cell.instead or cell.comments)
        for grid in (report.coverage.by_audience, report.coverage.by_category)
        for row in grid.rows
        for cell in row.cells
    ]
