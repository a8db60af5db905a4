"""Who leads the meetings of a list: each name to a person of the portal, or asked once. Values in, values out."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from meetings.titles import key_of, nearest

# Keys of what is no name.
NOBODY = {"", "tbc", "tba", "tbd", "to be confirmed", "none", "n a", "n and a", "vacant", "nobody"}


@dataclass(frozen=True)
class Asked:
    """A name that is nobody's, or that of several people."""

    place: int  # of the first row that has it
    name: str
    why: str
    rows: int
    chosen: str = ""  # the id of a person, as text
    is_nearest: bool = False  # whether that was chosen for its nearness alone


class Leads:
    """`people` are (id, full name, username); `chosen` is {place: the id of a person, as text}."""

    def __init__(self, rows, people, chosen):
        twins = {full for full, many in Counter(full for _, full, _ in people).items() if many > 1}
        self.names, self.of_name = {}, defaultdict(set)
        for pk, full, username in people:
            self.names[str(pk)] = f"{full} ({username})".strip() if full in twins else full or username
            self.of_name[username.casefold()].add(pk)
            self.of_name[key_of(full)].add(pk)
        rows = [row for row in rows if is_name(row.lead)]
        counts = Counter(key_of(row.lead) for row in rows)
        self.asked = {}
        for row in rows:
            if key_of(row.lead) not in self.asked and len(self.called(row.lead)) != 1:
                self.ask(row, counts, chosen.get(row.place))

    def ask(self, row, counts, choice):
        several = len(self.called(row.lead))
        why = f"{several} people have this name" if several else "nobody here has this name"
        offered = "" if several or choice is not None else self.nearest_to(row.lead)
        why += f"; {self.names[offered]} is the nearest" if offered else ""
        chosen = choice if choice in self.names else offered
        self.asked[key_of(row.lead)] = Asked(row.place, row.lead, why, counts[key_of(row.lead)], chosen, bool(offered))

    def nearest_to(self, name):
        """The id, as text, of the one person of the nearest name; or empty."""
        last, _, first = name.partition(",")
        found = self.of_name.get(nearest(key_of(f"{first} {last}"), self.of_name), ())
        return str(*found) if len(found) == 1 else ""

    def called(self, name):
        """*Jane Smith*, *Smith, Jane* or a username, in whatever case."""
        last, _, first = name.partition(",")
        ways = {name.casefold(), key_of(name), key_of(f"{first} {last}")} - {""}
        return set().union(*(self.of_name[way] for way in ways if way in self.of_name))

    def to_settle(self):
        """The names that were asked, and where there are any, whom they can be."""
        return tuple(self.asked.values()), tuple(self.names.items()) if self.asked else ()

    def of(self, row):
        """The id of who leads it, or None."""
        if not is_name(row.lead):
            return None
        found = self.called(row.lead)
        if len(found) == 1:
            return next(iter(found))
        chosen = self.asked[key_of(row.lead)].chosen
        return int(chosen) if chosen else None

    def is_unsettled(self, row):
        """Whether nobody has said who is meant, though somebody may be offered."""
        asked = self.asked.get(key_of(row.lead))
        return bool(asked) and (asked.is_nearest or not asked.chosen)


def is_name(text):
    return key_of(text) not in NOBODY
