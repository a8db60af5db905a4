"""How a comment's words are read, so that "Libraries", "library's" and "library" are one word."""

import re
import unicodedata

GRAMMAR_WORDS = """
    a about an and any are as asked at be been being but by can could did do does felt for from had has have he
    her him his how i if in into is it its me members more most must my need needed needs no not noted of on or
    ought our query residents said she should so some suggested than that the their them then there these they
    this those to too up very was we welcomed were what when where which who will with would you your
"""
EMPTY_WORDS = """
    able above across after afternoon again against agenda ago agree agreed agrees all almost along already also
    although always am among another anybody anyone anything anywhere apologies area areas around ask asking
    asks attendance attended available away back bad because become before below best better between big bit
    board borough both bring brought build building built call came cannot chair change come comes coming
    comment common concern concerned concerns cost costs council councillor councillors couple cut day days
    declaration declarations different direct doing done down during each early east easy either else end enough
    even ever every everybody everyone everything everywhere far feel feels few find first five forum found four
    free front full further gap get gets getting give given go goes going gone good got great group half hard
    having heading help helps here hold however idea important instead interest interests issue issues just keep
    kept know known large last late later least left less let level life like line list little live living local
    locally long longer look looked looking looks lot lots made main make makes making many may maybe mean meet
    meeting member might miles mine minutes miss month months moving much name never new next nice nobody none
    nor north note nothing now off offer offered officer officers often ok old once one online only open opening
    other others ours out over own part parts pass past people perhaps place places please point points pounds
    problem put quick quite raise raised rather re real really reply report reports request requested resident
    right ring run running runs same say saying says see seem seemed seems seen service services set several
    shall share shared short show similar since single sit small somebody someone something sometimes somewhere
    soon sort south space spend spending start started starts stay step steps still stockport stop stopped
    stress stressed such suggest suggestion support supported sure take taken takes talk team tell ten term test
    thank thanks thing things think though three through time times today together told took town track tried
    try turn turned turns two under until upon us use used users using usual view views want wanted wants warm
    way ways week weeks welcome welcomes well went west whether while whole whose why widely wish within without
    word words work worked working works worth year years yes yet yours
"""
GRAMMAR = frozenset(GRAMMAR_WORDS.split())  # grammar, and the manners of minutes
IDLE = GRAMMAR | frozenset(EMPTY_WORDS.split())  # with all that says nothing of what a comment is about


def words(text: str) -> list[str]:
    """In order, lower case, without accents, ligatures or curly quotes; "anti-social" is two words."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).lower()
    if not plain.isascii():  # most are, and letter by letter is slow
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [word for word in (found.strip("'&") for found in re.findall(r"[a-z0-9'&]+", plain)) if word]


def stem(word: str) -> str:
    """Without the endings of grammar: "buses" and "bus", "housing", "housed" and "house" come out alike."""
    word = word.removesuffix("'s")
    return _without_verb_ending(_singular(word)) if len(word) > 3 else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "uses")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_verb_ending(word: str) -> str:
    for ending in ("ing", "ed", "ly"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and re.search("[aeiouy]", root):
            return _undoubled(root).removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


def _undoubled(root: str) -> str:
    """ "stopp" is "stop", but "call" and "miss" keep both."""
    return root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "ls" else root
