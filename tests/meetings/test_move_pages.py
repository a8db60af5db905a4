"""Moving many meetings on the page: tick, preview, mend, confirm, undo."""

import re
from datetime import date, time

import pytest
from django.urls import reverse

from meetings.models import Meeting, Move
from tests.factories import make_meeting, make_stakeholder
from tests.meetings.moving import CONFIRM, KEY, LATER, MOVE, SOON, confirm, dates, form, hidden, text, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(admin, client_for):
    return client_for("admin")


@pytest.fixture
def meetings():
    return [make_meeting(title=title, starts_on=SOON, starts_at=time(18)) for title in ("One", "Two", "Three")]


def test_ticked_meetings_are_asked_what_to_do_with(client, meetings):
    page = client.post(MOVE, {"seen": form(meetings[:2])["seen"]})
    assert "Move or change 2 meetings" in text(page)


def test_a_day_without_a_year_is_read_beside_what_is_ticked(client, meetings):
    page = client.post(MOVE, form(meetings, kind="date", date="10 June"))
    assert "We read this as Saturday 10 June 2090" in text(page)


def test_nothing_ticked_is_said(client):
    assert told(client.post(MOVE)) == ["Tick at least one meeting."]
    assert client.post(f"{MOVE}?state=upcoming").url == "/meetings/?state=upcoming"


def test_all_that_the_filter_finds_can_be_taken_at_once(client, meetings):
    page = client.get(f"{MOVE}?q=Two")
    assert page.context["chosen"] == [meetings[1]]


def test_a_preview_shows_old_and_new_and_saves_nothing(client, meetings):
    page = client.post(MOVE, form(meetings))
    assert "Move 3 meetings" in text(page)
    assert "from Monday 16 January 2090 at 18:00 → to Monday 6 February 2090 at 18:00" in text(page)
    assert (dates(), Move.objects.count()) == ([SOON] * 3, 0)


def test_a_preview_says_which_of_several_alike_even_where_no_date_changes(client):
    alike = [make_meeting(title="Briefing", starts_on=date(2090, 1, day)) for day in (9, 16)]
    page = text(client.post(MOVE, form(alike, kind="cancel")))
    assert "clash" not in page  # nobody has to be anywhere
    assert "Briefing Monday 9 January 2090 Status: from Goes ahead → to Cancelled" in page
    done = client.get(confirm(client, form(alike, kind="cancel")).url)
    assert "Briefing\n    " in done.context["letter"]
    assert "Monday 16 January 2090" in done.context["letter"]


def test_what_is_left_out_in_the_preview_stays_where_it_is(client, meetings):
    asked = form(meetings, leave_out=[meetings[1].pk])
    page = client.post(MOVE, asked)
    assert [row["planned"].meeting for row in page.context["left_out"]] == [meetings[1]]
    assert ("Move 2 meetings" in text(page), "Left out: 1" in text(page)) == (True, True)
    confirm(client, asked)
    assert dates() == [LATER, SOON, LATER]


def test_a_confirmation_moves_and_leads_to_what_was_moved(client, meetings):
    response = confirm(client, form(meetings, reason="An election is called"))
    move = Move.objects.get()
    assert (response.url, dates()) == (move.get_absolute_url(), [LATER] * 3)
    assert (move.words, move.reason) == ("Moved 3 meetings 3 weeks later.", "An election is called")


def test_the_same_confirmation_again_changes_nothing(client, meetings):
    data = form(meetings)
    confirm(client, data)
    confirm(client, data)
    assert (dates(), Move.objects.count()) == ([LATER] * 3, 1)


def test_one_date_is_mended_in_the_preview(client, meetings):
    own = {f"when-{meetings[1].pk}": "1 March 2090, 10am"}
    confirm(client, form(meetings, **own))
    assert dates() == [LATER, date(2090, 3, 1), LATER]
    two = Meeting.objects.get(title="Two")
    assert (two.starts_at, two.date_as_given) == (time(10), "1 March 2090, 10am")


def test_a_year_that_is_not_written_is_the_nearest(client, meetings):
    confirm(client, form(meetings[:1], **{f"when-{meetings[0].pk}": "20 December"}))
    assert dates()[0] == date(2089, 12, 20)


