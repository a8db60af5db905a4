"""Importing a schedule: paste it or choose a file, look through what each row would do, save it all at once."""

from itertools import pairwise

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from meetings import imports
from meetings.dates import print_day
from meetings.differences import when_in_words
from meetings.import_forms import ListForm, ReviewForm
from meetings.import_outcomes import CHANGED, LEFT_OUT, NEW, SAME
from meetings.import_packages import Refused
from meetings.import_plans import changes_in_words, is_read, plan_import
from meetings.import_problems import ASK_PERIOD
from meetings.import_questions import YEARS, questions_of
from meetings.models import Audience, Category, Meeting
from meetings.standings import OFF
from meetings.typed import HALF_A_YEAR

NOTHING_SHOWN = (set(), set(), set())  # rows, headings and leads


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(["meetings.add_meeting", "meetings.change_meeting"], raise_exception=True)
def import_schedule(request, period_of):
    """`period_of` answers the (first, last) day of what the meetings are for, or None: years are told by it."""
    if "source" in request.POST:
        return review_again(request)
    form = ListForm(request.POST or None, request.FILES or None, initial=initial_period(period_of()))
    if form.is_valid():
        try:
            return review(request, form.as_review())
        except Refused as why:
            form.add_error(form.came_as, str(why))
    return render(request, "meetings/import_schedule.html", {"form": form}, status=422 if form.is_bound else 200)


def initial_period(period):
    today = timezone.localdate()
    first, last = period or (today - HALF_A_YEAR, today + HALF_A_YEAR)
    return {"period_from": first, "period_to": last}


def review_again(request):
    try:
        return review(request, ReviewForm(request.POST))
    except Refused as why:
        messages.error(request, str(why))
        return redirect("import_schedule")


def review(request, form):
    if not form.is_valid():
        if "source" in form.errors or "key" in form.errors:
            messages.error(request, "The list did not arrive whole. Import it again.")
            return redirect("import_schedule")
        unread = {"form": form, "carried": form.carried(*NOTHING_SHOWN)}
        return render(request, "meetings/import_review.html", unread, status=422)
    return save(request, form) if "save" in request.POST else show(request, form, plan_import(form.asked()))


def save(request, form):
    seen, years, key = form.data.get("seen"), form.data.get("years"), form.cleaned_data["key"]
    try:
        move = imports.save(form.asked(), seen, years, request.user, key)
    except imports.NotSaved as refusal:
        return show(request, form, refusal.plan, refusal.why, status=422)
    if move is None:
        messages.info(request, "Nothing is changed: the schedule says all this already.")
        return redirect("schedule")
    messages.success(request, "Saved. Here is what was done; it can be undone as a whole.")
    return redirect(move)


def show(request, form, plan, why="", status=200):
    changes = changes_in_words(plan)
    asked, tried = form.asked(), "save" in request.POST
    rows = [row_of(each, changes, asked, tried) for each in plan.outcomes]
    decided = [row for row in rows if not row["outcome"].is_plain]
    audiences = [(str(audience.pk), audience.name) for audience in Audience.objects.all()]
    give_options(decided, audiences, asked)
    headings = under_headings(plan, decided, asked)
    point_to_next([row for heading in headings for row in heading["rows"]])
    questions = questions_of(plan)
    context = {
        "form": form,
        "carried": form.carried(*places_of(decided, headings), {lead.place for lead in plan.leads}),
        "plan": plan,
        "standings": Meeting.Status.choices,
        "why": why,
        "headings": headings,
        "same": [row for row in rows if row["outcome"].is_plain],
        "counts": [(state, plan.count(state)) for state in (NEW, CHANGED, SAME, LEFT_OUT)],
        "questions": questions,
        "passed": [each for each in plan.listed.passed_over if not each.is_text],
        "text": [each for each in plan.listed.passed_over if each.is_text],
        "period": " and ".join(map(print_day, asked.period)),
        "asked": [*questions, *([YEARS] if plan.asks_years(form.data.get("years")) else [])] if tried else [],
        "dated": sum(each.row.reading.starts_on is not None for each in plan.outcomes),
        "audiences": audiences,
        "categories": [(str(category.pk), category.name) for category in Category.objects.in_order()],
        "guessed": sum(each.state == NEW and each.is_audience_guessed for each in plan.outcomes),
        "tried": tried,
    }
    return render(request, "meetings/import_review.html", context, status=status)


