"""The wheel, installed where nothing else is, makes the sample journal: no development package may be missed."""

import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from journal.bootstrap import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

LOCK = Path(ROOT, "resources", "requirements.lock")
MADE_BY_DEMO = ("demo.leaf", "journal.json", "entries.csv", "today.png", "trends.png", "summary.pdf")


def test_the_wheel_makes_the_sample_journal(tmp_path: Path, real_environment: dict[str, str]) -> None:
    python = _empty_environment(tmp_path / "empty")
    _install(python, real_environment, "--require-hashes", "-r", str(_runtime_lock(tmp_path)))
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


def _runtime_lock(folder: Path) -> Path:
    """The lock without what only the development group asks for."""
    wanted = _closure(_runtime_requirements())
    blocks = re.split(r"\n(?=\S)", LOCK.read_text(encoding="utf-8").strip())
    kept = [block for block in blocks if canonicalize_name(block.partition("==")[0]) in wanted]
    runtime = folder / "runtime.lock"
    runtime.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return runtime


def _runtime_requirements() -> list[str]:
    table = tomllib.loads(Path(ROOT, "pyproject.toml").read_text(encoding="utf-8"))
    return list(table["project"]["dependencies"])


def _closure(waiting: list[str]) -> set[str]:
    """The packages asked for, and what they ask for in turn, as this environment's own metadata tell."""
    found: set[str] = set()
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        if name not in found and _applies(requirement):
            found.add(name)
            waiting += importlib.metadata.requires(name) or []
    return found


def _applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def _run(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
