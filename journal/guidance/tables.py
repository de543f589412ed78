"""Reads the TOML tables that come with the program."""

from __future__ import annotations

import tomllib
from pathlib import Path


def read_table(path: Path) -> dict[str, object]:
    """A TOML file that comes with the program."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
