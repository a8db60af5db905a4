"""What the page to sign in says of what was typed."""

import pytest
from django.urls import reverse

from tests.factories import make_person

pytestmark = pytest.mark.django_db


def sign_in(client, **typed):
    return client.post(reverse("login"), typed)


def errors(response):
    return [str(error) for several in response.context["form"].errors.values() for error in several]


def test_what_is_missing_is_named(client):
    assert errors(sign_in(client)) == ["Enter your username.", "Enter your password."]


def test_a_wrong_password_and_a_wrong_name_are_answered_alike(client):
    person = make_person()
    wrong = "This username and password do not go together. Small and capital letters count in both."
    assert errors(sign_in(client, username=person.username, password="wrong")) == [wrong]
    assert errors(sign_in(client, username="nobody", password="wrong")) == [wrong]


def test_the_right_ones_lead_home(client):
    response = sign_in(client, username=make_person().username, password="correct horse battery staple")
    assert (response.status_code, response.url) == (302, "/")
