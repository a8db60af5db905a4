"""Every page there is, at both widths: nothing for axe to find, nothing wider than the screen, one first heading."""

import pytest
from django.contrib.auth.models import User

from feedback.models import Comment
from meetings.models import Meeting, Stakeholder
from stockport2040.management.commands.load_sample import load
from tests.browser.widths import WIDTHS, set_width
from tests.test_permissions import ROUTES, address
from themes.models import KeyPoint

pytestmark = pytest.mark.django_db(transaction=True)

NO_PAGE = {  # files, fragments that script asks for, and what leads elsewhere
    "healthz",
    "feed",
    "login",
    "changed_comments",
    "read_date",
    "schedule_file",
    "report_file",
    "one_page_file",
    "meeting_letter_in_word",
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
PAGES = [name for name, methods in ROUTES.items() if "get" in methods and name not in NO_PAGE | NOT_IN_THE_SAMPLE]
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


@pytest.mark.parametrize("half", [0, 1])  # for two workers
def test_every_page_is_for_everybody(open_page, sign_in, axe, half):
    load()
    page = open_page()
    addresses = {name: address(name) for name in PAGES} | {f"admin {path}": f"/admin/{path}" for path in ADMIN}
    faults = []
    for name, path in list(addresses.items())[half::2]:
        sign_in(page, person_for(name))
        faults += faults_of(page, axe, name, in_the_sample(path))
    assert faults == []


def faults_of(page, axe, name, path):
    answer = page.goto(path)
    if not answer.ok:
        return [f"{name}: answers {answer.status}"]
    found = []
    if page.locator("h1").count() != 1:
        found.append(f"{name}: {page.locator('h1').count()} first headings")
    for width in WIDTHS:
        set_width(page, width)
        if page.evaluate("document.documentElement.scrollWidth") > width and not name.startswith("admin"):
            found.append(f"{name}: wider than {width} pixels")
        try:
            axe(page)
        except AssertionError as broken:
            found.append(f"{name}: at {width} pixels {str(broken)[:400]}")
    return found
