"""The names that static files get when they are collected for a server."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

from stockport2040.static_files import HashedModules

IMPORT = re.compile(r'^import\b[^;]*?"(\.[^"]+)";', re.MULTILINE)


@pytest.fixture
def collected(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "stockport2040.static_files.HashedModules"},
    }
    settings.DEBUG = False
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def ours():
    return [
        str(path.relative_to(folder))
        for folder in settings.STATICFILES_DIRS
        for path in folder.rglob("scripts/**/*.js")
    ]


def test_each_import_of_a_script_is_of_a_file_that_is_there_by_its_hashed_name(collected):
    storage = HashedModules()
    imports = {}
    for name in ours():
        file = collected / storage.stored_name(name)
        imports[name] = [(file.parent / found).resolve() for found in IMPORT.findall(file.read_text())]
    assert [path for found in imports.values() for path in found if not path.exists()] == []
    assert [
        path for found in imports.values() for path in found if not re.search(r"\.[0-9a-f]{12}\.js$", path.name)
    ] == []
    assert len(imports["scripts/portal.js"]) == len(IMPORT.findall(Path(finders.find("scripts/portal.js")).read_text()))
    assert sum(map(len, imports.values())) >= 20
