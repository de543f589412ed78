"""Made-up journals of 1, 10 and 50 years, made once and kept in the system's temporary folder."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import journal
from journal.db.schema import SCHEMA_VERSION

ROOT = Path(journal.__file__).parent.parent
YEARS = {1: 365, 10: 3653, 50: 18262}


def made_up(years: int) -> Path:
    """The journal of so many years; a new copy that the caller may write to."""
    kept = _kept(years)
    copy = scratch_folder() / "journal.leaf"
    shutil.copyfile(kept, copy)
    return copy


def scratch_folder() -> Path:
    """A new folder that is deleted with all that is in it when the measuring ends."""
    folder = Path(tempfile.mkdtemp(prefix="leaf-bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _kept(years: int) -> Path:
    folder = Path(tempfile.gettempdir()) / f"leaf-bench-{os.getuid()}-{_made_by()}" / f"{years}-years"
    finished = folder / "demo.leaf"
    if not finished.exists():
        folder.parent.mkdir(exist_ok=True, mode=0o700)
        run_program("demo", str(folder), "--days", str(YEARS[years]))
    return finished


def _made_by() -> str:
    """What decides what is in the journals: the format and the code that makes them up. One made by other code is not
    used again: it would be of an earlier format, or hold fewer kinds of entry."""
    sources = [path for folder in _MADE_FROM for path in sorted((ROOT / folder).rglob("*.py"))]
    content = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]
    return f"{journal.__version__}-{SCHEMA_VERSION}-{content}"


_MADE_FROM = ("journal/demo", "journal/core", "journal/db/migrations/versions")


def run_program(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a person would, failing loudly."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "journal", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
