"""Notes in a spreadsheet: its columns matched once, short ones reviewed, long ones imported step by step."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from feedback import columns
from feedback.models import Act, Comment, Import
from tests.factories import make_comment, make_meeting, make_stakeholder, theme
from tests.feedback.files import workbook

pytestmark = pytest.mark.django_db

NAMES = ["Respondent", "Who", "What would make the high street better?", "Big Thing", "Type", "Postcode"]
LINES = [
    ["1", "Traders' Guild", "Please keep the market open later on Fridays.", "4", "idea", "SK1"],
    ["2", "nobody known", "The pavement by the bank floods in rain.", "thriving NEIGHBOURHOODS", "", "SK2"],
    ["3", "", "", "", "", "SK3"],
]
MATCH = ["", "who", "comment", "theme", "kind", ""]
LONG = 2 * columns.CHUNK + 20  # lines: three steps


@pytest.fixture
def client(client_for):
    return client_for("officer")


def as_csv(*lines):
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()


def bring(client, content=None, name="survey.csv", meeting=None):
    content = content or as_csv(NAMES, *LINES)
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("import_notes", args=[(meeting or make_meeting()).pk]), {"file": file, "text": ""})


def match(client, source, holds=MATCH):
    values = {f"column_{place}": held for place, held in enumerate(holds)}
    return client.post(reverse("match_columns", args=[source.pk]), values)


def newest():
    return Import.objects.first()


@pytest.mark.parametrize("name, content", [("s.csv", None), ("s.xlsx", workbook([NAMES, *LINES]))])
def test_the_columns_are_guessed_and_asked_about(client, name, content):
    response = bring(client, content, name)
    page = client.get(client.get(response.url).url)
    assert [field.value() for field in page.context["form"]] == MATCH
    assert ("This is a guess" in page.text, "Please keep the market open" in page.text) == (True, True)


def test_a_short_sheet_is_reviewed_like_any_notes(client):
    guild = make_stakeholder(name="Traders' Guild")
    bring(client)
    source = newest()
    match(client, source)
    source.refresh_from_db()
    client.post(reverse("save_import", args=[source.pk]), {"version": source.version})
    assert list(Comment.objects.order_by("pk").values_list("text", "stakeholder", "theme", "kind")) == [
        (LINES[0][2], guild.pk, theme().pk, "suggestion"),
        (LINES[1][2], None, theme().pk, "suggestion"),
    ]
    assert [row["text"] for row in source.rows if row["reading"] == "furniture"] == ["3\t\t\t\t\tSK3"]


def test_a_match_is_remembered_for_the_same_names(client):
    bring(client)
    match(client, newest(), ["comment", "", "", "", "", ""])
    response = bring(client, as_csv(NAMES, LINES[1]))
    page = client.get(client.get(response.url).url)
    assert [field.value() for field in page.context["form"]] == ["comment", "", "", "", "", ""]
    assert "the last time a spreadsheet had these columns" in page.text


@pytest.mark.parametrize(
    "holds, sentence",
    [
        (["", "who", "", "", "", ""], "Say which column holds the comments."),
        (["who", "who", "comment", "", "", ""], "Only one column can be this: who said it."),
    ],
)
def test_a_match_that_cannot_be_is_refused_with_a_sentence(client, holds, sentence):
    bring(client)
    response = match(client, newest(), holds)
    assert (response.status_code, sentence in response.text, newest().match) == (422, True, [])


def test_every_column_of_comments_makes_its_own(client):
    lines = [["Loved", "Hated"], ["The band on the green.", "The queue."], ["", "The mud by the gate."]]
    bring(client, as_csv(*lines))
    match(client, newest(), ["comment", "comment"])
    assert [(row["id"], row["text"], row["context"]) for row in newest().rows] == [
        ("1_0", "The band on the green.", "Loved"),
        ("1_1", "The queue.", "Hated"),
        ("2_1", "The mud by the gate.", "Hated"),
    ]


@pytest.mark.parametrize("name, content", [("s.csv", b'"open'), ("s.xlsx", b"PK not a zip")])
def test_a_sheet_that_cannot_be_read_is_refused_and_nothing_is_kept(client, name, content):
    response = bring(client, content, name)
    assert (response.status_code, Import.objects.count()) in ((422, 0), (302, 1))


# A long one ---------------------------------------------------------------------------------------


@pytest.fixture
def long(client):
    lines = [[str(n), f"Bench number {n} by the river is broken."] for n in range(1, LONG + 1)]
    lines[1][1] = lines[0][1]  # two people said the same
    lines[2][1] = ""
    bring(client, as_csv(["Number", "Comment"], *lines))
    match(client, newest(), ["", "comment"])
    return newest()


def step(client, source, number, **headers):
    address = reverse("import_step", args=[source.pk])
    response = client.post(address, {"number": number}, headers={"HX-Request": "true"})
    source.refresh_from_db()
    return response


def test_a_long_sheet_is_shown_by_its_first_lines(client, long):
    page = client.get(long.get_absolute_url())
    assert (len(page.context["rows"]), f"Import all {LONG} lines" in page.text) == (50, True)
    assert (Comment.objects.count(), long.rows) == (0, [])


def test_a_long_sheet_is_imported_step_by_step_as_one_act(client, long):
    shown = step(client, long, 0).text
    assert (f"{columns.CHUNK} of {LONG} lines done" in shown, 'hx-trigger="load, submit"' in shown) == (True, True)
    assert Comment.objects.count() == columns.CHUNK - 1
    step(client, long, 1)
    assert "HX-Redirect" in step(client, long, 2).headers
    assert Comment.objects.count() == LONG - 1
    assert Act.objects.get().words == f"Imported {LONG - 1} comments."
    page = client.get(long.get_absolute_url()).text
    assert ("Line 3:" in page, "Nothing in the columns of comments" in page) == (True, True)


def test_a_step_sent_twice_is_made_once(client, long):
    for number in (0, 0, 2):
        step(client, long, number)
    assert (Comment.objects.count(), long.chunks_done) == (columns.CHUNK - 1, 1)


def test_a_stopped_import_goes_on_where_it_stopped(client, long):
    step(client, long, 0)
    page = client.get(long.get_absolute_url()).text
    assert f"Go on with the {LONG - columns.CHUNK} left" in page
    client.post(reverse("import_step", args=[long.pk]), {"number": 1})  # without script: all the rest
    long.refresh_from_db()
    assert (Comment.objects.count(), long.saved_at is None) == (LONG - 1, False)


def test_a_long_import_is_undone_at_once_and_can_be_made_again(client, long):
    client.post(reverse("import_step", args=[long.pk]), {"number": 0})
    client.post(reverse("undo", args=[Act.objects.get().pk]))
    assert Comment.objects.count() == 0
    assert "This import was undone." in client.get(long.get_absolute_url()).text
    client.post(reverse("import_step", args=[long.pk]), {"number": 0})
    assert Comment.objects.count() == LONG - 1


def test_what_a_long_sheet_says_that_is_in_the_meeting_already_is_passed_over(client, long):
    make_comment(meeting=long.meeting, text="Bench number 9 by the river is broken.", key=uuid.uuid4())
    step(client, long, 0)
    assert long.rows == [
        {"row": "3_", "why": "Nothing in the columns of comments"},
        {"row": "9_1", "why": "Logged already"},
    ]


def test_the_columns_of_what_is_being_imported_stay_as_they_are(client, long):
    step(client, long, 0)
    match(client, long, ["comment", ""])
    long.refresh_from_db()
    assert long.match == ["", "comment"]