def test_a_date_that_cannot_be_read_is_said_and_nothing_is_saved(client, meetings):
    page = confirm(client, form(meetings, **{f"when-{meetings[1].pk}": "30 February 2090"}))
    assert page.status_code == 422
    assert "There is no 30 February" in text(page)
    assert dates() == [SOON] * 3


def test_what_was_typed_after_the_preview_is_previewed_first(client, meetings):
    data = form(meetings)
    previewed = client.post(MOVE, data).context["asked"]
    later = {**data, f"when-{meetings[1].pk}": "1 March 2090"}
    page = client.post(CONFIRM, {**later, "previewed": previewed})
    assert (page.status_code, "something was changed after the last preview" in text(page)) == (422, True)
    assert dates() == [SOON] * 3


def test_where_nothing_is_left_to_move_the_preview_says_so(client, meetings):
    data = form(meetings, weeks="0")
    page = confirm(client, data)
    assert (page.status_code, "No meeting would change" in text(page)) == (422, True)


def test_the_same_confirmation_again_leads_to_what_was_done(client, meetings):
    data = form(meetings)
    assert confirm(client, data).url == confirm(client, data).url


def test_what_is_typed_after_going_back_is_kept(client, meetings):
    confirm(client, form(meetings))
    page = confirm(client, form(meetings, reason="An election is called"))
    assert (page.status_code, "An election is called" in page.content.decode()) == (409, True)


def test_each_preview_is_confirmed_on_its_own(client, meetings):
    pages = [client.post(MOVE, form(meetings)) for _ in range(2)]
    assert hidden(pages[0])["key"] != hidden(pages[1])["key"]


def test_a_held_meeting_is_left_out_until_its_own_box_is_ticked(client):
    held = make_meeting(starts_on=date(2024, 1, 16))
    page = client.post(MOVE, form([held]))
    assert "No meeting would change" in text(page)
    assert "Change it all the same, though it is held" in text(page)
    confirm(client, form([held], although_begun=str(held.pk)))
    assert dates() == [date(2024, 2, 6)]


def test_clashes_are_said_and_lead_to_the_other_meeting(client, meetings):
    forum = make_stakeholder(name="Youth forum")
    other = make_meeting([forum], title="Other", starts_on=LATER)
    meetings[0].stakeholders.set([forum])
    meetings[0].refresh_from_db()
    page = client.post(MOVE, form(meetings[:1]))
    assert "Clash Youth forum comes to both: Other, 6 February 2090." in text(page)
    assert reverse("meeting", args=[other.pk]) in page.content.decode()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 meeting clashes with something. Look at it before you confirm, and give it another date if need be."),
        (3, "3 meetings clash with something. Look at them before you confirm, and give them other dates if need be."),
    ],
)
def test_how_many_clash_is_said_of_one_and_of_several(client, number, said):
    saturday = [make_meeting(title=f"Fair {i}", starts_on=date(2090, 1, 14 + 7 * i)) for i in range(number)]
    assert said in text(client.post(MOVE, form(saturday)))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"weeks": ""}, "Write how many weeks, such as 3."),
        ({"weeks": "three"}, "Write a whole number of weeks, such as 3 or -2, and no more than 520."),
        ({"weeks": "10000"}, "and no more than 520."),
        ({"kind": ""}, "Choose what to do with the meetings."),
        ({"kind": "explode"}, "Select a valid choice. explode is not one of the available choices."),
        ({"kind": "date", "date": "someday"}, "No date was found in these words."),
        ({"kind": "date", "date": ""}, "Write a date, or choose to make it to be confirmed."),
        ({"kind": "category"}, "Choose the new category."),
        ({"kind": "audience", "audience": "999"}, "Select a valid choice."),
    ],
)
def test_what_is_missing_or_wrong_is_said(client, meetings, asked, said):
    page = client.post(MOVE, form(meetings, **asked))
    assert (page.status_code, said in text(page)) == (422, True)
    assert client.post(CONFIRM, form(meetings, **asked)).status_code == 422


def test_an_inferred_date_for_all_is_shown_before_it_is_taken(client, meetings):
    asked = {"kind": "date", "date": "1st Mrach 2090"}
    page = client.post(MOVE, form(meetings, **asked))
    assert "We read this as Wednesday 1 March 2090: a spelling was mended." in text(page)
    shown = re.search(r'name="date_read_as" value="([^"]+)"', page.content.decode())[1]
    confirm(client, form(meetings, **asked, date_read_as=shown))
    assert dates() == [date(2090, 3, 1)] * 3


