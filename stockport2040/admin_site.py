"""The Django admin as a part of the portal: its sign-in, its name, and no save over somebody else's save."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseNotAllowed
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from simple_history.admin import SimpleHistoryAdmin
from simple_history.template_utils import HistoricalRecordContextHelper

from stockport2040.templatetags.conflict import in_words, last_save


class PortalAdminSite(admin.AdminSite):
    site_header = site_title = "Stockport 2040 admin"
    index_title = "What is kept here"

    @method_decorator(login_not_required)
    def login(self, request, extra_context=None):
        """The portal has one sign-in page; who is signed in and not let in here has no use for it."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", reverse("admin:index")))

    def register(self, model_or_iterable, admin_class=None, **options):
        """Whatever has a version is edited with it and keeps its history, so that no admin class can forget to."""
        models = [model_or_iterable] if isinstance(model_or_iterable, type) else model_or_iterable
        for model in models:
            chosen = admin_class or admin.ModelAdmin
            if hasattr(model, "_concurrencymeta"):
                chosen = type(chosen.__name__, (chosen, VersionedAdmin), {})
            super().register(model, chosen, **options)


class Locking:
    actions = None  # each record is saved and deleted on a page of its own

    def get_object(self, request, object_id, from_field=None):
        """Locked where it is about to be saved: nobody saves between the comparison of versions and the save."""
        found = super().get_object(request, object_id, from_field)
        if found and transaction.get_connection().in_atomic_block:
            found = self.model.objects.select_for_update().filter(pk=found.pk).first()
        return found


class VersionedAdmin(Locking, SimpleHistoryAdmin):
    object_history_list_template = "admin/_history_list.html"

    def get_form(self, request, obj=None, change=False, **options):
        form = super().get_form(request, obj, change, **options)
        return type(form.__name__, (Versioned, form), {})

    def get_fieldsets(self, request, obj=None):
        """With the version at the end, hidden, wherever something can be changed."""
        *others, (name, options) = super().get_fieldsets(request, obj)
        can_save = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        fields = [*options["fields"], *(["version"] if can_save else [])]
        return [*others, (name, {**options, "fields": fields})]

    def delete_model(self, request, obj):
        obj._history_user = request.user
        super().delete_model(request, obj)

    def get_historical_record_context_helper(self, request, historical_record):
        """Tells of changes in full, where simple-history would cut them short at 100 characters."""
        return HistoricalRecordContextHelper(self.model, historical_record, max_displayed_delta_change_chars=100_000)

    def history_view(self, request, object_id, extra_context=None):
        only_numbers(object_id)
        return super().history_view(request, object_id, extra_context)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        """To read only: simple-history would save an old record over the new one if asked to."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        only_numbers(object_id, version_id)
        return super().history_form_view(request, object_id, version_id, extra_context)


def only_numbers(*names):
    """In an address: simple-history would look for anything, and fail."""
    if not all(name.isdecimal() for name in names):
        raise Http404("There is no record of that name.")


class Versioned:
    """A form that refuses a stale version and says beside each field what is there now: saving again is a choice."""

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk and cleaned.get("version") != self.version_now():
            self.show_theirs()
            self.data = self.data.copy()
            self.data["version"] = str(self.fields["version"].prepare_value(self.version_now()))
        return cleaned

    def version_now(self):
        return self.instance.version

    def last_save(self):
        """Who saved it last, and when; None where that is not known."""
        last = last_save(self.instance)
        return last and (last.history_user, last.history_date)

    def show_theirs(self):
        self.add_error(None, f"Not saved: {saved_since(self.last_save())} after you opened it. {WHAT_NOW}")
        theirs = type(self)(instance=self.instance)
        for field in self.visible_fields():
            there = in_words(theirs[field.name])
            if there != in_words(field):
                self.add_error(field.name, f"Now saved here: {there or 'nothing'}.")


WHAT_NOW = "What you wrote is still below, with what is saved now above each difference. To keep yours, save again."


def saved_since(last):
    if not last:
        return "somebody saved this"
    person, at = last
    name = (person.get_full_name() or person.get_username()) if person else "somebody"
    return f"{name} saved this at {timezone.localtime(at):%H:%M}"
