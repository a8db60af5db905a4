"""The council's own report, put into the portal by its own pages, comes out as Word in the same order: its headings and
its bullets, and all of its meetings, under each heading by date."""

import io
from pathlib import Path

import docx
import pytest
from django.conf import settings

from meetings.models import Meeting
from tests.meetings.importing import import_all
from themes.models import KeyPoint, Theme

REPORT = Path(settings.BASE_DIR).parent / "shared/inputs/one-future-feedback-report.txt"
STYLES = ["Heading 1", "Heading 2", "Heading 3", "List Bullet"]
OWN = [
    "Summary of the key themes",
    "Appendix: meetings and forums where engagement took place",
]
CATEGORIES = ["Stakeholder meetings", "Team Around the Place", "Members", "Staff and colleagues"]


@pytest.mark.parametrize("path", [path for path in [REPORT] if path.exists()], ids=lambda path: path.stem)
def test_the_published_report_comes_back(client_for, path):
    text = path.read_text()
    bullets, listed = paste_points(client_for("officer"), text), import_meetings(client_for("admin"), text)
    assert (len(bullets), len(listed)) == (27, 36)
    content = b"".join(client_for("manager").get("/report.docx"))
    document = docx.Document(io.BytesIO(content))
    said = {style: [each.text for each in document.paragraphs if each.style.name == style] for style in STYLES}
    assert [line for line in said["List Bullet"] if line in bullets] == bullets
    assert said["Heading 2"][:6] == list(Theme.objects.values_list("name", flat=True))
    assert [words for words in said["Heading 2"] if words in CATEGORIES] == CATEGORIES
    assert [words for words in said["Heading 1"] if words in OWN] == OWN
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows[1:]]
    assert sorted(title for title, *_ in rows if title in listed) == sorted(listed)


def paste_points(client, text):
    """By the page for headings with bullets. Answers with the bullets as they were written."""
    blocks = client.post("/key-points/paste/", {"text": text}).context["blocks"]
    client.post("/key-points/paste/", {"text": text, "add": "1", **{f.html_name: f.value() for _, f, _ in blocks}})
    written = [" ".join(line[2:].split()) for line in text.splitlines() if line.startswith("- ")]
    assert [point.text for point in KeyPoint.objects.in_order()] == written
    return written


def import_meetings(client, text):
    """By the page for lists of meetings. Answers with their titles in the order of the list."""
    appendix = "Appendix" + text.partition("\nAppendix")[2]
    import_all(client, appendix)
    titles = set(Meeting.objects.values_list("title", flat=True))
    lines = [line.split("\t")[0].strip() for line in appendix.splitlines()]
    return [line for line in lines if line in titles and line not in CATEGORIES]
