from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.contrib.auth import apps as auth_apps
from django.core.validators import MaxLengthValidator
from django.db.models.signals import post_migrate

TOO_LONG = "Write %(limit_value)d characters or fewer: there are %(show_value)d."


class PortalConfig(AppConfig):
    name = "stockport2040"
    verbose_name = "Stockport 2040"
    default = True  # of the three here, this app's own

    def ready(self):
        from stockport2040.roles import sync_roles  # models are not loaded before this

        MaxLengthValidator.message = TOO_LONG
        post_migrate.connect(sync_roles, sender=self, dispatch_uid="sync_roles")


class PortalAdminConfig(admin_apps.AdminConfig):
    default_site = "stockport2040.admin_site.PortalAdminSite"
    default = False


class PeopleConfig(auth_apps.AuthConfig):
    verbose_name = "People"
    default = False
