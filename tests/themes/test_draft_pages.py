"""The draft of the report as it is worked on."""

from io import BytesIO

import pytest
from docx import Document

from feedback.models import Act, Comment
from tests.factories import make_comment, make_key_point, make_meeting, make_stakeholder, theme
from themes.exports.document import blocks
from themes.models import KeyPoint, Programme
from themes.quantifiers import method_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("manager")


def text_of(client, address="/report/"):
    return client.get(address).content.decode()


def page_of(point, act):
    return f"/key-points/{point.pk}/{act}/"


def test_the_draft_has_the_text_with_its_figures_filled_in(client):
    make_comment(meeting=make_meeting())
    Programme.objects.update(title="Our future", introduction="At {meetings_held} meeting, {comments} comment.")
    page = text_of(client)
    assert "Our future" in page and "At 1 meeting, 1 comment." in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_draft_makes_the_same_number_of_queries_for_one_point_as_for_three(
    client, django_assert_num_queries, number
):
    for _ in range(number):
        make_key_point([make_comment()], status="agreed")
    with django_assert_num_queries(31):
        client.get("/report/")


def test_the_words_of_quantity_that_fit_are_offered(client):
    comments = [make_comment(meeting=make_meeting()) for _ in range(2)]
    point = make_key_point(comments, text="Most people felt cold.")
    assert "“Most” does not fit." in text_of(client)
    edit = client.get(page_of(point, "edit"), {"text": "A few people felt cold."})
    assert edit.context["form"]["text"].value() == "A few people felt cold."
    assert "/edit/?text=A+few+people+felt+cold." in text_of(client)


def test_the_method_note_prints_the_table_of_words_on_the_page_and_in_the_files(client):
    file = Document(BytesIO(client.get("/report.docx").content))
    printed = [[cell.text for cell in row.cells] for table in file.tables for row in table.rows]
    page = text_of(client)
    for word, when in method_table():
        row = [word.capitalize(), when[:1].upper() + when[1:]]
        assert row in printed
        assert f'>{row[0]}</th><td class="govuk-table__cell">{row[1]}</td>' in page


def test_evidence_opens_on_the_same_page(client):
    comment = make_comment(text="The hall is cold in winter.")
    point = make_key_point([comment])
    assert comment.text not in text_of(client)
    assert comment.text in text_of(client, f"/report/?open={point.pk}")


@pytest.mark.parametrize("open", ["nonsense", "99999", "-1", "9" * 30, "²"])
def test_nothing_opens_for_a_point_that_there_is_not(client, open):
    make_key_point([make_comment(text="The hall is cold in winter.")])
    assert "The hall is cold in winter." not in text_of(client, f"/report/?open={open}")


def version_of(client, point, act="edit"):
    return client.get(page_of(point, act)).context["form"]["version"].value()


def test_what_is_done_on_the_draft_leads_back_to_it(client):
    point, other = make_key_point(position=1), make_key_point(position=2)
    back = f"/report/?open={point.pk}"
    answers = [
        client.post(page_of(point, "edit"), {"text": "New.", "version": version_of(client, point), "next": back}),
        client.post("/key-points/agree/", {"status": "agreed", "seen": point.seen, "next": back}),
        client.post(
            page_of(point, "answer"),
            {"answer": "we_will", "version": version_of(client, point, "answer"), "next": back},
        ),
        client.post(page_of(point, "move"), {"places": "1", "next": back}),
        client.post(page_of(point, "merge"), {"into": other.pk, "next": back}),
    ]
    assert [answer.headers["Location"] for answer in answers] == [back] * 5


def test_drafts_with_evidence_are_agreed_together(client):
    with_evidence = make_key_point([make_comment()])
    make_key_point()
    (section,) = [each for each in client.get("/report/").context["draft"] if each.points]
    assert section.ready == [with_evidence]
    client.post("/key-points/agree/", {"status": "agreed", "seen": [each.seen for each in section.ready]})
    assert list(KeyPoint.objects.order_by("pk").values_list("status", flat=True)) == ["agreed", "draft"]


def test_agreeing_one_keeps_what_its_evidence_was(client):
    comment = make_comment()
    point = make_key_point([comment])
    client.post("/key-points/agree/", {"status": "agreed", "seen": point.seen})
    assert KeyPoint.objects.get().agreed_on == [comment.pk]
    client.post(f"/acts/{Act.objects.get().pk}/undo/")
    assert KeyPoint.objects.get().agreed_on == []


def test_a_point_is_split_by_the_comments_ticked_for_the_second(client):
    stays, goes = make_comment(), make_comment()
    point = make_key_point([stays, goes])
    goes.refresh_from_db()
    form = {"first": "People felt cold.", "second": "People felt lost.", "seen": goes.seen, "version": point.version}
    client.post(page_of(point, "split"), form)
    assert [(each.text, each.evidence_ids()) for each in KeyPoint.objects.in_order()] == [
        ("People felt cold.", [stays.pk]),
        ("People felt lost.", [goes.pk]),
    ]


