"""What a report cannot say, in plain words and true numbers."""

from feedback.forms import UNTAGGED
from themes.models import KeyPoint
from themes.report.changes import joined
from themes.report.shapes import NOT_SHOWN, how_many

NOT_A_SURVEY = (
    "People came because they were invited or chose to, so the numbers say how often a thing was said,"
    " not how many in the borough think so."
)


def make_limits(figures, ledger, coverage, appendix, points, fewest=0):
    """`fewest` is the smallest number of comments that is printed; 0 prints all."""
    sentences = [
        rests_on(figures, coverage),
        attendance(figures),
        to_be_confirmed(appendix),
        not_heard(coverage),
        empty_cells(coverage),
        numbers_left_out(fewest),
        without_theme_or_point(ledger),
        set_aside(ledger),
        drafts(points),
        NOT_A_SURVEY,
    ]
    return " ".join(filter(None, sentences))


def rests_on(figures, coverage):
    held, silent = figures.meetings_held, len(coverage.meetings_without_comments)
    begun = f"This report counts {how_many(figures.comments, 'comment')} and {how_many(held, 'meeting')} held."
    if not silent:
        return begun
    of_them = "it" if held == 1 else f"{silent:,} of them"
    return f"{begun} At {of_them} nothing was logged: {'; '.join(coverage.meetings_without_comments)}."


def attendance(figures):
    if not figures.attendance_unknown:
        return ""
    of_them = "it" if figures.meetings_held == 1 else f"{figures.attendance_unknown:,} of the {figures.meetings_held:,}"
    return f"How many people came is not known for {of_them}."


def to_be_confirmed(appendix):
    undated = appendix.meetings - appendix.dated
    return f"{is_or_are(undated, 'meeting')} still to be given a date." if undated else ""


def not_heard(coverage):
    missing, known = coverage.audiences_not_heard, len(coverage.by_audience.totals)
    if not missing:
        return ""
    return f"Nothing was heard from {len(missing)} of {how_many(known, 'audience')}: {', '.join(missing)}."


def empty_cells(coverage):
    pairs = [cell for row in coverage.by_audience.rows if row.slug != UNTAGGED for cell in row.cells]
    empty, hidden = sum(cell.comments == 0 for cell in pairs), sum(bool(cell.instead) for cell in pairs)
    said = [f"{number_is(hidden)} left out"] if hidden else []
    said += [f"{number_is(empty)} 0, as that audience said nothing under that theme"] if empty else []
    counted = f"Comments are counted for each audience under each theme, which makes {how_many(len(pairs), 'number')}"
    return f"{counted}: {joined(said)}." if said else ""


def numbers_left_out(fewest):
    """In a public edition: what is promised of a number that is left out, and no more."""
    if not fewest:
        return ""
    return (
        "So that nobody can be picked out, where comments are counted by audience, kind of meeting, kind of comment or"
        f" key point, a number below {fewest:,} is printed as “fewer than {fewest:,}”. Others are left out, or printed"
        " as a range, where a small one could be worked out from them. The comments of each theme are printed in full."
    )


def without_theme_or_point(ledger):
    if ledger.not_in_points == NOT_SHOWN:
        return some_without_point(ledger)
    parts = [
        f"{is_or_are(ledger.untagged, 'counted comment')} not tagged to a theme yet" if ledger.untagged else "",
        f"{is_or_are(ledger.not_in_points, 'tagged comment')} in no key point" if ledger.not_in_points else "",
    ]
    left = " and ".join(filter(None, parts))
    them = "it" if ledger.untagged + ledger.not_in_points == 1 else "them"
    return f"{left}: the key points do not speak of {them}." if left else ""


def some_without_point(ledger):
    untagged = f"{is_or_are(ledger.untagged, 'counted comment')} not tagged to a theme yet. " if ledger.untagged else ""
    return f"{untagged}The key points do not speak of every comment; of how many is not shown."


def set_aside(ledger):
    with_why = "with a reason" if ledger.set_aside == 1 else "each with a reason"
    return f"{is_or_are(ledger.set_aside, 'comment')} set aside, {with_why}." if ledger.set_aside else ""


def drafts(points):
    """A point stands under several audiences where the order is by audience: it is one point."""
    status = {point.pk: point.status for point in points}
    number = sum(each == KeyPoint.Status.DRAFT for each in status.values())
    if not number:
        return ""
    if len(status) == 1:
        return "The one key point is not yet agreed."
    return f"Of {how_many(len(status), 'key point')}, {number_is(number)} not yet agreed."


def is_or_are(number, noun):
    return f"{how_many(number, noun)} {'is' if number == 1 else 'are'}"


def number_is(number):
    return f"{number:,} {'is' if number == 1 else 'are'}"
