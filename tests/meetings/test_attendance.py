"""Recording who came."""

import pytest
from django.urls import reverse

from meetings.models import Audience, Meeting, Stakeholder
from tests.factories import make_meeting, make_stakeholder

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("officer")


def address(meeting):
    return reverse("record_attendance", args=[meeting.pk])


def version(client, meeting):
    return client.get(address(meeting)).context["form"]["version"].value()


def record(client, meeting, **values):
    values.setdefault("version", version(client, meeting))
    return client.post(address(meeting), values)


def saved(meeting):
    meeting = Meeting.objects.get(pk=meeting.pk)
    return meeting.attendance, sorted(stakeholder.name for stakeholder in meeting.stakeholders.all())


def test_how_many_and_who_came_are_recorded(client):
    forum, meeting = make_stakeholder(name="A forum"), make_meeting([make_stakeholder(name="Another")])
    response = record(client, meeting, attendance="25", stakeholders=[forum.pk])
    assert (response.status_code, response.url) == (302, meeting.get_absolute_url())
    assert saved(meeting) == (25, ["A forum"])
    assert {line.history_user.username for line in meeting.history.all() if line.version > 1} == {"officer"}


@pytest.mark.parametrize(("typed", "kept"), [("", None), ("0", 0)])
def test_nobody_counted_and_nobody_came_are_told_apart(client, typed, kept):
    meeting = make_meeting(attendance=3)
    record(client, meeting, attendance=typed)
    assert saved(meeting) == (kept, [])


@pytest.mark.parametrize("typed", ["many", "-1", "2.5", "9" * 30])
def test_what_is_no_number_is_refused_and_kept_on_the_page(client, typed):
    meeting = make_meeting(attendance=3)
    response = record(client, meeting, attendance=typed)
    assert list(response.context["form"].errors) == ["attendance"]
    assert f'value="{typed}"' in response.text
    assert saved(meeting) == (3, [])


def test_somebody_new_is_added_by_name(client):
    meeting, audience = make_meeting(), Audience.objects.get(name="VCFSE")
    record(client, meeting, new_name="Reddish Rowers", new_audience=audience.pk)
    assert saved(meeting) == (None, ["Reddish Rowers"])
    assert Stakeholder.objects.get().audience == audience
    assert Stakeholder.objects.get().history.get().history_user.username == "officer"


def test_somebody_known_is_not_added_twice(client):
    make_stakeholder(name="Reddish Rowers")
    meeting = make_meeting()
    record(client, meeting, new_name="reddish ROWERS", new_audience=meeting.audience_id)
    assert saved(meeting) == (None, ["Reddish Rowers"])
    assert Stakeholder.objects.count() == 1


def test_somebody_new_needs_an_audience(client):
    meeting = make_meeting()
    response = record(client, meeting, new_name="Reddish Rowers", new_audience="")
    assert response.context["form"].errors == {"new_audience": ["Choose the audience of Reddish Rowers."]}
    assert Stakeholder.objects.count() == 0


def test_a_stale_save_is_refused_with_both_texts(client):
    theirs, mine = make_stakeholder(name="Theirs"), make_stakeholder(name="Mine")
    meeting = make_meeting()
    stale = version(client, meeting)
    record(client, meeting, attendance="10", stakeholders=[theirs.pk])
    values = {"attendance": "20", "stakeholders": [mine.pk], "new_name": "Typed", "new_audience": mine.audience_id}
    response = record(client, meeting, version=stale, **values)
    assert response.status_code == 409
    assert saved(meeting) == (10, ["Theirs"])
    cells = [cell.split("</td>")[0].split(" <span")[0] for cell in response.text.split('data-label="As ')[1:]]
    assert [cell.split(">")[1] for cell in cells[:4]] == ["10", "20", "Theirs", "Mine"]
    assert 'value="Typed"' in response.text
    assert Stakeholder.objects.filter(name="Typed").count() == 0


def test_a_save_sent_twice_is_told_that_nothing_differs(client):
    meeting = make_meeting()
    stale = version(client, meeting)
    record(client, meeting, attendance="10", new_audience=meeting.audience_id)
    response = record(client, meeting, attendance="10", new_audience=meeting.audience_id, version=stale)
    assert (response.status_code, "What is saved now is just what you wrote" in response.text) == (409, True)


def test_after_that_saving_again_is_a_choice(client):
    meeting = make_meeting()
    stale = version(client, meeting)
    record(client, meeting, attendance="10")
    refused = record(client, meeting, attendance="20", version=stale)
    again = refused.context["theirs"]["version"].value()
    assert f'value="{again}"' in refused.text
    assert record(client, meeting, attendance="20", version=again).status_code == 302
    assert saved(meeting) == (20, [])


def test_a_save_without_a_version_is_refused(client):
    meeting = make_meeting()
    assert record(client, meeting, attendance="20", version="").status_code == 409
    assert record(client, meeting, attendance="20", version="1:forged").status_code == 400
    assert saved(meeting) == (None, [])
