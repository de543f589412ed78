"""Files that come with the program, found in the wheel and in a checkout alike."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def asset(*parts: str) -> Path:
    """The path of a shipped file under ``resources/``, e.g. ``asset("icons", "leaf.svg")``."""
    packed = Path(str(files("journal"))) / "_resources"
    root = packed if packed.is_dir() else Path(__file__).parent.parent / "resources"
    return root.joinpath(*parts)
