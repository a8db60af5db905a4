"""python -m tests.benchmarks COMMENTS, on DATABASE_URL: each page against the bare SQL that fetches the same,
and each file of the report against its library alone."""

import sys
import uuid
from statistics import median
from time import perf_counter

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from tests.benchmarks import files  # noqa: E402
from tests.benchmarks.bare import BARE  # noqa: E402
from tests.benchmarks.many import make_portal  # noqa: E402

TIMES = 9


def main(comments):
    client = Client(headers={"host": "localhost"})
    client.force_login(make_portal(comments), backend="stockport2040.roles.PortalBackend")
    print(f"\n{comments:,} comments on {connection.vendor}: milliseconds, median of {TIMES}")
    print(f"{'':28}{'page':>10}{'bare SQL':>10}{'ratio':>8}")
    for name, ask in PAGES.items():
        page, bare = milliseconds(lambda ask=ask: ask(client)), milliseconds(BARE[name])
        print(f"{name:28}{page:10.1f}{bare:10.1f}{page / bare:8.1f}")
    files.print_all()


def milliseconds(work):
    work()  # once to warm up
    taken = []
    for _ in range(TIMES):
        start = perf_counter()
        work()
        taken.append((perf_counter() - start) * 1000)
    return median(taken)


def get(address):
    def ask(client):
        assert client.get(address).status_code == 200, address

    return ask


def save(client):
    data = {"text": "One more comment.", "kind": "other", "key": uuid.uuid4().hex}
    assert client.post("/meetings/1/comments/", data, headers={"HX-Request": "true"}).status_code == 200


PAGES = {
    "themed summary": get("/summary/"),
    "themed summary, filtered": get("/summary/?audience=1&date_from=2023-12-01"),
    "comments": get("/comments/"),
    "comments, filtered": get("/comments/?theme=good-jobs-and-homes&kind=concern"),
    "search": get("/comments/?q=library+Brinnington"),
    "save one comment": save,
}

if __name__ == "__main__":
    main(int(sys.argv[1]))
