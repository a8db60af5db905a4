import pytest
from django.urls import reverse
from django.utils import timezone

from tests.browser.log.page import at
from tests.factories import make_meeting, make_stakeholder


@pytest.fixture
def meeting(db):
    came = [make_stakeholder(name="Tenants' Forum"), make_stakeholder(name="Walking Club")]
    return make_meeting(came, title="Town hall evening", starts_on=timezone.localdate())


@pytest.fixture
def address(meeting):
    return reverse("log_comments", args=[meeting.pk])


@pytest.fixture
def open_log(open_page, officer, address):
    """open_log(person) -> their hands on the meeting's page, in a browser of its own."""

    def opened(person=officer, **options):
        return at(open_page(person, **options), address)

    return opened
