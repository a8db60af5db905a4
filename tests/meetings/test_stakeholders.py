"""The register of stakeholders: who is found by which name, what a page of one says, who sees and changes what."""

from datetime import date

import pytest
from django.urls import reverse

from feedback.forms import speakers
from meetings.models import Audience, Meeting, Stakeholder
from tests.factories import make_comment, make_key_point, make_meeting, make_stakeholder
from themes.models import Response

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("admin")


def register(client, **filters):
    return client.get(reverse("stakeholders"), filters)


def names(response):
    return [stakeholder.name for stakeholder in response.context["page"]]


def test_an_empty_register_says_so(client):
    assert "No stakeholder is known yet." in register(client).text


@pytest.mark.parametrize("words", ["weir", "WATCH weir", "t.w.w"])
def test_a_stakeholder_is_found_by_any_of_its_names(client, words):
    make_stakeholder(name="Tame Weir Watch", aliases="T.W.W.\nWeir Friends")
    make_stakeholder(name="Others")
    assert names(register(client, q=words)) == ["Tame Weir Watch"]


def test_the_audience_and_whether_they_were_heard_narrow_it(client):
    young = Audience.objects.get(name="Young people")
    met = make_stakeholder(name="Met", audience=Audience.objects.get(name="VCFSE"))
    said = make_stakeholder(name="Said", audience=young)
    make_stakeholder(name="Silent", audience=young)
    make_comment(meeting=make_meeting([met]), stakeholder=said)
    assert names(register(client, audience=young.pk)) == ["Said", "Silent"]
    assert names(register(client, heard="no")) == ["Silent"]
    assert names(register(client, heard="yes", audience=young.pk)) == ["Said"]


def test_only_held_meetings_and_counted_comments_are_counted(client):
    forum = make_stakeholder()
    make_meeting([forum], starts_on=date(2024, 1, 9))
    make_meeting([forum], starts_on=date(2100, 1, 9))
    make_meeting([forum], status=Meeting.Status.CANCELLED)
    make_comment(stakeholder=forum)
    make_comment(stakeholder=forum, standing="reply")
    (row,) = register(client).context["page"]
    assert (row.met, row.last_met, row.said) == (1, date(2024, 1, 9), 1)


@pytest.mark.parametrize("number", [1, 3, 60])
def test_the_register_takes_as_many_queries_for_many_as_for_one(client, number, django_assert_num_queries):
    for _ in range(number):
        make_stakeholder(aliases="Another")
    register(client)
    with django_assert_num_queries(7):
        register(client)


@pytest.mark.parametrize("value", ["letters", "0", "9" * 30])
def test_a_filter_that_is_nonsense_is_refused_with_a_sentence(client, value):
    make_stakeholder()
    assert register(client, audience=value).context["form"].errors == {"audience": ["Choose one from the list."]}


def test_a_page_tells_when_we_met_what_they_said_and_what_became_of_it(client):
    forum = make_stakeholder(aliases="TWW")
    comment = make_comment(meeting=make_meeting([forum], title="Weir walk"), stakeholder=forum, text="Mend the weir.")
    point = make_key_point([comment], text="People want the weir mended.")
    Response.objects.create(key_point=point, answer="we_will", why="The weir is ours.")
    page = client.get(forum.get_absolute_url()).text
    for words in ("Also called TWW", "Weir walk", "Mend the weir.", "People want the weir mended.", "We will"):
        assert words in page
    assert "Not answered yet" not in page


def test_a_page_of_one_never_met_says_so(client):
    page = client.get(make_stakeholder().get_absolute_url()).text
    assert "Never, and no meeting is planned." in page
    assert "Nothing that was logged is put down to them." in page
    assert "No key point rests on what they said." in page


@pytest.mark.parametrize(("role", "sees"), [("officer", True), ("manager", False), ("admin", True)])
def test_contact_details_are_for_officers_and_admins(client_for, role, sees):
    forum = make_stakeholder(contact="ring 0161 496 0000")
    client = client_for(role)
    assert ("0161 496 0000" in client.get(forum.get_absolute_url()).text) is sees
    assert ("contact" in client.get(reverse("add_stakeholder")).context["form"].fields) is sees


def test_no_history_is_kept_of_contact_details(client):
    forum = make_stakeholder(contact="ring 0161 496 0000")
    assert "contact" not in [field.name for field in forum.history.model._meta.fields]


def edit(client, forum, **values):
    address = reverse("edit_stakeholder", args=[forum.pk])
    form = client.get(address).context["form"]
    sent = {name: form[name].value() for name in ("name", "audience", "aliases", "contact", "version")}
    return client.post(address, {**sent, **values})


def test_an_admin_edits_a_stakeholder(client):
    forum = make_stakeholder()
    assert edit(client, forum, aliases="TWW\nWeir Friends").status_code == 302
    assert Stakeholder.objects.get().names == [forum.name, "TWW", "Weir Friends"]
    assert Stakeholder.objects.get().history.first().history_user.username == "admin"


def test_a_stale_edit_is_refused_with_both_texts(client):
    forum = make_stakeholder(name="Weir Watch")
    stale = client.get(reverse("edit_stakeholder", args=[forum.pk])).context["form"]["version"].value()
    edit(client, forum, name="Weir Friends")
    response = edit(client, forum, name="Weir Walkers", version=stale)
    assert (response.status_code, Stakeholder.objects.get().name) == (409, "Weir Friends")
    assert "Weir Friends" in response.text and "Weir Walkers" in response.text


@pytest.mark.parametrize("values", [{"name": "tww"}, {"name": "Weir watch"}, {"name": "New", "aliases": "x\nTWW"}])
def test_a_name_that_another_has_is_refused(client, values):
    known = make_stakeholder(name="Weir Watch", aliases="TWW")
    sent = {"audience": known.audience_id, "aliases": "", **values}
    response = client.post(reverse("add_stakeholder"), sent)
    assert (response.status_code, Stakeholder.objects.count()) == (422, 1)
    assert "is a name of Weir Watch" in response.text


@pytest.mark.parametrize(("role", "who"), [("officer", "an admin"), ("admin", "you")])
def test_who_can_merge_two_that_may_be_one_is_said(client_for, role, who):
    known = make_stakeholder(name="Weir Watch")
    sent = {"name": "Weir Watch", "audience": known.audience_id, "aliases": ""}
    assert f"They may be one: {who} can merge them." in client_for(role).post(reverse("add_stakeholder"), sent).text


def test_who_is_named_by_another_name_at_a_meeting_is_not_added_anew(client):
    forum, meeting = make_stakeholder(name="Weir Watch", aliases="TWW"), make_meeting()
    address = reverse("record_attendance", args=[meeting.pk])
    version = client.get(address).context["form"]["version"].value()
    client.post(address, {"version": version, "new_name": "tww", "new_audience": meeting.audience_id})
    assert list(meeting.stakeholders.all()) == [forum]


def test_other_names_are_in_the_list_of_who_said_it_and_find_a_meeting(client):
    forum = make_stakeholder(name="Weir Watch", aliases="TWW")
    meeting = make_meeting([forum])
    assert ("At this meeting", [(forum.pk, "Weir Watch (also TWW)")]) in speakers(meeting)
    assert list(Meeting.objects.search("tww")) == [meeting]
