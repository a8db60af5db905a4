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
    others: tuple[str, ...] = ()  # what else says the same, before those who said it
    adverbs: tuple[str, ...] = ()  # how they said it
    shares: tuple[str, ...] = ()  # what sort of agreement there was


NOBODY = ("nobody", "no one", "no-one", "none")  # all, of what they did not say: no other word takes their place
MAJORITIES = [
    f"{article} {how}majority"
    for article in ("a", "the")
    for how in ("", "vast ", "large ", "great ", "big ", "huge ", "clear ", "strong ", "significant ", "overwhelming ")
]
ALMOST_ALL = [
    f"{nearly} {all_of_them}"
    for nearly in ("nearly", "almost", "virtually", "practically")
    for all_of_them in ("all", "every", "everyone", "everybody")
]
LARGE_NUMBERS = [f"a {how} number" for how in ("large", "great", "good", "high", "significant", "considerable")]

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
        ("every", "everyone", "everybody", "each", *NOBODY),
        ("unanimously", "universally"),
        ("unanimous", "universal", "complete", "full"),
    ),
    Rule(
        "most",
        "more than 60% of meetings, 3 or more, and half of the audiences",
        lambda raised: raised.percent > 60 and raised.meetings >= 3 and raised.half_the_audiences,
        (*MAJORITIES, *ALMOST_ALL, "the bulk"),
        ("overwhelmingly", "mostly", "mainly", "largely", "generally", "broadly"),
        ("overwhelming", "general", "broad", "consensus", "agreement"),
    ),
    Rule(
        "about half",
        "40% to 60% of meetings, 3 or more, and half of the audiences",
        lambda raised: 40 <= raised.percent <= 60 and raised.meetings >= 3 and raised.half_the_audiences,
        ("half", "around half", "roughly half", "nearly half", "almost half"),
    ),
    Rule(
        "many",
        "6 meetings or more, of 3 audiences or more",
        lambda raised: raised.meetings >= 6 and raised.audiences >= 3,
        ("lots", "a lot", "loads", "plenty", "numerous", "countless", "a great many", "a good many", *LARGE_NUMBERS),
        ("frequently", "often", "repeatedly", "commonly", "regularly", "widely", "consistently"),
        ("widespread", "wide", "frequent"),
    ),
    Rule(
        "several",
        "3 meetings or more, of 2 audiences or more",
        lambda raised: raised.meetings >= 3 and raised.audiences >= 2,
        ("a number", "various", "multiple", "quite a few"),
    ),
    Rule(
        "a few",
        "2 meetings or more",
        lambda raised: raised.meetings >= 2,
        (
            "few",
            "very few",
            "hardly anyone",
            "hardly anybody",
            "a handful",
            "a couple",
            "a small number",
            "a minority",
            "a small minority",
            "two",
            "both",
        ),
        ("occasionally",),
    ),
    Rule("one", "one meeting", lambda raised: raised.meetings == 1, ("a single",)),
)
WORDS_NOTE = (
    "The first row that fits gives the word. Meetings and audiences are those at which something counted was said."
    " Comments do not count people, so no number or share of people is printed."
)
WORD_OF = {said: rule.word for rule in RULES for said in (rule.word, *rule.others, *rule.adverbs, *rule.shares)}
STANDING = {said for rule in RULES for said in (rule.word, *rule.others)}  # the word that fits can take their place

# A word of quantity is checked where it tells how many *said* something: "most of those who came felt", "several
# asked", "raised at many meetings"; not in "all five Big Things", "many parks" or "better for all residents". What
# people want or need now is told of them only where a sentence begins: "where everyone feels safe" is what they said.
# "Some", "someone" and "people" are true of one meeting as of all, so they are no words of quantity.
WHO = (
    r"people|person|residents?|those|meetings?|groups?|forums?|audiences?|stakeholders?|attendees|participants"
    r"|respondents|organisations?|partners?|members?|councillors|colleagues|staff|businesses|parents|families|voices"
    r"|comments?|contributions|responses|communities|workers|students|pupils|speakers|representatives|us|them"
)
TOLD = (
    r"said|asked|welcomed|suggested|raised|called|agreed|told|commented|requested|recognised|stressed|highlighted"
    r"|supported|mentioned|heard|backed|opposed|described|noted|argued|pointed|reported|expressed|favoured|proposed"
)
SAID = (
    rf"{TOLD}|felt|thought|wanted|worried|saw|liked|loved|disliked|preferred|hoped|feared|believed|noticed|spoke|needed"
    r"|valued|objected|queried|questioned|endorsed|rejected"
)
MOOD = (
    r"pleased|happy|glad|keen|concerned|worried|unsure|confused|supportive|positive|unhappy|disappointed|proud"
    r"|sceptical|against|in\s+favour|of\s+the\s+view|in\s+agreement"
)
IS = r"(?:were|was|are|is)"
SAYING = (
    r"(?:feel|say|think|want|like|believe|need|agree|support|favour|oppose|prefer|welcome|value|hope|fear|ask|call|see"
    r"|expect|love|hate|back|object|request|suggest|recognise)s?|worr(?:y|ies)"
)
UNITS = "one|two|three|four|five|six|seven|eight|nine"
NUMBERS = (
    "three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    "|ninety|dozens|scores|hundreds|thousands"
)
A_FIGURE = (
    r"(?!(?:19|20)\d\d\b)\d[\d,.]*(?:\s?%|\s+per\s?cent|\s+(?:in|out\s+of)\s+\d+)?|(?:two|three)[ -](?:thirds|quarters)"
    rf"|a (?:third|quarter)|(?:{UNITS}) (?:in|out of) (?:{UNITS}|ten)|(?:{NUMBERS})(?:[ -](?:{UNITS}))?"
)


