"""What was done to comments, by whom, and taking it back."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from feedback import actions
from feedback.act_views import way_back
from feedback.acts import shown
from feedback.models import Act
from feedback.undo_forms import ActFilter

PAGE = 25  # acts


@require_safe
@permission_required("feedback.change_comment", raise_exception=True)
def acts(request):
    form = ActFilter(request.GET)
    page = Paginator(form.apply(Act.objects.select_related("by")), PAGE).get_page(request.GET.get("page"))
    return render(request, "feedback/acts.html", {"form": form, "page": page, "acts": shown(page)})


@require_POST
@permission_required("feedback.change_comment", raise_exception=True)
def undo_act(request, pk):
    act = get_object_or_404(Act, pk=pk)
    if act.is_for_managers and not request.user.has_perm("themes.agree_keypoint"):
        raise PermissionDenied
    said = actions.undo(act, by=request.user)
    act.refresh_from_db()
    messages.success(request, said, extra_tags=f"again-{act.pk}" if act.can_be_done_again else "")
    return redirect(way_back(request))


@require_POST
@permission_required("feedback.change_comment", raise_exception=True)
def do_again(request, pk):
    act = get_object_or_404(Act, pk=pk)
    messages.success(request, actions.do_again(act, by=request.user), extra_tags=f"undo-{act.pk}")
    return redirect(way_back(request))
