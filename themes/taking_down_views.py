"""A public edition is taken down, so that only those who sign in can read it; and put back."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from themes import actions
from themes.models import Edition
from themes.taking_down_forms import SeenForm, TakeDownForm

CHANGED = "Somebody has taken this edition down or put it back since you opened the page. Read how it is now."


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("themes.publish_edition", raise_exception=True)
def take_down_edition(request, number):
    edition = get_object_or_404(Edition.objects.published().defer("report"), number=number)
    form = TakeDownForm(request.POST or None, edition=edition)
    if not form.is_valid():
        return render(request, "themes/take_down_edition.html", {"form": form, "edition": edition})
    try:
        actions.take_down(number, by=request.user, **form.cleaned_data)
    except Edition.DoesNotExist:
        messages.error(request, f"{CHANGED} You had written: “{form.cleaned_data['because']}”")
    else:
        done = "Changed why it is taken down." if edition.is_taken_down else f"Took down {edition.name.lower()}."
        messages.success(request, f"{done} Its public address now says only when and why.")
    return redirect(edition)


@require_POST
@permission_required("themes.publish_edition", raise_exception=True)
def put_back_edition(request, number):
    edition = get_object_or_404(Edition.objects.published().defer("report"), number=number)
    seen = SeenForm(request.POST)
    try:
        actions.put_back(number, seen.cleaned_data["version"] if seen.is_valid() else None, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    except Edition.DoesNotExist:
        messages.error(request, CHANGED)
    else:
        messages.success(request, f"Put back {edition.name.lower()}. Anyone can read it again.")
    return redirect(edition)
