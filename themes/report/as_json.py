"""A report as plain data: its JSON file, and what an edition keeps of it."""

import json
from dataclasses import asdict
from datetime import date


def as_json(report):
    return json.dumps(as_data(report), ensure_ascii=False, indent=1)


def as_data(report):
    """Nothing but dicts, lists, texts, numbers and None; days are written 2024-01-22."""
    return {
        "title": report.title,
        "edition": report.edition or None,
        "changes": report.changes or None,
        "made_on": report.made_on.isoformat(),
        "order": report.order,
        "narrowed_to": [{"what": what, "to": words} for what, words in report.narrowed_to],
        "key_points_elsewhere": report.elsewhere,
        "has_made_up": report.has_made_up,
        "introduction": report.introduction,
        "background": report.background,
        "method": report.method,
        "figures": asdict(report.figures),
        "ledger": {name: getattr(report.ledger, name) for name in LEDGER},
        "sections": [section(each) for each in report.sections],
        "coverage": coverage(report.coverage),
        "meetings_without_comments": list(report.coverage.meetings_without_comments),
        "organisations": [{"audience": name, "names": list(names)} for name, names in report.organisations],
        "audiences_not_heard": list(report.coverage.audiences_not_heard),
        "appendix": [heading(each) for each in report.appendix.headings],
        "appendix_count": report.appendix.count,
        "limits": report.limits,
    }


LEDGER = ("all", "counted", "replies", "actions", "set_aside", "untagged")


def section(section):
    return {
        "theme": section.theme,
        **({"audience": section.audience} if section.audience else {}),
        "comments": section.comments,
        "in_points": section.in_points,
        "kinds": {kind.label: kind.instead or kind.comments for kind in section.kinds},
        "points": [point(each) for each in section.points],
    }


def point(point):
    return {
        "reference": point.reference,
        "text": point.text,
        "comments": point.comments,
        "meetings": point.meetings,
        "audiences": point.audiences,
        "response": {name: plain(value) for name, value in asdict(point.response).items()} if point.response else None,
        "quotes": [asdict(quote) for quote in point.quotes],
        "status": point.status,
    }


def coverage(coverage):
    """One entry a theme: its comments by audience and by category; a hidden number is the words printed for it."""
    pairs = zip(coverage.by_audience.rows, coverage.by_category.rows, strict=True)
    return [
        {
            "theme": of_audiences.theme,
            "comments": of_audiences.comments,
            "audiences": cells(of_audiences.cells),
            "categories": cells(of_categories.cells),
        }
        for of_audiences, of_categories in pairs
    ]


def cells(cells):
    return [{"name": cell.name, "comments": cell.instead or cell.comments} for cell in cells]


def heading(heading):
    return {
        "category": heading.category,
        "parent": heading.parent or None,
        "span": heading.span,
        "meetings": [{name: plain(value) for name, value in asdict(meeting).items()} for meeting in heading.meetings],
    }


def plain(value):
    return value.isoformat() if isinstance(value, date) else value
