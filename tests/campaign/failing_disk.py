"""Point 3: calls that fail: a save that the disk refuses says so and changes nothing, and the next one works."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.journals import new_journal

_SOURCE = Path(__file__).with_name("faults.c")


@dataclass(frozen=True, slots=True)
class Failed:
    """How often each answer was given to a write, and what was not as it must be."""

    answers: dict[str, int]
    problems: list[str]

    @property
    def faults(self) -> int:
        """The writes whose call did fail."""
        return sum(self.answers.values()) - self.answers["not reached"]


def built(folder: Path) -> Path:
    """The library that is loaded before the system's and lets calls fail; needs gcc."""
    library = folder / "faults.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(_SOURCE), "-ldl"], check=True)
    return library


def write_on(
    library: Path, folder: Path, passphrase: str | None, count: int, seed: int, *, swallowed: bool = False
) -> Failed:
    """So many writes, each with a call that fails if it comes to it. ``swallowed``: the control, which says "saved"."""
    journal = new_journal(folder / "disk" / "j.leaf", passphrase)
    child = subprocess.run(
        [sys.executable, "-m", "tests.campaign.faulty", str(journal.path), passphrase or "", str(seed), str(count),
         "swallowed" if swallowed else "told"],
        env={**os.environ, "LD_PRELOAD": str(library)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    answers, *problems = child.stdout.splitlines()
    return Failed(ast.literal_eval(answers), [] if problems == ["sound"] else problems)
