"""What files hold is cleaned on its way in: one character that Word cannot hold would stop every report."""

import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from feedback.importers import read_notes, read_table
from feedback.models import Comment, Import
from meetings.import_files import table_of_file
from meetings.import_forms import ReviewForm
from tests.factories import make_key_point, make_meeting
from tests.feedback.files import pdf_of_streams
from tests.meetings.importing import PERIOD

SAID = "The bus is\x02 late and the\x1f shelter is\x7f dark."
CLEAN = "The bus is late and the shelter is dark."


@pytest.mark.parametrize("name", ["notes.txt", "notes.md"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_notes_are_made_printable(name, encoding):
    (piece,) = read_notes(f"- {SAID}\n".encode(encoding), name).pieces
    assert (piece.text, piece.verbatim) == (CLEAN, f"- {CLEAN}")


def test_cells_of_notes_are_made_printable():
    names, lines = read_table(f"Com\x01ment,Theme\n{SAID},\n".encode(), "notes.csv")
    assert (names, list(lines)) == (("Comment", "Theme"), [[CLEAN, ""]])


def test_what_no_letter_stands_for_in_a_pdf_is_seen_to_be_missing():
    page = pdf_of_streams(b"BT /F1 11 Tf 1 0 0 1 60 700 Tm (The bus is la\\001te and the shelter is dark.) Tj ET")
    (piece,) = read_notes(page, "notes.pdf").pieces
    assert "\x01" not in piece.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_schedule_is_made_printable(encoding):
    titles = ["Ward\x02 Forum\x1b", "Locks\x00 Panel" if encoding == "utf-16" else "Locks Panel"]
    rows = "".join(f"{title},1 January 2024\n" for title in titles)
    table = table_of_file("list.csv", f"Title,Date\n{rows}".encode(encoding))
    assert [row[0] for row in table] == ["Title", "Ward Forum", "Locks Panel"]


def test_a_list_that_comes_back_from_its_review_is_made_printable():
    source = json.dumps([["Ward\x00 For\ud800um", "1 January 2024"]])
    form = ReviewForm({"source": source, "key": uuid4(), **PERIOD})
    assert (form.is_valid(), form.cleaned_data["source"]) == (True, [["Ward Forum", "1 January 2024"]])


@pytest.mark.django_db
def test_a_report_is_made_of_what_a_file_held(client_for):
    client, meeting = client_for("officer"), make_meeting()
    file = SimpleUploadedFile("notes.txt", f"- {SAID}\n".encode())
    client.post(reverse("import_notes", args=[meeting.pk]), {"file": file})
    source = Import.objects.get()
    client.post(reverse("save_import", args=[source.pk]), {"version": source.version})
    make_key_point(Comment.objects.all())
    Comment.objects.update(quoted=True)
    assert [client.get(f"/report.{format}").status_code for format in ("docx", "pdf", "xlsx")] == [200, 200, 200]
