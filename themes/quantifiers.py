"""Words follow numbers: which word of quantity a key point may use, by how many meetings and audiences raised it.

The method note prints RULES as they stand here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Raised:
    """Where a point was raised, of all the meetings and audiences at which anything counted was said."""

    meetings: int
    of_meetings: int
    audiences: int
    of_audiences: int

    @property
    def percent(self):
        return 100 * self.meetings / self.of_meetings if self.of_meetings else 0

    @property
    def half_the_audiences(self):
        return 2 * self.audiences >= self.of_audiences


@dataclass(frozen=True)
class Rule:
    word: str
    when: str  # as the method note prints it, after the word
    fits: Callable[[Raised], bool]
    others: tuple[str, ...] = ()  # what else says the same


# The first rule that fits a point gives its word. Share and number are of meetings at which something counted was said.
RULES = (
    Rule(
        "all",
        "every meeting and every audience, of at least 3 meetings",
        lambda raised: (
            raised.of_meetings >= 3
            and raised.meetings == raised.of_meetings
            and raised.audiences == raised.of_audiences
        ),
        ("every", "everyone", "everybody", "each"),
    ),
    Rule(
        "most",
        "more than 60% of meetings, 3 or more, and half of the audiences",
        lambda raised: raised.percent > 60 and raised.meetings >= 3 and raised.half_the_audiences,
        ("a majority", "the majority", "the vast majority", "nearly all", "almost all"),
    ),
    Rule(
        "about half",
        "40% to 60% of meetings, 3 or more, and half of the audiences",
        lambda raised: 40 <= raised.percent <= 60 and raised.meetings >= 3 and raised.half_the_audiences,
        ("half", "around half", "roughly half"),
    ),
    Rule(
        "many",
        "6 meetings or more, of 3 audiences or more",
        lambda raised: raised.meetings >= 6 and raised.audiences >= 3,
        ("lots", "a lot", "numerous", "a great many", "a large number"),
    ),
    Rule(
        "several",
        "3 meetings or more, of 2 audiences or more",
        lambda raised: raised.meetings >= 3 and raised.audiences >= 2,
        ("a number",),
    ),
    Rule("a few", "2 meetings or more", lambda raised: raised.meetings >= 2, ("few", "a handful", "a couple", "two")),
    Rule("one", "one meeting", lambda raised: raised.meetings == 1, ("a single",)),
)
WORDS_NOTE = (
    "The first row that fits gives the word. Meetings and audiences are those at which something counted was said."
    " Comments do not count people, so no number or share of people is printed."
)
WORD_OF = {said: rule.word for rule in RULES for said in (rule.word, *rule.others)}

# A word of quantity is checked where it tells how many *said* something: "most of those who came felt", "several
# asked", "raised at many meetings"; not in "all five Big Things", "many parks" or "better for all residents".
WHO = (
    r"people|person|residents?|those|meetings?|groups?|forums?|audiences?|stakeholders?|attendees|participants"
    r"|respondents|organisations?|partners?|members?|councillors|colleagues|staff|businesses|parents|families|voices"
)
SAYING = (
    r"felt|said|asked|thought|wanted|welcomed|suggested|raised|called|agreed|told|commented|requested|recognised"
    r"|stressed|highlighted|worried|supported|saw|mentioned|heard|liked|loved|disliked|preferred|backed|opposed|hoped"
    r"|feared|believed|described|noted|noticed|argued|spoke|pointed|reported|expressed|feel|say|think|want|like|believe"
    r"|(?:were|was|are|is)\s+(?:\w+ly\s+)?(?:pleased|happy|glad|keen|concerned|worried|unsure|confused|supportive"
    r"|positive|unhappy|disappointed|proud|sceptical|against|in\s+favour|of\s+the\s+view)"
)
A_FIGURE = (
    r"(?!(?:19|20)\d\d\b)\d[\d,.]*(?:\s?%|\s+per\s?cent)?|(?:two|three)[ -](?:thirds|quarters)|a (?:third|quarter)"
)
SAID = "|".join(re.escape(said) for said in sorted(WORD_OF, key=len, reverse=True))
HOW_MANY = re.compile(
    rf"\b(?P<before>{A_FIGURE}|{SAID})(?:\s+(?:of\s+)?(?:\w+\s+){{0,2}}(?:{WHO})(?:\s+\w+){{0,3}}?)?(?:\s+also)?\s+(?:{SAYING})\b"
    rf"|\b(?:{SAYING})\s+(?:by|at|in|from)\s+(?P<after>{SAID})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Misfit:
    """A word of quantity that the figures do not bear, or a number or share of people, which none do."""

    said: str  # as the wording has it
    fitting: str  # empty where nothing was raised anywhere


def fitting_word(raised):
    return next((rule.word for rule in RULES if rule.fits(raised)), "")


def misfits(text, raised):
    fitting = fitting_word(raised)
    found = [match["before"] or match["after"] for match in HOW_MANY.finditer(text)]
    return [Misfit(said, fitting) for said in found if WORD_OF.get(said.lower()) != fitting]


def reworded(text, misfit):
    """The wording with the word that fits in the place of the one that does not; its capital is kept."""
    word = misfit.fitting[:1].upper() + misfit.fitting[1:] if misfit.said[:1].isupper() else misfit.fitting
    return re.sub(rf"\b{re.escape(misfit.said)}\b", word, text, count=1)


def method_table():
    """[(word, when it is used), ...], as the method note prints it."""
    return [(rule.word, rule.when) for rule in RULES]
