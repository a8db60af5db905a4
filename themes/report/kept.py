"""A report as an edition keeps it, and read again: whole, so that the page can be printed from it for ever.

A field that a report gains later needs a default, which an edition made before it is then read with.
"""

from dataclasses import asdict, fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import get_args, get_origin, get_type_hints

from themes.report.shapes import Report


def as_kept(report):
    """Nothing but dicts, lists, texts, numbers and None; days are written 2024-01-22."""
    return plain(asdict(report))


def plain(value):
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def from_kept(data):
    return read(Report, data)


def read(kind, data):
    """`data` as what a field of this kind holds."""
    if data is None:
        return None
    if isinstance(kind, UnionType):
        return read(get_args(kind)[0], data)
    if get_origin(kind) is tuple:
        return tuple(read(each, value) for each, value in zip(kinds(kind, data), data, strict=True))
    if is_dataclass(kind):
        return kind(**{name: read(each, data[name]) for name, each in kinds_of_fields(kind).items() if name in data})
    return date.fromisoformat(data) if kind is date else data


def kinds(kind, data):
    """tuple[Point, ...] is of as many as there are; tuple[str, str] of two."""
    inner = get_args(kind)
    return [inner[0]] * len(data) if inner[-1] is Ellipsis else inner


@cache
def kinds_of_fields(kind):
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
