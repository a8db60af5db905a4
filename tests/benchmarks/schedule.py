"""python -m tests.benchmarks.schedule MEETINGS, on DATABASE_URL: each page and act of the schedule against the bare SQL
that fetches and writes the same (for a file, its library too).

All is gone through again and again in a process that began as a server's does; the first time stands apart.
"""

import html
import re
import sys
import uuid
from collections import defaultdict
from datetime import date, timedelta
from statistics import median
from time import perf_counter

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from meetings.models import Meeting  # noqa: E402
from stockport2040 import wsgi  # noqa: E402, F401 - loads what a server has loaded before anybody asks
from stockport2040.roles import give_role  # noqa: E402
from tests.benchmarks.bare_schedule import BARE  # noqa: E402
from tests.benchmarks.many import PLACES, make_portal  # noqa: E402

TIMES = 9
COMMENTS = 10_000
LISTED, KNOWN, MOVING = 500, 100, 50  # rows of a list: all, those in the schedule just so, those there on other days
MOVED = 300
TODAY = date.today()
PERIOD = {"period_from": TODAY, "period_to": TODAY + timedelta(days=364)}
WRITTEN = [
    "{0.day} {0:%B}",
    "{0.day}th {0:%B}",
    "{0:%A} {0.day} {0:%B} {0.year}",
    "{0:%d/%m/%Y}",
    "{0.day} {0:%b} {0.year}",
]
PAGES = {
    "list, its first page": "/meetings/",
    "list as .csv": "/meetings/schedule.csv",
    "list as .xlsx": "/meetings/schedule.xlsx",
    "month": f"/meetings/month/{TODAY:%Y-%m}/",
}


def main(meetings):
    client = client_of_admin(meetings)
    taken, bare = defaultdict(list), defaultdict(list)
    for _ in range(TIMES + 1):
        go_through(client, lambda name, *asked: timed(taken[name], *asked))
        for name in taken:
            timed(bare[name], BARE[name])
    print(f"\n{meetings:,} meetings on {connection.vendor}: milliseconds, the first time and the median of {TIMES}")
    print(f"{'':28}{'first':>10}{'page':>10}{'bare SQL':>10}{'ratio':>8}")
    for name, (first, *others) in taken.items():
        page, alone = median(others), median(bare[name][1:])
        print(f"{name:28}{first:10.1f}{page:10.1f}{alone:10.1f}{page / alone:8.1f}")


def client_of_admin(meetings):
    make_portal(COMMENTS, meetings)
    admin = User(username="bench-admin")
    give_role(admin, "admin")
    client = Client(headers={"host": "localhost"})
    client.force_login(admin, backend="stockport2040.roles.PortalBackend")
    return client


def timed(taken, work, *asked):
    start = perf_counter()
    answer = work(*asked)
    taken.append((perf_counter() - start) * 1000)
    assert answer is None or answer.status_code in (200, 302), asked
    return answer


def go_through(client, do):
    """What is imported and moved is put back."""
    reviewed = do("review a table of 500", client.post, "/meetings/import/", {"paste": table(), **PERIOD})
    do("review 500 lines", client.post, "/meetings/import/", {"paste": lines(), **PERIOD})
    saved = do("save 500 imported", client.post, "/meetings/import/", {**sent_back(reviewed), "save": "1"})
    do("undo the import", client.post, f"{saved.url}undo/")
    for name, address in PAGES.items():
        do(name, client.get, address)
    asked = {"seen": seen(), "kind": "weeks", "weeks": "3", "key": uuid.uuid4()}
    previewed = do("preview a move of 300", client.post, "/meetings/move/", asked)
    moved = do("move 300", client.post, "/meetings/move/confirm/", asked | sent_back(previewed, "previewed"))
    do("undo the move", client.post, f"{moved.url}undo/")


def table():
    """As it is pasted from Word: a hundred meetings as they are, fifty a week later, the others new."""
    known = Meeting.objects.filter(starts_on__gt=TODAY, category__name="Stakeholder meetings").order_by("pk")
    there = known.select_related("category", "audience")[: KNOWN + MOVING]
    rows = ["Meeting\tDate\tCategory\tVenue\tAudience"]
    for number, meeting in enumerate(there):
        days = (meeting.starts_on, meeting.ends_on)
        rows.append(f"{meeting.title}\t{printed(days, later=7 * (number >= KNOWN))}\t{meeting.category}\t\t")
    new = range(LISTED - len(rows) + 1)
    rows += [f"{title(n)}\t{written(n)}\tAssemblies\t{PLACES[n // 3 % 8]} Hall\tVCFSE" for n in new]
    return "\n".join(rows)


def lines():
    """As it is pasted from a report."""
    return "\n".join(["Assemblies", *(f"{title(number)}, {written(number)}" for number in range(LISTED))])


def title(number):
    return f"{PLACES[number % 8]} Assembly {number // 8 + 1}"


def written(number):
    day = TODAY + timedelta(days=1 + number * 7 % 330)
    return WRITTEN[number % 5].format(day)


def printed(days, later):
    return "{0.day} {0:%B} {0.year} to {1.day} {1:%B} {1.year}".format(*(day + timedelta(days=later) for day in days))


def sent_back(page, *names):
    """What the page's form holds as it stands; its years are said to be right."""
    found = dict(re.findall(r'<input[^>]* name="([\w-]+)"(?: value="([^"]*)")', page.content.decode()))
    names = names or ("source", "key", "seen", "years", *PERIOD)
    return {name: html.unescape(found[name]) for name in names}


def seen():
    moving = Meeting.objects.filter(starts_on__gt=TODAY).order_by("pk")[:MOVED]
    return [f"{pk}:{version}" for pk, version in moving.values_list("pk", "version")]


if __name__ == "__main__":
    main(int(sys.argv[1]))
