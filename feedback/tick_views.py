"""What was ticked and chosen in a list and is not done: it is there again when the list comes back."""

from feedback.forms import SeenField
from feedback.models import Comment

NAME = "ticks"
CHOSEN = ("theme", "key_point")


def keep(request, comments, back):
    """`comments` are ids. `back` is the address of the list: another page shows none of it."""
    chosen = {name: request.POST.get(name, "") for name in CHOSEN}
    request.session[NAME] = {"back": back, "comments": comments, **chosen}


def take(request):
    """What was kept for this page, once."""
    kept = request.session.pop(NAME, {})
    return kept if kept.get("back") == request.get_full_path() else {}


def ticked(request):
    """The ids of comments that were, whatever else is wrong with what was sent."""
    found = (SeenField.ONE.fullmatch(value) for value in (request.POST or request.GET).getlist("seen"))
    return [int(match[1]) for match in found if match]


def left_by(act, seen):
    """The ids of those that the act passed over, as somebody had changed them; all, where it did nothing."""
    if act.pk is None:
        return list(seen)
    others = {pk: version for pk, version in seen.items() if ("comment", pk) not in act.left}
    now = Comment.objects.order_by("pk").filter(pk__in=others).values_list("pk", "version")
    return [pk for pk, version in now if version != others[pk]]
