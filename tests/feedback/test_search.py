"""One search, with one meaning on both databases."""

import pytest

from feedback.models import Comment
from tests.factories import make_comment

pytestmark = pytest.mark.django_db

WORDS = {
    "bus": "The bus from Brinnington is late.",
    "buses": "Buses stop at six.",
    "library": "Libraries should open on Sundays.",
    "anti-social": "Anti-social behaviour near the precinct.",
    "verbatim": "A complaint about parking.",
}
FOUND = {
    "bus": ["bus", "buses"],
    "buses": ["bus", "buses"],
    "BUS": ["bus", "buses"],
    "library": ["library"],
    "libraries open": ["library"],
    "library bus": [],
    '"stop at six"': ["buses"],
    '"six at stop"': [],
    "anti-social": ["anti-social"],
    "behaviour": ["anti-social"],
    "the bus": ["bus", "buses"],
    "verge": ["verbatim"],
    "AND": [],
    "!!": [],
    "' OR 1=1 --": [],
    'bus" OR "library': [],
    "zebra": [],
    "_": [],
}


@pytest.fixture
def comments():
    return {
        name: make_comment(text=text, verbatim="They park on the verge!" if name == "verbatim" else "")
        for name, text in WORDS.items()
    }


@pytest.mark.parametrize("query", FOUND)
def test_a_comment_is_found_by_every_word(comments, query):
    names = {comment.pk: name for name, comment in comments.items()}
    found = [names[comment.pk] for comment in Comment.objects.search(query).order_by("pk")]
    assert found == FOUND[query]


def test_a_comment_is_found_by_its_reference(comments):
    wanted = comments["library"]
    assert [c.pk for q in (wanted.reference, f"c{wanted.pk}") for c in Comment.objects.search(q)] == [wanted.pk] * 2


def test_a_number_finds_the_comment_it_names_and_those_that_say_it(comments):
    wanted = comments["library"]
    comments["bus"].text = f"The {wanted.pk} to town is late."
    comments["bus"].save()
    found = set(Comment.objects.search(str(wanted.pk)).values_list("pk", flat=True))
    assert found == {wanted.pk, comments["bus"].pk}


def test_a_changed_comment_is_found_by_its_new_words_only(comments):
    comments["bus"].text = "The tram is late."
    comments["bus"].save()
    assert [Comment.objects.search(query).count() for query in ("tram", "Brinnington")] == [1, 0]


def test_a_deleted_comment_is_not_found(comments):
    comments["library"].delete()
    assert Comment.objects.search("library").count() == 0
