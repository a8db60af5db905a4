"""Theme by audience, theme by category, and who was met or is known but not heard."""

from feedback.forms import UNTAGGED
from themes.report.shapes import Cell, Coverage, Grid, GridRow
from themes.report.tally import add_up


def make_coverage(said, meetings, themes, audiences, categories, with_untagged):
    """`meetings` carry `has_begun` and `has_comments`; columns are the audiences and the categories given."""
    rows = [(theme.name, theme.slug, theme.pk) for theme in themes]
    if with_untagged and any(theme is None for theme, *_ in said):
        rows.append(("Not tagged yet", UNTAGGED, None))
    audience_of = {meeting.pk: meeting.audience_id for meeting in meetings}
    by_audience = make_grid("audience", said, audience_of, rows, audiences)
    return Coverage(
        by_audience=by_audience,
        by_category=make_grid("category", said, columns_of(meetings, categories), rows, categories),
        meetings_without_comments=tuple(
            str(meeting) for meeting in meetings if meeting.has_begun and not meeting.has_comments
        ),
        audiences_not_heard=tuple(cell.name for cell in by_audience.totals if not cell.comments),
    )


def columns_of(meetings, categories):
    """{meeting: its category, or the one that is under}: whichever has a column."""
    columns = {category.pk for category in categories}
    return {
        meeting.pk: meeting.category_id if meeting.category_id in columns else meeting.category.parent_id
        for meeting in meetings
    }


def make_grid(by, said, column_of, rows, columns):
    of_cell = add_up(said, lambda theme, point, meeting: (theme, column_of[meeting]))
    of_column = add_up(said, lambda theme, point, meeting: column_of[meeting])

    def cells(number_of):
        return tuple(Cell(column.name, column.pk, number_of(column.pk)) for column in columns)

    def row(name, slug, theme):
        across = cells(lambda column: of_cell[theme, column])
        return GridRow(name, slug, across, sum(cell.comments for cell in across))

    return Grid(
        by=by,
        rows=tuple(row(*each) for each in rows),
        totals=cells(lambda column: of_column[column]),
        comments=sum(said.values()),
    )
