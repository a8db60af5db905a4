import csv
import io
import json
import re
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from feedback import suggestions
from feedback.models import Comment
from feedback.suggest import Suggester, Suggestion
from feedback.suggestions import current_suggester
from tests.factories import make_comment, theme
from themes.six_themes import THEMES

KEYWORDS = {one["slug"]: one["keywords"] for one in THEMES}
SMALL = {
    "jobs": ["job", "training", "social value", "care worker"],
    "health": ["social care", "nurse"],
    "transport": ["bus", "bus station", "train", "parking", "fare"],
    "places": ["park", "library"],
}
WITH_TAGGED_COMMENTS = Path(__file__).parent / "tagged_comments.csv"
REPORT = Path(settings.BASE_DIR).parent / "shared/inputs/one-future-feedback-report.txt"


def first(suggester, text):
    return next((one.theme for one in suggester.suggest(text)), None)


def because(text, keywords=SMALL):
    return [(one.theme, one.because) for one in Suggester(keywords).suggest(text)]


def tagged_comments():
    """(learned from, held back): every third is held back. Nothing is ever chosen by looking at those."""
    with WITH_TAGGED_COMMENTS.open(encoding="utf-8") as lines:
        pairs = [(row["text"], row["theme"]) for row in csv.DictReader(lines)]
    held_back = pairs[2::3]
    return [pair for at, pair in enumerate(pairs) if at % 3 != 2], held_back


def hits(suggester, pairs):
    """(how many were right at once, right within three, left without a suggestion)"""
    offered = [([one.theme for one in suggester.suggest(text)], slug) for text, slug in pairs]
    at_once = sum(slugs[:1] == [slug] for slugs, slug in offered)
    return at_once, sum(slug in slugs for slugs, slug in offered), sum(not slugs for slugs, _ in offered)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("More buses, please", [("transport", ("buses",))]),
        ("LIBRARIES’ hours", [("places", ("libraries",))]),
        ("A trained nurse", [("transport", ("trained",)), ("health", ("nurse",))]),
        ("Training for a career", [("jobs", ("training",))]),
        ("Parking near the shops", [("transport", ("parking",))]),
        ("Parks near the shops", [("places", ("parks",))]),
        ("The bus station leaks", [("transport", ("bus station",))]),
        ("Social-value clauses", [("jobs", ("social value",))]),
        ("It is too far", []),
    ],
)
def test_a_keyword_is_known_in_its_grammatical_forms_and_a_phrase_is_taken_whole(text, answer):
    assert because(text) == answer


def test_what_is_said_first_comes_first():
    assert because("Jobs at the bus depot") == [("jobs", ("jobs",)), ("transport", ("bus",))]
    assert because("A bus to my job") == [("transport", ("bus",)), ("jobs", ("job",))]


def test_a_word_of_a_phrase_met_alone_says_less_than_a_keyword():
    assert because("Workers on the bus") == [("transport", ("bus",)), ("jobs", ("workers",))]


def test_a_keyword_of_two_themes_speaks_for_both():
    shared = {"one": ["charity"], "two": ["charity", "grant"], "three": ["bus"]}
    assert because("The charity needs a grant", shared) == [("two", ("grant", "charity")), ("one", ("charity",))]


def test_at_most_three_are_offered():
    assert [slug for slug, _ in because("job, nurse, bus and library")] == ["jobs", "health", "transport"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?!",
        "Agreed.",
        "Apologies were received.",
        "The minutes of the last meeting were approved.",
        "\x00",
        "xx yy",
    ],
)
def test_nothing_is_offered_when_nothing_is_known(text):
    assert Suggester(KEYWORDS).suggest(text) == []


def test_no_keywords_and_no_comments_offer_nothing():
    assert Suggester({}).suggest("More buses") == []
    assert Suggester({"jobs": [], "places": ["", "-"]}).suggest("More buses") == []


def test_words_of_tagged_comments_are_learned_but_not_from_one_or_two():
    pairs = [("The Plaza is a treasure", "places"), ("Shout about the Plaza", "places"), ("Plaza roof", "places")]
    assert first(Suggester(SMALL, pairs[:2]), "Save the Plaza") is None
    assert Suggester(SMALL, pairs).suggest("Save the Plaza") == [Suggestion("places", ("plaza",))]


def test_enough_tagged_comments_outweigh_a_keyword():
    pairs = [("Another fare", "places")] * 60
    assert first(Suggester(SMALL), "The fare") == "transport"
    assert first(Suggester(SMALL, pairs), "The fare") == "places"


def test_a_theme_with_many_comments_is_not_likelier_for_that():
    pairs = [("The Plaza", "places")] * 10 + [("Something else", "places")] * 190 + [("The Plaza", "jobs")] * 10
    assert first(Suggester(SMALL, pairs), "The Plaza") == "jobs"


def test_comments_of_a_theme_that_is_not_offered_are_passed_over():
    assert first(Suggester(SMALL, [("The Plaza", "gone")] * 9), "The Plaza") is None


