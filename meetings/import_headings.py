"""Under which category each heading of an imported list goes: one there is, or a new one. Nothing here writes."""

from dataclasses import dataclass, replace

from meetings.importers import Heading
from meetings.models import Category
from meetings.titles import key_of, nearest

NEW = "new"
NO_HEADING = Heading(0, "Rows under no heading")
LONGEST = Category._meta.get_field("name").max_length


@dataclass(frozen=True)
class Filed:
    """A heading, and the category it goes by: none where one is yet to be made, under `parent` or at the top."""

    heading: Heading
    category: Category | None = None
    is_new: bool = False
    parent: object = None  # the Filed or the Category that a new one stands under
    said: str = ""
    problem: str = ""

    @property
    def name(self):
        return self.category.name if self.category else self.heading.title

    @property
    def names(self):
        """Its own, and that of the one it stands under."""
        above = self.category.parent if self.category else self.parent
        return [self.name, above.name] if above else [self.name]

    @property
    def chosen(self):
        return str(self.category.pk) if self.category else NEW if self.is_new else ""

    @property
    def key(self):
        """What rows of this heading are compared by: None where they stand under none. Places are no ids."""
        if self.category:
            return self.category.pk
        return f"heading {self.heading.place}" if self.is_new else None


def file_headings(listed, chosen, categories):
    """{place: Filed}. `chosen` is {place: NEW or the id of a category, as text}."""
    headings = list(listed.headings)
    if any(row.heading is None for row in listed.rows):
        headings.insert(0, NO_HEADING)
    filed, by_key = {}, {}
    for heading in headings:
        one = file_one(heading, chosen.get(heading.place, ""), categories)
        if one.is_new:
            one = by_key.setdefault(key_of(heading.title), under(one, filed))
        filed[heading.place] = one
    return filed


def file_one(heading, choice, categories):
    named = {str(category.pk): category for category in categories}
    if choice in named:
        return Filed(heading, named[choice])
    key, by_key = key_of(heading.title), {key_of(category.name): category for category in categories}
    if key in by_key:
        return Filed(heading, by_key[key])
    if heading is NO_HEADING:
        return Filed(heading, problem="Choose the category of the rows that stand under no heading.")
    alike = nearest(key, by_key)
    if alike and choice != NEW:
        return Filed(heading, by_key[alike], said=f"spelled otherwise: taken to be {by_key[alike]}")
    too_long = len(heading.title) > LONGEST
    problem = f"A heading has {LONGEST} letters at most: choose a category." if too_long else ""
    return Filed(heading, is_new=True, problem=problem)


def under(filed, others):
    """Headings go two deep and no deeper."""
    above = others.get(filed.heading.under)
    if above is None or above.parent or above.category and above.category.parent_id:
        return filed
    return replace(filed, parent=above.category or above)
