"""The pages of comments, as people use them."""

import uuid

import pytest
from django.urls import reverse

from feedback.models import Act, Comment
from tests.factories import make_comment, make_key_point, make_meeting, make_stakeholder, theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_for):
    return client_for("officer")


def log(client, meeting, **values):
    data = {"text": "The hall is cold.", "kind": "concern", "key": uuid.uuid4().hex, **values}
    return client.post(reverse("log_comments", args=[meeting.pk]), data)


def shown(response):
    return [comment.text for comment in response.context["page"]]


def test_an_officer_logs_a_comment(client):
    forum = make_stakeholder()
    meeting = make_meeting([forum])
    response = log(client, meeting, theme=theme().pk, stakeholder=forum.pk)
    assert response.status_code == 302
    comment = Comment.objects.get()
    assert (comment.text, comment.theme, comment.stakeholder) == ("The hall is cold.", theme(), forum)
    assert comment.logged_by.username == "officer"


def test_the_same_form_sent_twice_makes_one_comment(client):
    meeting, key = make_meeting(), uuid.uuid4().hex
    log(client, meeting, key=key)
    log(client, meeting, key=key)
    assert Comment.objects.count() == 1


def test_a_comment_of_20_000_characters_is_saved(client):
    log(client, make_meeting(), text="a" * 20_000)
    assert len(Comment.objects.get().text) == 20_000


def test_a_longer_comment_is_refused_and_comes_back_whole(client):
    response = log(client, make_meeting(), text="a" * 20_001)
    assert (response.status_code, Comment.objects.count()) == (422, 0)
    assert "Write 20,000 characters or fewer" in response.text
    assert "a" * 20_001 in response.text


def test_no_words_are_refused_with_a_sentence(client):
    response = log(client, make_meeting(), text="  ")
    assert (response.status_code, "Write what was said." in response.text) == (422, True)


def test_who_came_is_offered_first(client):
    came, other = make_stakeholder(name="Zebra Forum"), make_stakeholder(name="Aardvark Forum")
    page = client.get(reverse("log_comments", args=[make_meeting([came]).pk])).text
    assert page.index(came.name) < page.index(other.name)


def test_the_box_of_words_says_what_it_searches(client):
    make_comment()
    pages = [client.get(f"{reverse('comments')}{query}").text for query in ("", "?q=librar")]
    assert ["In the comment and in the words as taken down." in page for page in pages] == [True, True]
    assert ["not in the names of meetings" in page for page in pages] == [False, True]


def test_that_nobody_recorded_who_came_is_said_once(client):
    page = client.get(reverse("log_comments", args=[make_meeting().pk])).text
    assert (page.count("is not recorded"), "Who came is not recorded." in page) == (1, True)


def test_an_edit_made_from_an_old_version_is_refused_with_both_texts(client):
    comment = make_comment(text="As it was")
    address = reverse("edit_comment", args=[comment.pk])
    version = client.get(address).context["form"]["version"].value()
    comment.text = "As they wrote it"
    comment.save()
    response = client.post(address, {"text": "As I wrote it", "kind": "other", "theme": "", "version": version})
    assert response.status_code == 409
    assert all(text in response.text for text in ("As they wrote it", "As I wrote it"))
    comment.refresh_from_db()
    assert comment.text == "As they wrote it"


def test_a_refused_edit_can_be_saved_over_the_other_knowingly(client):
    comment = make_comment()
    address = reverse("edit_comment", args=[comment.pk])
    data = {
        "text": "Mine",
        "kind": "other",
        "theme": "",
        "version": client.get(address).context["form"]["version"].value(),
    }
    comment.save()
    again = client.post(address, data).context["form"]["version"].value()
    client.post(address, {**data, "version": again})
    comment.refresh_from_db()
    assert comment.text == "Mine"


