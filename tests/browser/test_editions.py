"""Two managers publish an edition in a real browser, and anyone reads it."""

import pytest

from feedback.models import Comment
from tests.browser.widths import fits_and_is_accessible
from tests.factories import make_comment, make_edition, make_key_point, make_meeting, make_person


@pytest.fixture
def second_edition(manager):
    """Ready to be prepared: the first is published, and its one key point has been reworded since."""
    meeting = make_meeting()
    evidence = [make_comment(meeting=meeting, verbatim="It is so cold in there.") for _ in range(6)]
    point = make_key_point(evidence, status="agreed")
    make_edition(prepared_by=manager, approved_by=make_person("manager"), is_public=True)
    point.text = "People felt that most halls are cold."
    point.save()
    Comment.objects.filter(pk=evidence[0].pk).update(quoted=True)


def test_two_managers_publish_and_anyone_reads(open_page, axe, manager, second_edition):
    page = open_page(manager)
    page.goto("/editions/")
    fits_and_is_accessible(page, axe)
    page.get_by_role("link", name="Prepare an edition").click()
    fits_and_is_accessible(page, axe)
    page.get_by_label("Public: anyone").check()
    page.get_by_role("button", name="Prepare the edition").click()
    page.get_by_text("You prepared this edition").wait_for()
    assert page.get_by_role("button", name="Approve and publish").count() == 0
    fits_and_is_accessible(page, axe)

    other = open_page(make_person("manager"))
    other.goto("/editions/2/")
    other.get_by_role("button", name="Approve and publish").click()
    other.get_by_text("Approved edition 2. Anyone can read it now").wait_for()

    reader = open_page()
    reader.goto("/editions/2/")
    assert reader.get_by_text("People felt that most halls are cold.").count() == 1
    fits_and_is_accessible(reader, axe)
    with reader.expect_download() as download:
        reader.get_by_role("link", name="Word").click()
    assert download.value.suggested_filename == "one-stockport-one-future-edition-2.docx"
    reader.get_by_role("link", name="What changed since edition 1").click()
    reader.get_by_role("heading", name="Key points reworded").wait_for()
    fits_and_is_accessible(reader, axe)


def test_a_manager_takes_it_down_and_puts_it_back(open_page, axe, manager, second_edition):
    page, reader = open_page(manager), open_page()
    page.goto("/editions/1/")
    page.get_by_role("link", name="Take it down").click()
    fits_and_is_accessible(page, axe)
    page.get_by_role("button", name="Take it down").click()
    page.get_by_role("link", name="Write why it is taken down.").click()
    page.keyboard.type("A quote in it told who a person is.\n")
    page.get_by_text("Took down edition 1.").wait_for()
    fits_and_is_accessible(page, axe)

    reader.goto("/editions/1/")
    reader.get_by_text("Why: A quote in it told who a person is.").wait_for()
    fits_and_is_accessible(reader, axe)
    reader.get_by_role("link", name="sign in").click()
    assert reader.url.endswith("/accounts/login/?next=/editions/1/")

    page.get_by_text("Put it back", exact=True).click()
    page.get_by_role("button", name="Put it back for anyone to read").click()
    page.get_by_text("Put back edition 1.").wait_for()
    reader.goto("/editions/1/")
    assert reader.get_by_role("heading", name="What we heard").count() == 1
