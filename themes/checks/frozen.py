"""What an edition says, looked at again when it is approved: the rules may know more than when it was prepared."""

from themes.checks.facts import Facts
from themes.checks.problems import personal_data, personal_names, personal_text, unknown_placeholders, unpaired_braces
from themes.models import KeyPoint, Programme
from themes.personal import words_like_personal_data
from themes.report.kept import from_kept


def problems_of_edition(edition):
    """Of what it prints alone; words let through since it was prepared are let through in it too."""
    report, points = from_kept(edition.report), KeyPoint.objects.order_by()
    facts = Facts(
        named=tuple((words, f"“{name}”", "") for name in names_in(report) for words in words_like_personal_data(name)),
        passed_in_text=tuple(Programme.objects.get().passed_words),
        passed=dict(points.values_list("pk", "passed_words")),
    )
    checks = personal_data, personal_text, personal_names, unknown_placeholders, unpaired_braces
    return [problem for problem in (check(report, facts) for check in checks) if problem]


def names_in(report):
    """Each once."""
    meetings = [meeting.title for heading in report.appendix.headings for meeting in heading.meetings]
    categories = [heading.category for heading in report.appendix.headings]
    columns = [cell.name for grid in (report.coverage.by_audience, report.coverage.by_category) for cell in grid.totals]
    return dict.fromkeys([*(section.theme for section in report.sections), *columns, *categories, *meetings])
