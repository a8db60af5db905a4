from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PortalConfig(AppConfig):
    name = "stockport2040"
    verbose_name = "Stockport 2040"

    def ready(self):
        from stockport2040.roles import sync_roles  # models are not loaded before this

        post_migrate.connect(sync_roles, sender=self, dispatch_uid="sync_roles")
