"""The Django admin: who it is for, versions, people and their roles, what cannot be deleted."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from meetings.models import Category, Meeting, Stakeholder
from stockport2040.roles import role_of
from tests.factories import make_comment, make_key_point, make_meeting, make_person, make_stakeholder
from themes.models import KeyPoint, Programme, Theme

pytestmark = pytest.mark.django_db

LISTS = ["meetings_meeting", "meetings_stakeholder", "meetings_category", "meetings_audience"]
LISTS += ["themes_theme", "themes_programme", "themes_keypoint", "auth_user"]


@pytest.fixture
def client(admin, client_for):
    return client_for("admin")


def change_page(record):
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def fields(client, record):
    """What the form would send if saved as it stands."""
    form = client.get(change_page(record)).context["adminform"].form
    values = {field.name: field.value() for field in form if field.name != "password"}
    days = {name: f"{value:%d/%m/%Y}" for name, value in values.items() if isinstance(value, date)}
    return {name: value for name, value in {**values, **days}.items() if value not in (None, False, [])}


def refusals(response):
    return {name: list(found) for name, found in response.context["adminform"].form.errors.items()}


@pytest.mark.parametrize("name", LISTS)
def test_an_admin_finds_each_list(client, name):
    make_key_point()
    make_meeting([make_stakeholder()])
    address = reverse(f"admin:{name}_changelist")
    searched = name not in ("themes_programme",)
    assert [client.get(address).status_code, client.get(address, {"q": "a"} if searched else {}).status_code] == [
        200,
        200,
    ]


def test_the_index_lists_just_what_admins_keep(client):
    models = [
        model["object_name"]
        for app in client.get(reverse("admin:index")).context["app_list"]
        for model in app["models"]
    ]
    kept = ["User", "Audience", "Category", "Meeting", "PreElectionPeriod", "Stakeholder"]
    assert sorted(models) == sorted([*kept, "KeyPoint", "Programme", "Theme"])


@pytest.mark.parametrize("role", ["officer", "manager"])
def test_nobody_else_gets_in(client_for, role):
    assert client_for(role).get(reverse("admin:index"), follow=True).status_code == 403


def test_the_signed_out_are_sent_to_the_portals_own_sign_in(client_for):
    index = reverse("admin:index")
    response = client_for("").get(index, follow=True)
    assert response.redirect_chain[-1] == (f"{reverse('login')}?next={index}", 302)


def test_when_a_meeting_is_can_only_be_read_here_and_leads_to_its_own_page(client):
    meeting = make_meeting(starts_on=date(2023, 12, 7), date_as_given="7 Dec")
    slipped = {"starts_on": "05/05/2027", "ends_on": "05/05/2027", "starts_at": "10:00", "status": "cancelled"}
    client.post(change_page(meeting), {**fields(client, meeting), **slipped, "venue": "Hall", "date_as_given": ""})
    saved = Meeting.objects.get()
    assert (saved.venue, saved.dates, saved.starts_at) == ("Hall", "7 December 2023", None)
    assert (saved.date_as_given, saved.status) == ("7 Dec", "scheduled")
    assert f'<a href="{reverse("edit_meeting", args=[meeting.pk])}">' in client.get(change_page(meeting)).text


def test_a_meeting_is_added_by_the_portals_own_form(client):
    response = client.post(reverse("admin:meetings_meeting_add"), {"title": "Forum", "starts_on": "05/05/2027"})
    assert (response.url, Meeting.objects.count()) == (reverse("add_meeting"), 0)


def test_what_an_admin_changes_is_recorded_as_theirs(client, admin):
    meeting = make_meeting()
    client.post(change_page(meeting), {**fields(client, meeting), "venue": "Town Hall"})
    assert meeting.history.first().history_user == admin
    assert "from nothing to Town Hall" in client.get(change_page(meeting).replace("change", "history")).text


def test_a_stale_save_is_refused_with_what_is_there_now(client):
    meeting = make_meeting(title="Forum")
    stale = fields(client, meeting)
    client.post(change_page(meeting), {**stale, "venue": "Town Hall"})
    response = client.post(change_page(meeting), {**stale, "venue": "Library"})
    errors = refusals(response)
    assert errors["__all__"][0].startswith("Not saved: Ada Admin saved this at ")
    assert errors["venue"] == ["Now saved here: Town Hall."]
    assert set(errors) == {"__all__", "venue"}
    assert 'value="Library"' in response.text
    assert Meeting.objects.get().venue == "Town Hall"


def test_after_that_saving_again_is_a_choice(client):
    meeting = make_meeting()
    stale = fields(client, meeting)
    client.post(change_page(meeting), {**stale, "venue": "Town Hall"})
    refused = client.post(change_page(meeting), {**stale, "venue": "Library"})
    again = refused.context["adminform"].form["version"].value()
    client.post(change_page(meeting), {**stale, "venue": "Library", "version": again})
    assert Meeting.objects.get().venue == "Library"


def test_no_record_is_saved_without_its_version(client):
    meeting = make_meeting([make_stakeholder()])
    records = [meeting, meeting.category, meeting.audience, Stakeholder.objects.get(), Theme.objects.first()]
    records += [Programme.objects.get(), make_key_point(status="removed"), make_person()]
    for record in records:
        response = client.post(change_page(record), {**fields(client, record), "version": ""})
        assert (record, "__all__" in refusals(response)) == (record, True)


def test_an_old_record_cannot_be_saved_over_the_new(client):
    meeting = make_meeting()
    address = reverse("admin:meetings_meeting_simple_history", args=[meeting.pk, meeting.history.last().pk])
    assert [client.get(address).status_code, client.post(address, fields(client, meeting)).status_code] == [200, 405]


@pytest.mark.parametrize("name", ["x", "9" * 20])
def test_a_history_of_nothing_is_not_found(client, name):
    pages = [f"{name}/history/", f"{name}/history/1/", f"1/history/{name}/"]
    answers = [client.get(f"{reverse('admin:meetings_meeting_changelist')}{page}").status_code for page in pages]
    assert answers == [404, 404, 404]


def test_a_meeting_with_comments_cannot_be_deleted(client):
    meeting = make_meeting()
    make_comment(meeting=meeting)
    response = client.post(change_page(meeting).replace("change", "delete"), {"post": "yes"})
    assert "would require deleting the following protected related objects" in " ".join(response.text.split())
    assert Meeting.objects.count() == 1


def test_who_came_to_a_meeting_cannot_be_deleted(client):
    came, idle = make_stakeholder(), make_stakeholder()
    make_meeting([came])
    for stakeholder in (came, idle):
        client.post(change_page(stakeholder).replace("change", "delete"), {"post": "yes"})
    assert list(Stakeholder.objects.all()) == [came]


def test_a_heading_in_use_cannot_be_deleted(client):
    members = Category.objects.get(name="Members")
    client.post(change_page(members).replace("change", "delete"), {"post": "yes"})
    assert Category.objects.filter(name="Members").count() == 1


def test_a_removed_key_point_comes_back_as_a_draft(client):
    point = make_key_point(status="removed")
    assert set(fields(client, point)) == {"status", "version"}
    response = client.post(change_page(point), {**fields(client, point), "status": "agreed"})
    assert list(refusals(response)) == ["status"]
    client.post(change_page(point), {**fields(client, point), "status": "draft"})
    assert KeyPoint.objects.get().status == "draft"


def test_any_other_key_point_is_only_read(client):
    point = make_key_point()
    assert client.get(change_page(point)).status_code == 200
    assert client.post(change_page(point), {"status": "removed"}).status_code == 403
    assert client.post(change_page(point).replace("change", "delete"), {"post": "yes"}).status_code == 403


def test_a_person_is_added_with_a_role(client):
    secret = "stone bridge over water"
    values = {"username": "new", "first_name": "New", "role": "manager", "password1": secret, "password2": secret}
    client.post(reverse("admin:auth_user_add"), values)
    person = User.objects.get(username="new")
    assert (role_of(person), person.is_staff, person.is_superuser) == ("manager", False, False)


def test_a_role_is_one_choice(client):
    person = make_person("officer")
    client.post(change_page(person), {**fields(client, person), "role": "admin"})
    person = User.objects.get(pk=person.pk)
    assert ([group.name for group in person.groups.all()], person.is_staff) == (["admin"], True)


@pytest.mark.parametrize("name", ["is_superuser", "is_staff", "groups", "user_permissions"])
def test_no_right_can_be_slipped_in(client, name):
    person = make_person("officer")
    client.post(change_page(person), {**fields(client, person), "first_name": "Changed", name: "1"})
    person = User.objects.get(pk=person.pk)
    rights = (person.is_superuser, person.is_staff, role_of(person), person.user_permissions.count())
    assert (person.first_name, rights) == ("Changed", (False, False, "officer", 0))


def test_a_stale_save_of_a_person_is_refused(client):
    person = make_person("officer")
    stale = fields(client, person)
    client.post(change_page(person), {**stale, "role": "manager"})
    response = client.post(change_page(person), {**stale, "first_name": "Late"})
    errors = refusals(response)
    assert (errors["role"], errors["first_name"]) == (["Now saved here: Manager."], ["Now saved here: nothing."])
    assert errors["__all__"][0].startswith("Not saved: Ada Admin saved this at ")
    assert role_of(User.objects.get(pk=person.pk)) == "manager"


def test_people_are_deactivated_and_not_deleted(client):
    person = make_person("officer")
    assert client.post(change_page(person).replace("change", "delete"), {"post": "yes"}).status_code == 403
    values = fields(client, person)
    del values["is_active"]
    client.post(change_page(person), values)
    assert User.objects.get(pk=person.pk).is_active is False


def test_admins_cannot_shut_themselves_out(client, admin):
    client.post(
        change_page(admin), {**fields(client, admin), "first_name": "Adele", "role": "officer", "is_active": ""}
    )
    found = User.objects.get(pk=admin.pk)
    assert (found.first_name, role_of(found), found.is_active) == ("Adele", "admin", True)


def test_who_holds_every_right_is_out_of_an_admins_reach(client):
    above = User.objects.create_superuser("above", password="stone bridge over water")
    assert client.post(change_page(above), {"username": "taken"}).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_meetings_takes_as_many_queries_for_many_as_for_one(client, number, django_assert_num_queries):
    for _ in range(number):
        make_meeting(lead=make_person())
    address = reverse("admin:meetings_meeting_changelist")
    client.get(address)
    with django_assert_num_queries(12):
        client.get(address)
