"""Every page there is, at both widths: nothing for axe to find, nothing wider than the screen, one first heading."""

import pytest
from django.contrib.auth.models import User

from feedback.models import Comment
from meetings.models import Meeting, Stakeholder
from stockport2040.management.commands.load_sample import load
from tests.test_permissions import ROUTES, address
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db(transaction=True)

NO_PAGE = {  # files, fragments that script asks for, and what leads elsewhere
    "healthz",
    "feed",
    "login",
    "changed_comments",
    "read_date",
}
NOT_IN_THE_SAMPLE = {  # journeys of their own make these, and look at them
    "review_import",
    "match_columns",
    "move",
    "made_spreadsheet",
    "edition",
    "edition_file",
    "edition_changes",
    "take_down_edition",
}
PAGES = [name for name, methods in ROUTES.items() if "get" in methods and name not in NO_PAGE]
ADMIN = ["", "meetings/meeting/", "meetings/meeting/1/change/", "themes/theme/", "themes/theme/summary/", "auth/user/"]


# The sample's numbers go on from those of the tests before.
MODELS = {
    "meetings": Meeting,
    "meeting": Meeting,
    "comments": Comment,
    "key-points": KeyPoint,
    "stakeholders": Stakeholder,
}


def in_the_sample(path):
    """The address with the first number there is in the place of 1."""
    for part, model in MODELS.items():
        path = path.replace(f"/{part}/1/", f"/{part}/{model.objects.earliest('pk').pk}/")
    return path


def person_for(name):
    """Of the sample, but of an address that may sign in where DEBUG is off."""
    role = next(role for role in ("manager", "admin", "officer") if role in ROUTES.get(name, {"get": {"admin"}})["get"])
    person = User.objects.get(username=role)
    person.email = f"{role}@example.org"
    person.save()
    return person


@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_is_for_everybody(open_page, sign_in, axe, width):
    load()
    page = open_page(viewport={"width": width, "height": 900})
    addresses = {name: address(name) for name in PAGES} | {f"admin {path}": f"/admin/{path}" for path in ADMIN}
    faults = []
    for name, path in addresses.items():
        sign_in(page, person_for(name))
        faults += faults_of(page, axe, name, in_the_sample(path), width)
    assert faults == []


def faults_of(page, axe, name, path, width):
    answer = page.request.get(path)
    if not answer.ok:
        return [] if name in NOT_IN_THE_SAMPLE else [f"{name}: answers {answer.status}"]
    if "text/html" not in answer.headers.get("content-type", ""):
        return []
    page.goto(path)
    found = []
    if page.locator("h1").count() != 1:
        found.append(f"{name}: {page.locator('h1').count()} first headings")
    if page.evaluate("document.documentElement.scrollWidth") > width and not name.startswith("admin"):
        found.append(f"{name}: wider than the screen")
    try:
        axe(page)
    except AssertionError as broken:
        found.append(f"{name}: {str(broken)[:400]}")
    return found
