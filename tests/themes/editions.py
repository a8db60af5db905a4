"""What tests of editions share."""

from django.urls import reverse
from django.utils.html import strip_tags

ENDINGS = ["docx", "pdf", "xlsx", "csv", "json"]
PUBLIC = {"title": "What we heard", "is_public": "True"}


def prepare(client, query="", **values):
    return client.post(f"{reverse('prepare_edition')}{query}", {**PUBLIC, **values})


def words_of(response):
    """What its page says."""
    return " ".join(strip_tags(response.text.split("<main")[1].split(">", 1)[1].split("</main>")[0]).split())


def files(edition):
    return {kept.format: bytes(kept.content) for kept in edition.files.all()}
