from django.contrib import admin
from django.contrib.auth import urls as accounts
from django.urls import include, path

from stockport2040.health import healthz
from stockport2040.home import home

urlpatterns = [
    path("", home, name="home"),
    path("healthz", healthz, name="healthz"),
    path("", include("meetings.urls")),
    path("", include("feedback.urls")),
    path("", include("themes.urls")),
    path("accounts/", include(accounts)),
    path("admin/", admin.site.urls),
]
