"""Whom we meet: the register, and a page for each with what they said and what became of it."""

from concurrency.exceptions import RecordModifiedError
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from meetings.heard import heard_from
from meetings.models import Stakeholder
from meetings.stakeholder_forms import AddStakeholderForm, EditStakeholderForm, RegisterFilter

PER_PAGE = 50
PAGE = ["GET", "HEAD", "POST"]


@require_safe
@permission_required("meetings.view_stakeholder", raise_exception=True)
def stakeholders(request):
    form = RegisterFilter(request.GET)
    found = form.apply(Stakeholder.objects.with_figures()).select_related("audience").order_by("name")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "meetings/stakeholders.html", {"form": form, "page": page})


@require_safe
@permission_required("meetings.view_stakeholder", raise_exception=True)
def stakeholder(request, pk):
    found = get_object_or_404(Stakeholder.objects.select_related("audience"), pk=pk)
    context = {
        "stakeholder": found,
        "meetings": found.meetings.order_by("-starts_on", "pk"),
        "heard": heard_from(found),
        "merges": found.merges.filter(undone_at=None),
    }
    return render(request, "meetings/stakeholder.html", context)


@require_http_methods(PAGE)
@permission_required("meetings.add_stakeholder", raise_exception=True)
def add_stakeholder(request):
    form = AddStakeholderForm(request.POST or None, by=request.user)
    if not form.is_valid():
        context = {"form": form, "heading": "Add a stakeholder"}
        return render(request, "meetings/edit_stakeholder.html", context, status=422 if form.is_bound else 200)
    added = form.save()
    messages.success(request, f"Added: {added}.")
    return redirect(added)


@require_http_methods(PAGE)
@permission_required("meetings.change_stakeholder", raise_exception=True)
def edit_stakeholder(request, pk):
    edited = get_object_or_404(Stakeholder, pk=pk)
    form = EditStakeholderForm(request.POST or None, instance=edited, by=request.user)
    context = {"form": form, "stakeholder": edited, "heading": f"Edit {edited}"}
    if not form.is_valid():
        return render(request, "meetings/edit_stakeholder.html", context, status=422 if form.is_bound else 200)
    try:
        form.save()
    except RecordModifiedError:
        theirs = EditStakeholderForm(instance=Stakeholder.objects.get(pk=pk), by=request.user)
        return render(request, "meetings/edit_stakeholder.html", {**context, "theirs": theirs}, status=409)
    messages.success(request, f"Saved: {edited}.")
    return redirect(edited)
