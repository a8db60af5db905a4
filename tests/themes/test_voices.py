"""Who has not been heard: audiences and stakeholders, against meetings, comments and targets."""

import re
from datetime import date

import pytest
from django.urls import reverse

from meetings.models import Audience
from tests.factories import make_comment, make_meeting, make_stakeholder, theme
from themes.voices_views import speakers_now, voices_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def young():
    return Audience.objects.get(name="Young people")


def row(audience):
    return next(row for row in voices_now().rows if row.pk == audience.pk)


def want(audience, meetings):
    audience.meetings_wanted = meetings
    audience.save()


def test_meetings_are_counted_by_state_and_comments_by_theme(young):
    held = make_meeting(audience=young)
    make_meeting(audience=young, starts_on=date(2100, 1, 1))
    make_meeting(audience=young, starts_on=None)
    make_meeting(audience=young, status="cancelled")
    make_comment(meeting=held, theme=theme())
    make_comment(meeting=held)
    make_comment(meeting=held, theme=theme(), standing="set_aside")
    found = row(young)
    assert (found.held, found.planned, found.to_be_confirmed, found.comments) == (1, 1, 1, 2)
    assert {cell.slug: cell.comments for cell in found.cells if cell.comments} == {
        "thriving-neighbourhoods": 1,
        "untagged": 1,
    }


@pytest.mark.parametrize(("wanted", "short", "unplanned"), [(None, 0, 0), (0, 0, 0), (1, 0, 0), (2, 1, 0), (4, 3, 2)])
def test_a_target_tells_how_many_are_missing_and_how_many_are_not_even_planned(young, wanted, short, unplanned):
    make_meeting(audience=young)
    make_meeting(audience=young, starts_on=date(2100, 1, 1))
    want(young, wanted)
    assert (row(young).short, row(young).unplanned) == (short, unplanned)


def test_a_stakeholder_is_silent_until_it_came_or_was_heard(young):
    came, said, silent = (make_stakeholder(audience=young) for _ in range(3))
    make_comment(meeting=make_meeting([came]), stakeholder=said)
    planned = make_meeting([silent], starts_on=date(2100, 1, 1))
    assert row(young).silent == (silent,)
    assert row(young).silent[0].to_come == [planned]


def test_a_stakeholder_has_its_meetings_and_its_comments_by_theme(young):
    forum, silent = (make_stakeholder(name=name, audience=young) for name in ("Forum", "Silent"))
    held = make_meeting([forum])
    make_meeting([forum, silent], starts_on=date(2100, 1, 1))
    make_comment(meeting=held, stakeholder=forum, theme=theme())
    make_comment(meeting=held, stakeholder=forum)
    make_comment(meeting=held, stakeholder=forum, theme=theme(), standing="action")
    make_comment(meeting=held, theme=theme())
    ((audience, (row, other)),) = speakers_now()
    assert (audience, row.stakeholder, row.held, row.comments) == (young, forum, 1, 2)
    assert (other.stakeholder, other.held, other.comments) == (silent, 0, 0)
    assert {cell.slug: cell.comments for cell in row.cells if cell.comments} == {
        "thriving-neighbourhoods": 1,
        "untagged": 1,
    }


def test_the_page_says_zeros_in_words(client_for, young):
    want(young, 3)
    make_stakeholder(name="Weir Watch", audience=young)
    make_meeting(audience=Audience.objects.get(name="VCFSE"), starts_on=None)
    page = client_for("manager").get(reverse("voices")).text
    assert "<strong>Young people</strong>: No meetings held of at least 3; 3 more to plan" in page
    assert "No meeting held and no comment counted: <strong>VCFSE</strong> (one is planned), " in page
    assert "<strong>Businesses</strong>, " in page
    assert "1 of 1 stakeholders not heard from yet" in page
    assert "Weir Watch</a>: nothing is planned" in page
    assert re.findall(r'app-numeric( app-grid__total)? app-grid__empty">(\w+)<', page) == [
        ("", "None"),
        (" app-grid__total", "None"),
    ]


def test_the_summary_has_the_short_version(client_for, young):
    make_comment()
    want(young, 3)
    page = client_for("manager").get(reverse("summary")).text
    assert "<strong>Young people</strong>: 1 meeting held of at least 3; 2 more to plan" in page
    assert f'href="{reverse("voices")}"' in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_as_many_queries_for_many_as_for_one(client_for, young, number, django_assert_num_queries):
    for _ in range(number):
        make_meeting([make_stakeholder(audience=young)], starts_on=None)
        make_comment(meeting=make_meeting())
    client = client_for("manager")
    client.get(reverse("voices"))
    with django_assert_num_queries(16):
        client.get(reverse("voices"))


def targets(client, **typed):
    """The form as it stands, with what is typed for audiences by name."""
    formset = client.get(reverse("set_targets")).context["targets"]
    sent = {f"form-{name}": formset.management_form[name].value() for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    for form in formset:
        sent |= {form.add_prefix(name): form[name].value() for name in ("id", "version")}
        kept = form["meetings_wanted"].value()
        sent[form.add_prefix("meetings_wanted")] = typed.get(form.instance.name, "" if kept is None else kept)
    return sent


def test_an_admin_sets_targets_all_at_once(client_for, young):
    client = client_for("admin")
    response = client.post(reverse("set_targets"), targets(client, **{"Young people": "3", "VCFSE": "2"}))
    assert (response.status_code, response.url) == (302, reverse("voices"))
    wanted = Audience.objects.exclude(meetings_wanted=None)
    assert dict(wanted.values_list("name", "meetings_wanted")) == {"Young people": 3, "VCFSE": 2}
    young.refresh_from_db()
    assert young.history.first().history_user.username == "admin"


@pytest.mark.parametrize("typed", ["many", "-1", "99999"])
def test_a_target_that_is_no_number_is_refused(client_for, young, typed):
    client = client_for("admin")
    response = client.post(reverse("set_targets"), targets(client, **{"Young people": typed}))
    assert (response.status_code, row(young).wanted) == (422, None)


def test_targets_are_not_saved_over_somebody_elses(client_for, young):
    client = client_for("admin")
    stale = targets(client, **{"Young people": "3", "VCFSE": "2"})
    want(young, 5)
    page = client.post(reverse("set_targets"), stale, follow=True).text
    assert "Somebody has changed an audience since you opened this." in page
    assert dict(Audience.objects.exclude(meetings_wanted=None).values_list("name", "meetings_wanted")) == {
        "Young people": 5
    }
