"""Signing in."""

from ipaddress import ip_address

from django.contrib.auth.forms import AuthenticationForm


class SignInForm(AuthenticationForm):
    """Says what is missing or wrong in a person's words; never which of the two is wrong."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": "This username and password do not go together. Small and capital letters count in both.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("username", "password"):
            self.fields[name].error_messages["required"] = f"Enter your {name}."


def address_seen_by_proxy(request):
    """Whence somebody signs in. Only the last address of the header is the proxy's word: a visitor may write others
    before it. Without one that can be read, the proxy's own."""
    last = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(last))
    except ValueError:
        return request.META["REMOTE_ADDR"]
