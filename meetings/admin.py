"""The schedule and those we meet, in the Django admin; its site adds version and history to each."""

from django import forms
from django.contrib import admin
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from simple_history.admin import SimpleHistoryAdmin

from meetings.models import Audience, Category, Meeting, PreElectionPeriod, Stakeholder
from meetings.move_views import choose


class MeetingForm(forms.ModelForm):
    class Meta:
        widgets = {"stakeholders": forms.CheckboxSelectMultiple}


@admin.register(Meeting)
class MeetingAdmin(admin.ModelAdmin):
    form = MeetingForm
    list_display = ["title", "when", "category", "audience", "status", "lead"]
    list_filter = ["status", "category", "audience", "lead"]
    list_select_related = ["category", "audience", "lead"]
    search_fields = ["title", "venue", "stakeholders__name"]
    date_hierarchy = "starts_on"
    save_on_top = True
    actions = ["move_or_change"]
    # The portal's own page asks before a held meeting is moved, and keeps where it was moved from.
    readonly_fields = ["starts_on", "ends_on", "starts_at", "ends_at", "date_as_given", "status", "changed_in"]
    fieldsets = [
        (None, {"fields": ["title", "category", "audience", "lead"]}),
        ("When and where", {"fields": [*readonly_fields, "venue"]}),
        ("Who came", {"fields": ["stakeholders", "attendance"]}),
    ]

    @admin.action(permissions=["change"], description="Move or change the ticked meetings")
    def move_or_change(self, request, queryset):
        """By the schedule's own pages: what is ticked here is what would be ticked there."""
        return choose(request, queryset)

    def get_actions(self, request):
        """The portal's own alone: a meeting is deleted on its own page."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def add_view(self, request, form_url="", extra_context=None):
        return redirect("add_meeting")

    @admin.display(description="to change these")
    def changed_in(self, meeting):
        return format_html('<a href="{}">Edit it in the schedule</a>', reverse("edit_meeting", args=[meeting.pk]))

    @admin.display(description="when", ordering="starts_on")
    def when(self, meeting):
        return meeting.dates


@admin.register(Stakeholder)
class StakeholderAdmin(admin.ModelAdmin):
    list_display = ["name", "audience"]
    list_filter = ["audience"]
    list_select_related = ["audience"]
    search_fields = ["name", "aliases"]
    save_on_top = True
    fields = ["name", "audience", "aliases", "contact"]

    def get_deleted_objects(self, stakeholders, request):
        """Who came to a meeting stays: the database would let them go without a word."""
        deleted, counts, lacking, protected = super().get_deleted_objects(stakeholders, request)
        came_to = Meeting.objects.filter(stakeholders__in=stakeholders).distinct()
        return deleted, counts, lacking, [*protected, *(f"Meeting: {meeting}" for meeting in came_to)]


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    list_display = ["name", "parent", "position"]
    search_fields = ["name"]
    save_on_top = True
    fields = ["name", "parent", "position"]

    def get_queryset(self, request):
        return Category.objects.in_order()


@admin.register(Audience)
class AudienceAdmin(admin.ModelAdmin):
    list_display = ["name", "position", "meetings_wanted"]
    search_fields = ["name"]
    save_on_top = True
    fields = ["name", "position", "meetings_wanted"]


@admin.register(PreElectionPeriod)
class PreElectionPeriodAdmin(SimpleHistoryAdmin):
    list_display = ["starts_on", "ends_on"]
    fields = ["starts_on", "ends_on"]
