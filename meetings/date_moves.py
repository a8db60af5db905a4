"""Which of a text's dates is the new one, where something was moved: by the words that lead to each."""

import re

from meetings import date_gists as gists
from meetings.date_gists import D


def move_roles(gist):
    """For each date in turn: new or old, by the words that lead to it, or before or after the word for moving."""
    leads = gist.split(D)[:-1]
    moves_at = gists.MOVE.search(gist).start()
    ends = [len(D.join(leads[: i + 1])) for i in range(len(leads))]
    return [
        "new" if gists.IS_NEW.match(gist, end) else move_role(lead.rstrip(" ,"), end > moves_at)
        for lead, end in zip(leads, ends, strict=True)
    ]


def move_role(lead, is_after):
    if gists.LEADS_TO_OLD.search(lead):
        return "old"
    if not is_after:
        return "before"
    return "new" if gists.LEADS_TO_NEW.search(lead) else "after"


def new_among(roles, gist):
    """Which date is the new one, if any."""
    if "new" in roles:
        return len(roles) - 1 - roles[::-1].index("new")
    if "after" in roles and len(set(roles)) > 1:
        return roles.index("after")
    is_announced = roles == ["before"] and gists.NEW_DATE.search(gist) and not gists.TO_BE_CONFIRMED.search(gist)
    if "before" in roles and ("old" in roles or is_announced):
        return len(roles) - 1 - roles[::-1].index("before")
    return None


def move_flags(gist):
    return tuple(name for name, words in gists.MOVES.items() if re.search(words, gist)) or ("moved",)