def test_keywords_alone_are_right_for_comments_they_were_not_chosen_by():
    _, held_back = tagged_comments()
    assert (len(held_back), *hits(Suggester(KEYWORDS), held_back)) == (100, 86, 94, 1)


def test_tagged_comments_help_where_keywords_are_few():
    learned_from, held_back = tagged_comments()
    few = {slug: keywords[:10] for slug, keywords in KEYWORDS.items()}
    alone, taught = hits(Suggester(few), held_back), hits(Suggester(few, learned_from), held_back)
    assert (alone, taught) == ((18, 21, 72), (23, 28, 57))


@pytest.mark.parametrize("report", [REPORT] if REPORT.exists() else [])
def test_findings_of_the_councils_own_report_find_their_theme(report):
    names = {name: one["slug"] for one in THEMES for name in [one["name"], *one["aliases"]]}
    pairs, heading = [], None
    for line in report.read_text(encoding="utf-8").partition("Appendix")[0].splitlines():
        heading = names.get(re.sub(r":\s*-\s*$", "", line).strip(), heading)
        if line.startswith("- "):
            pairs.append((line, heading))
    assert (len(pairs), *hits(Suggester(KEYWORDS), pairs)) == (27, 25, 27, 0)


def answers(monkeypatch, capsys, lines: bytes):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    call_command("suggest_themes", "--json")
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.django_db
def test_the_command_answers_each_line_with_a_line(monkeypatch, capsys):
    lines = b'{"text": "More buses"}\n{"text": "Hello"}\n'
    assert answers(monkeypatch, capsys, lines) == [
        {"suggestions": [{"theme": "clean-green-transport", "because": ["buses"]}]},
        {"suggestions": []},
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "line",
    [b"", b"buses", b"[1]", b"{}", b'{"text": 7}', b"\xff\xfe", b"[" * 100_000, b"1" * 5_000],
    ids=["empty", "words", "list", "no text", "number", "not UTF-8", "deep", "long number"],
)
def test_the_command_answers_a_line_it_cannot_read_with_an_error(monkeypatch, capsys, line):
    answered = answers(monkeypatch, capsys, line + b'\n{"text": "More buses"}')
    assert [sorted(one) for one in answered] == [["error"], ["suggestions"]]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["clean, green transport", "Clean Green Transport", "clean, green, transport"])
def test_a_theme_that_is_named_in_full_comes_first(name):
    text = f"Pleased to see the ambition and the inclusion of {name} in the vision, and how it will connect the public."
    offered = current_suggester().suggest(text)[0]
    assert (offered.theme, offered.because[0]) == ("clean-green-transport", "clean green transport")


@pytest.mark.django_db
def test_a_part_of_a_themes_name_is_not_the_theme():
    assert first(current_suggester(), "Clean, green parks and a library") == "thriving-neighbourhoods"


@pytest.mark.django_db
def test_the_suggester_follows_an_admins_keywords():
    assert first(current_suggester(), "Save the Plaza") is None
    places = theme("thriving-neighbourhoods")
    places.keywords += "\nplaza"
    places.save()
    assert first(current_suggester(), "Save the Plaza") == "thriving-neighbourhoods"


@pytest.mark.django_db
def test_the_suggester_follows_what_officers_tag():
    for _ in range(3):
        make_comment(text="Save the Plaza", theme=theme("thriving-neighbourhoods"))
    assert first(current_suggester(), "The Plaza") == "thriving-neighbourhoods"


@pytest.mark.django_db
def test_the_suggester_does_not_learn_from_what_was_set_aside():
    for _ in range(3):
        make_comment(text="Save the Plaza", theme=theme("thriving-neighbourhoods"), standing=Comment.Standing.SET_ASIDE)
    assert first(current_suggester(), "The Plaza") is None


@pytest.mark.django_db
def test_the_suggester_learns_from_the_newest(monkeypatch):
    monkeypatch.setattr(suggestions, "LEARNT", 3)
    for _ in range(3):
        make_comment(text="Save the Plaza", theme=theme("thriving-neighbourhoods"))
    assert first(current_suggester(), "The Plaza") == "thriving-neighbourhoods"
    for _ in range(3):
        make_comment(text="Save the viaduct", theme=theme("good-jobs-and-homes"))
    assert first(current_suggester(), "The Plaza") is None
    assert first(current_suggester(), "The viaduct") == "good-jobs-and-homes"


@pytest.mark.django_db
def test_past_a_thousand_tagged_comments_the_suggester_is_kept_until_there_is_more_to_learn():
    tagged = make_comment(text="Save the Plaza", theme=theme("thriving-neighbourhoods"))
    one_more = {"meeting": tagged.meeting, "theme": tagged.theme, "text": "Save the Plaza"}
    Comment.objects.bulk_create(Comment(**one_more) for _ in range(999))
    kept = current_suggester()
    Comment.objects.bulk_create(Comment(**one_more) for _ in range(10))
    assert current_suggester() is kept
    Comment.objects.bulk_create(Comment(**one_more) for _ in range(40))
    assert current_suggester() is not kept
