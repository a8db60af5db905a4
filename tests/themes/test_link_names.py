"""Links that are read out by themselves: two of one name lead to one place, but for those to the headings of a page."""

import re
from collections import defaultdict

import pytest

from tests.factories import make_comment, make_edition, make_key_point, make_person, theme
from themes.models import Programme

LINK = re.compile(r'<a [^>]*href="([^#"][^"]*)"[^>]*>(.*?)</a>', re.S)


@pytest.fixture
def two_themes_alike(db):
    for slug in ("overall-vision", "thriving-neighbourhoods"):
        for _ in range(2):
            make_key_point([make_comment()], theme=theme(slug))
        make_comment(theme=theme(slug))
    Programme.objects.update(fewest_shown=0)
    make_edition(is_public=True, approved_by=make_person("manager"))


@pytest.mark.parametrize("path", ["/summary/", "/report/", "/report/one-page/", "/editions/1/"])
def test_links_of_one_name_lead_to_one_place(client_for, two_themes_alike, path):
    places = defaultdict(set)
    for address, inside in LINK.findall(client_for("manager").get(path).content.decode()):
        places[" ".join(re.sub("<[^>]*>", "", inside).split())].add(address)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
