"""Qt's binding gives back as many references as it takes: else None runs out, and the program dies of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COUNTING = Path(__file__).with_name("references.py")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False have no counts from Python 3.12 on")
def test_no_call_takes_references_from_none_true_or_false() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, COUNTING], capture_output=True, text=True, env=environment, timeout=60)
    *taken, counted = done.stdout.splitlines() or [done.stderr]
    assert taken == [] and counted == "counted 42 calls", done.stderr