def test_half_a_point_that_is_no_sentence_is_refused_and_kept(client):
    point = make_key_point()
    response = client.post(page_of(point, "split"), {"first": "People felt cold", "second": "", "version": 1})
    assert response.context["form"].errors == {
        "first": ["End the sentence with a full stop, a question mark or an exclamation mark."],
        "second": ["Write the key point."],
    }
    assert "People felt cold" in response.content.decode()


def test_a_point_with_evidence_moves_to_another_theme_when_the_person_says_so(client):
    point = make_key_point([make_comment()])
    vision = theme("overall-vision")
    client.post(page_of(point, "theme"), {"theme": vision.pk})
    assert KeyPoint.objects.get().theme == theme()
    client.post(page_of(point, "theme"), {"theme": vision.pk, "with_evidence": "on"})
    assert (KeyPoint.objects.get().theme, Comment.objects.get().theme) == (vision, vision)
    client.post(f"/acts/{Act.objects.first().pk}/undo/")
    assert (KeyPoint.objects.get().theme, Comment.objects.get().theme) == (theme(), theme())


def test_a_quote_names_the_audience_or_the_organisation_and_never_a_person(client):
    forum = make_stakeholder(name="Forum of Halls")
    comment = make_comment(stakeholder=forum, verbatim="Cold as a church.")
    point = make_key_point([comment])
    audience = comment.meeting.audience.name
    for who, named in (("audience", audience), ("organisation", "Forum of Halls")):
        comment.refresh_from_db()
        client.post(page_of(point, "quote"), {"quote": f"{comment.seen}:{who}"})
        (quote,) = client.get("/report/").context["report"].points[0].quotes
        assert (quote.text, quote.who) == ("Cold as a church.", named)
    comment.refresh_from_db()
    client.post(page_of(point, "quote"), {"quote": f"{comment.seen}:nobody"})
    assert client.get("/report/").context["report"].points[0].quotes == ()


def test_a_manager_lets_words_be_printed_that_only_look_like_personal_data(client, client_for):
    point = make_key_point([make_comment()], text="People felt that Lord Hall is cold.")
    assert "a name in the wording, “Lord Hall”." in text_of(client)
    assert "It is not: let it be printed" not in text_of(client_for("officer"))
    client.post(page_of(point, "pass"), {"words": "Lord Hall"})
    assert (KeyPoint.objects.get().passed_words, "“Lord Hall”." in text_of(client)) == (["Lord Hall"], False)
    act = Act.objects.get()
    assert act.words == "“Lord Hall” is not taken for personal data any more."
    client.post(f"/acts/{act.pk}/undo/")
    assert KeyPoint.objects.get().passed_words == []


def test_words_of_any_length_can_be_let_through(client):
    point = make_key_point(text="People felt cold.")
    client.post(page_of(point, "pass"), {"words": "o" * 2_000})
    assert KeyPoint.objects.get().passed_words == ["o" * 2_000]
    response = client.post(page_of(point, "pass"), {"words": ""}, follow=True)
    assert "Choose the words that may be printed." in response.content.decode()


def test_the_words_that_a_quote_would_print_are_shown_where_it_is_chosen(client):
    point = make_key_point([make_comment(verbatim="Cold as a church."), make_comment()])
    page = text_of(client, f"/report/?open={point.pk}")
    assert (page.count("“Cold as a church.”"), page.count("Quote as"), page.count("No words taken down")) == (1, 1, 1)


@pytest.mark.parametrize("quote", ["", "1", "1:1", "1:1:name", "x:1:audience"])
def test_a_quote_that_does_not_arrive_whole_is_refused_with_a_sentence(client, quote):
    point = make_key_point([make_comment()])
    response = client.post(page_of(point, "quote"), {"quote": quote}, follow=True)
    assert "Choose a comment to quote" in response.content.decode()
    assert Comment.objects.filter(quoted=True).count() == 0


def test_comments_of_the_theme_that_say_the_same_are_suggested(client):
    point = make_key_point(text="People felt that more trees should be planted in every street.")
    same = make_comment(theme=theme(), text="Plant more trees in the streets.")
    make_comment(theme=theme("overall-vision"), text="Plant more trees in the streets.")
    make_comment(theme=theme(), text="The last bus is too early.")
    make_key_point([make_comment(text="Plant more trees in the streets.")])
    page = client.get(page_of(point, "suggested"))
    assert page.context["comments"] == (same,)


