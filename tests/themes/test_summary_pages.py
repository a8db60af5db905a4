"""The themed summary as people read it."""

import re
from html import unescape

import pytest
from django.http import QueryDict

from feedback.forms import CommentFilter
from feedback.models import Comment
from tests.factories import make_audience, make_comment, make_key_point, make_meeting, make_stakeholder, theme

pytestmark = pytest.mark.django_db

LINK = re.compile(r'href="/comments/(?:\?([^"]*))?">(?:([\d,]+)|(None))')


@pytest.fixture
def client(client_for):
    return client_for("manager")


def linked_numbers(page):
    """[(query string of a link to comments, the number that it begins with), ...]"""
    main = page[page.index("<main") :]
    return [(unescape(query), int(number.replace(",", "") or 0)) for query, number, none in LINK.findall(main)]


def found(query):
    return CommentFilter(QueryDict(query)).apply(Comment.objects.all()).count()


@pytest.mark.parametrize("narrowed", ["", "?audience={}", "?date_from=2024-01-22&category="])
@pytest.mark.parametrize("address", ["/summary/", "/summary/overall-vision/"])
def test_every_number_leads_to_just_its_comments(client, spread, address, narrowed):
    links = linked_numbers(client.get(address + narrowed.format(spread["audiences"][1].pk)).text)
    assert len(links) >= 7
    assert [(query, found(query)) for query, number in links] == links


def test_what_it_is_narrowed_to_is_said_and_carried(client, spread):
    audience = spread["audiences"][1]
    page = client.get(f"/summary/?audience={audience.pk}&date_from=2024-01-22").text
    assert f"audience {audience}; meetings from 22 January 2024" in page
    carried = f"audience={audience.pk}&amp;date_from=2024-01-22"
    assert f'href="/summary/overall-vision/?{carried}"' in page
    assert all(carried.replace("&amp;", "&") in query for query, _ in linked_numbers(page))


def test_zeros_are_words(client):
    make_comment(theme=theme())
    page = client.get("/summary/").text
    assert "No comments under this theme yet." in page
    assert "No key points yet." in page
    assert ">0<" not in page


def test_a_point_shows_its_proof_and_status(client):
    point = make_key_point([make_comment(meeting=make_meeting(audience=make_audience())) for _ in range(2)])
    page = client.get("/summary/").text
    assert f'href="/comments/?key_point={point.pk}">2 comments · 2 meetings · 2 audiences<' in page
    assert ">Draft</strong>" in page


def test_a_point_without_evidence_says_so(client):
    make_key_point()
    make_comment()
    assert "No comments linked yet" in client.get("/summary/").text


def test_an_empty_portal_says_what_to_do_first(client):
    page = client.get("/summary/").text
    assert "Nothing has been logged yet" in page
    assert 'href="/meetings/"' in page


def test_sample_data_is_marked(client):
    make_key_point([make_comment(made_up=True)], made_up=True)
    page = client.get("/summary/").text
    assert page.count("The comments here are sample data, made up to show the portal.") == 1
    assert page.count(">Made up</strong>") == 1


def test_real_data_is_not(client):
    make_key_point([make_comment()])
    assert ("sample data" in client.get("/summary/").text) is False


ATTENDED = {
    (12, 30): ("42", "recorded at every meeting held"),
    (12, None): ("12", "where recorded; not recorded at 1 of the 2"),
    (None, None): ("Not known", "recorded at no meeting held"),
    (0,): ("None", "recorded at every meeting held"),
    (): ("None", "no meeting held yet"),
}


@pytest.mark.parametrize("attendances", ATTENDED)
def test_people_are_added_up_where_they_were_counted_and_where_not_is_said(client, attendances):
    make_comment(meeting=make_meeting(starts_on=None))
    for attendance in attendances:
        make_meeting(attendance=attendance)
    number, note = ATTENDED[attendances]
    assert f'<dd>{number} <span class="app-figures__note">{note}</span>' in client.get("/summary/").text


def test_a_removed_point_is_not_shown(client):
    make_comment()
    point = make_key_point(status="removed")
    assert (point.text in client.get("/summary/").text) is False


def test_a_theme_s_page_shows_that_theme_alone(client):
    make_key_point([make_comment()], text="People felt cold.")
    make_key_point(text="People felt late.", theme=theme("clean-green-transport"))
    page = client.get("/summary/thriving-neighbourhoods/").text
    assert ("People felt cold." in page, "People felt late." in page) == (True, False)


def test_a_theme_that_is_not_is_not_found(client):
    assert client.get("/summary/no-such-theme/").status_code == 404


@pytest.mark.parametrize("name", ["audience", "category", "date_from", "date_to"])
@pytest.mark.parametrize("value", ["zzz", "%00x", "1" + "0" * 30, "%ED%A0%80x", "-1", "0000-00-00"])
def test_a_nonsense_filter_is_answered_with_a_sentence(client, name, value):
    make_comment()
    response = client.get(f"/summary/?{name}={value}")
    assert (response.status_code, "There is a problem" in response.text) == (200, True)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/summary/", 24), ("/summary/thriving-neighbourhoods/", 16)])
def test_a_summary_makes_the_same_number_of_queries(client, number, address, queries, django_assert_num_queries):
    for _ in range(number):
        forum = make_stakeholder()
        make_key_point([make_comment(stakeholder=forum, meeting=make_meeting([forum]))])
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


def test_the_admin_s_summary_shows_the_same(client_for, spread):
    client = client_for("admin")
    query = {"audience": spread["audiences"][1].pk}
    pages = [client.get(address, query) for address in ("/summary/", "/admin/themes/theme/summary/")]
    first, second = (page.context["report"] for page in pages)
    assert first == second
    assert linked_numbers(pages[0].text) == linked_numbers(pages[1].text)


def test_the_admin_s_themes_lead_to_the_summary(client_for):
    assert 'href="/admin/themes/theme/summary/"' in client_for("admin").get("/admin/themes/theme/").text


@pytest.mark.parametrize("role", ["", "officer", "manager"])
def test_the_admin_s_summary_is_for_admins(client_for, role):
    response = client_for(role).get("/admin/themes/theme/summary/")
    assert (response.status_code, response.url.split("?")[0] in ("/accounts/login/", "/admin/login/")) == (302, True)
