"""What tests of editions share."""

from django.urls import reverse

ENDINGS = ["docx", "pdf", "xlsx", "csv", "json"]
PUBLIC = {"title": "What we heard", "is_public": "True"}


def prepare(client, query="", **values):
    return client.post(f"{reverse('prepare_edition')}{query}", {**PUBLIC, **values})


def files(edition):
    return {kept.format: bytes(kept.content) for kept in edition.files.all()}
