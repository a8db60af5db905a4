"""Each thing that can be wrong with a report is found, said in a sentence, counted, and leads to where it is mended."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_comment, make_key_point, make_meeting, make_stakeholder, theme
from tests.themes.checks import answered, found, now
from themes.checks import Facts, gather, problems_of
from themes.models import KeyPoint, Programme, Response

pytestmark = pytest.mark.django_db


def test_a_sound_report_has_no_problem(sound):
    assert found() == []


def test_an_empty_report_says_what_to_do_first_and_cannot_be_published(db):
    (problem,) = problems_of(now(), gather())
    assert problem.sentence == "Nothing that people said is in it yet. First log what was said at a meeting."
    assert (problem.link, problem.stops_publication) == ("/meetings/", True)
    make_comment(meeting=make_meeting(attendance=3), theme=theme())
    (problem,) = problems_of(now(), gather())
    assert problem.sentence[:30] == "It has no key point yet. First"
    assert (problem.link, problem.stops_publication) == ("/summary/", True)


def test_untagged_comments_stop_publication(sound):
    make_comment(meeting=sound.comments.get().meeting)
    assert found() == [("1 counted comment has no theme.", 1, True)]


def test_a_point_without_evidence_stops_publication(sound):
    answered(make_key_point(status="agreed"))
    answered(make_key_point(status="agreed"))
    assert found() == [("2 key points have no comment as evidence.", 2, True)]


PERSONAL = {
    "quote": lambda point: point.comments.update(quoted=True, verbatim="Ring 0161 496 0000"),
    "wording": lambda point: KeyPoint.objects.filter(pk=point.pk).update(text="People felt that Mr Hall is cold."),
}


@pytest.mark.parametrize("where", PERSONAL)
def test_what_may_be_personal_data_stops_publication(sound, where):
    PERSONAL[where](sound)
    assert found() == [("1 key point has what may be personal data.", 1, True)]


def test_words_that_a_manager_lets_be_printed_stop_nothing_and_others_do(sound):
    KeyPoint.objects.update(text="People felt that Mr Hall is cold.", passed_words=["Mr Hall"])
    assert found() == []
    KeyPoint.objects.update(text="People felt that Mr Hill is cold.")
    assert found() == [("1 key point has what may be personal data.", 1, True)]


def test_a_number_that_was_typed_where_a_figure_belongs_is_said(sound):
    Programme.objects.update(introduction="We held 99 meetings and spoke to {attended} people.")
    sentence = "The text of the report has a number that was typed, where the portal would count: “99 meetings”."
    assert found() == [(sentence, 1, False)]


@pytest.mark.parametrize("name", ["title", "introduction", "background", "method"])
def test_what_may_be_personal_data_in_the_report_s_text_stops_publication_until_it_is_passed(sound, client_for, name):
    Programme.objects.update(**{name: "Ring Mrs Hall."})
    assert found() == [("The text of the report has what may be personal data.", 1, True)]
    pass_in_text(client_for("manager"), "Mrs Hall")
    assert (Programme.objects.get().passed_words, found()) == (["Mrs Hall"], [])
    assert Programme.history.first().passed_words == ["Mrs Hall"]
    assert client_for("manager").get("/report/text/").context["form"]["passed"].value() == ["Mrs Hall"]
    pass_in_text(client_for("manager"))
    assert (Programme.objects.get().passed_words, len(found())) == ([], 1)


def pass_in_text(client, *words):
    values = {field.name: field.value() for field in client.get("/report/text/").context["form"]}
    client.post("/report/text/", {**values, "passed": words})


NAMED = {
    "meeting": lambda point: rename(point.comments.get().meeting, title="Mrs Hall, 07700 900123"),
    "category": lambda point: rename(point.comments.get().meeting.category, name="Mrs Hall, 07700 900123"),
    "audience": lambda point: rename(point.comments.get().meeting.audience, name="Mrs Hall, 07700 900123"),
    "theme": lambda point: rename(point.theme, name="Mrs Hall, 07700 900123"),
}


def rename(record, **values):
    type(record).objects.filter(pk=record.pk).update(**values)


@pytest.mark.parametrize("what", NAMED)
def test_a_name_that_is_printed_and_tells_who_a_person_is_stops_publication_until_it_is_passed(sound, client_for, what):
    NAMED[what](sound)
    (problem,) = problems_of(now(), gather())
    assert (problem.stops_publication, problem.link) == (True, "/report/text/")
    assert problem.sentence == "2 names that the report prints may tell who a person is."
    assert [words for words, _ in problem.items] == [
        f"“{words}” in the {what} “Mrs Hall, 07700 900123”" for words in ("07700 900123", "Mrs Hall")
    ]
    pass_in_text(client_for("manager"), "Mrs Hall")
    assert found() == [("1 name that the report prints may tell who a person is.", 1, True)]
    pass_in_text(client_for("manager"), "Mrs Hall", "07700 900123")
    assert found() == []


def test_a_meeting_that_is_called_off_is_not_printed_so_its_name_stops_nothing(sound):
    make_meeting(title="Mrs Hall", status="cancelled")
    assert found() == []


QUOTED = {"the response": {"why": "Ask Mrs Hall."}, "the owner of the response": {"owner": "Mrs Hall"}}


@pytest.mark.parametrize("where", QUOTED)
def test_an_answer_that_tells_who_a_person_is_stops_publication(sound, where):
    Response.objects.update(**QUOTED[where])
    (problem,) = problems_of(now(), gather())
    assert problem.items[0][0] == f"{sound.text} Found a name in {where}: “Mrs Hall”"


def test_an_organisation_that_is_quoted_by_the_name_of_a_person_stops_publication(sound):
    forum = make_stakeholder(name="Mrs Hall")
    sound.comments.update(quoted=True, quoted_by_name=True, verbatim="It is cold.", stakeholder=forum)
    (problem,) = problems_of(now(), gather())
    assert problem.items[0][0] == f"{sound.text} Found a name in the name beside a quote: “Mrs Hall”"


def test_a_comment_that_is_not_quoted_may_say_what_it_likes(sound):
    sound.comments.update(verbatim="Ring Mrs Hall on 0161 496 0000")
    assert found() == []


def test_a_name_for_which_there_is_no_figure_stops_publication(sound):
    Programme.objects.update(introduction="At {meetings_held} meetings of {people_held}.", method="{nothing}")
    names = "There is no figure for these names in the report's text: {people_held}, {nothing}."
    assert found() == [(names, 2, True)]


def test_meetings_to_be_confirmed_in_progress_and_without_notes(sound):
    make_meeting(starts_on=None)
    make_meeting(attendance=3)
    make_meeting(attendance=3)
    make_meeting(starts_on=date(2124, 1, 1))
    make_meeting(starts_on=timezone.localdate(), attendance=3)
    assert found() == [
        ("1 meeting has no date yet: an admin sets the date.", 1, False),
        ("1 meeting has begun and not ended: more may be said there.", 1, False),
        ("2 meetings have passed, and nothing is logged.", 2, False),
    ]


GIVEN = {
    "Tuesday 16 January": False,
    "Monday 16 January": True,
    "Mon 16/1/2024": True,
    "16 January": False,
    "Monday 15 January": False,  # moved by a day since
    "TBC": False,
    "": False,
}


@pytest.mark.parametrize("given", GIVEN)
def test_a_date_given_with_a_weekday_that_it_is_not(sound, given):
    sound.comments.get().meeting.__class__.objects.update(title="Hall", date_as_given=given)
    expected = [("1 meeting has a date that is not on the weekday it was given with.", 1, False)]
    assert found() == (expected if GIVEN[given] else [])
    items = [("Hall: “" + given + "”, but it is a Tuesday", sound.comments.get().meeting.get_absolute_url())]
    assert list(gather().contradicting_weekday) == (items if GIVEN[given] else [])


def test_figures_that_cannot_be_computed(sound):
    make_comment(meeting=make_meeting(), key_point=sound)
    KeyPoint.objects.filter(pk=sound.pk).update(agreed_on=sound.evidence_ids())
    sentence = "How many people came cannot be added up: attendance unknown at 1 of 2 meetings."
    assert found() == [(sentence, 1, False)]


def test_what_stops_publication_comes_first(sound):
    report = replace(now(), unfilled=("nothing",))
    facts = replace(gather(), to_be_confirmed=(("Hall", "/meetings/1/"),))
    assert [stops for _, _, stops in found(report, facts)] == [True, False]
    assert found(report, Facts(meetings_heard_at=1))[0][2] is True


def test_every_link_leads_to_a_page_that_tells_as_many(client_for):
    make_meeting(starts_on=None)
    meeting = make_meeting(title="Hall", date_as_given="Monday 16 January")
    make_comment(meeting=meeting, stakeholder=make_stakeholder())
    make_key_point(text="Warm halls")
    Programme.objects.update(method="{nothing}")
    make_meeting()
    client = client_for("manager")
    problems = client.get("/report/").context["problems"]
    links = {problem.link.split("#")[0] for problem in problems} | {
        link.split("#")[0] for problem in problems for _, link in problem.items
    }
    assert {client.get(link).status_code for link in links} == {200}
    untagged = client.get("/comments/tag/").context["place"].left
    counts = [client.get(f"{SCHEDULE}?{query}").context["page"].paginator.count for query in QUERIES]
    assert (untagged, counts) == (1, [1, 1])
    assert {f"{SCHEDULE}?{query}" for query in QUERIES} | {"/comments/tag/"} <= links


SCHEDULE = reverse("schedule")
QUERIES = ("state=to-be-confirmed", "state=held&comments=none")


def test_the_evidence_of_a_theme_s_points_is_asked_for_at_once(django_assert_num_queries):
    for slug in ("overall-vision", theme().slug):
        make_key_point([make_comment()], theme=theme(slug), status="agreed")
    with django_assert_num_queries(13):
        gather()


IN_TEXT = {
    "{no}": "There is no figure for this name in the report's text: {no}.",
    "{no} {nor} {not}": "There is no figure for these names in the report's text: {no}, {nor}, {not}.",
    "{no": "A brace in the report's text has no other half: {no.",
    "{no {nor {not": "Braces in the report's text have no other half: {no, {nor, {not.",
    "9 forums": "The text of the report has a number that was typed, where the portal would count: “9 forums”.",
    "7 forums, 8 events and 9 groups": (
        "The text of the report has numbers that were typed, where the portal would count:"
        " “7 forums”, “8 events”, “9 groups”."
    ),
}


@pytest.mark.parametrize("text", IN_TEXT)
def test_what_is_wrong_in_the_text_is_said_of_one_and_of_three(sound, text):
    Programme.objects.update(introduction=text)
    assert [sentence for sentence, _, _ in found()] == [IN_TEXT[text]]
