from django.contrib import admin
from django.contrib.auth import views as accounts
from django.urls import include, path
from django.views.decorators.http import require_http_methods, require_safe

from meetings.import_views import import_schedule
from stockport2040.health import healthz
from stockport2040.home import home
from stockport2040.period import period_of_programme
from stockport2040.sign_in import SignInForm

page_or_post = require_http_methods(["GET", "HEAD", "POST"])  # Django's own would take PUT for POST

urlpatterns = [
    path("", home, name="home"),
    # Meetings know nothing of the programme that they are for, so its days are handed to them here.
    path("meetings/import/", import_schedule, {"period_of": period_of_programme}, name="import_schedule"),
    path("", include("meetings.urls")),
    path("", include("feedback.urls")),
    path("", include("themes.urls")),
    path("accounts/login/", page_or_post(accounts.LoginView.as_view(authentication_form=SignInForm)), name="login"),
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
