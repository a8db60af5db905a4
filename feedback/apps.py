from django.apps import AppConfig
from django.db.models.signals import post_migrate

from feedback import search


class FeedbackConfig(AppConfig):
    name = "feedback"

    def ready(self):
        post_migrate.connect(search.install, sender=self, dispatch_uid="comment_search")