def places_of(*groups):
    return [{each["place"] for each in group} for group in groups]


def row_of(outcome, changes, asked, tried):
    row = outcome.row
    status = asked.typed.get(row.place, {}).get("status", "")
    return {
        "outcome": outcome,
        "place": row.place,
        "when": when_of(outcome),
        "typed": asked.typed.get(row.place, {}).get("when", row.as_given),
        "off": Meeting.Status(row.status).label if row.status in OFF else "",
        "status": status,
        "asks_status": bool(status) or row.status is None or row.status in OFF,
        "is_told": row.place in asked.meetings,
        "changes": changes.get(row.place, []),
        "is_doubtful": is_doubtful(outcome),
        "is_open": outcome.doubtful or bool(outcome.own_problem),
        "audience": "" if outcome.is_audience_guessed else str(outcome.audience or ""),
    }


def is_doubtful(outcome):
    is_unread = not is_read(outcome.row) and outcome.problem != ASK_PERIOD
    return outcome.doubtful or is_unread or outcome.is_nearest and outcome.is_audience_guessed


def when_of(outcome):
    row, reading = outcome.row, outcome.row.reading
    if not is_read(row):
        return "year not told" if outcome.problem == ASK_PERIOD else "date not read"
    when = {
        "starts_on": reading.starts_on,
        "ends_on": reading.ends_on,
        "starts_at": row.starts_at,
        "ends_at": row.until,
    }
    return when_in_words(vars(outcome.meeting) if outcome.keeps_date else when)


def give_options(rows, audiences, asked):
    """To choose from, in each row: rendered once for all that have the same, as there are hundreds of rows."""
    names = dict(audiences)
    heard = {row["audience"]: {"audiences": audiences, "chosen": row["audience"]} for row in rows}
    heard = rendered("meetings/_audiences.html", heard)
    ways = {tuple(row["outcome"].boxes): {"boxes": row["outcome"].boxes} for row in rows}
    ways = rendered("meetings/_import_ways.html", ways)
    for row in rows:
        row["audiences"], row["ways"] = heard[row["audience"]], ways[tuple(row["outcome"].boxes)]
        row["guess"] = names.get(str(row["outcome"].guessed))
        row["asks_audience"] = row["outcome"].needs_audience or bool(asked.audiences.get(row["place"]))


def rendered(template, contexts):
    return {key: render_to_string(template, context) for key, context in contexts.items()}


def under_headings(plan, rows, asked):
    """The headings that have something to decide, each with the rows that have."""
    of_heading = {}
    for row in rows:
        of_heading.setdefault(row["outcome"].row.heading or 0, []).append(row)
    told = [(place, filed) for place, filed in plan.filed.items() if place in of_heading or needs_look(filed)]
    return [
        {
            "place": place,
            "filed": filed,
            "rows": of_heading.get(place, []),
            "audience": asked.of_headings.get(place, ""),
            "asks_audience": rest_in_words(of_heading.get(place, []), asked.of_headings.get(place)),
        }
        for place, filed in told
    ]


def point_to_next(rows):
    """Each that is to be settled or in doubt names the next, where others stand between them: they may be hundreds."""
    looked_at = [at for at, row in enumerate(rows) if row["outcome"].problem or row["is_doubtful"]]
    for at, after in pairwise(looked_at):
        rows[at]["next"] = rows[after]["place"] if after > at + 1 else None


def rest_in_words(rows, chosen):
    """What one choice for all that have no audience of their own is called, where it saves any."""
    rest = sum(row["outcome"].needs_audience for row in rows)
    if rest > 1:
        return f"One audience for {'all' if rest == len(rows) else 'the other'} {rest}"
    return "Audience of those whose titles tell none" if chosen else ""


def needs_look(filed):
    return bool(filed.said or filed.problem or filed.is_new or filed.heading.doubt)
