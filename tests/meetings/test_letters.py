"""What was done to many meetings, as text for an e-mail."""

from datetime import date, time

import pytest

from meetings.changes import Change
from meetings.letters import lines_of, what_moved
from meetings.moves import apply
from meetings.plans import plan
from tests.factories import make_meeting, make_person

pytestmark = pytest.mark.django_db
SOON = date(2090, 1, 16)  # a Monday


def letter(meetings, *change, reason=""):
    move = apply(Change(*change), plan(meetings, Change(*change)), reason, make_person("admin"))
    return what_moved(move, lines_of(move))


def test_each_meeting_is_told_with_its_dates_and_its_venue():
    meetings = [
        make_meeting(title="One", starts_on=SOON, starts_at=time(18), venue="Town hall"),
        make_meeting(title="Two", starts_on=SOON),
    ]
    assert letter(meetings, "weeks", 3, reason="An election is called") == (
        "Moved 2 meetings 3 weeks later.\n"
        "Why: An election is called\n"
        "\n"
        "One\n"
        "    Date was: Monday 16 January 2090 at 18:00\n"
        "    Date now: Monday 6 February 2090 at 18:00\n"
        "    Venue: Town hall\n"
        "\n"
        "Two\n"
        "    Date was: Monday 16 January 2090\n"
        "    Date now: Monday 6 February 2090\n"
    )


def test_a_new_lead_is_told_by_the_whole_name():
    lead = make_person(first_name="Lea", last_name="Lead")
    assert letter([make_meeting()], "lead", lead).startswith("Changed the lead of 1 meeting to Lea Lead.\n")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("cancel",), "Status was: Goes ahead\n    Status now: Cancelled\n    Date: Monday 16 January 2090 at 18:00\n"),
        (("venue", "Library"), "Venue was: none\n    Venue now: Library\n    Date: Monday 16 January 2090 at 18:00\n"),
    ],
)
def test_a_meeting_that_keeps_its_date_is_told_with_it(change, told):
    meeting = make_meeting(title="One", starts_on=SOON, starts_at=time(18))
    assert letter([meeting], *change).endswith(f"\n\nOne\n    {told}")
