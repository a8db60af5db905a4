"""Moving twelve meetings in a real browser: within 25 clicks and five minutes, and undone by one more."""

import time
from datetime import date, timedelta
from datetime import time as time_of_day

import pytest

from meetings.models import Category, Meeting
from tests.browser.budgets import Hands
from tests.browser.widths import fits_and_is_accessible
from tests.factories import make_meeting, make_stakeholder

CLICKS, SECONDS = 25, 300
# A practised person, by the keystroke-level model: to point and click, and to press a key. Seconds.
A_CLICK, A_KEY = 1.5, 0.28
FIRST = date(2090, 1, 2)  # a Monday
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def committees(admin):
    """Twelve that are coming up, a week apart, among others; the fourth would clash once it is moved."""
    category = Category.objects.get(name="Area Committees")
    forum = make_stakeholder(name="Youth forum")
    for place in range(4):
        make_meeting(title=f"Held {place}", category=category, starts_on=date(2024, 1, 16))
        elsewhere = FIRST + timedelta(weeks=place + 3)
        make_meeting(
            [forum], title=f"Elsewhere {place}", category=Category.objects.get(name="Members"), starts_on=elsewhere
        )
    return [
        make_meeting(
            [forum] if place == 3 else [],
            title=f"Committee {place + 1}",
            category=category,
            starts_on=FIRST + timedelta(weeks=place),
            starts_at=time_of_day(18),
            ends_at=time_of_day(20),
            venue="Town hall",
        )
        for place in range(12)
    ]


def dates(meetings):
    return list(
        Meeting.objects.filter(pk__in=[each.pk for each in meetings]).order_by("pk").values_list("starts_on", flat=True)
    )


def choose(hands, label, option):
    """One click opens the list, another takes from it."""
    hands.clicks += 2
    hands.page.get_by_label(label, exact=True).select_option(label=option)


def tick_all(hands):
    hands.page.goto("/meetings/")
    choose(hands, "Category", "Area Committees")
    choose(hands, "State", "Upcoming")
    for button in ("Show", "Tick all here", "Move or change the ticked"):
        hands.click(f'button:text-is("{button}")')


def test_twelve_meetings_are_moved_with_two_exceptions_and_moved_back(open_page, admin, committees, axe, stopwatch):
    page = open_page(admin)
    hands, before, began = Hands(page), dates(committees), time.perf_counter()
    words = ["3", "1 March 2090, 10 to 11.30am", "28 Feb 2090", "An election is called"]
    tick_all(hands)
    hands.click("#id_weeks")
    hands.words(words[0])
    hands.press("Enter")
    page.get_by_role("heading", name="Move 12 meetings").wait_for()
    assert "Youth forum comes to both: Elsewhere 3" in page.locator("#preview").inner_text()
    axe(page)
    for committee, own in ((committees[0], words[1]), (committees[3], words[2])):
        hands.click(f"#when-{committee.pk}")
        hands.words(own)
        hands.press("Tab")
    page.get_by_text("Tuesday 28 February 2090, 18:00 to 20:00").wait_for()
    hands.click("#id_reason")
    hands.words(words[3])
    hands.click("#confirm button")
    page.get_by_role("heading", name="Moved 12 meetings 3 weeks later, with other dates for 2 of them.").wait_for()
    axe(page)
    weeks = [day + timedelta(weeks=3) for day in before]
    assert dates(committees) == [date(2090, 3, 1), *weeks[1:3], date(2090, 2, 28), *weeks[4:]]
    assert Meeting.objects.get(pk=committees[0].pk).times == "10:00 to 11:30"
    hands.click('button:text-is("Undo it all")')
    page.get_by_text("Undone on").wait_for()
    assert dates(committees) == before
    stopwatch.note("12 meetings moved, two apart, and moved back", hands)
    by_hand = hands.clicks * A_CLICK + (hands.keys + len("".join(words))) * A_KEY
    assert (hands.clicks <= CLICKS, time.perf_counter() - began + by_hand <= SECONDS) == (True, True)


def test_twelve_meetings_are_moved_by_keyboard_alone(open_page, admin, committees):
    page = open_page(admin)
    page.goto("/meetings/?state=upcoming&q=Committee")
    page.get_by_role("button", name="Tick all here").focus()
    for key in ("Enter", "Tab", "Enter"):
        page.keyboard.press(key)
    page.get_by_role("heading", name="Move or change 12 meetings").wait_for()
    page.get_by_label("Cancel").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Cancel 12 meetings").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Cancelled 12 meetings.").wait_for()
    assert set(Meeting.objects.filter(title__startswith="Committee").values_list("status", flat=True)) == {"cancelled"}


def test_what_is_typed_while_a_date_is_read_stays(open_page, admin, committees):
    """The answer to the first box comes while the second is being filled."""
    page = open_page(admin)
    tick_all(Hands(page))
    page.get_by_label("How many weeks later").fill("3")
    page.keyboard.press("Enter")
    page.get_by_label("Another date for Committee 1", exact=True).fill("1 March 2090")
    page.get_by_label("Another date for Committee 2", exact=True).click()
    page.keyboard.type("2 March 2090", delay=60)  # milliseconds a key: the answer arrives meanwhile
    page.keyboard.press("Tab")
    page.get_by_text("Thursday 2 March 2090, 18:00 to 20:00").wait_for()
    found = [page.get_by_label(f"Another date for Committee {n}", exact=True).input_value() for n in (1, 2)]
    assert found == ["1 March 2090", "2 March 2090"]


def test_a_date_is_read_as_it_is_typed_and_saved_as_it_was_read(open_page, admin, committees):
    page = open_page(admin)
    page.goto(f"/meetings/{committees[0].pk}/edit/")
    page.get_by_label("When").fill("12 Mrach 2090")
    page.get_by_text("Read as: Sunday 12 March 2090 (a spelling was mended)").wait_for()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved: Committee 1, 12 March 2090.").wait_for()
    assert dates(committees)[0] == date(2090, 3, 12)


# As test_every_page does not see them.
ADDRESSES = ["/meetings/", "/meetings/move/?q=Committee", "/meetings/month/2090-01/", "/meetings/week/2090-W02/"]


@pytest.mark.parametrize("width", [320, 1280])
def test_a_tick_stands_at_the_edge_of_its_table(open_page, admin, committees, width):
    page = open_page(admin, viewport={"width": width, "height": 900})
    page.goto("/meetings/")
    edges = [page.locator(each).first.bounding_box()["x"] for each in ("table", ".app-tick .govuk-checkboxes__item")]
    assert edges[0] == edges[1]


def test_the_schedule_and_what_is_chosen_from_it_can_be_used_by_everybody(open_page, admin, committees, axe):
    page = open_page(admin)
    for address in ADDRESSES:
        page.goto(address)
        fits_and_is_accessible(page, axe)
