"""Where a Chromium is, if there is one."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
UNPACKED = Path(__file__).resolve().parents[2] / "var/chromium"  # script/test puts one there where it is not root
CURE = "No Chromium: ./script/test fetches one, or put its path in CHROMIUM."


def find_chromium():
    """The path of one that is named in CHROMIUM, installed, or unpacked by script/test; else None."""
    folders = os.pathsep.join([os.environ.get("PATH", os.defpath), str(UNPACKED / "usr/bin")])
    found = (shutil.which(name, path=folders) for name in NAMES)
    return os.environ.get("CHROMIUM") or next(filter(None, found), None)
