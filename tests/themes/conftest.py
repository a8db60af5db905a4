from datetime import date
from itertools import product

import pytest

from feedback.models import Comment
from meetings.models import Audience, Category
from tests.factories import make_comment, make_key_point, make_meeting, make_person, make_stakeholder, theme
from tests.themes.checks import answered
from themes.models import KeyPoint, Theme


@pytest.fixture
def spread(db):
    """Comments of every theme, kind and standing, unevenly over meetings of every state."""
    audiences, area = list(Audience.objects.all()[:4]), Category.objects.get(name="Area Committees")
    forums = [make_stakeholder(audience=audience) for audience in audiences]
    meetings = [
        make_meeting([forums[0]], audience=audiences[0], attendance=12),
        make_meeting([forums[0], forums[1]], audience=audiences[1], starts_on=date(2024, 1, 22), category=area),
        make_meeting(audience=audiences[1], starts_on=date(2024, 1, 22), ends_on=date(2024, 1, 25), attendance=30),
        make_meeting(audience=audiences[2], starts_on=None, attendance=7),
        make_meeting([forums[3]], audience=audiences[3], starts_on=date(2124, 1, 1), attendance=9),
    ]
    points = [make_key_point(theme=each, position=place) for each in Theme.objects.all() for place in (1, 2)]
    make_key_point(theme=theme("overall-vision"), status="removed")
    combinations = product(Comment.Kind.values, [None, *Theme.objects.all()], Comment.Standing.values)
    comments = []
    for number, (kind, of_theme, standing) in enumerate(combinations):
        fit = [point for point in points if point.theme == of_theme]
        linked = fit and standing == "counted" and number % 3
        comments.append(
            Comment(
                text=f"Comment {number}",
                meeting=meetings[number // 5 % 4],
                stakeholder=forums[2] if number % 7 == 0 else None,
                theme=of_theme,
                kind=kind,
                standing=standing,
                set_aside_reason="Said twice" if standing == "set_aside" else "",
                key_point=fit[number // 4 % 2] if linked else None,
                version=1,
            )
        )
    Comment.objects.bulk_create(comments)
    return {"audiences": audiences, "area": area, "meetings": meetings}


@pytest.fixture
def other(db):
    return make_person("manager", username="other", first_name="Oda", last_name="Other")


@pytest.fixture
def publishable(db):
    """Nothing in it stops publication: 12 comments in an agreed point, 3 in a draft."""
    meeting = make_meeting()
    agreed = make_key_point(
        [make_comment(meeting=meeting) for _ in range(12)], text="People felt that halls are cold.", status="agreed"
    )
    draft = make_key_point([make_comment(meeting=meeting) for _ in range(3)], text="People want a pool.")
    make_comment(meeting=meeting, standing="set_aside", text="Said in confidence by nobody at all.")
    return {"agreed": agreed, "draft": draft}


@pytest.fixture
def sound(db):
    """A report with nothing wrong: one agreed, answered point, raised at one held meeting of known attendance."""
    comment = make_comment(meeting=make_meeting(attendance=12))
    point = answered(make_key_point([comment], status="agreed", text="People felt that the hall is cold."))
    KeyPoint.objects.filter(pk=point.pk).update(agreed_on=[comment.pk])
    return point
