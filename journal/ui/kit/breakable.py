"""Paths on labels, where they may be longer than a line."""

from __future__ import annotations

import os
import re
from pathlib import Path


def breakable(path: Path) -> str:
    """The path with places to break the line at, for labels only: it must not be copied from there."""
    return re.sub(r"([^\s\u200b]{16})(?=\S)", "\\1\u200b", str(path).replace(os.sep, f"{os.sep}\u200b"))
