"""Whether a wording is one whole sentence, as the report prints them."""

import re

OPENING, CLOSING = "“‘\"'([", "”’\"')]"  # what may stand before the first letter, and after the full stop
QUOTES = "”’\"'"
COMMON_VERBS = """
    is are was were be been has have had do does did can could will would shall should may might must need needs cannot
    want wants feel feels felt say says said ask asks see sees saw make makes made think thinks thought get gets got
    give gives gave take takes took hear hears heard tell tells told know knows knew find finds found keep keeps kept
    let put puts like likes hope hopes support supports welcome welcomes value values worry worries call calls run runs
    ran go goes went come comes came work works stay stays help helps live lives use uses lack lacks matter matters
    mean means meant show shows bring brings brought hold holds held lose loses lost leave leaves left send sends sent
    pay pays paid cost costs deserve deserves remain remains seem seems feed lead leads led meet meets met read reads
"""
VERBS = frozenset(COMMON_VERBS.split())


def ended(*parts):
    """The parts, a comma between them, as one sentence with one mark at its end, however they were typed."""
    words = ", ".join(part for part in map(unstopped, parts) if part)
    return words if words.rstrip(CLOSING).endswith(("!", "?")) or not words else f"{words}."


def unstopped(part):
    """Without its full stop, also where that stands inside the quotation mark that ends it."""
    words = part.strip().rstrip(". ")
    bare = words.rstrip(QUOTES)
    return bare.rstrip(". ") + words[len(bare) :]


def fault_of(text):
    """What is surely wrong with it, as a sentence that says how to mend it; empty where nothing is."""
    first = text.lstrip(OPENING)[:1]
    if not (first.isupper() or first.isdigit()):
        return "Begin the sentence with a capital letter or a figure."
    if not text.rstrip(CLOSING).endswith((".", "!", "?")):
        return "End the sentence with a full stop, a question mark or an exclamation mark."
    return ""


def is_stopped_twice(text):
    """*Halls are cold..* or *, .*; but not *and so on...*"""
    return re.search(r"(?<!\.)\.\.(?!\.)|[,;:!?]\.(?!\.)", text) is not None


def doubt_about(text):
    """What may be wrong with it too: of words without a verb nobody can say whether they are so."""
    if is_stopped_twice(text):
        return "It has two marks where there should be one."
    return fault_of(text) or ("" if has_verb(text) else "It seems to have no verb: say what people felt about it.")


def has_verb(text):
    """A word that is one, or that ends as one does: *highlighted*, *isn't*."""
    words = [word.strip("'’").lower() for word in re.findall(r"[\w'’]+", text)]
    return any(word in VERBS or word.endswith(("ed", "n't", "n’t")) for word in words)
