"""Ten wrong passwords lock a name, for whoever tries from that address and for nobody else."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_person

pytestmark = pytest.mark.django_db

RIGHT = "correct horse battery staple"
STRANGER, COLLEAGUE = "203.0.113.9", "198.51.100.7"
LOCKED, LET_IN = 429, 302


@pytest.fixture(autouse=True)
def locking(settings):
    settings.AXES_ENABLED = True


@pytest.fixture
def behind_proxy(settings):
    settings.AXES_CLIENT_IP_CALLABLE = "stockport2040.sign_in.address_seen_by_proxy"


def answer(person, password, **address):
    typed = {"username": person.username, "password": password}
    return Client().post(reverse("login"), typed, **address).status_code


def lock(person, **address):
    for _ in range(10):
        last = answer(person, "wrong", **address)
    return last


def test_the_tenth_wrong_password_locks_the_name_there():
    person = make_person()
    assert [lock(person), answer(person, RIGHT)] == [LOCKED, LOCKED]


def test_a_stranger_locks_nobody_out_but_themselves():
    person, other = make_person(), make_person()
    lock(person, REMOTE_ADDR=STRANGER)
    assert answer(person, RIGHT, REMOTE_ADDR=COLLEAGUE) == LET_IN
    assert answer(other, RIGHT, REMOTE_ADDR=STRANGER) == LET_IN


def test_the_same_behind_a_proxy(behind_proxy):
    person = make_person()
    assert lock(person, HTTP_X_FORWARDED_FOR=STRANGER) == LOCKED
    assert answer(person, RIGHT, HTTP_X_FORWARDED_FOR=COLLEAGUE) == LET_IN


def test_an_address_that_a_stranger_makes_up_does_not_unlock(behind_proxy):
    person = make_person()
    lock(person, HTTP_X_FORWARDED_FOR=STRANGER)
    assert answer(person, RIGHT, HTTP_X_FORWARDED_FOR=f"192.0.2.1, {STRANGER}") == LOCKED


def test_where_no_proxy_is_said_to_be_nobody_is_believed():
    person = make_person()
    lock(person)
    assert answer(person, RIGHT, HTTP_X_FORWARDED_FOR=COLLEAGUE) == LOCKED


@pytest.mark.parametrize("header", ["", "unknown", "'; --", "1.2.3.4:5", f"{COLLEAGUE},"])
def test_a_header_that_names_no_address_counts_for_the_proxy(behind_proxy, header):
    person = make_person()
    lock(person, HTTP_X_FORWARDED_FOR=header)
    assert [answer(person, RIGHT), answer(person, RIGHT, HTTP_X_FORWARDED_FOR=COLLEAGUE)] == [LOCKED, LET_IN]
