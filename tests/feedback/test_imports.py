"""Notes somebody else wrote: pasted or uploaded, reviewed, imported once, undone."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from feedback.imports import Speakers
from feedback.models import Act, Comment, Import
from tests.factories import make_comment, make_meeting, make_stakeholder, theme

pytestmark = pytest.mark.django_db

NOTES = """Town hall talk

The following points were made:

- Residents welcomed the new crossing by the baths.
- Members asked whether the library would open on Sundays.
- In response, it was stated that officers would look at the cost.
- YF: The youth club needs a warmer room.

RESOLVED - That the talk be noted.
"""
REAL = [*(Path(settings.BASE_DIR).parent / "shared/inputs").glob("minutes-*.txt")]


@pytest.fixture
def client(client_for):
    return client_for("officer")


def bring(client, meeting, **given):
    return client.post(reverse("import_notes", args=[meeting.pk]), given or {"text": NOTES})


@pytest.fixture
def source(client):
    bring(client, make_meeting())
    return Import.objects.get()


def change(client, source, row, **values):
    address = reverse("change_import_row", args=[source.pk, row["id"]])
    response = client.post(address, values, follow=True)
    source.refresh_from_db()
    return response


def review(client, source):
    """{id: the row as the page shows it}"""
    groups = client.get(source.get_absolute_url()).context["groups"]
    return {each.row["id"]: each for _, rows in groups for each in rows}


def imported(client, source):
    return [each.row["text"] for each in review(client, source).values() if each.is_imported]


def save(client, source):
    source.refresh_from_db()
    return client.post(reverse("save_import", args=[source.pk]), {"version": source.version}, follow=True)


def saying(source, words):
    return next(row for row in source.rows if words in row["text"])


def test_pasted_notes_become_rows_in_order_and_nothing_is_a_comment_yet(client, source):
    assert [row["reading"] for row in source.rows] == [
        *("heading", "heading", "comment", "comment", "reply", "comment", "decision"),
    ]
    assert Comment.objects.count() == 0
    page = client.get(source.get_absolute_url()).text
    assert [row["text"] in page for row in source.rows] == [True] * 7


def test_importing_makes_comments_with_the_words_as_written(client, source):
    response = save(client, source)
    made = list(Comment.objects.order_by("pk").values_list("text", "verbatim", "standing", "kind"))
    assert made == [
        (row["text"], row["verbatim"], "reply" if row["reading"] == "reply" else "counted", row["kind"])
        for row in source.rows
        if row["reading"] in ("comment", "reply")
    ]
    assert "Imported 4 comments." in response.text
    assert [comment.history.get().history_user.username for comment in Comment.objects.all()] == ["officer"] * 4


def test_no_theme_is_ticked_before_somebody_takes_it(client, source):
    assert {row["theme"] for row in source.rows} == {None}
    offered = [each for each in review(client, source).values() if each.offers]
    change(client, source, offered[0].row, theme=offered[0].offers[0].theme.pk)
    save(client, source)
    assert list(Comment.objects.exclude(theme=None).values_list("text", "theme")) == [
        (offered[0].row["text"], offered[0].offers[0].theme.pk)
    ]


def test_an_import_can_be_undone_and_made_again(client, source):
    save(client, source)
    client.post(reverse("undo", args=[Act.objects.get().pk]))
    assert Comment.objects.count() == 0
    assert "and undone on" in client.get(source.get_absolute_url()).text
    save(client, source)
    assert Comment.objects.count() == 4


def test_the_same_notes_twice_add_nothing_twice_and_the_page_says_so(client, source):
    save(client, source)
    response = bring(client, source.meeting)
    assert response.url == source.get_absolute_url()
    page = client.get(response.url).text
    assert ("nothing is added twice" in page, "4 of these 4 are logged already." in page) == (True, True)
    save(client, source)
    assert Comment.objects.count() == 4


def save_as_seen(client, source, version):
    return client.post(reverse("save_import", args=[source.pk]), {"version": version}, follow=True).text


def test_saving_twice_from_the_same_page_says_what_the_first_press_did(client, source):
    version = source.version
    pages = [save_as_seen(client, source, version) for _ in range(2)]
    assert [("Imported 4 comments." in page, "Nothing is imported" in page) for page in pages] == [(True, False)] * 2
    assert (Comment.objects.count(), Act.objects.count()) == (4, 1)


def test_a_review_that_was_changed_or_undone_since_is_not_imported_unseen(client, source):
    version = source.version
    save_as_seen(client, source, version)
    change(client, source, saying(source, "RESOLVED"), reading="comment")
    assert "Nothing is imported" in save_as_seen(client, source, version)
    client.post(reverse("undo", args=[Act.objects.get().pk]))
    assert "Nothing is imported" in save_as_seen(client, source, version)
    assert Comment.objects.count() == 0


def test_words_that_are_in_the_meeting_already_are_left_out_until_somebody_wants_them(client, source):
    row = saying(source, "crossing")
    make_comment(meeting=source.meeting, text=row["text"])
    make_comment(meeting=make_meeting(), text=saying(source, "library")["text"])
    assert row["text"] not in imported(client, source)
    assert len(imported(client, source)) == 3
    change(client, source, row, do="again")
    assert len(imported(client, source)) == 4


def test_what_is_dropped_is_not_imported_and_stays_listed(client, source):
    row = saying(source, "crossing")
    change(client, source, row, do="drop")
    save(client, source)
    assert not Comment.objects.filter(text=row["text"]).exists()
    assert row["text"] in client.get(source.get_absolute_url()).text
    change(client, source, row, do="keep")
    save(client, source)
    assert Comment.objects.filter(text=row["text"]).count() == 1


def test_a_decision_can_be_made_a_comment(client, source):
    row = saying(source, "RESOLVED")
    change(client, source, row, reading="comment", kind="support")
    save(client, source)
    assert Comment.objects.get(text=row["text"]).kind == "support"


def test_who_said_it_is_matched_by_initials_and_can_be_changed(client):
    forum, other = make_stakeholder(name="Youth Forum"), make_stakeholder(name="Another")
    bring(client, make_meeting())
    source = Import.objects.get()
    row = saying(source, "warmer room")
    assert (row["speaker"], row["stakeholder"]) == ("YF", forum.pk)
    change(client, source, row, stakeholder=other.pk)
    save(client, source)
    assert Comment.objects.get(text=row["text"]).stakeholder == other


@pytest.mark.parametrize(
    "speaker, found", [("Youth Forum", 1), ("yf", 1), ("FR", None), ("", None), ("Friends of the Rec", 2), ("X", None)]
)
def test_a_speaker_is_matched_only_where_one_stakeholder_fits(speaker, found):
    known = Speakers([(1, "Youth Forum"), (2, "Friends of the Rec"), (3, "Film Room")])
    assert known.who(speaker) == found


def test_rows_are_joined_and_split_again_without_losing_a_word(client, source):
    first, second = saying(source, "crossing"), saying(source, "library")
    change(client, source, first, do="join", seen=seen(client, source, first))
    joined = saying(source, "crossing")
    assert joined["text"] == f"{first['text']} {second['text']}"
    assert joined["verbatim"] == f"{first['verbatim']}\n{second['verbatim']}"
    change(client, source, joined, do="split", seen=seen(client, source, joined))
    assert [row["text"] for row in source.rows][2:4] == [first["text"], second["text"]]
    assert [(row["id"], row["kind"]) for row in source.rows][2:4] == [("2-1", "support"), ("2-2", "question")]


def test_an_empty_line_in_the_words_makes_two_rows(client, source):
    row = saying(source, "crossing")
    change(client, source, row, do="words", seen=seen(client, source, row), text="One point.\r\n\r\nAnother.")
    assert [each["text"] for each in source.rows][2:4] == ["One point.", "Another."]


def test_words_that_somebody_has_changed_meanwhile_are_not_saved_over(client, source):
    row = saying(source, "crossing")
    before = seen(client, source, row)
    change(client, source, row, do="words", seen=before, text="Theirs.")
    response = change(client, source, row, do="words", seen=before, text="Mine.")
    assert "somebody has changed that row" in response.text
    assert saying(source, "Theirs.")["id"] == row["id"]


def test_what_is_imported_is_changed_no_more_under_review(client, source):
    save(client, source)
    row = saying(source, "crossing")
    change(client, source, row, do="drop")
    assert saying(source, "crossing")["state"] == ""


def seen(client, source, row):
    return review(client, source)[row["id"]].seen


def test_the_head_of_a_review_counts_in_words(client, source):
    change(client, source, saying(source, "crossing"), do="drop")
    change(client, source, saying(source, "library"), do="accept")
    page = " ".join(client.get(source.get_absolute_url()).text.split())
    assert "<strong>3 rows to import</strong>: 2 comments, 1 council reply. Not imported: 4, 1 of them dropped." in page
    assert "what nobody drops is imported. Accepted so far: 1." in page


def test_what_is_imported_asks_for_no_more(client, source):
    said = ("Accepted so far", "to import</strong>", "By keyboard")
    assert [words in client.get(source.get_absolute_url()).text for words in said] == [True, True, True]
    save(client, source)
    assert [words in client.get(source.get_absolute_url()).text for words in said] == [False, False, False]


def test_with_script_only_the_rows_that_changed_come_back(client, source):
    row = saying(source, "crossing")
    address = reverse("change_import_row", args=[source.pk, row["id"]])
    values = {"do": "join", "seen": seen(client, source, row)}
    answer = client.post(address, values, headers={"HX-Request": "true"}).text
    assert 'id="row-2"' in answer
    assert '<li id="row-3" hx-swap-oob="delete">' in answer
    assert "3 rows to import" in answer
    assert 'id="row-4"' not in answer


def test_an_unfinished_review_is_there_tomorrow(client, source):
    change(client, source, saying(source, "crossing"), do="drop")
    page = client.get(reverse("import_notes", args=[source.meeting.pk])).text
    assert (source.get_absolute_url() in page, "Not finished" in page) == (True, True)


@pytest.mark.parametrize(
    "given, sentence",
    [
        ({}, "Choose a file, or paste the notes."),
        ({"text": "  "}, "Choose a file, or paste the notes."),
        ({"file": ("notes.exe", b"MZ")}, "Files of this kind cannot be read."),
        ({"file": ("notes.docx", b"not a zip")}, "This file is not what its name says."),
        ({"file": ("notes.txt", b"")}, "This file is empty."),
        ({"file": ("notes.txt", b"Kept."), "text": "Kept."}, "Choose a file or paste the notes, not both."),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(client, given, sentence):
    if "file" in given:
        given = given | {"file": SimpleUploadedFile(*given["file"])}
    response = bring(client, make_meeting(), **{"text": "", **given})
    assert (response.status_code, sentence in response.text) == (422, True)
    assert given.get("text", "") in response.text
    assert Import.objects.count() == 0


def test_pasted_text_that_is_refused_comes_back_whole(client):
    response = bring(client, make_meeting(), text="\ufffd" * 12 + " kept words")
    assert (response.status_code, "kept words" in response.text) == (422, True)


@pytest.mark.parametrize("number", [1, 3])
def test_the_review_makes_the_same_number_of_queries(client, number, django_assert_num_queries):
    bring(client, make_meeting(), text="- The bus is late.\n" * number)
    address = Import.objects.get().get_absolute_url()
    client.get(address)
    with django_assert_num_queries(14):
        client.get(address)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_real_minutes_have_five_pieces_of_which_one_is_a_reply(client, path):
    bring(client, make_meeting(), file=SimpleUploadedFile(path.name, path.read_bytes()))
    save(client, Import.objects.get())
    assert list(Comment.objects.order_by("pk").values_list("standing", flat=True)) == ["counted"] * 4 + ["reply"]
    assert theme() not in Comment.objects.values_list("theme", flat=True)
