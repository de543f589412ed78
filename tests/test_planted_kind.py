"""A new kind of entry planted into a copy of the program: what it takes, and that nothing is forgotten in silence.

"Steps walked" is a number and a note at a time. It needs its class, a migration, its words and a decision about the
command line; everything else follows from the class.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = "steps_walked"

CLASS = '''
@dataclass(frozen=True, slots=True, kw_only=True)
class StepsWalked(Timed):
    """How many steps were walked."""

    plural: ClassVar[str] = "steps_walked"

    steps: Annotated[int, Whole(1, 200_000)]
    note: Annotated[str, Free()] = ""


# What others refer to comes first:'''
WORDS = """STEPS = marked({
    "steps_walked": Steps(
        "steps at {at}", "change to the steps at {at}", "delete the steps at {at}", "restore the steps at {at}"
    ),
"""
# Each file that is changed: what to look for, and what to put there instead.
CHANGES: dict[str, list[tuple[str, str]]] = {
    "journal/core/entries.py": [
        ("# What others refer to comes first:", CLASS.lstrip()),
        ('"note": Note,', '"note": Note, "steps_walked": StepsWalked,'),
    ],
    "journal/texts/undo.py": [("STEPS = marked({\n", WORDS)],
    "journal/commands/log.py": [("_NOT_LOGGED = (", '_NOT_LOGGED = ("steps_walked", ')],
}
MIGRATION = "journal/db/migrations/versions/0006_steps_walked.py"
AS_DECLARED = """
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from journal.db.tables import ENTRY_TABLES

table = ENTRY_TABLES["steps_walked"]
for each in (CreateTable(table), *map(CreateIndex, table.indexes)):
    print(f"    op.execute('''{each.compile(dialect=dialect())}''')")
"""
FULL_TEXT = """
    op.execute("CREATE VIRTUAL TABLE steps_walked_text USING fts5(words, tokenize='unicode61')")
    op.execute("INSERT INTO steps_walked_text(steps_walked_text, rank) VALUES ('secure-delete', 1)")
"""
MIGRATION_HEAD = """from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
"""
TESTS = (
    "source_trees.py",
    "__init__.py",
    "conftest.py",
    "lanes.py",
    "journals.py",
    "new_journals.py",
    "samples.py",
    "test_every_kind.py",
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program that may be changed."""
    root = tmp_path / "checkout"
    shutil.copytree(ROOT / "journal", root / "journal", ignore=shutil.ignore_patterns("__pycache__", "ui"))
    (root / "tests").mkdir()
    for name in TESTS:
        shutil.copyfile(ROOT / "tests" / name, root / "tests" / name)
    shutil.copytree(ROOT / "tests" / "texts", root / "tests" / "texts", ignore=shutil.ignore_patterns("test_*.py"))
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    shutil.copytree(ROOT / "resources", root / "resources")
    return root


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run([sys.executable, *arguments], cwd=root, env=environment, capture_output=True, text=True)


def plant(root: Path, but_for: str = "") -> None:
    """Everything that the kind needs, in all files but one."""
    for name, changes in CHANGES.items():
        if name != but_for:
            _change(root / name, changes)
    if but_for != MIGRATION:
        made = run(root, "-c", AS_DECLARED)
        assert made.returncode == 0, made.stderr
        (root / MIGRATION).write_text(MIGRATION_HEAD + made.stdout + FULL_TEXT, encoding="utf-8")


def _change(path: Path, changes: list[tuple[str, str]]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_a_planted_kind_does_everything(copy: Path) -> None:
    plant(copy)
    all_facets = ("-m", "not campaign", "-k", CODE)  # the quick suite samples them
    done = run(copy, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "tests", *all_facets)
    assert done.returncode == 0, done.stdout
    assert "14 passed" in done.stdout


USE = """
from pathlib import Path
from tests.journals import FixedClock
from journal.logbook import Logbook

print(Logbook.open(Path("new.leaf"), clock=FixedClock(), create=True).totals())
"""
FORGOTTEN = [
    ("journal/texts/undo.py", "import journal.texts.undo", "words for what is undone: missing for ['steps_walked']"),
    ("journal/commands/log.py", "import journal.commands.log", "from the command line: missing for ['steps_walked']"),
    (MIGRATION, USE, "no such table: steps_walked"),
]


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(("name", "use", "said"), FORGOTTEN, ids=[Path(name).stem for name, *_ in FORGOTTEN])
def test_what_is_forgotten_is_an_error_at_the_start(copy: Path, name: str, use: str, said: str) -> None:
    plant(copy, but_for=name)
    done = run(copy, "-c", use)
    assert done.returncode != 0
    assert said in done.stderr
