"""The wheel, installed where nothing else is, makes the sample journal: no development package may be missed."""

import subprocess
import sys
from pathlib import Path

import pytest

from journal.bootstrap import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

LOCK = Path(ROOT, "resources", "requirements.lock")
MADE_BY_DEMO = ("demo.leaf", "journal.json", "entries.csv", "today.png", "trends.png", "summary.pdf")


def test_the_wheel_makes_the_sample_journal(tmp_path: Path, real_environment: dict[str, str]) -> None:
    python = _empty_environment(tmp_path / "empty")
    _install(python, real_environment, "--require-hashes", "-r", str(LOCK))
    _install(python, real_environment, "--no-deps", "--no-index", str(_wheel(tmp_path / "dist")))
    _run([str(python.with_name("leaf-journal")), "demo", str(tmp_path / "out")], tmp_path)
    sizes = {name: (tmp_path / "out" / name).stat().st_size for name in MADE_BY_DEMO}
    assert all(sizes.values()), sizes


def _empty_environment(folder: Path) -> Path:
    _run([sys.executable, "-m", "venv", "--without-pip", str(folder)], folder.parent)
    return folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def _wheel(folder: Path) -> Path:
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], Path(ROOT))
    (wheel,) = folder.glob("*.whl")
    return wheel


def _install(python: Path, environment: dict[str, str], *what: str) -> None:
    """With a pip from outside, like bootstrap: the environment itself has none."""
    command = [*_pip(), "--python", str(python), "install", "--only-binary", ":all:", *what]
    _run(command, python.parent, environment)


def _pip() -> list[str]:
    """The .venv of a checkout holds no pip; the Python that made it does."""
    base = Path(sys.base_prefix) / ("python.exe" if sys.platform == "win32" else "bin/python3")
    return [str(base), "-m", "pip"]


def _run(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
