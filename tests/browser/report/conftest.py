import pytest
from django.contrib.auth.models import User

from stockport2040.management.commands.load_sample import load
from tests.browser.budgets import Hands


@pytest.fixture
def manager(db):
    """Of the sample, but of an address that may sign in where DEBUG is off."""
    load()
    person = User.objects.get(username="manager")
    person.email = "manager@example.org"
    person.save()
    return person


@pytest.fixture
def hands(page, sign_in, manager):
    sign_in(page, manager)
    page.goto("/")
    return Hands(page)
