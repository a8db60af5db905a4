"""A calendar program reads the schedule by an address, and nothing else by it."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from meetings.changes import Change
from meetings.feeds import hashed
from meetings.models import Category, Feed, Meeting
from meetings.moves import apply
from meetings.plans import plan
from tests.factories import make_category, make_meeting, make_stakeholder

pytestmark = pytest.mark.django_db
DAY = date(2090, 7, 4)


@pytest.fixture
def address(officer):
    """address(kind, category) is a new feed's path."""

    def made(kind="all", category=None):
        return reverse("feed", args=[Feed.objects.make(officer, kind, category)[1]])

    return made


def events(client, address):
    return Calendar.from_ical(client.get(address).content).walk("VEVENT")


def titles(client, address):
    return sorted(str(event["summary"]) for event in events(client, address))


def test_one_day_is_a_whole_day_and_a_range_ends_the_day_after(client, address):
    make_meeting(starts_on=DAY)
    make_meeting(starts_on=DAY, ends_on=DAY + timedelta(days=2), starts_at=time(18))
    found = [(event.decoded("dtstart"), event.decoded("dtend")) for event in events(client, address())]
    assert found == [(DAY, DAY + timedelta(days=1)), (DAY, DAY + timedelta(days=3))]


@pytest.mark.parametrize(("day", "hours"), [(date(2090, 7, 4), 1), (date(2090, 1, 4), 0)])
def test_a_time_is_london_time_in_summer_and_in_winter(client, address, day, hours):
    make_meeting(starts_on=day, starts_at=time(18))
    (event,) = events(client, address())
    start = event.decoded("dtstart")
    assert (start.replace(tzinfo=None).isoformat(), start.utcoffset()) == (f"{day}T18:00:00", timedelta(hours=hours))
    assert event.decoded("duration") == timedelta(hours=2)


def test_it_ends_when_the_meeting_does(client, address):
    make_meeting(starts_on=DAY, starts_at=time(18), ends_at=time(19, 30))
    make_meeting(starts_on=DAY, starts_at=time(22), ends_at=time(0, 30))
    ends = [event.decoded("dtend").replace(tzinfo=None).isoformat() for event in events(client, address())]
    assert ends == ["2090-07-04T19:30:00", "2090-07-05T00:30:00"]


def test_it_holds_titles_times_and_places_only(client, address, officer):
    make_meeting([make_stakeholder(name="Private club")], title="Forum", starts_on=DAY, venue="Town hall", lead=officer)
    (event,) = events(client, address())
    assert sorted(event) == sorted(["UID", "SEQUENCE", "DTSTAMP", "SUMMARY", "STATUS", "LOCATION", "DTSTART", "DTEND"])


def test_what_is_to_be_confirmed_is_left_out(client, address):
    make_meeting(starts_on=None)
    assert titles(client, address()) == []


@pytest.mark.parametrize(
    ("status", "said", "title"),
    [
        ("scheduled", "CONFIRMED", "Forum"),
        ("cancelled", "CANCELLED", "Forum"),
        ("postponed", "CANCELLED", "Postponed: Forum"),
    ],
)
def test_a_status_is_told(client, address, status, said, title):
    make_meeting(title="Forum", starts_on=DAY, status=status)
    (event,) = events(client, address())
    assert (event["status"], event["summary"]) == (said, title)


def test_a_moved_meeting_keeps_its_name_and_counts_up(client, address, admin):
    meeting, path = make_meeting(starts_on=DAY), address()
    (before,) = events(client, path)
    apply(Change("weeks", 1), plan([meeting], Change("weeks", 1)), "", admin)
    (after,) = events(client, path)
    assert (after["uid"], after["sequence"]) == (before["uid"], before["sequence"] + 1)
    assert after.decoded("dtstart") == DAY + timedelta(weeks=1)


def test_the_same_meetings_are_the_same_bytes(client, address):
    make_meeting(starts_on=DAY, venue="Line\nbreak; and, comma")
    path = address()
    assert client.get(path).content == client.get(path).content


def test_a_program_that_has_it_already_is_told_so(client, address):
    meeting, path = make_meeting(starts_on=DAY), address()
    tag = client.get(path)["ETag"]
    assert client.get(path, headers={"if-none-match": tag}).status_code == 304
    meeting.save()
    assert client.get(path, headers={"if-none-match": tag}).status_code == 200


def test_each_feed_holds_its_own_meetings(client, address, officer):
    members = Category.objects.get(name="Members")
    under = Category.objects.get(name="Area Committees")
    make_meeting(title="Mine", starts_on=DAY, lead=officer, category=make_category())
    make_meeting(title="Members'", starts_on=DAY, category=members)
    make_meeting(title="Under members", starts_on=DAY, category=under)
    assert titles(client, address()) == ["Members'", "Mine", "Under members"]
    assert titles(client, address("mine")) == ["Mine"]
    assert titles(client, address("category", members)) == ["Members'", "Under members"]


def test_only_a_hash_of_the_token_is_kept_and_it_is_long(officer):
    feed, token = Feed.objects.make(officer, "all")
    assert (len(token), feed.token_hash) == (32, hashed(token))  # 32 characters of six bits
    assert token not in str(Feed.objects.values()[0])


def test_a_wrong_address_is_not_found(client):
    assert client.get(reverse("feed", args=["guess"])).status_code == 404


def test_it_dies_with_the_account_and_with_the_role(client, address, officer):
    path = address()
    officer.groups.clear()
    assert client.get(path).status_code == 404
    officer.groups.add(*officer.groups.model.objects.filter(name="officer"))
    assert client.get(path).status_code == 200
    officer.is_active = False
    officer.save()
    assert client.get(path).status_code == 404


def test_its_owner_revokes_it_and_nobody_else_can(client_for, client, address, officer):
    path, feed = address(), Feed.objects.get()
    revoke = reverse("revoke_feed", args=[feed.pk])
    assert client_for("admin").post(revoke).status_code == 404
    assert client.get(path).status_code == 200
    assert client_for("officer").post(revoke).status_code == 302
    assert client.get(path).status_code == 404


def test_what_revoking_does_is_said_before_its_button(client_for, address):
    address()
    page = client_for("officer").get(reverse("feeds")).text
    folded = page[page.index("<details") : page.index("</details>")]
    assert folded.index("It cannot be undone") < folded.index("<button") < folded.index("Revoke it for good")


def test_the_address_is_shown_once(client_for, client):
    person = client_for("officer")
    made = person.post(reverse("feeds"), {"kind": "all"})
    path = made.context["address"].removeprefix("http://testserver")
    assert (client.get(path).status_code, made["Cache-Control"].count("no-store")) == (200, 1)
    assert path not in person.get(reverse("feeds")).content.decode()


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ({"kind": "category"}, []),
        ({"kind": "category", "category": 1}, [("category", 1)]),
        ({"kind": "mine", "category": 1}, [("mine", None)]),
        ({"kind": "everything"}, []),
    ],
)
def test_a_feed_of_a_category_names_it(client_for, asked, made):
    client_for("officer").post(reverse("feeds"), asked)
    assert list(Feed.objects.values_list("kind", "category")) == made


def test_a_feed_opens_nothing_else(client, address):
    client.get(address())
    assert client.get(reverse("schedule")).status_code == 302
    assert Meeting.objects.count() == 0


def test_a_category_named_in_two_lines_names_its_calendar_in_one(client, address):
    category = make_category(name="Members\nand officers")
    calendar = Calendar.from_ical(client.get(address("category", category)).content)
    assert calendar["x-wr-calname"] == "Stockport 2040: Members and officers"
