"""What becomes of one row of an imported list."""

from dataclasses import dataclass, field, replace

from meetings import matching
from meetings.changes import WHEN
from meetings.date_doubts import OF_OUR_OWN_MAKING, doubts_of
from meetings.hours import hours_on, print_times, with_times
from meetings.import_audiences import LIKE_THE_OTHERS, NEAREST, OF_HEADING
from meetings.import_problems import ASK_AUDIENCE, ASK_PERIOD, LONGEST_TITLE, problem_of
from meetings.importers import Row
from meetings.models import Meeting
from meetings.plans import BEGUN
from meetings.standings import OFF
from meetings.titles import key_of

NEW, SAME, CHANGED, LEFT_OUT = "new", "same", "changed", "left out"
ADD, LEAVE, RETITLE = "new", "leave", "title"
ASKED_ONCE = {"no-year", "leading-zero", "year-by-order"}  # of the whole list, or of no weight


@dataclass(frozen=True)
class Outcome:
    """`values` are the columns to give, `old` those they replace. A category that is yet to be made is None."""

    row: Row
    state: str
    values: dict = field(default_factory=dict)
    old: dict = field(default_factory=dict)
    meeting: Meeting | None = None
    said: tuple = ()  # how it was matched, what was mended or guessed
    problem: str = ""  # what must be settled before it can be saved
    doubtful: bool = False
    choices: tuple = ()  # (value, label) of what it can be taken as, the likeliest first
    chosen: str = ""
    audience: int | None = None
    guessed: int | None = None  # the audience that it would have if nobody chose one
    is_nearest: bool = False  # whether that is what the list seems to name

    @property
    def seen(self):
        return self.meeting and (self.meeting.pk, self.meeting.version)

    @property
    def is_audience_guessed(self):
        return self.guessed is not None and self.audience == self.guessed

    @property
    def marked(self):
        """What must be as it was shown: the audience that somebody chooses from a box is told by that box."""
        return sorted((self.values | ({"audience_id": self.guessed} if self.state == NEW else {})).items())

    @property
    def boxes(self):
        """[(value to send, label, whether it is chosen), ...]. The likeliest sends nothing: a correction may make
        another the likeliest."""
        likeliest = self.choices[0][0]
        return [("" if value == likeliest else value, label, value == self.chosen) for value, label in self.choices]

    @property
    def needs_audience(self):
        return self.state == NEW and self.audience is None

    @property
    def own_problem(self):
        """What the row itself must be mended for: the rest is asked elsewhere, or by a box that stands open."""
        return "" if self.problem in (ASK_AUDIENCE, ASK_PERIOD) else self.problem

    @property
    def box(self):
        """The name of the box in which the problem is settled."""
        if self.problem == ASK_AUDIENCE:
            return "audience"
        if len(self.row.title) > LONGEST_TITLE:
            return "title"
        return "as" if self.chosen == "" else "when"

    @property
    def keeps_date(self):
        """It says only that the meeting is off, not when that would be."""
        return self.meeting is not None and self.row.reading.starts_on is None and self.row.status in OFF

    @property
    def is_plain(self):
        """Whether there is nothing to decide: it is in the schedule just so."""
        return self.state == SAME and not self.doubtful


def outcome_of(row, match, filed, asked, there):
    """`match` is a Match or None; `filed` the Filed of its heading; `there` the Schedule."""
    problem = ASK_PERIOD if row.place in there.untold else problem_of(row)
    meeting = there.meetings.get(match.pk) if match and match.how != matching.TWICE else None
    question = question_of(row, match, meeting)
    choices = tuple(choices_of(match, meeting, question))
    taken_as = asked.taken_as.get(row.place)
    chosen = taken_as if taken_as in dict(choices) else choices[0][0]
    said = (*row.notes, *row.doubts, *mended(row.reading), *how_matched(row, match, meeting))
    said += what_else(row, match, there)
    outcome = Outcome(row, NEW, meeting=meeting, said=said, problem=problem, choices=choices, chosen=chosen)
    doubtful = is_doubtful(row, match) or is_unclear(row, match, there) or is_at_another_time(row, match, meeting)
    outcome = replace(outcome, doubtful=doubtful)
    if chosen == LEAVE:
        return replace(outcome, state=LEFT_OUT, problem="")
    if chosen == "":
        return replace(outcome, state=CHANGED, problem=problem or question)
    if chosen == ADD:
        return as_new(replace(outcome, meeting=None), filed, asked, there)
    return as_known(outcome, filed, asked, there)


