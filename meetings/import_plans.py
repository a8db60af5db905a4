"""What an imported list would do to the schedule, row by row: nothing here writes."""

import hashlib
from dataclasses import dataclass, field, replace

from django.contrib.auth import get_user_model

from meetings.dates import print_dates
from meetings.differences import differences
from meetings.import_audiences import Audiences
from meetings.import_headings import file_headings
from meetings.import_leads import Leads
from meetings.import_outcomes import LEFT_OUT, SAME, outcome_of
from meetings.import_periods import Outside, outside, without_doubts
from meetings.importers import Known, Listed, read_list
from meetings.matching import Slot, match
from meetings.models import Audience, Category, Meeting, Stakeholder
from meetings.plans import BEGUN
from meetings.standings import OFF
from meetings.titles import key_of
from meetings.typed import UNDATED


@dataclass(frozen=True)
class Asked:
    """A list and all that was said of it: what it is about is told by the places of its rows, from 1."""

    table: list
    period: tuple
    typed: dict = field(default_factory=dict)  # {place: {"title", "when" or "status": text}}
    meetings: frozenset = frozenset()  # places of rows that look like headings and are none
    categories: dict = field(default_factory=dict)  # {place of a heading: "new", or an id as text}
    audiences: dict = field(default_factory=dict)  # {place: an id as text}
    of_headings: dict = field(default_factory=dict)  # {place of a heading: the audience of the rest, as text}
    leads: dict = field(default_factory=dict)  # {place of the first row with a name: the id of a person, as text}
    above: bool = False  # whether rows without a date have that of the row above
    taken_as: dict = field(default_factory=dict)  # {place: "new", "leave", "title", or the id of a meeting, as text}


@dataclass(frozen=True)
class Plan:
    filed: dict  # {place of a heading: Filed}
    outcomes: list
    listed: Listed
    leads: tuple = ()  # import_leads.Asked
    people: tuple = ()  # (id as text, name) of whom they can be
    outside: Outside = Outside()

    @property
    def going(self):
        """What would be added or changed."""
        return [each for each in self.outcomes if each.state not in (SAME, LEFT_OUT)]

    @property
    def problems(self):
        """The rows that have one; headings tell of theirs themselves."""
        return [each for each in self.outcomes if each.problem and each.state != LEFT_OUT]

    @property
    def is_settled(self):
        return not self.problems and not any(filed.problem for filed in self.filed.values())

    @property
    def new_headings(self):
        """Those to be made, each once, that something goes under."""
        used = {self.filed[each.row.heading or 0].heading.place for each in self.going}
        found = {filed.heading.place: filed for filed in self.filed.values() if filed.is_new}
        wanted = {place for place, filed in found.items() if place in used}
        wanted |= {found[place].parent.heading.place for place in wanted if hasattr(found[place].parent, "heading")}
        return [filed for place, filed in sorted(found.items()) if place in wanted]

    @property
    def infers_years(self):
        return any("no-year" in each.row.reading.flags and each.row.reading.starts_on for each in self.outcomes)

    @property
    def lies_outside(self):
        """How many of what would be done have dates that the period given for the list has not."""
        return sum(each.row.place in self.outside.dated for each in self.going)

    def asks_years(self, told=""):
        """Whether they must be said to be right, `told` being the span that was."""
        return bool(self.going) and (self.infers_years or self.lies_outside > 0) and self.years != told

    @property
    def years(self):
        """From the first day of the list to the last, in words."""
        readings = [each.row.reading for each in self.outcomes if each.row.reading.starts_on]
        days = [day for reading in readings for day in (reading.starts_on, reading.ends_on)]
        return print_dates(min(days), max(days)) if days else ""

    def count(self, state):
        return sum(each.state == state for each in self.outcomes)

    @property
    def mark(self):
        """Another one where anything would be done otherwise: what is saved must be what was shown."""
        rows = [(each.row.place, each.state, each.marked, each.seen) for each in self.outcomes]
        headings = [(place, filed.chosen, filed.heading.title) for place, filed in self.filed.items()]
        return hashlib.sha256(repr((rows, headings)).encode()).hexdigest()


