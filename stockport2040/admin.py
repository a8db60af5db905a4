"""People and their roles, in the Django admin. A role is one choice; people are deactivated, never deleted."""

import hashlib

from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm, UserCreationForm
from django.contrib.auth.models import Group, User

from stockport2040.admin_site import Locking, Versioned
from stockport2040.roles import LABELS, give_role, role_of

admin.site.unregister(Group)
admin.site.unregister(User)

ROLE = {"label": "Role", "choices": [("", "Choose a role"), *LABELS.items()]}


class NewPersonForm(UserCreationForm):
    role = forms.ChoiceField(**ROLE)


class PersonForm(Versioned, UserChangeForm):
    role = forms.ChoiceField(**ROLE)
    version = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {**self.initial, "role": role_of(self.instance), "version": self.version_now()}

    def version_now(self):
        """People have no version of their own: what this form shows of them stands in for one."""
        shown = [getattr(self.instance, name) for name in ("username", "first_name", "last_name", "email", "is_active")]
        return hashlib.sha256(repr([*shown, role_of(self.instance)]).encode()).hexdigest()

    def last_save(self):
        last = LogEntry.objects.filter(content_type__model="user", object_id=self.instance.pk).first()
        return last and (last.user, last.action_time)


@admin.register(User)
class PersonAdmin(Locking, UserAdmin):
    form = PersonForm
    add_form = NewPersonForm
    save_on_top = True
    list_display = ["username", "first_name", "last_name", "role", "is_active", "last_login"]
    list_filter = ["groups", "is_active"]
    filter_horizontal = []
    fieldsets = [
        (
            None,
            {"fields": ["username", "first_name", "last_name", "email", "role", "is_active", "password", "version"]},
        ),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "first_name", "last_name", "email", "role", "password1", "password2"]}),
    ]

    @admin.display(description="role")
    def role(self, person):
        return LABELS.get(role_of(person), "None")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        """Who holds every right can only be changed by another such."""
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not above

    def get_readonly_fields(self, request, obj=None):
        """Nobody deactivates themselves or changes their own role: the last admin would lock everybody out."""
        return ["role", "is_active"] if obj == request.user else []

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if "role" in form.cleaned_data:
            give_role(form.instance, form.cleaned_data["role"])
