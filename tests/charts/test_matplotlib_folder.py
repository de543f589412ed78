"""Matplotlib's list of fonts lies in the program's own folder, whatever is imported first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from journal import paths
from journal.ui.shell.imports_in_background import DRAWING

_SAY = "import matplotlib; print(matplotlib.get_cachedir(), matplotlib.get_configdir())"


def folders_after(*modules: str) -> list[str]:
    code = "\n".join([*(f"import {name}" for name in modules), _SAY])
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.slow
@pytest.mark.slow_every(2)
@pytest.mark.parametrize(
    "modules", [DRAWING, ("journal.reports.pdf",), ("journal.charts.picture",), ("journal.charts.overview_drawing",)]
)
def test_nothing_lies_elsewhere(modules: tuple[str, ...], own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MPLCONFIGDIR")
    assert folders_after(*modules) == [str(paths.cache_folder())] * 2
    made = sorted(each.relative_to(own_home) for each in own_home.rglob("*") if each.is_file())
    assert made == [each.relative_to(own_home) for each in paths.font_lists()]


def test_a_folder_that_the_person_named_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    assert folders_after("journal.charts.matplotlib_folder") == [str(tmp_path)] * 2
