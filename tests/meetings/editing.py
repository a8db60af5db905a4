"""One meeting's form, as a browser sends it."""

import re

from django.urls import reverse


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.content.decode()))


def sent(page, **typed):
    """What the browser would send of the page's form, with this typed into it."""
    form = page.context["form"]
    values = {name: form[name].value() for name in form.fields}
    values["stakeholders"] = [getattr(each, "pk", each) for each in values.get("stakeholders") or []]
    values |= {name: value.pk for name, value in values.items() if hasattr(value, "pk")} | typed
    return {name: "" if value is None else value for name, value in values.items() if value is not False}


def edit(client, meeting, **typed):
    path = reverse("edit_meeting", args=[meeting.pk])
    return client.post(path, sent(client.get(path), **typed))
