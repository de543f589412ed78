"""Calls that fail: a save that the disk refuses says so and changes nothing, and the next one works."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journals import BOTH, ENCRYPTED_IS_SLOW, MODES, new_journal

SOURCE = Path(__file__).with_name("faults.c")


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("shim") / "faults.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"], check=True)
    return library


def run(shim: Path, folder: Path, passphrase: str | None, count: int, seed: int) -> dict[str, int]:
    """So many writes, each with a call that fails if it comes to it; answers what was said how often."""
    journal = new_journal(folder / "disk" / "j.leaf", passphrase)
    print(f"seed {seed}")
    child = subprocess.run(
        [sys.executable, "-m", "tests.campaign.faulty", str(journal.path), passphrase or "", str(seed), str(count)],
        env={**os.environ, "LD_PRELOAD": str(shim)}, capture_output=True, text=True,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr
    told, *problems = child.stdout.splitlines()
    print(told)
    assert problems == ["sound"]
    found: dict[str, int] = ast.literal_eval(told)
    return found


@pytest.mark.needs("gcc")
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_a_failing_disk_loses_nothing(shim: Path, tmp_path: Path, passphrase: str | None) -> None:
    told = run(shim, tmp_path, passphrase, 40, seed=3)
    assert told["disk-error"] + told["disk-full"] > 5


@pytest.mark.campaign
@pytest.mark.needs("gcc")
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("passphrase", BOTH, ids=MODES)
def test_a_disk_that_fails_hundreds_of_times_loses_nothing(shim: Path, tmp_path: Path, passphrase: str | None) -> None:
    told = run(shim, tmp_path, passphrase, 700, seed=20261122)
    assert sum(told.values()) - told["not reached"] > 200
