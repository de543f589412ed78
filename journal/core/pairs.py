"""Two numbers that are commonly written as one: a blood pressure, 128/82."""

from __future__ import annotations

import re

_PAIR = re.compile(r"([0-9]{1,5})\s*/\s*([0-9]{1,5})(?:\s*mm\s?hg)?", re.IGNORECASE)


def pair_in(text: str) -> tuple[str, str] | None:
    """Both numbers, as they were typed; None: it is something else. Example: "195 / 125 mmHg" gives "195" and "125"."""
    match = _PAIR.fullmatch(text.strip())
    return None if match is None else (match[1], match[2])
