"""Amounts that are typed as guesses: ~3 g, about 3 g, 2-3 g."""

from __future__ import annotations

import re
from typing import NamedTuple

_ABOUT = r"(?:[~∼≈]|(?:about|around|roughly|circa|approx\.?|ca\.)(?=\s?[0-9.,½⅓⅔¼¾]))\s*(.+)"
_NUMBER = r"[0-9.,/⁄∕\s½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]*[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]"
_BETWEEN = rf"({_NUMBER})\s*([^\W\d_]*?\.?)\s*(?:[-−–—]|\bto\b|\bor\b)\s*({_NUMBER})\s*(.*)"
_LONGEST = 60  # characters: what is longer was not typed as an amount


class Between(NamedTuple):
    """Two amounts, each with its unit where one is said behind either."""

    low: str
    high: str


def about(typed: str) -> str | None:
    """What stands behind "about" or "~"; None where nothing says that the amount is a guess."""
    match = re.fullmatch(_ABOUT, typed, re.DOTALL | re.IGNORECASE)
    return match[1] if match and len(typed) <= _LONGEST else None


def between(typed: str) -> Between | None:
    """The two amounts of "2-3 g", "2 g to 3 g", "½ or 1 tablet"; None for what is not two."""
    match = re.fullmatch(_BETWEEN, typed, re.DOTALL | re.IGNORECASE) if len(typed) <= _LONGEST else None
    if match is None:
        return None
    low, low_unit, high, high_unit = match.groups()
    return Between(f"{low} {low_unit or high_unit}".strip(), f"{high} {high_unit or low_unit}".strip())