def test_an_edit_comes_back_to_the_page_it_was_begun_on(client):
    comment = make_comment()
    log_page = reverse("log_comments", args=[comment.meeting.pk])
    address = f"{reverse('edit_comment', args=[comment.pk])}?next={log_page}"
    assert f'href="{address}"' in client.get(log_page).text
    page = client.get(address)
    assert page.text.count(f'href="{log_page}"') == 2
    version = page.context["form"]["version"].value()
    saved = client.post(address, {"text": "Mended", "kind": "other", "theme": "", "version": version})
    assert saved.url == log_page
    elsewhere = address.replace(log_page, "https://example.org/")
    version = client.get(address).context["form"]["version"].value()
    again = {"text": "Again", "kind": "other", "theme": "", "version": version}
    assert client.post(elsewhere, again).url == comment.get_absolute_url()


def test_an_edit_to_another_theme_leaves_the_point_and_says_so(client):
    comment = make_comment()
    point = make_key_point([comment])
    address = reverse("edit_comment", args=[comment.pk])
    version = client.get(address).context["form"]["version"].value()
    values = {"text": comment.text, "kind": "other", "theme": theme("overall-vision").pk, "version": version}
    response = client.post(address, values, follow=True)
    comment.refresh_from_db()
    assert (comment.key_point, f"left the key point “{point}”" in response.text) == (None, True)


def test_what_is_ticked_is_tagged_and_can_be_untagged_again(client):
    comments = [make_comment(), make_comment(theme=theme("overall-vision"))]
    seen = [comment.seen for comment in comments]
    response = client.post(reverse("retag_comments"), {"seen": seen, "theme": theme().pk, "next": "/comments/?q=x"})
    assert response.url == "/comments/?q=x"
    assert set(Comment.objects.values_list("theme__slug", flat=True)) == {theme().slug}
    client.post(reverse("undo", args=[Act.objects.get().pk]))
    assert list(Comment.objects.order_by("pk").values_list("theme__slug", flat=True)) == [None, "overall-vision"]


def test_nothing_ticked_is_refused_with_a_sentence(client):
    response = client.post(reverse("retag_comments"), {"theme": theme().pk}, follow=True)
    assert "Tick at least one comment." in response.text


def test_no_theme_is_taken_away_by_a_choice_not_made(client):
    comment = make_comment(theme=theme())
    response = client.post(reverse("retag_comments"), {"seen": comment.seen, "theme": ""}, follow=True)
    comment.refresh_from_db()
    assert (comment.theme, "Choose a theme, or no theme." in response.text) == (theme(), True)


ELSEWHERE = ["https://elsewhere.invalid/", "//elsewhere.invalid", "/\\elsewhere.invalid", "elsewhere.invalid"]


@pytest.mark.parametrize("next_page", [*ELSEWHERE, "javascript:alert(1)", ""])
def test_the_way_back_never_leaves_the_portal(client, next_page):
    comment = make_comment()
    values = {"seen": comment.seen, "theme": "none", "next": next_page}
    assert client.post(reverse("retag_comments"), values).url == "/comments/"
    assert "elsewhere.invalid" not in client.get(reverse("split_comment", args=[comment.pk]), {"next": next_page}).text


def test_setting_aside_needs_a_reason(client):
    comment = make_comment()
    address = reverse("set_aside_comment", args=[comment.pk])
    refused = client.post(address, {"seen": comment.seen, "reason": " "})
    assert "Write why it is set aside." in refused.text
    client.post(address, {"seen": comment.seen, "reason": "Said twice"})
    comment.refresh_from_db()
    assert (comment.standing, comment.set_aside_reason) == ("set_aside", "Said twice")


@pytest.mark.parametrize(
    "text, first, second",
    [
        ("The hall is cold. The bus is late.", "The hall is cold.", "The bus is late."),
        ("The hall is cold.", "The hall is cold.", ""),
    ],
)
def test_a_split_begins_where_a_sentence_ends(client, text, first, second):
    form = client.get(reverse("split_comment", args=[make_comment(text=text).pk])).context["form"]
    assert (form["first"].value(), form["second"].value()) == (first, second)