def is_doubtful(row, match):
    """A mended date that the schedule has too is in no doubt."""
    doubts = mended(row.reading) if match is None else match.how not in (matching.SAME, matching.MOVED)
    return bool(row.doubts or doubts)


def question_of(row, match, meeting):
    """What must be said before it is done: which meeting it is, or that what was held was not."""
    if meeting is None or match.how == matching.NEAR:
        return ""
    if match.how == matching.OTHER_DAYS:
        return f"Say whether it is the meeting of {meeting.dates}{already(meeting)}."
    state = meeting.state_on()
    changes = row.status in OFF or match.how == matching.MOVED or is_at_another_time(row, match, meeting)
    if changes and state in BEGUN:
        return f"The schedule has it as {state.label.lower()}, {meeting.dates}: say whether to change that."
    return ""


def already(meeting):
    """*, already held*; empty of one that is still to come."""
    state = meeting.state_on()
    return f", already {state.label.lower()}" if state in BEGUN else ""


def is_at_another_time(row, match, meeting):
    """On the day that it has in the schedule: the time may have changed, or it is another meeting of that day."""
    is_that_day = meeting is not None and match.how in (matching.SAME, matching.SLIP) and row.reading.starts_on
    pairs = zip(row.hours, meeting.hours, strict=True) if is_that_day else ()
    return any(ours and theirs and ours != theirs for ours, theirs in pairs)


def what_else(row, match, there):
    """The lead and the audience that the list names, where nobody and none is called so."""
    told = list(filter(None, [there.audiences.unknown_in_words(row.audience)]))
    told += [f"who leads it is asked above: “{row.lead}”"] if there.leads.is_unsettled(row) else []
    told += ["it does not say which of the meetings of this title"] if is_unclear(row, match, there) else []
    return tuple(told)


def is_unclear(row, match, there):
    return match is None and row.status in OFF and not row.reading.starts_on and key_of(row.title) in there.titles


def mended(reading):
    """What was mended or is in doubt about its date, in words."""
    are_apart = len(reading.days) > 1
    passed = ASKED_ONCE | OF_OUR_OWN_MAKING - {"outside-period"} | ({"several-dates"} if are_apart else set())
    kept = ("it names days apart, kept as one meeting from the first to the last",) if are_apart else ()
    return (*doubts_of(reading, passed), *kept) if reading.starts_on else ()


def choices_of(match, meeting, question):
    if match is None:
        return [(ADD, "Add it"), (LEAVE, "Leave it out")]
    if match.how == matching.TWICE:
        return [(LEAVE, "Leave it out"), (ADD, "Add it all the same")]
    unsure = [("", "Choose")] if question else []
    others = [(ADD, "Add it as another meeting"), (LEAVE, "Leave it out")]
    if match.how == matching.SLIP:
        retitle = (RETITLE, "It is that one: take this title for it")
        return [*unsure, (str(meeting.pk), f"It is {meeting.title}: keep that title"), retitle, *others]
    when = with_times(meeting.dates, *meeting.hours) + already(meeting)
    that = (str(meeting.pk), f"It is the one of {when}: change that")
    return [others[0], that, others[1]] if match.how == matching.NEAR else [*unsure, that, *others]


def how_matched(row, match, meeting):
    if match is None:
        return []
    if match.how == matching.TWICE:
        return [f"a row above says the same{', but for when it ends' if match.ends_otherwise else ''}"]
    told = {
        matching.SAME: [] if row.title == meeting.title else [f"in the schedule as “{meeting.title}”"],
        matching.SLIP: [f"in the schedule, on the same day, as “{meeting.title}”"],
        matching.MOVED: [f"in the schedule for {meeting.dates}"],
        matching.OTHER_DAYS: [f"in the schedule for {meeting.dates}{already(meeting)}, as this meeting or another one"],
        matching.NEAR: [f"there is one of this title on {meeting.dates}, under {meeting.category}"],
    }[match.how]
    away = meeting.status != Meeting.Status.SCHEDULED
    if is_at_another_time(row, match, meeting):
        told = [*told, f"in the schedule at another time, {print_times(*meeting.hours)}"]
    return [*told, *([f"it is {meeting.get_status_display().lower()} there"] if away else [])]


