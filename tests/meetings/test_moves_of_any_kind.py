"""Whatever is moved, and however: no text raises, and an undo leaves the schedule as it was."""

from datetime import date, time, timedelta

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.changes import KINDS, Change, Dates
from meetings.differences import when_in_words
from meetings.hours import are_in_order
from meetings.models import Audience, Category, Meeting
from meetings.moves import apply, undo
from meetings.plans import plan
from meetings.typed import read_typed
from tests.factories import make_meeting, make_person

pytestmark = pytest.mark.django_db
TIMES = st.none() | st.sampled_from([time(0), time(9), time(18, 30)])


@st.composite
def dates(draw):
    """Days on any edge of the calendar, or none."""
    first = draw(st.none() | st.dates())
    if first is None:
        return None, None
    length = draw(st.integers(0, 40))
    return first, date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))


@st.composite
def hours(draw, days, times=TIMES):
    """A start and an end, or neither, that can be on those days."""
    found = draw(st.tuples(times, times).filter(lambda pair: are_in_order(days, *pair)))
    return dict(zip(("starts_at", "ends_at"), found, strict=True))


def typed(words):
    """Days and hours, as they are typed for all or for one of them."""
    return dates().flatmap(lambda days: hours(days).map(lambda found: Dates(*days, as_given=words, **found)))


@st.composite
def rows(draw):
    first, last = draw(dates())
    return {
        "starts_on": first,
        "ends_on": last,
        **draw(hours((first, last))),
        "status": draw(st.sampled_from(Meeting.Status.values)),
        "venue": draw(st.sampled_from(["", "Town hall", " town HALL"])),
        "date_as_given": draw(st.sampled_from(["", "16h January"])),
    }


@st.composite
def changes(draw, person):
    values = {
        "weeks": st.integers(-520, 520),
        "date": typed("as typed"),
        "venue": st.sampled_from(["", "Town hall"]),
        "lead": st.sampled_from([None, person]),
        "audience": st.sampled_from(list(Audience.objects.all())),
        "category": st.sampled_from(list(Category.objects.all())),
    }
    kind = draw(st.sampled_from(sorted(KINDS)))
    return Change(kind, draw(values.get(KINDS[kind].field, st.none())))


def schedule():
    """Every column of every meeting but its version, and who comes."""
    kept = [{name: value for name, value in row.items() if name != "version"} for row in Meeting.objects.values()]
    return kept, list(Meeting.stakeholders.through.objects.values_list("meeting", "stakeholder"))


@settings(max_examples=60)
@given(data=st.data(), meetings=st.lists(rows(), min_size=1, max_size=4))
def test_moves_and_their_undos_leave_the_schedule_as_it_was(data, meetings):
    with transaction.atomic():
        person = make_person("admin")
        for row in meetings:
            make_meeting(**row)
        before = schedule()
        made = []
        for change in data.draw(st.lists(changes(person), min_size=1, max_size=3)):
            found = list(Meeting.objects.all())
            own = {meeting.pk: data.draw(typed("own")) for meeting in found if data.draw(st.booleans())}
            begun = {meeting.pk for meeting in found if data.draw(st.booleans())}
            planned = plan(found, change, own, begun)
            made.append(apply(change, planned, "A reason", person))
        said = [undo(move, person) for move in reversed(made) if move.pk]
        assert set(said) <= {"Undone."}
        assert schedule() == before
        transaction.set_rollback(True)


@given(st.data(), st.dates(date(1970, 1, 1), date(2069, 12, 1)), st.integers(0, 40))
def test_what_is_printed_of_a_meeting_is_read_back(data, first, length):
    days = first, first + timedelta(days=length)
    clock = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
    found = data.draw(hours(days, clock))
    printed = when_in_words({"starts_on": days[0], "ends_on": days[1], **found})
    read = read_typed(printed, first)
    assert (read.problem, read.dates and (*read.dates.days, *read.dates.hours)) == ("", (*days, *found.values()))


@given(st.text(), st.dates())
def test_no_typed_date_raises(text, near):
    typed = read_typed(text, near)
    assert (typed.dates is None) == bool(typed.problem)


@settings(max_examples=40)
@given(
    texts=st.dictionaries(st.sampled_from(["weeks", "date", "venue", "kind", "reason", "when-1", "seen"]), st.text())
)
def test_no_text_in_the_form_raises(texts):
    with transaction.atomic():
        client, meeting = Client(), make_meeting(starts_on=date(2090, 1, 16))
        client.force_login(make_person("admin"))
        data = {"kind": "weeks", "weeks": "3", "seen": f"{meeting.pk}:1", "key": "x", **texts}
        for path in ("/meetings/move/", "/meetings/move/confirm/", "/meetings/add/", f"/meetings/{meeting.pk}/edit/"):
            assert client.post(path, data).status_code in (200, 302, 422)
        transaction.set_rollback(True)
