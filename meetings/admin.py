"""The schedule and those we meet, in the Django admin; its site adds version and history to each."""

from django import forms
from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from meetings.models import Audience, Category, Meeting, PreElectionPeriod, Stakeholder
from meetings.move_views import choose


class MeetingForm(forms.ModelForm):
    class Meta:
        widgets = {"stakeholders": forms.CheckboxSelectMultiple}

    def clean(self):
        """One day alone is both the first and the last; a last day alone is a slip."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and not last and "ends_on" not in self.errors:
            cleaned["ends_on"] = first
        if last and not first and "starts_on" not in self.errors:
            self.add_error("starts_on", "Write the first day too, or leave both empty while it is to be confirmed.")
        return cleaned


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
    fieldsets = [
        (None, {"fields": ["title", "category", "audience", "status", "lead"]}),
        ("When and where", {"fields": ["starts_on", "ends_on", "starts_at", "date_as_given", "venue"]}),
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
