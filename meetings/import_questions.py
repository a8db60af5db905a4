"""What must be settled before a list can be saved, and where on the page: each asked once, in the page's order."""

from collections import defaultdict
from dataclasses import dataclass

from meetings.import_problems import ASK_AUDIENCE, ASK_PERIOD


@dataclass(frozen=True)
class Question:
    box: str  # the id of the control that settles it
    words: str
    row: str = ""  # the id of the row it stands in

    @property
    def place(self):
        return self.row or self.box


YEARS = Question("years", "Tick that the years are right, or change the period above and read again.")


def questions_of(plan):
    """The period; then, heading by heading, its category, the audience of several of its rows, and row by row."""
    found = [ask_period(plan)] if plan.outside.untold else []
    rows = defaultdict(list)
    for each in plan.problems:
        rows[each.row.heading or 0].append(each)
    for place, filed in plan.filed.items():
        hears = sum(each.needs_audience for each in rows[place])
        found += [Question(f"category-{place}", f"{filed.heading.title}: {filed.problem}")] if filed.problem else []
        found += [ask_audience(place, filed, hears)] if hears > 1 else []
        found += [question for each in rows[place] for question in questions_of_row(each, hears == 1)]
    return found


def questions_of_row(outcome, asks_audience):
    asked = {outcome.box: outcome.own_problem}
    asked |= {"audience": ASK_AUDIENCE} if asks_audience and outcome.needs_audience else {}
    place, title = outcome.row.place, outcome.row.title
    return [Question(f"{box}-{place}", f"{title}: {words}", f"row-{place}") for box, words in asked.items() if words]


def ask_period(plan):
    return Question("id_period_from", f"{ASK_PERIOD[:-1]}: {len(plan.outside.untold)} dates leave out their year.")


def ask_audience(place, filed, number):
    return Question(f"under-{place}", f"{filed.name}: choose whom {number} of its meetings hear.")
