"""CONTRIBUTING says how to add things as lists of files, and every file and folder that it names there exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LISTS = ("A kind of entry", "A chart", "A page of the report", "A guidance page", "An importer", "A language")
_SECTION = re.compile(r"^## How to add\n(.*?)^## ", re.MULTILINE | re.DOTALL)
_PATH = re.compile(r"`((?:journal|resources|tests)/[^`]*|pyproject\.toml)`")


def how_to_add() -> dict[str, list[str]]:
    """What there is to add, each with the lines of its list."""
    section = _SECTION.search((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert section is not None
    lists: dict[str, list[str]] = {}
    for block in section[1].split("\n\n"):
        lines = block.strip().splitlines()
        if lines and lines[0].startswith("- "):
            lists[list(lists)[-1]] += lines
        elif lines and lines[0].endswith(":"):
            lists[lines[0].removesuffix(":")] = []
    return lists


def paths_in(lines: list[str]) -> list[str]:
    """Every path that the lines name."""
    return [path for line in lines for path in _PATH.findall(line)]


def places(path: str, root: Path = ROOT) -> Iterator[Path]:
    """What is there under a path, where ``<name>`` and ``NNNN`` stand for what differs from one to the next."""
    pattern = re.sub(r"<[a-z]+>|NNNN", "*", path.rstrip("/"))
    return (place for place in root.glob(pattern) if place.is_dir() or not path.endswith("/"))


def test_each_has_a_list_of_several_files() -> None:
    lists = how_to_add()
    assert tuple(lists) == LISTS
    assert {name: lines for name, lines in lists.items() if len(paths_in(lines)) < 4} == {}


@pytest.mark.parametrize("name", LISTS)
def test_a_line_names_a_path_and_says_what_to_write_there(name: str) -> None:
    for line in how_to_add()[name]:
        assert re.match(r"- `[^`]+`(, `[^`]+`)*: \S", line), line
        assert paths_in([line]), line


@pytest.mark.parametrize("name", LISTS)
def test_every_file_and_folder_is_there(name: str) -> None:
    assert [path for path in paths_in(how_to_add()[name]) if not any(places(path))] == []


def test_what_is_gone_is_found(tmp_path: Path) -> None:
    (tmp_path / "journal/db/versions").mkdir(parents=True)
    (tmp_path / "journal/db/versions/0001_first.py").touch()
    assert any(places("journal/db/versions/NNNN_*.py", tmp_path))
    assert any(places("journal/<package>/versions/", tmp_path))
    assert not any(places("journal/db/versions/NNNN_*.py/", tmp_path))
    assert not any(places("journal/db/moved.py", tmp_path))
