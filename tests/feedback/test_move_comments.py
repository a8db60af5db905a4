"""Comments logged at the wrong meeting go to the right one, and whoever looks on hears of it."""

import time
from datetime import date

import pytest
from django.urls import reverse

from feedback import actions
from feedback.forms import SummaryFilter
from feedback.importers import Piece
from feedback.imports import row_of, rows_for_review
from feedback.models import Act, Comment, Import
from meetings.models import Meeting
from tests.factories import make_comment, make_key_point, make_meeting, make_person
from themes.report import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("officer")


@pytest.fixture
def wrong(db):
    return make_meeting(title="Cheadle Area Committee")


@pytest.fixture
def right(db):
    return make_meeting(title="Marple Area Committee", starts_on=date(2024, 1, 18))


def move(client, comments, meeting=None, confirm=False, **more):
    data = {"seen": [comment.seen for comment in comments], "next": "/comments/?q=hall", **more}
    if meeting:
        data |= {"meeting": meeting.pk, **({"confirm": meeting.pk} if confirm else {})}
    return client.post(reverse("move_comments"), data)


def where():
    return list(Comment.objects.order_by("pk").values_list("meeting__title", flat=True))


def moved(comment, meeting, by):
    comment.refresh_from_db()
    act = actions.move_comments({comment.pk: comment.version}, meeting, by=by)
    comment.refresh_from_db()
    return act


def test_what_is_ticked_is_moved_after_a_preview_and_moved_back_at_once(client, wrong, right):
    comments = [make_comment(meeting=wrong), make_comment(meeting=wrong), make_comment(meeting=wrong)]
    page = move(client, comments[:2])
    assert (page.status_code, "Move 2 comments to another meeting" in page.text) == (200, True)
    page = move(client, comments[:2], right)
    assert (str(page.context["meeting"]), where()) == (str(right), [wrong.title] * 3)
    answer = move(client, comments[:2], right, confirm=True)
    assert (answer.url, where()) == ("/comments/?q=hall", [right.title, right.title, wrong.title])
    act = Act.objects.get()
    assert act.words == "Moved 2 comments to Marple Area Committee."
    client.post(reverse("undo", args=[act.pk]))
    assert where() == [wrong.title] * 3
    client.post(reverse("do_again", args=[act.pk]))
    assert where() == [right.title, right.title, wrong.title]


def test_one_comment_is_moved_from_its_own_page(client, wrong, right):
    comment = make_comment(meeting=wrong)
    address = f"{reverse('move_comments')}?seen={comment.seen}&amp;next={comment.get_absolute_url()}"
    assert address in client.get(comment.get_absolute_url()).text
    page = client.get(address.replace("&amp;", "&"))
    assert ([each.pk for each in page.context["comments"]], page.context["back"]) == (
        [comment.pk],
        comment.get_absolute_url(),
    )


def test_the_meetings_of_about_the_same_time_are_offered_first(client, wrong, right):
    make_meeting(title="Long ago", starts_on=date(2020, 1, 1))
    make_meeting(title="Some day", starts_on=None)
    comment = make_comment(meeting=wrong)
    Comment.objects.update(logged_at="2024-01-18T12:00Z")
    comment.refresh_from_db()
    (_, (_, near), (_, others)) = move(client, [comment]).context["form"].fields["meeting"].choices[:3]
    assert [label.split(",")[0] for _, label in near] == [wrong.title, right.title, "Long ago"]
    assert [label.split(",")[0] for _, label in others] == ["Some day"]


@pytest.mark.parametrize(
    "meeting, sentence",
    [
        ("", "Choose the meeting where it was said."),
        ("999999", "Choose one from the list."),
        ("99999999999999999999", "Choose one from the list."),
        ("wrong", "What is ticked stands at that meeting already. Choose another."),
    ],
)
def test_no_other_meeting_is_refused_with_a_sentence_and_the_ticks_stay(client, wrong, meeting, sentence):
    comment = make_comment(meeting=wrong)
    chosen = wrong.pk if meeting == "wrong" else meeting
    answer = client.post(reverse("move_comments"), {"seen": comment.seen, "meeting": chosen})
    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert f'value="{comment.seen}" id="tick-{comment.pk}" checked' in answer.text


def test_nothing_ticked_is_refused_with_a_sentence(client):
    assert "Tick at least one comment." in client.get(reverse("move_comments"), follow=True).text


def test_what_somebody_else_has_moved_meanwhile_is_refused_with_both_shown(client, wrong, right, manager):
    comment, other = make_comment(meeting=wrong), make_comment(meeting=wrong)
    third = make_meeting(title="Third place")
    stale = Comment.objects.get(pk=comment.pk)
    moved(comment, third, manager)
    answer = move(client, [stale, other], right, confirm=True)
    assert (answer.status_code, where()) == (409, [third.title, wrong.title])
    (changed,) = answer.context["changed"]
    assert (changed.now.meeting, changed.then.meeting) == (third, wrong)
    comment.refresh_from_db()
    assert f'value="{comment.seen}"' in answer.text
    assert move(client, [comment, other], right, confirm=True).status_code == 302
    assert where() == [right.title] * 2


