"""A public edition is taken down: the public is told when and why, and reads nothing of it; and it is put back."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from tests.factories import make_comment, make_edition, make_meeting, theme
from tests.themes.editions import ENDINGS, prepare, words_of
from themes.models import Edition, KeyPoint
from themes.report.kept import from_kept
from themes.taking_down_views import CHANGED

pytestmark = pytest.mark.django_db

WHY = "A quote in it told who a person is."
PUBLISHED = datetime(2024, 3, 3, 12, tzinfo=UTC)
TOLD = (
    "Edition 1 was taken down Edition 1, published on 3 March 2024, was taken down on {:%-d %B %Y}. It cannot be read"
    f" here any more, and nor can its files. Why: {WHY}"
)
ADDRESSES = ["/editions/1/", "/editions/1/changes/", *(f"/editions/1.{ending}" for ending in ENDINGS)]


@pytest.fixture
def client(client_for, manager):
    return client_for("manager")


@pytest.fixture
def public(publishable, other):
    """Edition 1."""
    return make_edition(is_public=True, approved_by=other, approved_at=PUBLISHED)


@pytest.fixture
def with_files(client, publishable, other):
    """Edition 1, prepared on its page, with a file of every format."""
    client.get(prepare(client).url)  # which says that it is prepared, once
    Edition.objects.update(approved_by=other, approved_at=PUBLISHED)
    return Edition.objects.get()


def version(number=1):
    return Edition.objects.get(number=number).version


def take_down(client, because=WHY, number=1, **values):
    sent = {"because": because, "version": version(number), **values}
    return client.post(f"/editions/{number}/take-down/", sent, follow=True)


def put_back(client, **values):
    return client.post("/editions/1/put-back/", {"version": version(), **values}, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


def read_all(client):
    """The page but for what stands above and below the report, and each file in short."""
    page, *files = (client.get(address) for address in ADDRESSES if "changes" not in address)
    report = words_of(page).split("Download:")[1].split("History")[0]
    return [report, *((each.status_code, sha256(each.content).hexdigest()) for each in files)]


def test_nothing_of_what_was_taken_down_is_left_to_the_public(client, client_for, with_files):
    before = client_for("").get("/editions/1/")
    assert (before.status_code, b"halls are cold" in before.content, before["Cache-Control"][:21]) == (
        200,
        True,
        "max-age=0, no-cache, ",
    )
    assert said(take_down(client)) == ["Took down edition 1. Its public address now says only when and why."]
    answers = [client_for("").get(address) for address in ADDRESSES]
    told = TOLD.format(Edition.objects.get().taken_down_at) + " If you work on the report, sign in."
    assert [(each.status_code, words_of(each)) for each in answers] == [(410, told)] * len(ADDRESSES)
    assert [each for each in answers if "What we heard" in each.text or "Mina" in each.text] == []
    assert {each["Cache-Control"] for each in answers} == {before["Cache-Control"]}


def test_who_signs_in_reads_it_as_it_was_marked(client, client_for, with_files):
    before = read_all(client_for("officer"))
    take_down(client)
    assert read_all(client_for("officer")) == before
    page = client_for("officer").get("/editions/1/")
    day = Edition.objects.get().taken_down_at
    assert f"Taken down on {day:%-d %B %Y} at" in words_of(page)
    assert f"by Mina Manager. Why: {WHY}" in words_of(page)
    assert "Taken down" in words_of(client_for("officer").get("/editions/"))
    file = client_for("officer").get("/editions/1.docx")
    assert file["Content-Disposition"] == 'attachment; filename="what-we-heard-edition-1-taken-down.docx"'


def test_it_is_put_back_as_it_was(client, client_for, with_files):
    before = read_all(client_for(""))
    take_down(client)
    assert said(put_back(client)) == ["Put back edition 1. Anyone can read it again."]
    assert read_all(client_for("")) == before
    edition = Edition.objects.get()
    assert (edition.taken_down_at, edition.taken_down_by, edition.taken_down_because) == (None, None, "")


def test_every_act_is_in_its_history(client, with_files, manager, other):
    client.force_login(other)
    take_down(client)
    client.force_login(manager)
    put_back(client)
    saves = [
        (kept.history_user, kept.taken_down_because, kept.taken_down_by)
        for kept in Edition.history.order_by("history_id")
    ]
    assert saves == [(manager, "", None), (other, WHY, other), (manager, "", None)]
    assert f"Why it is taken down: “{WHY}” became “nothing”" in words_of(client.get("/editions/1/"))


def test_the_approval_and_the_withdrawal_of_an_edition_are_in_its_history(client, publishable, manager, other):
    waiting = make_edition(prepared_by=other)
    client.post("/editions/1/withdraw/", {"edition": waiting.pk})
    waiting = make_edition(prepared_by=other)
    client.post("/editions/1/approve/", {"edition": waiting.pk})
    kept = Edition.history.order_by("history_id").values_list("history_type", "history_user", "approved_by")
    assert list(kept) == [
        ("+", None, None),
        ("-", manager.pk, None),
        ("+", None, None),
        ("~", manager.pk, manager.pk),
    ]


REFUSED = {
    "": "Write why it is taken down.",
    " ": "Write why it is taken down.",
    "It names Mrs Patel.": "“Mrs Patel” may be personal data: leave it out, as anyone can read this.",
    "A" * 301: "Write 300 characters or fewer: there are 301.",
}


@pytest.mark.parametrize("because", REFUSED)
def test_a_reason_that_cannot_be_public_is_refused_and_comes_back(client, public, because):
    KeyPoint.objects.update(passed_words=["Mrs Patel"])  # to let it through may have been the mistake
    form = take_down(client, because).context["form"]
    assert form.errors == {"because": [REFUSED[because]]}
    assert (form["because"].value(), Edition.objects.get().is_taken_down) == (because, False)


def test_the_reason_can_be_worded_otherwise_while_it_is_down(client, client_for, public, other):
    take_down(client)
    before = Edition.objects.get()
    client.force_login(other)
    assert client.get("/editions/1/take-down/").context["form"]["because"].value() == WHY
    assert said(take_down(client, "A figure in it was wrong."))[0][:29] == "Changed why it is taken down."
    after = Edition.objects.get()
    assert (after.taken_down_at, after.taken_down_by) == (before.taken_down_at, before.taken_down_by)
    assert "Why: A figure in it was wrong." in words_of(client_for("").get("/editions/1/"))


def test_what_somebody_did_meanwhile_is_not_done_over(client, public, other):
    seen = version()
    take_down(client)
    assert said(take_down(client, "Otherwise.", version=seen)) == [f"{CHANGED} You had written: “Otherwise.”"]
    assert Edition.objects.get().taken_down_because == WHY
    for nonsense in (seen, "", "x", "9" * 30, "9" * 5000):
        assert said(put_back(client, version=nonsense)) == [CHANGED]
    assert Edition.objects.get().is_taken_down


def test_what_is_not_down_cannot_be_put_back(client, public):
    assert said(put_back(client)) == [CHANGED]


@pytest.mark.parametrize("values", [{"is_public": True}, {"approved_by": "other"}], ids=["waiting", "internal"])
def test_only_what_is_public_can_be_taken_down(client, publishable, other, values):
    make_edition(**{**values, **({"approved_by": other} if "approved_by" in values else {})})
    assert [take_down(client).status_code, put_back(client).status_code] == [404, 404]
    down = {"taken_down_by": other, "taken_down_at": datetime(2124, 1, 1, tzinfo=UTC), "taken_down_because": WHY}
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.update(**down)


@pytest.mark.parametrize("left_out", ["taken_down_by", "taken_down_at", "taken_down_because"])
def test_the_database_keeps_who_took_it_down_when_and_why(public, other, left_out):
    down = {"taken_down_by": other, "taken_down_at": datetime(2024, 3, 4, tzinfo=UTC), "taken_down_because": WHY}
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.update(**{name: value for name, value in down.items() if name != left_out})
    Edition.objects.update(**down)


def test_what_the_rules_of_today_find_stays_down(client, public):
    take_down(client)
    report = Edition.objects.get().report
    report["sections"][4]["points"][0].update(text="Mrs Patel spoke.")
    Edition.objects.update(report=report)
    assert said(put_back(client)) == [
        "1 key point has what may be personal data. Mrs Patel spoke. Found a name in the wording: “Mrs Patel”."
        " So it stays down. Prepare another edition without that."
    ]
    assert Edition.objects.get().is_taken_down


def second(other, **values):
    """Edition 2, after the only key point of the first was worded otherwise."""
    KeyPoint.objects.filter(status="agreed").update(text="People felt that most halls are cold.")
    return make_edition(is_public=True, approved_by=other, **values)


def test_its_number_stays_its_own(client, public, other):
    take_down(client)
    assert second(other).number == 2


def test_the_public_is_led_past_it_and_reads_none_of_it_in_a_comparison(client, client_for, public, other):
    second(other)
    take_down(client, number=2)
    take_down(client)
    make_comment(theme=theme(), meeting=make_meeting())
    third = second(other)
    assert from_kept(third.report).changes == ""
    for address in ("/editions/3/changes/", "/editions/3/changes/?since=2", "/editions/3/changes/?since=1"):
        assert words_of(client_for("").get(address)) == (
            "Edition 3: What we heard What changed"
            " No earlier edition is public, so there is nothing to compare it with."
        )
    put_back(client)
    assert b"since edition 1" in client_for("").get("/editions/3/").content
    page = client_for("").get("/editions/1/")
    assert page.context["newer"].number == 3
    told = words_of(client_for("").get("/editions/2/"))
    assert "The newest edition that can be read: Edition 3: What we heard." in told


def test_who_signs_in_still_compares_with_it(client, client_for, public, other):
    second(other)
    take_down(client)
    page = client_for("officer").get("/editions/2/changes/")
    assert [(old.text, new.text) for old, new in page.context["changes"].reworded] == [
        ("People felt that halls are cold.", "People felt that most halls are cold.")
    ]


def test_a_person_without_a_role_is_told_what_the_public_is(client, client_for, public):
    nobody = client_for("")
    nobody.force_login(User.objects.create(username="nobody"))
    take_down(client)
    assert nobody.get("/editions/1/").status_code == 410
    assert "sign in" not in words_of(nobody.get("/editions/1/"))
