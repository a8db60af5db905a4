"""Editions: two people publish, and what is published never changes."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from feedback.models import Comment
from tests.factories import make_comment, make_edition, make_key_point, make_meeting, make_person, theme
from tests.themes.editions import ENDINGS, files, prepare
from themes.edition_views import GONE
from themes.models import Edition, EditionFile, KeyPoint, Programme, Response
from themes.report import ReportFilter, build
from themes.report.kept import as_kept, from_kept

pytestmark = pytest.mark.django_db

PUBLISHED = "Approved edition 1. Anyone can read it now, until a manager takes it down."


@pytest.fixture
def client(client_for, manager):
    return client_for("manager")


def act(client, name, edition):
    return client.post(reverse(name, args=[edition.number]), {"edition": edition.pk}, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


def test_an_edition_is_prepared_with_a_file_of_every_format(client, publishable, manager):
    response = prepare(client)
    edition = Edition.objects.get()
    assert response.url == "/editions/1/"
    assert (edition.number, edition.prepared_by, edition.approved_by, edition.is_public) == (1, manager, None, True)
    assert list(files(edition)) == ENDINGS
    assert json.loads(files(edition)["json"])["figures"]["comments"] == 15


def stops_untagged(publishable):
    make_comment()


def stops_without_evidence(publishable):
    make_key_point()


def stops_unfilled(publishable):
    Programme.objects.update(introduction="We met {meetings_hold} times.")


def stops_personal(publishable):
    KeyPoint.objects.filter(pk=publishable["agreed"].pk).update(text="Write to a.person@example.org.")


@pytest.mark.parametrize("spoil", [stops_untagged, stops_without_evidence, stops_unfilled, stops_personal])
def test_what_stops_publication_refuses_it(client, publishable, spoil):
    spoil(publishable)
    response = prepare(client)
    assert response.context["form"].non_field_errors() == ["Mend what stops publication first."]
    assert Edition.objects.count() == 0


def test_an_edition_of_nothing_is_refused_with_a_sentence(client, db):
    response = prepare(client)
    assert response.context["form"].non_field_errors() == ["Mend what stops publication first."]
    assert Edition.objects.count() == 0


def test_a_public_edition_without_an_agreed_key_point_is_refused_with_a_sentence(client, publishable):
    KeyPoint.objects.update(status="draft")
    (error,) = prepare(client).context["form"].non_field_errors()
    assert (error[:39], Edition.objects.count()) == ("There is no key point in it to print. A", 0)
    prepare(client, is_public="False")
    assert Edition.objects.get().is_public is False


def test_an_edition_narrowed_to_nothing_is_refused_with_a_sentence(client, publishable):
    response = prepare(client, "?date_from=2124-01-01", is_public="False")
    assert response.context["form"].non_field_errors() == [
        "There is no comment in it to count. Make it from more than this."
    ]
    assert (response.context["form"]["title"].value(), Edition.objects.count()) == ("What we heard", 0)


def test_one_edition_waits_at_a_time(client, publishable):
    make_edition()
    response = prepare(client)
    assert [error[:29] for error in response.context["form"].non_field_errors()] == ["An edition waits for approval"]
    assert Edition.objects.count() == 1


def test_whoever_prepared_it_is_refused_with_a_sentence(client, publishable, manager):
    edition = make_edition(prepared_by=manager)
    response = act(client, "approve_edition", edition)
    assert said(response) == ["Whoever prepares an edition cannot approve it."]
    assert Edition.objects.get().approved_by is None


def test_the_database_refuses_it_too(publishable, manager):
    make_edition(prepared_by=manager)
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.update(approved_by=manager, approved_at=Edition.objects.get().prepared_at)


def test_another_manager_approves_it(client, publishable, manager, other):
    edition = make_edition(prepared_by=other)
    assert said(act(client, "approve_edition", edition)) == ["Approved edition 1. It stays as it is for good."]
    assert Edition.objects.get().approved_by == manager


def test_what_the_portal_says_after_an_edition_was_prepared_does_not_stop_its_approval(client, publishable, other):
    edition = make_edition(prepared_by=other, is_public=True)
    KeyPoint.objects.update(text="People felt that Mrs Patel is right.")
    assert said(act(client, "approve_edition", edition)) == [PUBLISHED]


FROZEN = {
    "1 key point has what may be personal data. Mrs Patel spoke. Found a name in the wording: “Mrs Patel”.": (
        lambda report: report["sections"][4]["points"][0].update(text="Mrs Patel spoke.")
    ),
    "The text of the report has what may be personal data. “Mrs Patel”.": (
        lambda report: report.update(method="Ask Mrs Patel.")
    ),
    "1 name that the report prints may tell who a person is. “Mrs Patel” in “With Mrs Patel”.": (
        lambda report: report["appendix"]["headings"][-1]["meetings"][0].update(title="With Mrs Patel")
    ),
}


@pytest.mark.parametrize("wrong", FROZEN)
def test_an_edition_is_looked_at_again_by_the_rules_of_the_day_it_is_approved(client, publishable, other, wrong):
    edition = make_edition(prepared_by=other, is_public=True)
    FROZEN[wrong](edition.report)
    edition.save()
    (told,) = said(act(client, "approve_edition", edition))
    assert told == f"{wrong} Withdraw this edition, mend that and prepare it again."
    assert Edition.objects.get().approved_by is None
    KeyPoint.objects.update(passed_words=["Mrs Patel"])
    Programme.objects.update(passed_words=["Mrs Patel"])
    assert said(act(client, "approve_edition", edition)) == [PUBLISHED]


def test_what_was_prepared_again_since_it_was_read_is_not_approved(client, publishable, other):
    read = make_edition(prepared_by=other)
    act(client, "withdraw_edition", read)
    make_edition(prepared_by=other, title="Another")
    assert said(act(client, "approve_edition", read))[0][:38] == "This edition does not wait for approva"
    assert Edition.objects.get().approved_by is None


@pytest.mark.parametrize("name", ["approve_edition", "withdraw_edition"])
def test_of_an_edition_that_was_withdrawn_meanwhile_it_is_said(client, publishable, other, name):
    read = make_edition(prepared_by=other)
    Edition(pk=read.pk).files.all().delete()
    Edition.objects.filter(pk=read.pk).delete()
    response = act(client, name, read)
    assert (response.status_code, response.redirect_chain[-1][0]) == (200, "/editions/")
    assert said(response) == [GONE]


def test_a_withdrawn_edition_gives_its_number_to_the_next(client, publishable, other):
    act(client, "withdraw_edition", make_edition(prepared_by=other))
    assert (Edition.objects.count(), EditionFile.objects.count()) == (0, 0)
    assert make_edition().number == 1


def test_an_approved_edition_cannot_be_withdrawn(client, publishable, other):
    edition = make_edition(prepared_by=other, approved_by=make_person("manager"))
    act(client, "withdraw_edition", edition)
    assert Edition.objects.count() == 1


def test_nothing_of_an_edition_changes_when_the_portal_does(client, publishable, other):
    prepare(client)
    edition = Edition.objects.get()
    Edition.objects.update(approved_by=other, approved_at=edition.prepared_at)
    client.get(edition.get_absolute_url())  # which says that it was prepared, once
    before = read_all(client, edition)
    KeyPoint.objects.update(text="Other words.", status="removed")
    Comment.objects.update(text="Other words.", standing="action", set_aside_reason="", theme=None, key_point=None)
    Programme.objects.update(title="Other words.", introduction="Other words.", fewest_shown=0)
    make_comment(theme=theme())
    assert read_all(client, edition) == before


def read_all(client, edition):
    page = client.get(edition.get_absolute_url())
    main = page.content.split(b"<main")[1].split(b"</main>")[0]
    return [main, *(client.get(f"/editions/{edition.number}.{ending}").content for ending in ENDINGS)]


def test_a_kept_report_is_read_again_whole(spread):
    for order in ("theme", "audience"):
        report = build(ReportFilter({}), order)
        assert from_kept(json.loads(json.dumps(as_kept(report)))) == report


def test_the_filter_and_order_are_kept(client, publishable):
    audience = make_meeting().audience_id
    prepare(client, f"?audience={audience}&order=audience", is_public="False")
    edition = Edition.objects.get()
    assert edition.query == f"audience={audience}&order=audience"
    assert (edition.report["order"], len(edition.report["narrowed_to"])) == ("audience", 1)


def test_what_changed_since_the_edition_before(client, publishable, other):
    make_edition(approved_by=other)
    publishable["agreed"].text = "People felt that most halls are cold."
    publishable["agreed"].save()
    KeyPoint.objects.filter(pk=publishable["draft"].pk).update(status="removed")
    added = make_key_point([make_comment()], text="People asked for benches.")
    Response.objects.create(key_point=added, answer="we_will", why="By spring.")
    edition = make_edition()
    paragraph = from_kept(edition.report).changes
    assert paragraph == (
        "Since edition 1: 1 key point was added, 1 key point was reworded, 1 key point was dropped and"
        " 1 key point was answered. Comments counted went from 15 to 16"
        " and key points answered went from 0 to 1."
    )
    changes = client.get("/editions/2/changes/").context["changes"]
    assert [point.text for point in changes.added] == ["People asked for benches."]
    assert [(old.text, new.text) for old, new in changes.reworded] == [
        ("People felt that halls are cold.", "People felt that most halls are cold.")
    ]
    assert [point.text for point in changes.gone] == ["People want a pool."]
    assert [point.response.why for point in changes.answered] == ["By spring."]
    assert paragraph.encode() in client.get("/editions/2/").content


def test_an_edition_from_before_answers_were_counted_says_nothing_of_their_number(client, publishable, other):
    before = make_edition(approved_by=other)
    del before.report["figures"]["answered"]
    before.save()
    Response.objects.create(key_point=publishable["agreed"], answer="we_will")
    changes = from_kept(make_edition().report).changes
    assert changes == "Since edition 1: 1 key point was answered. Every figure is as it was."


def test_the_title_of_an_edition_names_nobody(client, publishable):
    response = prepare(client, title="What Mrs Hall heard")
    assert response.context["form"].errors == {"title": ["“Mrs Hall” may be personal data: leave it out of the title."]}


def test_an_edition_is_compared_with_any_before_it(client, publishable, other):
    for title in ("One", "Two", "Three"):
        make_edition(title=title, approved_by=other)
        make_comment(theme=theme(), meeting=make_meeting())
    page = "/editions/3/changes/"
    shown = [client.get(page).context["paragraph"], client.get(page, {"since": "1"}).context["paragraph"]]
    assert [(words[:15], "from 15 to 17" in words) for words in shown] == [
        ("Since edition 2", False),
        ("Since edition 1", True),
    ]
    for nonsense in ("3", "9", "x", "9" * 30):
        assert client.get(page, {"since": nonsense}).status_code == 200


def test_a_public_edition_is_compared_with_the_public_one_before(publishable, other):
    for is_public in (True, False):
        make_edition(is_public=is_public, approved_by=other)
    public = make_edition(is_public=True)
    assert Edition.objects.earlier_than(public).get().number == 1
    assert Edition.objects.earlier_than(Edition(number=3, is_public=False)).get().number == 2
    assert from_kept(public.report).changes == (
        "Since edition 1: no key point was added, reworded, dropped or answered. Every figure is as it was."
    )


@pytest.mark.parametrize("editions", [1, 3])
def test_the_list_asks_as_much_for_three_as_for_one(client, publishable, other, editions, django_assert_num_queries):
    for _ in range(editions):
        make_edition(approved_by=other)
    client.get("/editions/")
    with django_assert_num_queries(5):
        assert client.get("/editions/").content.count(b"Internal") == editions
