"""An admin moving many meetings, page by page."""

import re
from datetime import date

from django.contrib.messages import get_messages

from meetings.models import Meeting

SOON, LATER = date(2090, 1, 16), date(2090, 2, 6)  # Mondays
MOVE, CONFIRM = "/meetings/move/", "/meetings/move/confirm/"
KEY = "0b1f8c2e-52a0-4c5e-9d0a-7d6f5f1c2b3a"


def form(meetings, **asked):
    seen = [f"{meeting.pk}:{meeting.version}" for meeting in meetings]
    return {"seen": seen, "kind": "weeks", "weeks": "3", "key": KEY, **asked}


def confirm(client, data):
    """As a person does: what is confirmed is what the preview showed."""
    previewed = client.post(MOVE, data).context["asked"]
    return client.post(CONFIRM, {**data, "previewed": previewed})


def dates():
    return list(Meeting.objects.order_by("pk").values_list("starts_on", flat=True))


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.content.decode()))


def hidden(page):
    """What the page sends along unseen."""
    inputs = [tag for tag in re.findall(r"<input[^>]*>", page.content.decode()) if 'type="hidden"' in tag]
    values = {}
    for tag in inputs:
        values.setdefault(re.search(r'name="([^"]+)"', tag)[1], []).append(re.search(r'value="([^"]*)"', tag)[1])
    return values
