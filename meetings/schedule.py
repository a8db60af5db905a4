"""Meetings under the headings of the report's list, and as rows."""

from dataclasses import dataclass, field

from django.db.models import Max, Min

from meetings.dates import print_dates
from meetings.models import Category, Meeting

OF_A_ROW = ("title", "starts_on", "ends_on", "starts_at", "ends_at", "date_as_given", "state", "venue", "attendance")
NAMES_OF_A_ROW = ("category__name", "audience__name", "lead__first_name", "lead__last_name", "lead__username")


@dataclass(frozen=True)
class Heading:
    category: Category
    dates: str  # from the first day of its meetings to the last; empty where none has a date
    meetings: list = field(default_factory=list)


def under_headings(page, meetings):
    """Those of a page, in the order given; a heading with none of its own comes before those under it.

    `meetings` are those of all pages: a heading prints their dates, as it does in a report of the same filter.
    """
    dates = dates_of_categories(meetings)
    headings = {}
    for meeting in page:
        for category in filter(None, [meeting.category.parent, meeting.category]):
            headings.setdefault(category.pk, Heading(category, dates.get(category.pk, "")))
        headings[meeting.category_id].meetings.append(meeting)
    return list(headings.values())


def dates_of_categories(meetings):
    """{category id: "22 to 25 January 2024"}, of those that go ahead, those of headings under it included."""
    days = {}
    dated = meetings.filter(status=Meeting.Status.SCHEDULED).exclude(starts_on=None)
    spans = dated.order_by().values_list("category", "category__parent").annotate(Min("starts_on"), Max("ends_on"))
    for category, parent, first, last in spans:
        for pk in filter(None, [category, parent]):
            days.setdefault(pk, []).extend([first, last])
    return {pk: print_dates(min(found), max(found)) for pk, found in days.items()}


def rows_of(meetings):
    """[{column: value}], each with `came`, the names of who came. Whole meetings would take six times as long."""
    rows = {row["pk"]: row | {"came": []} for row in meetings.values("pk", *OF_A_ROW, *NAMES_OF_A_ROW)}
    came = Meeting.stakeholders.through.objects.filter(meeting__in=rows).order_by("stakeholder__name")
    for meeting, name in came.values_list("meeting", "stakeholder__name"):
        rows[meeting]["came"].append(name)
    return list(rows.values())