TYPED = {
    "split_comment": {"first": "The hall is cold.", "second": "The bus is late."},
    "set_aside_comment": {"reason": "Said twice at this meeting"},
}


@pytest.mark.parametrize("name", TYPED)
def test_what_was_typed_of_a_comment_that_somebody_else_has_changed_comes_back_beside_both(client, name):
    comment = make_comment(text="The hall is cold, the bus is late.")
    address, stale = reverse(name, args=[comment.pk]), comment.seen
    comment.text = "The hall is very cold."
    comment.save()
    refused = client.post(address, {"seen": stale, **TYPED[name]})
    assert (refused.status_code, Act.objects.count(), Comment.objects.count()) == (409, 0, 1)
    shown = [*TYPED[name].values(), "The hall is cold, the bus is late.", "The hall is very cold."]
    assert [words in refused.text for words in shown] == [True] * len(shown)
    assert f'value="{comment.seen}"' in refused.text
    assert client.post(address, {"seen": comment.seen, **TYPED[name]}).status_code == 302
    assert Act.objects.count() == 1


@pytest.fixture
def spread():
    point = make_key_point()
    made = {
        "tagged": make_comment(text="tagged", theme=theme("overall-vision"), kind="support"),
        "untagged": make_comment(text="untagged", meeting=make_meeting(starts_on="2024-02-06")),
        "in a point": make_comment(text="in a point", key_point=point),
        "reply": make_comment(text="reply", standing="reply"),
    }
    return {**made, "point": point}


FILTERS = {
    "": ["reply", "in a point", "untagged", "tagged"],
    "theme=overall-vision": ["tagged"],
    "theme=untagged": ["untagged"],
    "kind=support": ["tagged"],
    "standing=reply": ["reply"],
    "standing=counted&key_point=none": ["untagged", "tagged"],
    "date_from=2024-02-01": ["untagged"],
    "date_to=2024-01-31": ["reply", "in a point", "tagged"],
    "date_from=1/2/2024": ["untagged"],
    "q=reply": ["reply"],
    "q=nothing+like+it": [],
}


@pytest.mark.parametrize("query", FILTERS)
def test_a_filter_in_the_address_finds(client, spread, query):
    assert shown(client.get(f"/comments/?{query}")) == FILTERS[query]


def test_comments_of_a_key_point_are_found(client, spread):
    assert shown(client.get(f"/comments/?key_point={spread['point'].pk}")) == ["in a point"]


@pytest.mark.parametrize(
    "field", ["theme", "kind", "standing", "audience", "category", "meeting", "key_point", "date_from"]
)
@pytest.mark.parametrize("value", ["zzz", "%00", "1" + "0" * 30, "%ED%A0%80", "-1", "' OR 1=1"])
def test_a_nonsense_filter_is_answered_with_a_sentence(client, field, value):
    response = client.get(f"/comments/?{field}={value}")
    assert (response.status_code, value == "%00" or "There is a problem" in response.text) == (200, True)


@pytest.mark.parametrize("page", ["abc", "%00", "1" + "0" * 30, "-1", "0", "%ED%A0%80"])
def test_a_nonsense_page_number_shows_a_page(client, page):
    make_comment()
    assert len(shown(client.get(f"/comments/?page={page}"))) == 1


def test_a_filter_survives_paging(client):
    for _ in range(60):
        make_comment()
    page = client.get("/comments/?kind=other&q=hall").text
    assert 'href="?kind=other&amp;q=hall&amp;page=2"' in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_makes_the_same_number_of_queries(client, number, django_assert_num_queries):
    for _ in range(number):
        make_comment(theme=theme(), stakeholder=make_stakeholder(), meeting=make_meeting())
    client.get("/comments/")
    with django_assert_num_queries(13):
        client.get("/comments/")
