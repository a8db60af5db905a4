"""Whom we have heard, whom not, and what is still planned. Pure: rows and counts in, values out."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

HELD = "held"
PLANNED = ("upcoming", "in-progress")
TO_BE_CONFIRMED = "to-be-confirmed"
NOT_TAGGED = "Not tagged yet"


@dataclass(frozen=True)
class Cell:
    theme: str
    slug: str
    comments: int


@dataclass(frozen=True)
class Voice:
    """One audience. Its comments are the counted ones of its meetings."""

    audience: str
    pk: int
    wanted: int | None  # meetings; None where there is no target
    held: int
    planned: int
    to_be_confirmed: int
    cells: tuple
    comments: int
    stakeholders: int
    silent: tuple  # stakeholders that came to no held meeting and said nothing counted

    @property
    def short(self):
        """How many held meetings are missing to the target."""
        return max(0, (self.wanted or 0) - self.held)

    @property
    def unplanned(self):
        """How many of those are not planned either."""
        return max(0, self.short - self.planned - self.to_be_confirmed)

    @property
    def is_unheard(self):
        return not self.held and not self.comments


@dataclass(frozen=True)
class Voices:
    rows: tuple
    themes: tuple

    @property
    def short(self):
        """Audiences that miss their target."""
        return [row for row in self.rows if row.short]

    @property
    def has_targets(self):
        return any(row.wanted for row in self.rows)

    @property
    def unheard(self):
        """Audiences not heard at all, but for those that miss a target: they are told of already."""
        return [row for row in self.rows if row.is_unheard and not row.short]

    @property
    def heard_whole(self):
        """Audiences all of whose stakeholders were heard."""
        return [row for row in self.rows if row.stakeholders and not row.silent]

    @property
    def silent(self):
        return sum(len(row.silent) for row in self.rows)

    @property
    def stakeholders(self):
        return sum(row.stakeholders for row in self.rows)


def join(audiences, themes, met, said, stakeholders, silent):
    """Voices. `met` is {(audience id, state): meetings}, `said` {(audience id, theme id): comments}, `stakeholders`
    {audience id: number}, `silent` the stakeholders not heard from."""
    unheard = {}
    for stakeholder in silent:
        unheard.setdefault(stakeholder.audience_id, []).append(stakeholder)
    of_audience = Counter()
    for (audience, _), comments in said.items():
        of_audience[audience] += comments
    rows = [
        Voice(
            audience=audience.name,
            pk=audience.pk,
            wanted=audience.meetings_wanted,
            held=met.get((audience.pk, HELD), 0),
            planned=sum(met.get((audience.pk, state), 0) for state in PLANNED),
            to_be_confirmed=met.get((audience.pk, TO_BE_CONFIRMED), 0),
            cells=cells_of(audience.pk, themes, said),
            comments=of_audience[audience.pk],
            stakeholders=stakeholders.get(audience.pk, 0),
            silent=tuple(unheard.get(audience.pk, [])),
        )
        for audience in audiences
    ]
    return Voices(tuple(rows), tuple(cell.theme for cell in cells_of(None, themes, {})))


def cells_of(pk, themes, said):
    """One of each theme, and of no theme: so that a row adds up."""
    named = [(theme.pk, theme.name, theme.slug) for theme in themes] + [(None, NOT_TAGGED, "untagged")]
    return tuple(Cell(name, slug, said.get((pk, theme), 0)) for theme, name, slug in named)


@dataclass(frozen=True)
class Speaker:
    """One stakeholder. Its comments are the counted ones that are put down to it."""

    stakeholder: object
    held: int  # meetings it came to
    cells: tuple
    comments: int


def by_audience(stakeholders, themes, held, said):
    """[(audience, [Speaker])] in the order given. `held` is {stakeholder id: meetings}, `said` {(stakeholder id,
    theme id): comments}."""
    of_stakeholder = Counter()
    for (stakeholder, _), comments in said.items():
        of_stakeholder[stakeholder] += comments
    speakers = [
        Speaker(
            stakeholder=each,
            held=held.get(each.pk, 0),
            cells=cells_of(each.pk, themes, said),
            comments=of_stakeholder[each.pk],
        )
        for each in stakeholders
    ]
    return [(audience, list(them)) for audience, them in groupby(speakers, key=lambda one: one.stakeholder.audience)]
