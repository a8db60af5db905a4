from django.contrib import admin
from django.contrib.auth import views as accounts
from django.urls import include, path
from django.views.decorators.http import require_http_methods, require_safe

from stockport2040.health import healthz
from stockport2040.home import home

page_or_post = require_http_methods(["GET", "HEAD", "POST"])  # Django's own would take PUT for POST

urlpatterns = [
    path("", home, name="home"),
    path("", include("meetings.urls")),
    path("", include("feedback.urls")),
    path("", include("themes.urls")),
    path("accounts/login/", page_or_post(accounts.LoginView.as_view()), name="login"),
    path("accounts/logout/", accounts.LogoutView.as_view(), name="logout"),
    path("accounts/password/", page_or_post(accounts.PasswordChangeView.as_view()), name="password_change"),
    path(
        "accounts/password/done/",
        require_safe(accounts.PasswordChangeDoneView.as_view()),
        name="password_change_done",
    ),
    path("healthz", healthz, name="healthz"),
    path("admin/", admin.site.urls),
]
