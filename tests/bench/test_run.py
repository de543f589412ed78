"""Measuring leaves nothing behind, and says what it cannot measure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import run
from tests.bench.journals import ROOT

_MAKE = "from tests.bench.journals import scratch_folder as new; f = new(); (f / 'a').touch(); print(f)"


def test_a_scratch_folder_is_gone_when_the_measuring_ends(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _MAKE],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"TMPDIR": str(tmp_path)},
    )
    assert Path(ended.stdout.strip()).parent == tmp_path and list(tmp_path.iterdir()) == []


def test_without_a_display_the_start_is_not_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.bench.start.has_display", lambda: False)
    assert run.main(["start"]) == 0
    assert capsys.readouterr().out == "not run: bench start needs a display\n"