def test_what_is_changed_at_the_last_moment_is_passed_over(officer, wrong, right):
    comment, other = make_comment(meeting=wrong), make_comment(meeting=wrong)
    seen = {comment.pk: comment.version, other.pk: other.version}
    comment.save()
    act = actions.move_comments(seen, right, by=officer)
    assert act.words == (
        "Moved 1 comment to Marple Area Committee. 1 comment had been changed by somebody else and stayed as before."
    )
    assert where() == [wrong.title, right.title]


def test_evidence_stays_and_the_counts_of_meetings_follow(client, wrong, right):
    comments = [make_comment(meeting=wrong), make_comment(meeting=right)]
    point = make_key_point(comments)
    comments[0].refresh_from_db()

    def met():
        return [each.meetings for section in build(SummaryFilter({})).sections for each in section.points]

    assert met() == [2]
    page = move(client, comments[:1], right)
    assert page.context["points"] == [(point, 2, 1)]
    move(client, comments[:1], right, confirm=True)
    assert (met(), point.comments.count()) == ([1], 2)


def changes(client, meeting):
    answer = client.get(reverse("changed_comments", args=[meeting.pk]), {"since": int(time.time()) - 5})
    if answer.status_code == 204:
        return []
    return [{each.pk for each in answer.context["comments"]}, answer.context["gone"]]


def test_both_meetings_pages_hear_that_a_comment_moved_and_that_it_came_back(officer, client, wrong, right):
    comment = make_comment(meeting=wrong)
    assert (changes(client, wrong), changes(client, right)) == ([{comment.pk}, set()], [])
    act = moved(comment, right, officer)
    assert (changes(client, wrong), changes(client, right)) == ([set(), {comment.pk}], [{comment.pk}, set()])
    actions.undo(act, by=officer)
    assert (changes(client, wrong), changes(client, right)) == ([{comment.pk}, set()], [set(), {comment.pk}])


def notes(meeting, by):
    rows = [row_of("0", Piece("The hall is cold.", "The hall is cold.", "comment"), None)]
    values = {"by": by, "name": "notes.txt", "rows": rows}
    return actions.start_import(meeting, "a" * 64, values)[0]


def test_notes_whose_comments_were_moved_are_not_imported_again(officer, wrong, right):
    source = notes(wrong, officer)
    actions.import_pieces(source, source.version, officer)
    moved(Comment.objects.get(), right, officer)
    source = Import.objects.get()
    assert [each.here for each in rows_for_review(source)] == ["key"]
    act = actions.import_pieces(source, source.version, officer)
    assert act.words == "Imported 0 comments. 1 comment of these notes was logged already."
    assert where() == [right.title]
    there = notes(right, officer)
    assert [each.here for each in rows_for_review(there)] == ["words"]


def test_an_undo_is_refused_where_the_old_meeting_has_been_deleted(officer, client, wrong, right):
    comment = make_comment(meeting=wrong)
    act = moved(comment, right, officer)
    wrong.delete()
    answer = client.post(reverse("undo", args=[act.pk]), follow=True)
    assert "Not undone: a meeting that its comments were at has been deleted since." in answer.text
    assert (where(), Act.objects.get().undone_at) == ([right.title], None)
    assert client.get(comment.get_absolute_url()).status_code == 200


def test_it_is_not_done_again_where_the_new_meeting_has_been_deleted(officer, client, wrong, right):
    act = moved(make_comment(meeting=wrong), right, officer)
    actions.undo(act, by=officer)
    right.delete()
    answer = client.post(reverse("do_again", args=[act.pk]), follow=True)
    assert "Not done again: the meeting that its comments went to has been deleted since." in answer.text
    assert where() == [wrong.title]


def test_the_history_says_who_moved_it_from_where(client, wrong, right):
    comment = make_comment(meeting=wrong)
    moved(comment, right, make_person("manager", first_name="Mina", last_name="Manager"))
    page = client.get(comment.get_absolute_url()).text
    assert page.index("Mina Manager") < page.index(str(wrong))


def test_a_long_title_fits_into_what_is_said_of_it(officer, wrong):
    act = moved(make_comment(meeting=wrong), make_meeting(title="a" * 200), officer)
    assert act.words == f"Moved 1 comment to {'a' * 79}…."


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_however_many_are_moved(client, wrong, right, django_assert_num_queries, number):
    comments = [make_comment(meeting=wrong) for _ in range(number)]
    make_key_point(comments)
    comments = list(Comment.objects.all())
    assert Meeting.objects.count() == 2
    with django_assert_num_queries(9):
        move(client, comments, right)
