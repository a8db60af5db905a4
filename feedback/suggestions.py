"""The suggester as the themes and the tagged comments stand now."""

from dataclasses import dataclass
from functools import lru_cache
from math import log

from feedback.models import Comment
from feedback.suggest import Suggester
from themes.models import Theme

FEW = 1_000  # tagged comments: up to here it is built anew each time, in a twentieth of a second
LEARNT = 10_000  # tagged comments, the newest: more take seconds and hardly change what a word says
GROWN = 1.05  # beyond, when there are so many times more of them: sooner would teach it nothing


@dataclass(frozen=True)
class Offer:
    """A theme that a comment may belong to; never chosen for anybody."""

    theme: Theme
    because: tuple[str, ...]

    def __str__(self):
        return f"{self.theme.number} {self.theme} ({', '.join(self.because)})"


def offer_themes(comments, themes):
    """Gives each comment that waits for a theme its `offers`, the best first. The others cost nothing."""
    waiting = [comment for comment in comments if comment.is_untagged]
    if not waiting:
        return
    suggester = current_suggester()
    by_slug = {theme.slug: theme for theme in themes}
    for comment in waiting:
        found = suggester.suggest(comment.text)
        comment.offers = [Offer(by_slug[each.theme], each.because) for each in found]


def current_suggester() -> Suggester:
    themes = tuple(Theme.objects.order_by("number").values_list("slug", "name", "keywords"))
    tagged = _tagged().count()
    return _build(themes) if tagged < FEW else _keep(themes, int(log(tagged, GROWN)))


@lru_cache(maxsize=1)
def _keep(themes, _growth):
    """Until an admin changes a keyword, or enough has been tagged."""
    return _build(themes)


def _build(themes):
    keywords = {slug: lines.splitlines() for slug, _, lines in themes}
    tagged = _tagged().order_by("-pk").values_list("text", "theme__slug")[:LEARNT]
    return Suggester(keywords, tagged, {slug: name for slug, name, _ in themes})


def _tagged():
    return Comment.objects.counted().exclude(theme=None)