def test_groups_of_comments_that_say_the_same_begin_a_point(client):
    trees = [make_comment(theme=theme(), meeting=make_meeting(), text="Plant more street trees.") for _ in range(3)]
    buses = [make_comment(theme=theme(), text="The last bus is too early.") for _ in range(2)]
    make_comment(theme=theme(), text="Open the library longer.")
    groups = client.get(f"/summary/{theme().slug}/alike/").context["groups"]
    assert [{comment.pk for comment in group.comments} for group in groups] == [
        {comment.pk for comment in trees},
        {comment.pk for comment in buses},
    ]
    ticked = [comment.seen for comment in groups[0].comments]
    begun = client.get("/key-points/start/", {"seen": ticked})
    assert begun.context["form"]["theme"].value() == theme().pk
    assert len(begun.context["comments"]) == 3
    client.post("/key-points/start/", {"theme": theme().pk, "seen": ticked, "text": "People felt that trees are few."})
    assert KeyPoint.objects.get().comments.count() == 3


def test_comments_ticked_in_the_list_begin_a_point_of_their_theme(client):
    ticked = [make_comment(), make_comment(theme=theme("overall-vision"))]
    seen = [comment.seen for comment in ticked]
    begun = client.post("/key-points/start/", {"theme": "", "key_point": "", "seen": seen, "next": "/comments/"})
    assert {comment.pk for comment in begun.context["comments"]} == {comment.pk for comment in ticked}
    assert begun.context["form"]["theme"].value() == theme("overall-vision").pk
    assert begun.context["form"].errors == {}
    assert "/key-points/start/?seen=" in text_of(client, ticked[0].get_absolute_url())


def test_a_point_begun_without_comments_is_refused_with_a_sentence(client):
    response = client.post("/key-points/start/", {"theme": theme().pk, "text": "People felt cold."})
    assert response.context["form"].errors == {"seen": ["Tick at least one comment."]}


def test_the_text_is_edited_with_the_figures_it_can_name_beside_it(client):
    page = client.get("/report/text/")
    assert ("{meetings_held}", "meetings held", "0") in page.context["figures"]
    version = page.context["form"]["version"].value()
    form = {"title": "Ours", "introduction": "In {meetings_held}.", "fewest_shown": "5", "version": version}
    assert client.post("/report/text/", form).headers["Location"] == "/report/"
    assert Programme.objects.get().introduction == "In {meetings_held}."
    late = client.post("/report/text/", {**form, "title": "Mine"})
    assert (late.status_code, Programme.objects.get().title) == (409, "Ours")
    assert late.context["form"]["title"].value() == "Mine"
    again = {**form, "title": "Mine", "version": late.context["form"]["version"].value()}
    client.post("/report/text/", again)
    assert Programme.objects.get().title == "Mine"


def test_the_page_is_read_audience_by_audience_as_the_files_are(client):
    audience = make_meeting().audience.name
    make_key_point([make_comment()], text="People felt cold.")
    by_audience = client.get("/report/", {"order": "audience"})
    assert [block.text for block in by_audience.context["by_audience"][:3]] == [
        "Summary of the key themes",
        audience,
        theme().name,
    ]
    assert ("People felt cold." in by_audience.text, "Read it audience by audience" in text_of(client)) == (True, True)


def test_a_late_save_of_the_text_keeps_what_was_typed_and_ticked_in_it(client):
    late = {field.name: field.value() for field in client.get("/report/text/").context["form"]}
    client.post("/report/text/", {**late, "title": "Theirs"})
    mine = {**late, "introduction": "Ask Mrs Hall or Mr Hill.", "passed": ["Mrs Hall", "Mr Hill"]}
    response = client.post("/report/text/", mine)
    form = response.context["form"]
    assert (response.status_code, form["introduction"].value()) == (409, "Ask Mrs Hall or Mr Hill.")
    assert form["passed"].value() == ["Mrs Hall", "Mr Hill"]
    client.post("/report/text/", {**mine, "version": form["version"].value()})
    assert Programme.objects.get().passed_words == ["Mrs Hall", "Mr Hill"]


def test_empty_cells_of_the_coverage_are_words(client):
    make_comment(theme=theme())
    assert text_of(client).count("app-grid__empty") > 20
    assert "Not heard from:" in text_of(client)
    meeting = make_meeting(title="Silent night")
    assert f"<strong>Held, with nothing logged:</strong> {meeting}" in text_of(client)


def test_the_draft_has_the_charts_that_its_files_have(client, spread):
    page = client.get("/report/")
    pictures = [block for block in blocks(page.context["report"]) if block.kind == "picture"]
    assert [chart.name for chart in page.context["charts"]] == [picture.caption for picture in pictures]
    assert [picture.caption for picture in pictures if picture.svg not in page.text] == []
    assert page.text.index('id="problems"') < page.text.index('id="charts"')
