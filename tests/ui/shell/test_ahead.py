"""Importing ahead: every module there is, and none that the first use must wait for on purpose."""

from __future__ import annotations

import subprocess
import sys

from journal.ui.shell.ahead import MODULES


def test_the_modules_exist_and_leave_the_heavy_libraries_alone() -> None:
    code = (
        "import importlib, sys\n"
        f"for name in {MODULES!r}: importlib.import_module(name)\n"
        "print([name for name in ('matplotlib', 'reportlab', 'numpy', 'alembic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
