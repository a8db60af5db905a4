"""What is typed to start a portal."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from feedback.models import Comment
from stockport2040.roles import role_of
from tests.factories import make_edition, make_person
from themes.actions import approve

pytestmark = pytest.mark.django_db
COMMITS = pytest.mark.django_db(transaction=True)  # as PostgreSQL makes no index of a table just written to
PASSWORD = "a long sentence nobody says"


@pytest.fixture
def named(monkeypatch):
    def set_names(name, password=PASSWORD):
        monkeypatch.setenv("ADMIN_NAME", name)
        monkeypatch.setenv("ADMIN_PASSWORD", password)

    return set_names


def test_the_first_admin_is_the_one_named(named, client):
    named("ada")
    call_command("make_admin")
    assert role_of(User.objects.get()) == "admin"
    assert client.login(username="ada", password=PASSWORD)


def test_there_is_only_one_first_admin(named):
    make_person("admin", username="first")
    named("second")
    call_command("make_admin")
    assert [person.username for person in User.objects.all()] == ["first"]


@pytest.mark.parametrize(("name", "password"), [("ada", "short"), ("ada", ""), ("", PASSWORD), ("a b", PASSWORD)])
def test_an_admin_without_a_proper_name_and_password_is_refused(named, name, password):
    named(name, password)
    with pytest.raises(CommandError):
        call_command("make_admin")
    assert not User.objects.exists()


def test_with_nobody_to_ask_and_nobody_named_no_admin_is_made(monkeypatch):
    monkeypatch.delenv("ADMIN_NAME", raising=False)
    monkeypatch.setattr("sys.stdin", StringIO())
    with pytest.raises(CommandError, match="Set ADMIN_NAME and ADMIN_PASSWORD"):
        call_command("make_admin")


@COMMITS
def test_the_first_start_loads_the_sample_and_the_second_does_not(settings, capsys):
    settings.DEBUG = True
    call_command("prepare")
    Comment.objects.first().delete()
    call_command("prepare")
    assert Comment.objects.count() == 219
    assert capsys.readouterr().out.count("manager  password stockport-2040") == 2


@COMMITS
def test_of_the_sample_s_two_managers_one_approves_what_the_other_prepared(settings, capsys):
    settings.DEBUG = True
    call_command("prepare")
    first, second = User.objects.filter(groups__name="manager").order_by("pk")
    edition = make_edition(prepared_by=first)
    approve(edition.number, edition.pk, by=second)
    assert second.check_password("stockport-2040") and "manager2 password stockport-2040" in capsys.readouterr().out
    User.objects.filter(pk=second.pk).update(email="")  # not of the sample any more
    call_command("prepare")
    assert "manager2" not in capsys.readouterr().out


def test_an_empty_start_makes_an_admin_and_no_comment(named, capsys):
    named("ada")
    call_command("prepare", empty=True)
    assert ([person.username for person in User.objects.all()], Comment.objects.count()) == (["ada"], 0)
    assert "password" not in capsys.readouterr().out


@COMMITS
def test_an_empty_start_says_when_the_sample_is_there_already(settings, capsys):
    settings.DEBUG = True
    call_command("prepare")
    call_command("prepare", empty=True)
    assert "The sample is in this database already" in capsys.readouterr().out
