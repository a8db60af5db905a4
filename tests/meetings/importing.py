"""An admin importing a list, page by page."""

from pathlib import Path

from django.conf import settings
from django.urls import reverse

from meetings.models import Audience

REPORT = Path(settings.BASE_DIR).parent / "shared/inputs/one-future-feedback-report.txt"
REPORTS = [REPORT] if REPORT.exists() else []
PERIOD = {"period_from": "2023-11-01", "period_to": "2024-02-29"}
LIST = """\
Where we listened in the winter

River forums\t
Tame Valley Walkers\t21st November
Friends of the Goyt & Etherow\t3rd January
Locks Panel\t16h January
Ward evenings\t5th-8th February
Lower ward\t5th February
Upper ward\t8th February
Staff/Colleagues\t
Depot breakfast\tTBC
"""


def appendix_of(report):
    """The council's own list of meetings."""
    return "Appendix" + report.read_text().partition("\nAppendix")[2]


def read(client, paste, **values):
    return client.post(reverse("import_schedule"), {"paste": paste, **PERIOD, **values})


def fields(response):
    """What the page would send back as it stands, with the years said to be right."""
    form, plan = response.context["form"], response.context["plan"]
    sent = {name: form[name].value() for name in ("source", "key", "period_from", "period_to")}
    boxes = {"seen": plan.mark, "years": response.context["plan"].years, **dict(response.context["carried"])}
    for heading in response.context["headings"]:
        boxes[f"category-{heading['place']}"] = heading["filed"].chosen
        for row in heading["rows"]:
            boxes[f"when-{row['place']}"] = row["typed"]
            boxes[f"title-{row['place']}"] = row["outcome"].row.title
            boxes[f"as-{row['place']}"] = next(value for value, _, chosen in row["outcome"].boxes if chosen)
            boxes[f"audience-{row['place']}"] = row["audience"]
            boxes |= {f"status-{row['place']}": row["status"]} if row["asks_status"] else {}
    boxes |= {f"lead-{lead.place}": lead.chosen for lead in plan.leads}
    return {**sent, **boxes}


def again(client, response, **values):
    return client.post(reverse("import_schedule"), {**fields(response), **values})


def save(client, response, **values):
    return again(client, response, save="1", **values)


def with_audiences(response):
    """The first audience for all that need one, chosen heading by heading."""
    pk = str(Audience.objects.first().pk)
    return {f"under-{heading['place']}": pk for heading in response.context["headings"]}


def import_all(client, paste):
    first = read(client, paste)
    second = again(client, first, **with_audiences(first))
    return save(client, second)


def outcomes(response):
    return {each.row.title: each for each in response.context["plan"].outcomes}


def counts(response):
    return dict(response.context["counts"])
