"""How the portal starts: what it refuses, what it warns of, whom it lets in."""

import os
import subprocess
import sys
from urllib.request import Request, urlopen

import pytest
from django.core.management import call_command

from stockport2040.roles import SAMPLE_ADDRESS
from tests.factories import make_person
from tests.test_health import closed_port

PRODUCTION = {
    "SECRET_KEY": "fifty-characters-and-more-that-nobody-else-will-ever-guess-0123456789",
    "ALLOWED_HOSTS": "portal.example",
}


def manage(*words, **environment):
    """`manage.py` in a process with no more of an environment than is given."""
    bare = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, env=bare | environment, capture_output=True, text=True)


@pytest.mark.parametrize("name", PRODUCTION)
def test_without_debug_the_portal_does_not_start_before_it_is_told(name):
    told = {given: value for given, value in PRODUCTION.items() if given != name}
    answer = manage("check", **told)
    assert answer.returncode == 1
    assert f"{name} is not set" in answer.stderr


def test_a_flag_that_is_neither_yes_nor_no_is_refused():
    assert "DEBUG is 'perhaps': write 1 or 0." in manage("check", DEBUG="perhaps").stderr


def test_in_production_there_is_nothing_to_warn_of():
    answer = manage("check", "--deploy", "--fail-level=WARNING", **PRODUCTION)
    assert (answer.returncode, answer.stdout) == (0, "System check identified no issues (0 silenced).\n")


def test_every_model_has_its_migrations():
    answer = manage("makemigrations", "--check", "--dry-run", DEBUG="1")
    assert (answer.returncode, answer.stdout) == (0, "No changes detected\n")


def test_every_file_that_a_style_or_script_names_is_there(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    backend = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "portal.css.gz").exists()


@pytest.fixture
def served():
    """The address of the portal as gunicorn serves it."""
    port = closed_port()
    environment = {**os.environ, "DEBUG": "1", "PORT": str(port)}
    command = [sys.executable, "-m", "gunicorn", "--workers", "1"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    next(line for line in process.stdout if "is at" in line)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


def test_a_header_that_a_visitor_makes_up_leads_no_address_astray(served):
    answer = urlopen(Request(f"{served}/accounts/login/", headers={"SCRIPT_NAME": "/elsewhere"}))
    assert (answer.status, "elsewhere" in answer.read().decode()) == (200, False)


@pytest.fixture
def sample_officer(db):
    return make_person("officer", username="sample", email="sample" + SAMPLE_ADDRESS)


@pytest.mark.parametrize("debug", [True, False])
def test_a_sample_account_signs_in_only_where_debug_is_on(client, settings, sample_officer, debug):
    settings.DEBUG = debug
    assert client.login(username="sample", password="correct horse battery staple") is debug


def test_a_sample_account_that_is_signed_in_is_out_once_debug_is_off(client, settings, sample_officer):
    settings.DEBUG = True
    client.force_login(sample_officer)
    settings.DEBUG = False
    assert not client.get("/admin/login/").wsgi_request.user.is_authenticated