def any_of(words):
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


QUANTITY = rf"(?<!\bnot )(?:{A_FIGURE}|{any_of(STANDING)})(?!\s+of\s+the\s+time\b)(?<!\bOne(?=\s(?-i:[A-Z])))"
MODAL = r"(?:should|must|can|could|will|may|might|to)\b"  # said of them, not by them
THOSE = rf"(?:\s+(?:of\s+)?(?:\w+\s+){{0,2}}(?:{WHO})(?:\s+(?!{MODAL})\w+){{0,3}}?)?"
ALSO = r"(?:\s+(?:also|would|have|has|had|\w+ly)){0,2}"
ADVERBS = any_of(said for rule in RULES for said in rule.adverbs)
SHARES = any_of(said for rule in RULES for said in rule.shares if said not in ("consensus", "agreement"))
HOW_MANY = re.compile(
    rf"\b(?P<before>{QUANTITY}){THOSE}{ALSO}\s+(?:{SAID}|{IS}\s+(?:\w+ly\s+)?(?:{MOOD}))\b"
    rf"|\b(?P<now>{QUANTITY}){THOSE}{ALSO}\s+(?:{SAYING})\b"
    rf"|\b(?:{SAID})\s+(?:by|from)\s+(?P<by>{QUANTITY})(?!\w)"
    rf"|\b(?:{SAID})\s+(?:at|in|across)\s+(?P<at>{QUANTITY})\s+(?:of\s+)?(?:\w+\s+){{0,2}}(?:{WHO})\b"
    rf"|,\s+(?:{SAID})\s+(?P<after>{QUANTITY})(?!\w)"
    rf"|\b(?:{SAID})\s+(?P<last>{QUANTITY})(?=[.,;:!?]|\Z)"
    rf"|\b(?P<how>{ADVERBS})\s+(?:{TOLD})\b|\b(?:{SAID})\s+(?P<told>{ADVERBS})\b"
    rf"|\b{IS}\s+(?P<moved>{ADVERBS})\s+(?:{MOOD})\b"
    rf"|\b(?P<strongly>overwhelmingly|unanimously|universally)\s+(?:{SAID}|{SAYING})\b"
    rf"|\b(?P<share>{SHARES})\s+(?:support|agreement|concern|view|consensus|feeling|worry|opposition|approval)\b"
    r"|\b(?P<unanimous>unanimous)\b"
    r"|\bthere\s+(?:was|is)\s+(?:\w+\s+)?(?P<accord>consensus|agreement)\b",
    re.IGNORECASE,
)
BEGINS = re.compile(r"(?:\A|[.;:!?,(–—]|\b(?:and|but|while|whereas|although|though|yet))[\s“‘\"']*\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Misfit:
    """A word of quantity that the figures do not bear, or a number or share of people, which none do."""

    said: str  # as the wording has it
    fitting: str  # empty where nothing was raised anywhere, and where no other word can take its place


def fitting_word(raised):
    return next((rule.word for rule in RULES if rule.fits(raised)), "")


def misfits(text, raised):
    """A word that cannot give its place to the one that fits is told without it."""
    fitting = fitting_word(raised)
    found = [said for said in words_of_quantity(text) if WORD_OF.get(said.lower()) != fitting]
    return [Misfit(said, fitting if can_be_replaced(said) else "") for said in found]


def words_of_quantity(text):
    matches = [
        match for match in HOW_MANY.finditer(text) if match.lastgroup != "now" or BEGINS.search(text[: match.start()])
    ]
    return [match[match.lastgroup] for match in matches]


def can_be_replaced(said):
    return said.lower() not in NOBODY and (said.lower() in STANDING or said.lower() not in WORD_OF)


def reworded(text, misfit):
    """The wording with the word that fits in the place of the one that does not; its capital is kept."""
    if not misfit.fitting:
        return text
    word = misfit.fitting[:1].upper() + misfit.fitting[1:] if misfit.said[:1].isupper() else misfit.fitting
    return re.sub(rf"\b{re.escape(misfit.said)}(?!\w)", word, text, count=1)


def method_table():
    """[(word, when it is used), ...], as the method note prints it."""
    return [(rule.word, rule.when) for rule in RULES]
