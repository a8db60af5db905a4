"""The portal's own settings, made quick and safe to test with."""

import os

os.environ["DEBUG"] = "1"  # no TLS, no secrets; Django turns DEBUG itself off again while tests run

from stockport2040.settings import *  # noqa: E402, F403
from stockport2040.settings import DATABASES, VAR_DIR  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one takes half a second a user
AXES_ENABLED = False  # tests of the lock-out turn it on

DATABASES["default"]["CONN_MAX_AGE"] = 0  # a connection kept open forbids dropping PostgreSQL's test database
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # In a file, not in memory: the server's threads each have their own connection, as they do in life.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
    DATABASES["default"]["OPTIONS"] = {
        **DATABASES["default"]["OPTIONS"],
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
    }
