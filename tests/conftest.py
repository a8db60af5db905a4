import pytest
from django.contrib.auth.models import User
from django.test import Client
from hypothesis import settings as hypothesis

from feedback import likeness
from tests.browser.budgets import table
from tests.factories import make_person

# The same examples every time; and no deadline, as the machine may be busy with something else.
hypothesis.register_profile("portal", derandomize=True, deadline=None)
hypothesis.load_profile("portal")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    items[:] = [item for item in items if not lacks_its_material(item)]
    for item in items:
        if commits(item):
            # It leaves every table empty: so each begins by putting back what the migrations had put there.
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


def lacks_its_material(item):
    """A test over files that this machine does not have is left out, not skipped."""
    return any("got empty parameter set" in mark.kwargs.get("reason", "") for mark in item.iter_markers("skip"))


def commits(item):
    marker = item.get_closest_marker("django_db")
    asks = marker and marker.kwargs.get("transaction")
    return asks or {"live_server", "transactional_db"} & set(item.fixturenames)


@pytest.fixture(autouse=True)
def nothing_read_before(monkeypatch):
    """Two tests give the same ids to different comments."""
    monkeypatch.setattr(likeness, "pool", likeness.Pool())


@pytest.fixture
def officer(db):
    return make_person("officer", username="officer", first_name="Olive", last_name="Officer")


@pytest.fixture
def manager(db):
    return make_person("manager", username="manager", first_name="Mina", last_name="Manager")


@pytest.fixture
def admin(db):
    return make_person("admin", username="admin", first_name="Ada", last_name="Admin")


@pytest.fixture
def client_for(db):
    """client_for("officer") is a client signed in as an officer; client_for("") is signed out."""

    def signed_in(role):
        client = Client()
        if role:
            client.force_login(User.objects.filter(username=role).first() or make_person(role, username=role))
        return client

    return signed_in


def pytest_terminal_summary(terminalreporter):
    lines = table(terminalreporter.stats.get("passed", []))
    if lines:
        terminalreporter.section("What journeys cost")
        for line in lines:
            terminalreporter.write_line(line)
