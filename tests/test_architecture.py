"""How the portal is laid out: who may import whom, and what is written where."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
NOT_OURS = {".git", ".venv", "node_modules", "var", ".pytest_cache", ".hypothesis", ".ruff_cache"}
APPS = ("meetings", "feedback", "themes")

# What each app may import of the others; on top of themes sit the modules that bring all three together.
OF_OTHERS = {"meetings": set(), "feedback": {"meetings.models", "themes.models"}, "themes": set()}
ON_TOP = {"report", "checks", "exports"}
OF_OTHERS_ON_TOP = {"feedback.models", "feedback.forms", "meetings.models", "meetings.dates"}
# What says the same as a key point is told on its page.
OF_OTHERS_IN_VIEWS = OF_OTHERS_ON_TOP | {"feedback.likeness"}
# Inside an app each kind may import itself and those before it; a module of no named kind is below them all.
ORDER = ["", "actions", "exports", "forms", "views", "admin", "urls", "apps", "management"]

BULK = {"bulk_create", "bulk_update", "bulk_create_with_history", "bulk_update_with_history", "delete", "update"}
MAY_WRITE_IN_BULK = {
    "feedback/actions",
    "meetings/imports.py",
    "meetings/feeds.py",  # an address that is revoked is removed
    "meetings/moves.py",
    "stockport2040/management/commands/load_sample.py",
    "themes/actions.py",
}
LONGEST = 300  # lines
HOSTS = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.|yarnpkg\.")
PATHS = re.compile(r"(?<![\w.%/-])/(root|work|tmp|opt|home/\w+)\b")


def files():
    ours = [path for path in ROOT.iterdir() if path.name not in NOT_OURS]
    found = [inner for path in ours for inner in (path.rglob("*") if path.is_dir() else [path])]
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)


def relative(path):
    return path.relative_to(ROOT)


def code(*folders):
    """Every module of the folders but migrations, by its path, and parsed."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield relative(path), ast.parse(path.read_text())


def modules_imported(tree):
    """Their dotted names: both `package.name` for `from package import name`, and what it is imported from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module in (*APPS, "stockport2040"):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def kind(part):
    """act_views.py is of the kind views."""
    return next((name for name in ORDER if name and re.fullmatch(rf"(\w+_)?{name}", part)), "")


def part_of(path):
    """forms of meetings/forms.py; exports of themes/exports/word.py."""
    return path.with_suffix("").parts[1]


def may_import_of_others(path):
    if path.parts[0] == "themes" and kind(part_of(path)) == "views":
        return OF_OTHERS_IN_VIEWS
    on_top = path.parts[0] == "themes" and part_of(path) in ON_TOP
    return OF_OTHERS_ON_TOP if on_top else OF_OTHERS[path.parts[0]]


@pytest.mark.parametrize("app", APPS)
def test_an_app_imports_no_more_of_the_others_than_it_may(app):
    wrong = [
        f"{path} imports {name}"
        for path, tree in code(app)
        for name in modules_imported(tree)
        if name.split(".")[0] in {*APPS, "stockport2040"} - {app}
        and ".".join(name.split(".")[:2]) not in may_import_of_others(path)
    ]
    assert wrong == []


@pytest.mark.parametrize("app", APPS)
def test_inside_an_app_nothing_imports_what_stands_above_it(app):
    wrong = [
        f"{path} imports {name}"
        for path, tree in code(app)
        for name in modules_imported(tree)
        if name.startswith(f"{app}.") and ORDER.index(kind(name.split(".")[1])) > ORDER.index(kind(part_of(path)))
    ]
    assert wrong == []


def test_imports_stand_at_the_top():
    wrong = [
        f"{path}:{node.lineno}"
        for path, tree in code(*APPS, "stockport2040", "tests")
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and not (path.name == "apps.py" and function.name == "ready")
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom) and path.parts[:2] != ("themes", "exports")
    ]
    assert wrong == []


def is_bulk_write(node):
    """A dictionary's update() takes a dictionary, a queryset's takes names."""
    named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    name = named and (node.func.id if isinstance(node.func, ast.Name) else node.func.attr)
    return name in BULK and (name != "update" or bool(node.keywords))


def test_what_writes_many_rows_or_removes_one_lives_in_actions():
    wrong = [
        f"{path}:{node.lineno}"
        for path, tree in code(*APPS, "stockport2040")
        if not MAY_WRITE_IN_BULK & {str(path), *map(str, path.parents)}
        for node in ast.walk(tree)
        if is_bulk_write(node)
    ]
    assert wrong == []


def test_files_are_short():
    kinds = {".py", ".html", ".scss", ".js", ""}
    lengths = {str(relative(path)): len(path.read_text().splitlines()) for path in files() if path.suffix in kinds}
    assert {name: lines for name, lines in lengths.items() if lines >= LONGEST and "migrations" not in name} == {}


@pytest.mark.parametrize("pattern", [HOSTS, PATHS], ids=["registries", "paths of a machine"])
def test_nothing_names_a_registry_or_a_path_of_a_machine(pattern):
    texts = {str(relative(path)): path.read_text(errors="ignore") for path in files()}
    assert {name: pattern.search(text)[0] for name, text in texts.items() if pattern.search(text)} == {}


@pytest.mark.parametrize("name", ["requirements", "requirements-dev", "requirements-node"])
def test_every_requirement_says_what_it_is_for(name):
    wanted = [line for line in (ROOT / f"{name}.in").read_text().splitlines() if re.match(r"\w", line)]
    assert [line for line in wanted if not re.search(r" # \w", line)] == []
    locked = (ROOT / f"{name}.txt").read_text()
    reasons = [re.search(r" # +(.+)", line)[1] for line in wanted]
    assert [reason for reason in reasons if f"# {reason}\n" not in locked] == []
    assert len(re.findall(r"^ +# via", locked, re.MULTILINE)) == len(re.findall(r"^\w\S*==", locked, re.MULTILINE))
