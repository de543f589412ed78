"""Files that come with the program, found in the wheel and in a checkout alike."""

from __future__ import annotations

from pathlib import Path

# Wheels are always installed unpacked, so no importlib.resources, which would take a tenth of an empty window's start.
_PACKAGE = Path(__file__).parent


def asset(*parts: str) -> Path:
    """The path of a shipped file under ``resources/``, e.g. ``asset("icons", "leaf.svg")``."""
    packed = _PACKAGE / "_resources"
    root = packed if packed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)
