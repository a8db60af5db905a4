"""For whatever watches over the portal."""

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.http import HttpResponse
from django.views.decorators.http import require_safe


@require_safe
@login_not_required
def healthz(request):
    try:
        with connection.cursor() as cursor:
            # A table of its own, as SQLite makes an empty database wherever one is missed.
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
    except Error:
        return HttpResponse("The database does not answer.", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


def answer_by_any_name(get_response):
    """A load balancer asks each server by its address, which is no name of the portal. Nothing of the answer is made of
    the name that was asked."""

    def middleware(request):
        return healthz(request) if request.path == "/healthz" else get_response(request)

    return middleware
