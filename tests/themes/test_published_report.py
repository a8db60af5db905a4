"""The council's own report, put into the portal, comes out as Word with its headings, bullets and meetings in order."""

import io
import re
from datetime import date
from pathlib import Path

import docx
import pytest
from django.conf import settings

from meetings.dates import read_dates
from meetings.models import Audience, Category, Meeting
from themes.exports import FORMATS
from themes.models import KeyPoint, Programme, Theme
from themes.report import ReportFilter, build

PUBLISHED = [
    path for path in [Path(settings.BASE_DIR).parent / "shared/inputs/one-future-feedback-report.txt"] if path.exists()
]
PERIOD = date(2023, 11, 1), date(2024, 2, 29)


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_the_published_report_comes_back(db, path):
    text = path.read_text()
    introduction, themes, appendix = re.split(r"Summary of the key themes|Appendix -.*", text)
    bullets, meetings = put_in_bullets(themes), put_in_meetings(appendix)
    Programme.objects.update(introduction=introduction.split("Introduction and background")[1])
    document = docx.Document(io.BytesIO(FORMATS["docx"].render(build(ReportFilter({})))))
    said = {style: [each.text for each in document.paragraphs if each.style.name == style] for style in STYLES}
    assert said["List Bullet"] == bullets
    assert (len(bullets), len(meetings)) == (27, 36)
    assert said["Heading 2"][:6] == list(Theme.objects.values_list("name", flat=True))
    assert said["Heading 2"][6:] + said["Heading 3"] == [*CATEGORIES, "Area Committees"]
    assert [words for words in said["Heading 1"] if words in OWN] == OWN
    listed = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows[1:]]
    assert [row for row in listed if row in meetings] == meetings


STYLES = ["Heading 1", "Heading 2", "Heading 3", "List Bullet"]
OWN = [
    "Introduction and background",
    "Summary of the key themes",
    "Appendix: meetings and forums where engagement took place",
]
CATEGORIES = ["Stakeholder meetings", "Team Around the Place", "Members", "Staff and colleagues"]
# {as the list says it: as it is called here}; Area Committees stands with the span of its meetings.
HEADINGS = {name: name for name in [*CATEGORIES, "Area Committees"]} | {"Staff/Colleagues": "Staff and colleagues"}


def put_in_bullets(text):
    """A line that ends in a colon and a dash is a theme, by its name or another that it goes by."""
    known = {alias: theme for theme in Theme.objects.all() for alias in [theme.name, *theme.aliases.splitlines()]}
    theme, put = None, []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("- "):
            put.append(KeyPoint.objects.create(theme=theme, text=line[2:], position=len(put)).text)
        else:
            theme = known[line.removesuffix("-").strip(": ")]
    return put


def put_in_meetings(text):
    """In the order of the list. Answers [[title, date as the report prints it], ...]."""
    rows = [line.strip("\n").partition("\t") for line in text.splitlines() if line.strip()]
    readings = read_dates([given for _, _, given in rows], PERIOD)
    category, put = None, []
    for (title, _, given), reading in zip(rows, readings, strict=True):
        if title in HEADINGS:
            category = Category.objects.get(name=HEADINGS[title])
        else:
            put.append(put_in_meeting(title, given, reading, category))
    return put


def put_in_meeting(title, given, reading, category):
    dates = {"date_as_given": given, "starts_on": reading.starts_on, "ends_on": reading.ends_on}
    audience = Audience.objects.first()
    meeting = Meeting.objects.create(title=title, category=category, audience=audience, **dates)
    return [title, meeting.dates if meeting.starts_on else "TBC"]
