"""Themes, programme and key points in the Django admin; its site adds version and history to each."""

from django.contrib import admin
from django.urls import path

from themes.models import KeyPoint, Programme, Theme
from themes.views import admin_summary


@admin.register(Programme)
class ProgrammeAdmin(admin.ModelAdmin):
    list_display = ["title", "starts_on", "ends_on"]
    fields = ["title", "starts_on", "ends_on"]


@admin.register(Theme)
class ThemeAdmin(admin.ModelAdmin):
    list_display = ["number", "name", "definition"]
    list_display_links = ["name"]
    search_fields = ["name", "aliases", "keywords"]
    prepopulated_fields = {"slug": ["name"]}
    save_on_top = True
    fields = ["name", "slug", "number", "definition", "aliases", "keywords"]

    def get_urls(self):
        summary = self.admin_site.admin_view(admin_summary)
        return [path("summary/", summary, {"site": self.admin_site}, "themes_theme_summary"), *super().get_urls()]


@admin.register(KeyPoint)
class KeyPointAdmin(admin.ModelAdmin):
    """To read; and to bring back, as a draft, what was removed. All else is done on the summary's pages."""

    list_display = ["text", "theme", "status"]
    list_filter = ["status", "theme"]
    list_select_related = ["theme"]
    search_fields = ["text"]
    fields = ["theme", "text", "status"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        removed = obj is not None and obj.status == KeyPoint.Status.REMOVED
        return removed and request.user.has_perm("themes.restore_keypoint")

    def get_readonly_fields(self, request, obj=None):
        return ["theme", "text"]

    def formfield_for_choice_field(self, db_field, request, **options):
        if db_field.name == "status":
            options["choices"] = [
                (status.value, status.label) for status in (KeyPoint.Status.REMOVED, KeyPoint.Status.DRAFT)
            ]
        return super().formfield_for_choice_field(db_field, request, **options)
