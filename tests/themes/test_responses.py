"""You said, we did: answers to key points, their ledger, and letters back."""

from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from docx import Document

from tests.factories import make_comment, make_key_point, make_meeting, make_stakeholder, theme
from themes.exports import letter as word
from themes.models import KeyPoint, Response
from themes.report.letters import write_letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("manager")


def answer(client, point, **values):
    page = f"/key-points/{point.pk}/answer/"
    version = client.get(page).context["form"]["version"].value()
    return client.post(page, {"answer": "we_will", "version": version, **values})


def test_a_point_is_answered_and_the_answer_is_in_the_report(client):
    point = make_key_point()
    answer(client, point, why="It is cold.", owner="Estates", due_on="2024-06-01")
    (printed,) = client.get("/report/").context["report"].points
    assert (printed.response.answer, printed.response.why, printed.response.owner, printed.response.due_on) == (
        "We will",
        "It is cold.",
        "Estates",
        date(2024, 6, 1),
    )
    assert [save.history_user.username for save in Response.objects.get().history.all()] == ["manager"]


def test_what_cannot_be_says_why(client):
    point = make_key_point()
    response = answer(client, point, answer="cannot")
    assert response.context["form"].errors == {"why": ["Write why the council cannot."]}
    response = answer(client, point, answer="cannot", why="It is not ours.", due_on="2024-06-01")
    assert response.context["form"].errors == {
        "answer": ["What the council cannot do has no date: take the dates out."]
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.create(key_point=point, answer="cannot")


def test_nothing_is_done_in_the_future(client):
    response = answer(client, make_key_point(), done_on=timezone.localdate() + timedelta(days=1))
    assert response.context["form"].errors == {"done_on": ["The day it was done cannot be in the future."]}


@pytest.mark.parametrize("answered_before", [True, False])
def test_of_two_answers_the_second_is_refused_with_both_shown(client, answered_before):
    point = make_key_point()
    if answered_before:
        answer(client, point)
    page = f"/key-points/{point.pk}/answer/"
    version = client.get(page).context["form"]["version"].value()
    client.post(page, {"answer": "partly", "why": "Theirs.", "version": version})
    late = client.post(page, {"answer": "considering", "why": "Mine.", "version": version})
    assert (late.status_code, Response.objects.get().why) == (409, "Theirs.")
    assert "Theirs." in late.content.decode() and late.context["form"]["why"].value() == "Mine."
    again = {"answer": "considering", "why": "Mine.", "version": late.context["form"]["version"].value()}
    client.post(page, again)
    assert Response.objects.get().why == "Mine."


@pytest.fixture
def answered():
    """{what has become of it: the key point}"""
    today = timezone.localdate()
    values = {
        "unanswered": None,
        "late": {"answer": "we_will", "due_on": today - timedelta(days=1), "owner": "Estates"},
        "due today": {"answer": "partly", "due_on": today},
        "done late": {"answer": "we_will", "due_on": today - timedelta(days=9), "done_on": today},
        "considered": {"answer": "considering", "owner": "Transport team"},
    }
    points = {name: make_key_point(text=f"{name}.") for name in values}
    for name, each in values.items():
        if each:
            Response.objects.create(key_point=points[name], **each)
    make_key_point(theme=theme("overall-vision"), text="removed.", status="removed")
    return points


LISTED = {
    "": ["unanswered", "late", "due today", "done late", "considered"],
    "state=unanswered": ["unanswered"],
    "state=overdue": ["late"],
    "state=to_do": ["late", "due today"],
    "state=done": ["done late"],
    "answer=we_will": ["late", "done late"],
    "owner=transport": ["considered"],
    "theme=overall-vision": [],
    "state=to_do&owner=estates": ["late"],
    "state=nonsense": ["unanswered", "late", "due today", "done late", "considered"],
}


@pytest.mark.parametrize("query", LISTED)
def test_the_ledger_lists_what_is_asked_for(client, answered, query):
    page = client.get(f"/responses/?{query}").context["page"]
    assert [point.text for point in page] == [f"{name}." for name in LISTED[query]]


def test_the_ledger_says_how_many_are_overdue(client, answered):
    context = client.get("/responses/").context
    assert (context["all"], context["unanswered"], context["overdue"]) == (5, 1, 1)


@pytest.mark.parametrize("number", [1, 3])
def test_the_ledger_makes_the_same_number_of_queries(client, django_assert_num_queries, number):
    for _ in range(number):
        Response.objects.create(key_point=make_key_point(), answer="we_will")
    with django_assert_num_queries(10):
        client.get("/responses/")


@pytest.fixture
def meeting():
    """At which everything was said that a letter has."""
    meeting = make_meeting([make_stakeholder(name="Forum of Halls")], title="Hall night")
    made = {"meeting": meeting}
    agreed = {"status": "agreed", "position": 1}
    answered = make_key_point([make_comment(text="Cold halls.", **made)], text="People felt cold.", **agreed)
    Response.objects.create(key_point=answered, answer="we_will", why="They are.", owner="Estates", due_on="2024-06-01")
    make_key_point([make_comment(text="Dark halls.", **made)], text="People felt lost.", status="agreed", position=2)
    make_comment(text="Few halls.", theme=theme(), **made)
    make_comment(text="No theme.", **made)
    make_comment(text="We heat them.", standing="reply", **made)
    make_comment(text="Look at the boiler.", standing="action", **made)
    make_comment(text="Hello.", standing="set_aside", **made)
    make_comment(text="Elsewhere.", meeting=make_meeting(), theme=theme())
    return meeting


def test_a_letter_says_what_was_told_where_it_went_and_what_is_done(meeting):
    letter = write_letter(meeting, "Our future")
    assert [(each.name, [(told.heading, told.said) for told in each.told]) for each in letter.headings] == [
        (
            "Thriving neighbourhoods",
            [
                ("People felt cold.", ("Cold halls.",)),
                ("People felt lost.", ("Dark halls.",)),
                ("What you also told us", ("Few halls.",)),
            ],
        ),
        ("Not sorted under a theme yet", [("What you also told us", ("No theme.",))]),
    ]
    assert [told.what_we_do for told in letter.headings[0].told] == [
        ["Our answer: we will do this. They are.", "Who sees to it: Estates.", "By 1 June 2024."],
        ["This went into the report. The council has not answered it yet."],
        ["We have this on record. It is in no key point of the report so far."],
    ]
    assert (letter.replies, letter.actions) == (("We heat them.",), ("Look at the boiler.",))
    assert letter.opening.startswith(
        "Thank you to Forum of Halls for meeting us. 4 comments, 1 answer and 1 action were taken down."
    )


def test_a_letter_keeps_the_wording_to_itself_that_nobody_has_agreed(meeting):
    KeyPoint.objects.update(status="draft")
    (told, *_) = write_letter(meeting, "Our future").headings[0].told
    assert (told.heading, told.said) == ("What may go into the report", ("Cold halls.", "Dark halls."))
    assert told.what_we_do == ["This is being considered for the report."]


def test_the_letter_in_word_says_what_the_page_says(client, meeting):
    page = client.get(f"/meetings/{meeting.pk}/letter/").content.decode()
    response = client.get(f"/meetings/{meeting.pk}/letter.docx")
    lines = [paragraph.text for paragraph in Document(BytesIO(response.content)).paragraphs]
    assert [line for line in lines if line not in page] == []
    assert len(lines) == 23
    assert response.headers["Content-Disposition"] == 'attachment; filename="letter-hall-night-16-january-2024.docx"'


def test_the_same_letter_is_the_same_bytes_and_names_no_author(meeting):
    letter = write_letter(meeting, "Our future")
    assert word.render(letter) == word.render(letter)
    properties = Document(BytesIO(word.render(letter))).core_properties
    assert (properties.author, properties.title, properties.language) == (
        "",
        "Letter: Hall night, 16 January 2024",
        "en-GB",
    )
    with ZipFile(BytesIO(word.render(letter))) as parts:
        assert [name for name in parts.namelist() if "docProps" in name] == ["docProps/core.xml"]


def test_a_letter_of_a_meeting_with_nothing_logged_says_so(client):
    meeting = make_meeting(starts_on=None)
    letter = write_letter(meeting, "Our future")
    assert letter.opening == "Thank you for meeting us. No comments were taken down at this meeting."
    assert (
        client.get(f"/meetings/{meeting.pk}/letter/").context["letter"]
        == client.get(f"/meetings/{meeting.pk}/letter/").context["letter"]
    )


def test_a_letter_of_the_sample_says_that_it_is_made_up(client):
    comment = make_comment(made_up=True)
    assert "made up to show the portal" in client.get(f"/meetings/{comment.meeting_id}/letter/").content.decode()
