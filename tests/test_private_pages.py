"""What a signed-in person is shown stays with them."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/comments/", "/meetings/", "/summary/", "/admin/"])
def test_no_cache_keeps_a_page_of_a_signed_in_person(client_for, address):
    assert "no-store" in client_for("admin").get(address)["Cache-Control"]


def test_what_anybody_may_read_may_be_kept(client):
    assert "Cache-Control" not in client.get("/healthz")