def test_undo_gives_all_back(client, meetings):
    confirm(client, form(meetings))
    response = client.post(reverse("undo_move", args=[Move.objects.get().pk]))
    assert (dates(), told(response)[-1]) == ([SOON] * 3, "Undone.")
    assert "Undone on" in text(client.get(response.url))


def test_a_part_that_stays_is_said_on_the_page_and_in_its_text_and_undone_later(client, meetings):
    confirm(client, form(meetings))
    first = Meeting.objects.earliest("pk")
    confirm(client, form([first], key="5c2f1f0e-7a3b-4a7e-8a44-0d7f6b1f2c55"))
    again, move = Move.objects.all()
    page = client.get(client.post(reverse("undo_move", args=[move.pk])).url)
    assert "Undone in part on" in text(page)
    first_again = f'To undo this, first undo “<a class="govuk-link" href="{again.get_absolute_url()}">{again.words}</a>'
    assert first_again in page.content.decode()
    assert "Changed again since: date from Monday 6 February 2090 at 18:00 to Monday 27 February" in text(page)
    assert (page.context["letter"].startswith("Undone in part: Moved 3"), page.context["lines"][0].meeting) == (
        True,
        first,
    )
    for each in (again, move):
        page = client.get(client.post(reverse("undo_move", args=[each.pk])).url)
    assert (dates(), "Undone in part" in text(page), "Undo the rest" in text(page)) == ([SOON] * 3, False, False)


def test_what_was_changed_by_hand_since_is_said_with_the_way_back(client, meetings):
    confirm(client, form(meetings, kind="venue", venue="Library"))
    Meeting.objects.filter(title="Two").update(venue="Town hall")
    page = client.get(Move.objects.get().get_absolute_url())
    assert "Changed again since: venue from Library to Town hall. By hand: its history says by whom." in text(page)
    assert f'first <a class="govuk-link" href="{reverse("edit_meeting", args=[meetings[1].pk])}">' in page.text


def test_a_copy_that_was_changed_since_says_that_an_undo_leaves_it(client, meetings):
    repeated = {"every": "week", "times": "2", "key": KEY, "confirm": ""}
    path = reverse("repeat_meeting", args=[meetings[0].pk])
    seen = client.post(path, repeated).context["seen"]
    page = client.get(client.post(path, {**repeated, "seen": seen}).url)
    assert "an undo leaves it" not in text(page)
    Meeting.objects.filter(pk=Meeting.objects.latest("pk").pk).update(venue="Library")
    client.post(reverse("undo_move", args=[Move.objects.get().pk]))
    page = client.get(Move.objects.get().get_absolute_url())
    assert "or something was logged at it, so an undo leaves it: its page says what. If it should go" in text(page)


def test_a_meetings_page_says_where_it_was_moved_from(client, meetings):
    confirm(client, form(meetings[:1], reason="An election is called"))
    page = text(client.get(meetings[0].get_absolute_url()))
    assert "Moved from Monday 16 January 2090 at 18:00: An election is called" in page
    assert re.search(r"History \d+ \w+ \d+, \d+:\d+, Ada Admin. An election is called", page)


def test_an_officer_reads_what_moved_and_undoes_nothing(client, client_for, meetings):
    confirm(client, form(meetings))
    page = client_for("officer").get(Move.objects.get().get_absolute_url())
    assert ("Moved 3 meetings" in text(page), "Undo" in text(page)) == (True, False)


def test_the_admins_action_leads_to_the_same_page(client, meetings):
    ticked = {"action": "move_or_change", "_selected_action": [meeting.pk for meeting in meetings[:2]]}
    page = client.post(reverse("admin:meetings_meeting_changelist"), ticked)
    assert page.context["chosen"] == meetings[:2]
    assert "delete_selected" not in client.get(reverse("admin:meetings_meeting_changelist")).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_a_preview_takes_as_many_queries_for_many_as_for_one(client, meetings, number, django_assert_num_queries):
    data = form(meetings[:number])
    client.post(MOVE, data)
    with django_assert_num_queries(12):
        client.post(MOVE, data)
