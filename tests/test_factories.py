"""What the factories and the database under test promise to the tests."""

import pytest

from feedback.models import Comment
from meetings.models import Category
from tests import factories
from themes.models import Theme

pytestmark = pytest.mark.django_db


def test_a_meeting_is_held_on_one_day_unless_told_otherwise():
    meeting = factories.make_meeting()
    assert (meeting.starts_on, meeting.ends_on) == (factories.DAY, factories.DAY)


def test_a_meeting_may_be_to_be_confirmed():
    meeting = factories.make_meeting(starts_on=None)
    assert (meeting.starts_on, meeting.ends_on) == (None, None)


def test_the_evidence_of_a_key_point_is_of_its_theme():
    comment = factories.make_comment()
    point = factories.make_key_point([comment])
    comment.refresh_from_db()
    assert (comment.key_point, comment.theme) == (point, factories.theme())


def test_a_comment_set_aside_has_a_reason():
    comment = factories.make_comment(standing=Comment.Standing.SET_ASIDE)
    assert comment.set_aside_reason == "Not about the borough."


@pytest.mark.parametrize("role", ["officer", "manager", "admin"])
def test_a_client_is_signed_in_as_its_role(client_for, role):
    client = client_for(role)
    assert client.get("/admin/", follow=True).wsgi_request.user.username == role


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_a_test_that_commits_finds_what_the_migrations_put_there(time, officer):
    assert (Theme.objects.count(), Category.objects.count()) == (6, 5)
    assert officer.has_perm("feedback.add_comment")
