"""What is wrong with the report as it stands, in few words."""

from django.http import QueryDict

from themes.checks import gather, problems_of
from themes.models import Response
from themes.report import ReportFilter, build


def now():
    return build(ReportFilter(QueryDict()))


def found(report=None, facts=None):
    """[(sentence, count, stops publication), ...]"""
    problems = problems_of(report or now(), facts or gather())
    return [(problem.sentence, problem.count, problem.stops_publication) for problem in problems]


def answered(point):
    Response.objects.create(key_point=point, answer="already")
    return point
