"""A display that does not answer, and a platform that Qt does not have, are sentences."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal.bootstrap import ROOT


def started(tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    usual = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    usual.pop("QT_QPA_PLATFORM", None)
    own = {"PYTHONPATH": str(ROOT), "LEAF_JOURNAL_NO_BOOTSTRAP": "1", "HOME": str(tmp_path), **environment}
    command = [sys.executable, "-m", "journal", "--journal", str(tmp_path / "j.leaf")]
    return subprocess.run(command, env={**usual, **own}, capture_output=True, text=True, timeout=90, check=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays have names on Linux")
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"DISPLAY": ":977"}, "the display “:977” does not answer"),
        ({"WAYLAND_DISPLAY": "wayland-977"}, "the display “wayland-977” does not answer"),
        ({"DISPLAY": ":977", "QT_QPA_PLATFORM": "none-such"}, "Could not find the Qt platform plugin"),
    ],
)
def test_what_cannot_be_shown_is_said(tmp_path: Path, environment: dict[str, str], words: str) -> None:
    done = started(tmp_path, **environment)
    assert done.returncode == 1
    assert done.stdout == ""
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "j.leaf").exists()
