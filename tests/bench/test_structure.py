"""The measures of the structure, on a small tree whose measures are known."""

from pathlib import Path

import pytest

from tests.bench.structure import circles, imports, methods, modules, mutual, of_packages, report

FIRST = '''"""First."""
from typing import TYPE_CHECKING
import journal.two
if TYPE_CHECKING:
    import journal.three
class Shown:
    def paintEvent(self): ...
    def refresh(self): ...
def long(a):
    b = a + 1
    c = b + 1
    d = c + 1
    e = d + 1
    return e
'''
SECOND = '''"""Second."""
def other(f):
    """With a sentence of its own."""
    g = f + 10
    h = g + 20
    i = h + 30
    k = i + 40
    return k
def asks():
    from journal.part.one import Shown
'''


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name, text in (
        ("journal/__init__.py", ""),
        ("journal/part/__init__.py", ""),
        ("journal/part/one.py", FIRST),
        ("journal/two.py", SECOND),
        ("journal/three.py", "import journal.part.one\n"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_circle_counts_imports_inside_functions_and_none_for_types(tree: Path) -> None:
    found = modules(tree)
    graph = imports(found)
    assert circles(graph) == [("journal.part.one", "journal.two")]
    assert mutual(of_packages(graph, {each.name: each.package for each in found})) == [("journal.part", "journal.two")]


def test_overrides_of_qt_are_not_counted_as_methods(tree: Path) -> None:
    assert methods(modules(tree)) == {"journal.part.one.Shown": 1}


def test_the_print_names_lengths_and_look_alikes(tree: Path) -> None:
    said = "\n".join(report(tree))
    assert "functions: 5; lines: median 2" in said and "longest 7" in said
    assert "1 groups \n    journal.part.one.long, journal.two.other" in said