def plan_import(asked):
    """A Plan; raises Refused where the list cannot be read."""
    categories = list(Category.objects.in_order())
    meetings = list(Meeting.objects.select_related("category").order_by("-starts_on", "pk"))
    known = Known(
        frozenset(key_of(category.name) for category in categories),
        frozenset(key_of(meeting.title) for meeting in meetings),
    )
    listed = read_list(asked.table, asked.period, known, asked.typed, asked.meetings, asked.above)
    found = outside(listed.rows, asked.period)
    listed = replace(listed, rows=without_doubts(listed.rows, found.dated))
    filed = file_headings(listed, asked.categories, categories)
    matches = match([slot_of_row(row, filed) for row in listed.rows if is_read(row)], map(slot_of_meeting, meetings))
    there = Schedule(meetings, Leads(listed.rows, list(people()), asked.leads), found.untold)
    outcomes = [outcome_of(row, matches.get(row.place), filed[row.heading or 0], asked, there) for row in listed.rows]
    return Plan(asked_of(filed, outcomes), outcomes, listed, *there.leads.to_settle(), found)


def asked_of(filed, outcomes):
    """Nothing is asked of a heading that no row needs: all of them are left out, or keep the category they have."""
    used = {each.row.heading or 0 for each in outcomes if "category_id" in each.values}
    used |= {filed[place].parent.heading.place for place in used if hasattr(filed[place].parent, "heading")}
    return {place: one if place in used else replace(one, problem="") for place, one in filed.items()}


def people():
    """(id, full name, username) of those who can lead."""
    active = get_user_model().objects.filter(is_active=True).order_by("first_name", "last_name", "username")
    return ((person.pk, person.get_full_name(), person.get_username()) for person in active)


def is_read(row):
    """Whether its date is told, or told to be yet to be confirmed."""
    reading = row.reading
    return not reading.readings and (reading.starts_on is not None or reading.precision in UNDATED)


def slot_of_row(row, filed):
    reading = row.reading
    category = filed[row.heading or 0].key
    old = reading.moved_from
    return Slot(
        *(row.place, row.title, category, reading.starts_on, reading.ends_on, *row.hours),
        is_off=row.status in OFF,
        moved_from=(old.starts_on, old.ends_on) if old else (),
    )


def slot_of_meeting(meeting):
    can_move = meeting.status != Meeting.Status.CANCELLED and meeting.state_on() not in BEGUN
    days = meeting.starts_on, meeting.ends_on
    is_off = meeting.status in OFF
    return Slot(meeting.pk, meeting.title, meeting.category_id, *days, *meeting.hours, can_move, is_off)


class Schedule:
    """What is in the schedule, as the rows of a list ask for it."""

    def __init__(self, meetings, leads, untold):
        self.leads, self.untold = leads, untold
        self.meetings = {meeting.pk: meeting for meeting in meetings}
        self.titles = {key_of(meeting.title) for meeting in meetings}
        self.audiences = Audiences(
            Audience.objects.values_list("pk", "name"),
            [(meeting.title, meeting.category_id, meeting.audience_id) for meeting in meetings],
            [(name, each.audience_id) for each in Stakeholder.objects.all() for name in each.names],
        )


def changes_in_words(plan):
    """{place: [(label, old, new), ...]} of what would change."""
    changed = [each for each in plan.outcomes if each.old]
    words = differences([(each.old, each.values) for each in changed])
    return {
        each.row.place: [named(change, each, plan.filed[each.row.heading or 0]) for change in differing]
        for each, differing in zip(changed, words, strict=True)
    }


def named(change, outcome, filed):
    """A category that is yet to be made has no name but its heading's."""
    label, old, new = change
    is_made = label == "Category" and outcome.values["category_id"] is None
    return (label, old, filed.name) if is_made else change
