"""A new kind of entry planted into a copy of the program: what its place in the window takes; none is forgotten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.test_planted_kind import CODE, ROOT, plant, run

MODULE = "journal/ui/entries/steps_walked.py"
KINDS = "journal/ui/entries/kinds.py"
STEPS = '''"""What steps walked are in the window."""

from journal.core.entries import StepsWalked
from journal.texts.marked import marked
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.kind import Action


class StepsKind(DeclaredKind):
    """A number and a note: nothing special."""

    code, cls = "steps_walked", StepsWalked
    name = plural = title_word = marked("Steps walked")
    icon, action = "up", Action(marked("Steps walked"), "up")
    captions = marked({"steps": "Steps", "note": "Note"})
    units = marked({"steps": "a day"})
'''


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program and its tests, with the kind in all but the window."""
    root = tmp_path / "checkout"
    for folder in ("journal", "tests", "resources"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__", "files"))
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    plant(root)
    return root


@pytest.mark.slow
def test_a_planted_kind_has_its_button_form_row_and_details(copy: Path) -> None:
    (copy / MODULE).write_text(STEPS, encoding="utf-8")
    text = (copy / KINDS).read_text(encoding="utf-8")
    assert text.count(", NoteKind()") == 1
    text = text.replace(", NoteKind()", ", NoteKind(), StepsKind()")
    line = "from journal.ui.entries.diary_rows import Row\n"
    (copy / KINDS).write_text(
        text.replace(line, f"{line}from journal.ui.entries.steps_walked import StepsKind\n"), encoding="utf-8"
    )
    tests = ("tests/ui/entries/test_kinds.py", "-m", "not campaign", "-k", CODE)  # the quick suite samples them
    done = run(copy, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", *tests)
    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout


@pytest.mark.slow
def test_a_kind_that_the_window_does_not_know_is_an_error_at_the_start(copy: Path) -> None:
    done = run(copy, "-c", "import journal.ui.entries.kinds")
    assert done.returncode != 0 and "['steps_walked']" in done.stderr
