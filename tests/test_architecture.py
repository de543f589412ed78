"""The rules of the house: who may import whom, how long a function may be, what no file may contain."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.bench.structure import circles

ROOT = Path(__file__).resolve().parent.parent

# --- who may import whom ------------------------------------------------------------------------------------

LEAVES = {"assets", "clock", "device", "errors", "memory", "palette", "paths", "texts"}
PACKAGES = {"core", "insights", "guidance", "exchange", "db", "logbook", "charts", "reports", "ui"}
EVERYTHING = LEAVES | PACKAGES

MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "bootstrap": set(),
    "__main__": {"bootstrap", "cli"},
    "core": set(),
    **dict.fromkeys(LEAVES, LEAVES),
    # These turn codes and values of core into words and instants; core knows none of them.
    "errors": LEAVES | {"core"},
    "texts": LEAVES | {"core"},
    "clock": LEAVES | {"core"},
    "insights": LEAVES | {"core"},
    "guidance": LEAVES | {"core"},
    "exchange": LEAVES | {"core"},
    "db": LEAVES | {"core"},
    "logbook": LEAVES | {"core", "db"},
    "charts": LEAVES | {"core", "insights"},
    "reports": LEAVES | {"core", "insights", "charts", "guidance"},
    "ui": LEAVES | {"core", "logbook", "insights", "guidance", "charts", "reports", "exchange"},
    "app": EVERYTHING,
    # The command line is cli with its commands; demo makes entries up for it and for the tests.
    "cli": EVERYTHING | {"app", "commands", "demo"},
    "commands": EVERYTHING | {"app", "demo"},
    "demo": LEAVES | {"core"},
}
# Every part may read the version.
FOR_ALL = {"__init__"}

ONLY_IN = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "sqlalchemy": {"db"},
    "alembic": {"db"},
    "sqlcipher3": {"db"},
    "pypdfium2": {"ui"},
    "pypdf": {"reports"},
    "bidi": {"reports"},
    "zxcvbn": {"logbook"},
    "babel": {"texts"},
    "xlsxwriter": {"exchange"},
    "python_calamine": {"exchange"},
    "sqlite3": set[str](),  # a second SQLite library in the process would break the first one's locks
}
STANDARD_LIBRARY_ONLY = {"__init__", "__main__", "bootstrap", "core"}
NOWHERE = (
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "matplotlib.pyplot",
    "matplotlib.backends.backend_qtagg",
    *("socket", "ssl", "socketserver", "http", "urllib.request", "ftplib", "smtplib", "poplib", "imaplib", "xmlrpc"),
)


@dataclass(frozen=True)
class Import:
    """One imported name, as far as it is spelled out: `journal.db.engine` or `journal.db.engine.Engine`."""

    line: int
    name: str
    in_function: str | None


@dataclass(frozen=True)
class Module:
    """What the rules ask of a file."""

    imports: tuple[Import, ...]
    lengths: tuple[tuple[str, int], ...]  # of its functions, in lines
    empty_names: tuple[tuple[int, str], ...]  # of variables in its functions, with their lines


def broken_import_rules(root: Path) -> list[str]:
    return [
        f"{path.relative_to(root).as_posix()}:{each.line}: {problem}"
        for path in _modules(root)
        for each in imports_of(path, root)
        for problem in _problems(_part_of(path, root), each)
    ]


def imports_of(path: Path, root: Path) -> Sequence[Import]:
    """Every import of the file, those inside of functions, of TYPE_CHECKING and of import_module(...) included."""
    return module_at(path, root).imports


def module_at(path: Path, root: Path) -> Module:
    return _module(path.read_text(encoding="utf-8"), path.relative_to(root).with_suffix("").parts[:-1])


@cache  # five rules look at every file of the program
def _module(source: str, package: tuple[str, ...]) -> Module:
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = tuple((function.name, _length(function)) for function in functions)
    within = {line for function in functions for line in range(function.lineno, (function.end_lineno or 0) + 1)}
    stored = (node for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    empty = [(name.lineno, name.id) for name in stored if name.id in EMPTY_NAMES and name.lineno in within]
    empty += [(node.lineno, node.arg) for node in nodes if isinstance(node, ast.arg) and node.arg in EMPTY_PARAMETERS]
    return Module(tuple(_walk(tree, package, None)), lengths, tuple(empty))


def _walk(node: ast.AST, package: tuple[str, ...], function: str | None) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        for name in _imported_names(child, package):
            yield Import(getattr(child, "lineno", 0), name, function)
        inner = child.name if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else None
        yield from _walk(child, package, function or inner)


def _imported_names(node: ast.AST, package: tuple[str, ...]) -> list[str]:
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom():
            base = package[: len(package) - node.level + 1] if node.level else ()
            return [".".join([*base, *filter(None, [node.module]), alias.name]) for alias in node.names]
        case ast.Call(
            func=ast.Name(id="import_module" | "__import__") | ast.Attribute(attr="import_module"),
            args=[ast.Constant(value=str(name)), *_],
        ):
            return [name]
    return []


def _problems(part: str, imported: Import) -> Iterator[str]:
    top, _, rest = imported.name.partition(".")
    if top == "journal":
        yield from _problems_inside(part, rest.partition(".")[0], imported)
    elif part in STANDARD_LIBRARY_ONLY and top not in sys.stdlib_module_names:
        yield f"{part} imports {imported.name}; it may use the standard library only"
    elif part not in ONLY_IN.get(top, {part}):
        yield f"{part} imports {imported.name}, which belongs to {' and '.join(ONLY_IN[top]) or 'nobody'}"
    if any(f"{imported.name}.".startswith(f"{name}.") for name in NOWHERE):
        yield f"{part} imports {imported.name}, which nobody may"


def _problems_inside(part: str, target: str, imported: Import) -> Iterator[str]:
    target = target if target in MAY_IMPORT else "__init__"
    if target != part and target not in MAY_IMPORT.get(part, set()) | FOR_ALL:
        yield f"{part} may not import {imported.name}"
    if part in {"cli", "commands"} and target in {"ui", "app"} and imported.in_function is None:
        yield f"cli imports {imported.name} before it is known that a window is wanted"


def _part_of(path: Path, root: Path) -> str:
    return path.relative_to(root / "journal").parts[0].removesuffix(".py")


def _modules(root: Path) -> list[Path]:
    return sorted((root / "journal").rglob("*.py"))


def test_import_rules() -> None:
    assert broken_import_rules(ROOT) == []


def test_only_the_pages_of_the_report_know_what_reads_pdfs() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in _modules(ROOT)
        for each in imports_of(path, ROOT)
        if each.name.partition(".")[0] == "pypdfium2"
    }
    assert found == {"journal/ui/report/pdf_pages.py"}


def test_every_part_of_the_house_has_a_rule() -> None:
    assert {_part_of(path, ROOT) for path in _modules(ROOT)} <= MAY_IMPORT.keys()


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("ui/diary/page.py", "import journal.db"),
        ("ui/page.py", "from journal import db"),
        ("ui/page.py", "from journal.db.engine import open_engine"),
        ("ui/today/page.py", "from ...db import engine"),
        ("ui/page.py", "from .. import db"),
        ("ui/page.py", "def show():\n    from journal.db import engine"),
        ("ui/page.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import journal.db"),
        ("ui/page.py", "import importlib\nimportlib.import_module('journal.db')"),
        ("ui/page.py", "import journal.app"),
        ("ui/page.py", "import journal.cli"),
        ("ui/page.py", "import sqlalchemy"),
        ("core/entries.py", "from journal.errors import UserError"),
        ("core/entries.py", "from journal import texts"),
        ("core/entries.py", "import journal.db"),
        ("core/time.py", "import tzlocal"),
        ("core/amounts.py", "import numpy"),
        ("insights/days.py", "import journal.logbook"),
        ("exchange/json.py", "from journal.logbook import Logbook"),
        ("exchange/csv.py", "import PySide6.QtCore"),
        ("db/tables.py", "import journal.logbook"),
        ("db/engine.py", "import sqlite3"),
        ("db/lock.py", "import socket"),
        ("logbook/door.py", "import sqlalchemy as sa"),
        ("logbook/door.py", "import sqlcipher3"),
        ("logbook/door.py", "import journal.ui"),
        ("charts/draw.py", "import journal.logbook"),
        ("charts/draw.py", "from matplotlib import pyplot"),
        ("reports/pdf.py", "from PySide6.QtGui import QPdfWriter"),
        ("reports/pdf.py", "import pypdfium2"),
        ("reports/pdf.py", "import journal.db"),
        ("texts.py", "import journal.db"),
        ("paths.py", "import journal.core"),
        ("device.py", "from PySide6.QtCore import QSettings"),
        ("bootstrap/__init__.py", "import platformdirs"),
        ("bootstrap/building.py", "from journal import paths"),
        ("ui/help.py", "from PySide6 import QtNetwork"),
        ("app.py", "import PySide6.QtNetwork"),
        ("app.py", "from urllib.request import urlopen"),
        ("app.py", "import journal.cli"),
        ("cli.py", "import journal.ui"),
        ("cli.py", "from journal import app"),
        ("cli.py", "import alembic"),
        ("cli.py", "def main():\n    import PySide6"),
    ],
)
def test_a_planted_import_is_caught(tmp_path: Path, path: str, source: str) -> None:
    assert broken_import_rules(_planted(tmp_path, path, source))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("ui/diary/page.py", "from journal.logbook import Logbook\nfrom PySide6 import QtGui\nfrom ..kit import theme"),
        ("core/entries.py", "import dataclasses\nfrom journal.core import amounts\nfrom . import time"),
        ("db/engine.py", "import sqlalchemy, sqlcipher3, filelock\nfrom journal import core, errors, paths"),
        ("logbook/door.py", "from journal.db import engine\nfrom journal.core.entries import Dose"),
        ("texts.py", "from journal.core.amounts import Amount"),
        ("cli.py", "from journal import __version__, logbook\ndef open_window():\n    from journal import app"),
        ("app.py", "from PySide6 import QtWidgets\nfrom journal import ui, db"),
    ],
)
def test_an_allowed_import_is_let_through(tmp_path: Path, path: str, source: str) -> None:
    assert broken_import_rules(_planted(tmp_path, path, source)) == []


def _planted(root: Path, path: str, source: str) -> Path:
    file = root / "journal" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")
    return root


# --- no circles -----------------------------------------------------------------------------------------------------


def circles_in(root: Path, name_of: Callable[[str], str] = str) -> list[tuple[str, ...]]:
    """Modules (or what ``name_of`` makes of their names) that import each other round, imports for types included."""
    known = {_module_name(path, root): path for path in _modules(root)}
    graph: dict[str, set[str]] = {name_of(name): set() for name in known}
    for name, path in known.items():
        found = {_known_module(each.name, known) for each in imports_of(path, root)}
        # A package is loaded before what lies in it, so that a module may know it without a circle.
        targets = {name_of(each) for each in found if each is not None and not name.startswith(f"{each}.")}
        graph[name_of(name)] |= targets - {name_of(name)}
    return circles(graph)


def _module_name(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def _known_module(name: str, known: Mapping[str, Path]) -> str | None:
    """The module that an imported name is, or lies in."""
    return name if name in known else parent if (parent := name.rpartition(".")[0]) in known else None


def _folder(name: str) -> str:
    """journal.ui.today, journal.core: what a module belongs to."""
    parts = name.split(".")
    return ".".join(parts[:3] if parts[:2] == ["journal", "ui"] else parts[:2])


def test_no_modules_import_each_other_round() -> None:
    assert circles_in(ROOT) == []


def test_no_folders_import_each_other_round() -> None:
    assert circles_in(ROOT, _folder) == []


def test_a_planted_circle_is_found(tmp_path: Path) -> None:
    _planted(tmp_path, "ui/today/screen.py", "from journal.ui.diary import rows")
    _planted(tmp_path, "ui/diary/rows.py", "def show():\n    from journal.ui.shell.window import Window")
    _planted(tmp_path, "ui/shell/window.py", "if TYPE_CHECKING:\n    from journal.ui.today.screen import TodayScreen")
    _planted(tmp_path, "ui/today/strip.py", "from journal.ui.today.screen import TodayScreen")
    modules = ("journal.ui.diary.rows", "journal.ui.shell.window", "journal.ui.today.screen")
    assert circles_in(tmp_path) == [modules]
    assert circles_in(tmp_path, _folder) == [("journal.ui.diary", "journal.ui.shell", "journal.ui.today")]


# --- methods are called by their names --------------------------------------------------------------------------------


def guessed_attributes(root: Path) -> list[str]:
    """Where the window looks an attribute up by a name that mypy cannot follow: a method renamed would go unnoticed.

    A field of a plain value may be looked up by a name that the program holds in a variable.
    """
    return [
        f"{path.relative_to(root).as_posix()}:{node.lineno}: {ast.unparse(node)}"
        for path in sorted((root / "journal" / "ui").rglob("*.py"))
        if "attr(" in (source := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _guesses(node)
    ]


def _guesses(node: ast.Call) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="hasattr")):
            return True
        case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(), *_]):
            return True
        case ast.Call(func=ast.Name(id="getattr"), args=[_, _, _]):
            return True
        case ast.Call(func=ast.Call(func=ast.Name(id="getattr"))):
            return True
    return False


def test_the_window_guesses_no_attribute() -> None:
    assert guessed_attributes(ROOT) == []


@pytest.mark.parametrize(
    "source",
    [
        'getattr(screen, "shown", None)',
        'hasattr(page, "close")',
        "getattr(screen, work)()",
        "getattr(page, name, None)",
    ],
)
def test_a_guessed_attribute_is_found(tmp_path: Path, source: str) -> None:
    assert guessed_attributes(_planted(tmp_path, "ui/shell/body.py", source))


# --- what a fresh process loads -----------------------------------------------------------------------------

HEAVY = {
    "PySide6",
    "shiboken6",
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "numpy",
    "matplotlib",
    "reportlab",
    "pypdfium2",
    "babel",
}


def loaded_by(*arguments: str) -> set[str]:
    """The top-level modules which a fresh Python loads for this command line."""
    command = [sys.executable, "-X", "importtime", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize("name", ["core", "db", "logbook", "exchange", "insights", "guidance", "charts", "reports"])
def test_nothing_below_the_window_loads_qt(name: str) -> None:
    if not (ROOT / "journal" / name).exists():
        pytest.skip(f"journal.{name} does not exist yet")
    assert not loaded_by("-c", f"import journal.{name}") & {"PySide6", "shiboken6"}


def test_version_loads_nothing_heavy() -> None:
    assert not loaded_by("-m", "journal", "--version") & HEAVY


def test_loaded_by_sees_a_heavy_import() -> None:
    assert {"sqlalchemy"} <= loaded_by("-c", "import sqlalchemy") & HEAVY


def test_a_socket_is_refused(opened_sockets: list[str]) -> None:
    import socket

    with pytest.raises(Exception, match="socket.__new__"):
        socket.socket()
    assert opened_sockets
    opened_sockets.clear()


# --- sizes and names ----------------------------------------------------------------------------------------

LONGEST_FUNCTION, LONGEST_FILE = 60, 500
DRAWERS = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
EMPTY_NAMES = {"each", "found", "said", "told", "ahead"}  # what is each, what was found? They stood in 816 places
EMPTY_PARAMETERS = {"ahead", "none_days"}
WITH_TOLD = (  # where it still stands
    "journal/reports/",
    "journal/guidance/lines_at_taking.py",
    "journal/guidance/notices_after_saving.py",
)


def too_long(root: Path) -> Iterator[str]:
    for path in _modules(root):
        if (lines := path.read_text(encoding="utf-8").count("\n")) > LONGEST_FILE:
            yield f"{path.relative_to(root).as_posix()}: {lines} lines"
        for name, length in module_at(path, root).lengths:
            if length > LONGEST_FUNCTION:
                yield f"{path.relative_to(root).as_posix()}: {name} has {length} lines"


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_and_files_are_short() -> None:
    assert list(too_long(ROOT)) == []


def test_a_long_function_is_caught(tmp_path: Path) -> None:
    _planted(tmp_path, "core/entries.py", "def f():\n" + "    pass\n" * LONGEST_FUNCTION)
    assert list(too_long(tmp_path)) == ["journal/core/entries.py: f has 61 lines"]


def test_every_module_is_named_for_what_it_does() -> None:
    assert not [path for path in _modules(ROOT) if {path.stem, path.parent.name} & DRAWERS]


def empty_names(root: Path) -> list[str]:
    return [
        f"{path.relative_to(root).as_posix()}:{line}: {name}"
        for path in _modules(root)
        for line, name in module_at(path, root).empty_names
        if name != "told" or not path.relative_to(root).as_posix().startswith(WITH_TOLD)
    ]


def test_variables_say_what_they_hold() -> None:
    assert empty_names(ROOT) == []


@pytest.mark.parametrize(
    "line",
    ["found = 1", "said: int = 1", "for each in (): pass", "return [each for each in ()]", "told, ahead = 1, 2",
     "return lambda none_days: 1"],
)  # fmt: skip
def test_a_variable_that_says_nothing_is_found(tmp_path: Path, line: str) -> None:
    """A field of a class and what is passed to one may be called so: its class says of what."""
    _planted(tmp_path, "core/entries.py", f"class Row:\n    said: str\ndef f(said=1):\n    {line}\n")
    assert {name.partition(":")[0] for name in empty_names(tmp_path)} == {"journal/core/entries.py"}


# --- what no file may contain -------------------------------------------------------------------------------

REGISTRY = re.compile(rb"https?://[^\s/\"']*(?:pypi|pythonhosted|npmjs|pkg\.dev|artifactregistry|anaconda|crates)\b")
MACHINE_PATH = re.compile(rb"(?<![\w.\-/])/(?:work|root|opt/wheels|opt/pypi|tmp/venv)\b(?:/|$)")
NOT_OURS = {".git", ".hypothesis", ".venv", ".venv.old", "dist", "build", "leaf-journal-demo", "__pycache__"}


def files_of(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith("_cache")]
        yield from (Path(folder, name) for name in names if name not in NOT_OURS)


def leaks(root: Path) -> list[str]:
    patterns = (REGISTRY, MACHINE_PATH)
    return [str(path) for path in files_of(root) if any(pattern.search(path.read_bytes()) for pattern in patterns)]


def test_no_file_names_a_registry_or_a_machine() -> None:
    assert leaks(ROOT) == []


@pytest.mark.parametrize("words", ["https:/" + "/pypi.org/simple", "cd /" + "work/main", "open('/" + "root/x')"])
def test_a_planted_address_is_caught(tmp_path: Path, words: str) -> None:
    (tmp_path / "notes.md").write_text(words)
    assert leaks(tmp_path)


# --- the lock and the wheel's table -------------------------------------------------------------------------


def pyproject() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


LOCKS = ("requirements.lock", "requirements-dev.lock")


def locked(name: str) -> dict[str, str]:
    """The pinned packages of a lock, and the lines of each."""
    blocks = re.split(r"\n(?=\S)", (ROOT / "resources" / name).read_text(encoding="utf-8").strip())
    return {block.partition(" \\")[0]: block for block in blocks}


def locked_versions(name: str) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = {}
    for package, version in re.findall(r"^([\w.\-]+)==([^\s;]+)", "\n".join(locked(name)), re.MULTILINE):
        found.setdefault(canonicalize_name(package), []).append(Version(version))
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_no_address(name: str) -> None:
    lines = (ROOT / "resources" / name).read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "://" in line or line.startswith(("-", "#"))]
    assert all("--hash=sha256:" in line or "==" in line for line in lines if line.strip())


@pytest.mark.parametrize(("name", "group"), [(LOCKS[0], "program"), (LOCKS[1], "tests")])
def test_a_lock_satisfies_every_requirement(name: str, group: str) -> None:
    versions = locked_versions(name)
    for requirement in map(Requirement, _requirements()[group]):
        of_it = versions.get(canonicalize_name(requirement.name), [])
        assert any(version in requirement.specifier for version in of_it), requirement


def test_what_the_tests_add_changes_nothing_of_the_program() -> None:
    program, tests = (locked(name) for name in LOCKS)
    names = {package.partition("==")[0] for package in program}
    shared = {package for package in tests if package.partition("==")[0] in names}
    assert shared
    assert [each for each in shared if tests[each] != program.get(each)] == []


def _requirements() -> dict[str, list[str]]:
    match pyproject():
        case {"project": {"dependencies": [*program]}, "dependency-groups": {"dev": [*tests]}}:
            return {"program": [*map(str, program)], "tests": [*map(str, tests)]}
    raise AssertionError("pyproject.toml has no dependencies")


def test_the_wheel_carries_every_folder_of_resources() -> None:
    resources = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()} - {"packaging"}
    match pyproject():
        case {"tool": {"hatch": {"build": {"targets": {"wheel": {**wheel}}}}}}:
            included = wheel.get("force-include", {})
            # Of that folder the program reads one file: what each version changed.
            read = {*resources, "packaging/arpa.home.leaf_journal.metainfo.xml"}
            assert included == {f"resources/{name}": f"journal/_resources/{name}" for name in read}
