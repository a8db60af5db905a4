"""What is typed is cleaned on its way in."""

import pytest

from feedback.models import Comment
from stockport2040.middleware import printable
from tests.factories import make_meeting

CLEAN = {
    "Word's line\x0bbreak": "Word's line\nbreak",
    "Windows\r\nand old Mac\rlines": "Windows\nand old Mac\nlines",
    "a NUL\x00, a bell\x07 and an escape\x1b": "a NUL, a bell and an escape",
    "a lone surrogate \ud83d": "a lone surrogate ",
    "tabs\tand accents é, emoji 🚲, 中文 stay": "tabs\tand accents é, emoji 🚲, 中文 stay",
}


@pytest.mark.parametrize("text", CLEAN)
def test_text_is_made_printable(text):
    assert printable(text) == CLEAN[text]


@pytest.mark.django_db
def test_a_comment_is_cleaned_before_it_is_saved(client_for):
    meeting = make_meeting()
    text = "One\x0btwo\x00three"
    key = "0" * 32
    client_for("officer").post(f"/meetings/{meeting.pk}/comments/", {"text": text, "kind": "other", "key": key})
    assert Comment.objects.get().text == "One\ntwothree"
