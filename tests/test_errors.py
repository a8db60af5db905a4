"""Every error is a page with a sentence and a way back."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from tests.factories import make_meeting

pytestmark = pytest.mark.django_db


def said(text):
    """The heading, and whether a link leads home."""
    return text.split("</h1>")[0].split(">")[-1], 'href="/">Go to the home page' in text


def test_an_address_that_leads_nowhere(client_for):
    for role in ("officer", ""):
        response = client_for(role).get("/nowhere/")
        assert (response.status_code, *said(response.text)) == (404, "Page not found", True)


def test_what_a_role_does_not_allow(client_for):
    response = client_for("officer").get(reverse("admin:index"), follow=True)
    assert (response.status_code, *said(response.text)) == (403, "You cannot do this", True)


def test_a_form_that_was_tampered_with(client_for):
    address = reverse("record_attendance", args=[make_meeting().pk])
    response = client_for("officer").post(address, {"version": "1:forged"})
    assert (response.status_code, *said(response.text)) == (400, "That request could not be read", True)


def test_a_page_that_had_been_open_too_long(officer):
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)
    response = client.post(reverse("record_attendance", args=[make_meeting().pk]))
    assert (response.status_code, *said(response.text)) == (403, "This page had been open too long", True)


def test_a_fault_of_ours_needs_no_request_and_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert said(render_to_string("500.html")) == ("Something went wrong", True)