def as_new(outcome, filed, asked, there):
    row = outcome.row
    audience, guessed, why = audience_of(row, filed, asked, there.audiences)
    values = {
        "title": row.title,
        "category_id": filed.category and filed.category.pk,
        "audience_id": audience,
        "venue": row.venue[:200],
        **when_of(row),
        **standing_and_lead(row, there),
    }
    shown = {"venue": row.venue, "lead": there.leads.names.get(str(values.get("lead_id")))}
    named = [f"{name}: {value}" for name, value in shown.items() if value]
    outcome = replace(outcome, state=NEW, values=values, audience=audience, guessed=guessed, is_nearest=why == NEAREST)
    if not audience:
        return replace(outcome, said=(*outcome.said, *named), problem=outcome.problem or ASK_AUDIENCE)
    heard = ["audience: " + there.audiences.names[audience], *([why] if outcome.is_audience_guessed else [])]
    return replace(outcome, said=(*outcome.said, *named, ", ".join(heard)))


def audience_of(row, filed, asked, audiences):
    """(its id or None, the one that would be guessed, why that). What is chosen for a heading stands for the rest:
    those that neither say nor show their own."""
    said, named = audiences.chosen(asked.audiences.get(row.place)), audiences.named(row.audience)
    if named:
        return said or named, None, ""
    near = audiences.near(row.audience)
    guessed, why = (near, NEAREST) if near else audiences.guess(row.title, filed)
    has_own = guessed and why not in (LIKE_THE_OTHERS, OF_HEADING)
    rest = None if has_own else audiences.chosen(asked.of_headings.get(row.heading or 0))
    return said or rest or guessed, guessed, why


def standing_and_lead(row, there):
    """What the list says of them; what it does not say is left out."""
    found = {"status": row.status or None, "lead_id": there.leads.of(row)}
    return {name: value for name, value in found.items() if value is not None}


def when_of(row, hours=(None, None)):
    """`hours` are those that the meeting has in the schedule."""
    reading = row.reading
    days = reading.starts_on, reading.ends_on
    starts_at, ends_at = hours_on(days, hours, row.hours) if reading.starts_on else (None, None)
    return {
        "starts_on": reading.starts_on,
        "ends_on": reading.ends_on,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "date_as_given": row.as_given,
    }


def as_known(outcome, filed, asked, there):
    """The columns that the list gives and the meeting has otherwise; what the list does not say stays."""
    meeting, row = outcome.meeting, outcome.row
    new = {**standing_and_lead(row, there), **new_dates(outcome)}
    if filed.category or filed.is_new:
        new["category_id"] = filed.category and filed.category.pk
    if there.audiences.named(row.audience):
        new["audience_id"] = there.audiences.named(row.audience)
    if row.venue:
        new["venue"] = row.venue[:200]
    if outcome.chosen == RETITLE:
        new["title"] = row.title
    values = {name: value for name, value in new.items() if name in WHEN or getattr(meeting, name) != value}
    old = {name: getattr(meeting, name) for name in values}
    found = {"values": values, "old": old, "audience": meeting.audience_id}
    return replace(outcome, state=CHANGED if values else SAME, **found)


def new_dates(outcome):
    """A meeting that the list gives another date goes ahead, unless the list says that it does not."""
    meeting, row = outcome.meeting, outcome.row
    if outcome.keeps_date:
        return {}
    if (row.reading.starts_on, row.reading.ends_on) != (meeting.starts_on, meeting.ends_on):
        return {**when_of(row, meeting.hours), "status": row.status or Meeting.Status.SCHEDULED}
    when = when_of(row, meeting.hours)
    if row.reading.starts_on and (when["starts_at"], when["ends_at"]) != meeting.hours:
        return when
    changes_standing = row.status and row.status != meeting.status
    return {"date_as_given": row.as_given} if changes_standing and row.as_given else {}
