"""The report on one page for the leader, and in one paragraph for the Cabinet agenda."""

from meetings.dates import print_dates
from themes.exports.document import Bullet, Heading, Paragraph, Table, about, in_words, six_figures
from themes.exports.pdf import typeset
from themes.report.changes import joined
from themes.report.shapes import how_many


def render(report):
    return typeset(report, about(report), blocks(report), contents=False)


def blocks(report):
    rows = tuple((in_words(what), number) for number, what in six_figures(report))
    found = [
        Heading(1, "In figures"),
        Table("In figures", ("What", "Number"), rows, numeric=True, captioned=False),
        Heading(1, "One finding under each theme"),
    ]
    for theme, point in findings(report):
        found += [
            Heading(2, theme),
            Bullet(point.text, point.proof, "", ()) if point else Paragraph(no_finding(report)),
        ]
    return [*found, Heading(1, "For the agenda"), Paragraph(covering(report))]


def findings(report):
    """[(theme, the key point that most meetings raised, or None), ...]; of equals, the one that stands first."""
    return [
        (section.theme, max(section.points, key=lambda point: (point.meetings, point.comments), default=None))
        for section in report.sections
    ]


def no_finding(report):
    return "No key point with evidence here." if report.elsewhere else "No key point yet."


def covering(report):
    figures = report.figures
    met = f"{how_many(figures.meetings_held, 'meeting')} held {when(report)}".strip()
    heard = f"{how_many(figures.organisations, 'organisation')} and {how_many(figures.audiences, 'audience')}"
    said = f"counts {how_many(figures.comments, 'comment')} and makes {how_many(figures.key_points, 'key point')}"
    return (
        f"Cabinet is asked to note what was heard on {report.title}. At {met}, {heard} took part; the report {said}"
        f" under {how_many(len(report.sections), 'heading')}.{most_said(report)} Each key point is printed with the"
        " number of comments, meetings and audiences behind it, and the report says what it cannot tell."
    )


def when(report):
    """From the first day to the last of the dated meetings."""
    dated = [meeting for heading in report.appendix.headings for meeting in heading.meetings if meeting.starts_on]
    if not dated:
        return ""
    first = min(meeting.starts_on for meeting in dated)
    last = min(max(meeting.ends_on for meeting in dated), report.made_on)
    return f"on {print_dates(first, last)}" if first == last else f"between {between(first, last)}"


def between(first, last):
    return print_dates(first, first) + " and " + print_dates(last, last)


def most_said(report):
    """Where more was said than anywhere else, of all that was; equals are named together."""
    most = max((section.comments for section in report.sections), default=0)
    themes = [section.theme for section in report.sections if section.comments == most]
    if not most or len(report.sections) == 1:
        return ""
    of = f"{most:,} of {how_many(report.figures.comments, 'comment')}"
    if len(themes) == len(report.sections):
        return f" As much was said under each heading ({of})."
    each = " each" if len(themes) > 1 else ""
    return f" More was said {joined([f'under {theme}' for theme in themes])} ({of}{each}) than under any other heading."
