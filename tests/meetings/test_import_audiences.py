"""Whom a meeting of an imported list hears: guessed where its title or heading leaves no doubt, and else asked."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.models import Audience, Meeting
from tests.factories import make_category, make_meeting, make_stakeholder
from tests.meetings.importing import again, outcomes, read, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("admin")


def heard(response):
    names = dict(Audience.objects.values_list("pk", "name"))
    return {title: names.get(each.audience) for title, each in outcomes(response).items()}


def guess(client, title, heading="Forums"):
    return heard(read(client, f"{heading}\t\n{title}\t21st November"))[title]


@pytest.mark.parametrize(
    ("title", "audience"),
    [
        ("Youth Summit", "Young people"),
        ("VCFE Session", "VCFSE"),
        ("Community Networks", "VCFSE"),
        ("Business breakfast", "Businesses"),
        ("Members' Briefing", "Elected members"),
        ("Union members", None),
        ("Primary Care Board", "Health and care"),
        ("Health and safety day", None),
        ("Care leavers", None),
        ("Schools Forum", "Schools and colleges"),
        ("Cheadle School fair", None),
        ("Public services board", "Public services"),
        ("Housing Options Desk", None),
        ("Equity Network Chairs", "Equality networks"),
        ("Staff Networks", "Council colleagues"),
        ("School staff", None),
        ("Youth and NHS day", None),
    ],
)
def test_a_title_tells_whom_it_hears_only_where_that_is_unmistakable(client, title, audience):
    assert guess(client, title) == audience


@pytest.mark.parametrize(
    ("heading", "title", "audience"),
    [
        ("Members", "Leaders", "Elected members"),
        ("Members", "Health scrutiny", "Elected members"),
        ("Members", "NHS and councillors", "Elected members"),
        ("Members", "Youth Summit", None),
        ("Area Committees", "Marple", "Elected members"),
        ("Team Around the Place", "Marple", "Neighbourhood teams"),
        ("Staff/Colleagues", "Leadership", "Council colleagues"),
    ],
)
def test_a_heading_tells_whom_those_hear_whose_titles_do_not_say_otherwise(client, heading, title, audience):
    assert guess(client, title, heading) == audience


def test_an_audience_of_the_portals_own_is_told_by_its_name(client):
    Audience.objects.create(name="Faith groups", position=20)
    assert guess(client, "Meeting with faith groups") == "Faith groups"


def test_a_title_that_names_a_stakeholder_hears_its_audience(client):
    make_stakeholder(name="Marple Towpath", audience=Audience.objects.get(name="VCFSE"))
    assert guess(client, "Walk with the Marple Towpath volunteers") == "VCFSE"


def test_a_guess_is_said_to_be_one_and_can_be_changed(client):
    first = read(client, "Forums\t\nYouth Summit\t21st November")
    assert "Audience: Young people, guessed from its title." in first.text
    assert "Whom they hear is guessed for 1" in first.text
    businesses = Audience.objects.get(name="Businesses")
    assert save(client, first, **{"audience-2": str(businesses.pk)}).status_code == 302
    assert Meeting.objects.get().audience == businesses


def test_one_choice_for_a_heading_stands_for_the_rest(client):
    first = read(client, "Forums\t\nYouth Summit\t21st November\nWalk\t22nd November\nTalk\t23rd November")
    assert "One audience for the other 2" in first.text
    vcfse = Audience.objects.get(name="VCFSE")
    response = save(client, first, **{"under-1": str(vcfse.pk)})
    assert response.status_code == 302
    audiences = dict(Meeting.objects.values_list("title", "audience__name"))
    assert audiences == {"Youth Summit": "Young people", "Walk": "VCFSE", "Talk": "VCFSE"}


def test_one_choice_stands_for_what_was_guessed_from_its_heading(client):
    vcfse = str(Audience.objects.get(name="VCFSE").pk)
    response = again(client, read(client, "Members\t\nLeaders\t21st November"), **{"under-1": vcfse})
    assert heard(response) == {"Leaders": "VCFSE"}


def of_audience(client, text):
    return read(client, f"Meeting\tDate\tAudience\nForums\t\t\nWalk\t21st November\t{text}")


@pytest.mark.parametrize(
    ("text", "audience"),
    [("Bussinesses", "Businesses"), ("Neighborhood Team", "Neighbourhood teams"), ("Youth", "Young people")],
)
def test_the_nearest_to_an_audience_of_the_list_is_offered_and_flagged(client, text, audience):
    response = of_audience(client, text)
    assert heard(response) == {"Walk": audience}
    assert outcomes(response)["Walk"].said == (
        f"audience “{text}” is not one of the portal’s, the nearest is {audience}",
        f"audience: {audience}, offered for what the list says",
    )
    assert response.context["headings"][0]["rows"][0]["is_doubtful"]


def test_one_that_is_near_to_none_is_asked(client):
    assert heard(of_audience(client, "Anglers")) == {"Walk": None}


def test_a_meeting_in_the_schedule_keeps_its_audience_where_the_list_has_only_one_near_to_another(client):
    category, audience = make_category(name="Forums"), Audience.objects.get(name="VCFSE")
    make_meeting(title="Walk", starts_on=date(2023, 11, 21), category=category, audience=audience)
    outcome = outcomes(of_audience(client, "Bussinesses"))["Walk"]
    assert (outcome.state, "audience_id" in outcome.values) == ("same", False)


def test_a_guess_that_others_changed_meanwhile_is_shown_again(client):
    first = read(client, "Forums\t\nYouth Summit\t21st November")
    make_meeting(title="Youth summit", audience=Audience.objects.get(name="VCFSE"))
    response = save(client, first)
    assert (response.status_code, response.request["PATH_INFO"]) == (422, reverse("import_schedule"))
    assert "something was changed after this was last shown" in response.text
