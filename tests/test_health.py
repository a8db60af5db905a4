"""The health check, with databases that are really gone."""

import os
import socket
import subprocess
import sys

import pytest

ASK = """
import django
django.setup()
from django.test import Client
answer = Client(SERVER_NAME="localhost").get("/healthz")
print(answer.status_code, answer.text)
"""


def answer_with(database):
    environment = {**os.environ, "DATABASE_URL": database, "DEBUG": "1"}
    environment["DJANGO_SETTINGS_MODULE"] = "stockport2040.settings"
    asked = subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True)
    return asked.stdout.splitlines()[-1]  # above it: what the log says


def closed_port():
    with socket.socket() as once:
        once.bind(("127.0.0.1", 0))
        return once.getsockname()[1]


def test_all_is_well(client, db):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok")


def test_it_asks_the_database_once_and_opens_no_session(client, db, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert not client.get("/healthz").cookies


def test_a_load_balancer_asks_by_address_and_nobody_else_may(client, db):
    assert client.get("/healthz", headers={"host": "10.0.0.7:8000"}).text == "ok"
    asked = ["/", "/healthz/", "/accounts/login/", "/static/healthz"]
    assert [client.get(path, headers={"host": "10.0.0.7"}).status_code for path in asked] == [400] * 4


@pytest.mark.parametrize("gone", ["no server", "no folder", "no tables"])
def test_a_database_that_is_gone_is_said(gone, tmp_path):
    database = {
        "no server": f"postgresql://portal@127.0.0.1:{closed_port()}/portal",
        "no folder": f"sqlite:///{tmp_path}/missing/portal.sqlite3",
        "no tables": f"sqlite:///{tmp_path}/portal.sqlite3",
    }[gone]
    assert answer_with(database) == "503 The database does not answer."
