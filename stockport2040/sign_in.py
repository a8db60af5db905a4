"""Signing in."""

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
