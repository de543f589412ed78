"""Nobody reads and keeps the sources of the modules that are imported."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("first", "kept"),
    [
        pytest.param("journal.ui", "", id="with the window's package first"),
        pytest.param("PySide6.QtCore", "amounts.py moments.py", id="with Qt alone"),
    ],
)
def test_no_source_is_read_in_search_of_features(first: str, kept: str) -> None:
    code = (
        f"import linecache, {first}, journal.core.entries\n"
        "read = {name.rpartition('/')[2].rpartition('\\\\')[2] for name in linecache.cache}\n"
        "print(*sorted(read & {'amounts.py', 'moments.py'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == kept
