"""Settings read from the environment: each function answers, or refuses to start and says why."""

import os

from django.core.exceptions import ImproperlyConfigured

YES, NO = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}


def flag(name, default=False):
    value = os.environ.get(name, "").strip().lower()
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} is {value!r}: write 1 or 0.")
    return default if name not in os.environ else value in YES


def words(name):
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def needed_words(name, in_debug, debug):
    found = words(name)
    if not found and not debug:
        raise ImproperlyConfigured(f"{name} is not set: write the host names, with commas between them.")
    return found or in_debug


def secret(name, in_debug, debug):
    value = os.environ.get(name, "")
    if not value and not debug:
        raise ImproperlyConfigured(f"{name} is not set: write at least 50 random characters.")
    return value or in_debug


def whole_number(name, default):
    value = os.environ.get(name, str(default))
    if not value.isascii() or not value.isdigit():
        raise ImproperlyConfigured(f"{name} is {value!r}: write a whole number.")
    return int(value)
