"""Where a Chromium is, if there is one, and what it needs around it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# script/chromium unpacks one here, with its libraries and fonts, where it may not install one.
UNPACKED = Path(__file__).resolve().parents[2] / "var/chromium"
CURE = "No Chromium: ./script/chromium fetches one, or put the path of yours in CHROMIUM."


def find_chromium():
    """The path of one that is named in CHROMIUM, installed, or unpacked; else None."""
    unpacked = UNPACKED / "usr/lib/chromium/chromium-headless-shell"
    installed = next(filter(None, map(shutil.which, NAMES)), None)
    return os.environ.get("CHROMIUM") or installed or (str(unpacked) if unpacked.exists() else None)


def surroundings():
    """What Chromium, and Playwright's own Node, must find in their environment: the unpacked libraries and fonts."""
    if not UNPACKED.exists():
        return {}
    libraries = sorted({str(library.parent) for library in UNPACKED.rglob("lib*.so*")})
    known = os.environ.get("LD_LIBRARY_PATH")
    return {
        "LD_LIBRARY_PATH": os.pathsep.join(libraries + ([known] if known else [])),
        "FONTCONFIG_FILE": str(UNPACKED / "fonts.conf"),
    }


def is_complete():
    """Whether a Chromium and Playwright's Node are here and start: a program can be there and lack its libraries."""
    commands = [[find_chromium() or "none", "--version"], [sys.executable, "-m", "playwright", "--version"]]
    return all(starts(command) for command in commands)


def starts(command):
    try:
        return subprocess.run(command, env=os.environ | surroundings(), capture_output=True).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(not is_complete())
