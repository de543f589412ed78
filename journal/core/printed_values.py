"""A laboratory's value that is written with its unit behind it: 131 U/L, 4.5 mg/dL, < 5 %."""

from __future__ import annotations

import re
from functools import cache

from journal.core.plaintext import folded

# Only what is surely a unit: "131 H" or "131 high" is a laboratory's flag, and stays with the value.
_PER = r"(?:10[\^*]?\d{1,2}|[µμ]l|mm[3³]|mmol|mol|[dmu]?l|m?g|kg|min|sec|s|h|hr|d|day|24 ?h)"
_BODY = r"(?:/1[.,]73 ?m(?:2|²|\^2))?"
_COUNT = r"(?:[x×*] ?)?10[\^*]?\d{1,2}"
_UNIT = rf"(?:[a-zµμ]{{1,6}}/{_PER}{_BODY}|{_COUNT}/{_PER}|%|‰|fl|pg|mmhg)"
_WRITTEN = rf"((?:[<>≤≥=~] ?|<= ?|>= ?)?[0-9](?:[0-9.,]*[0-9])?) ?({_UNIT})"


def value_and_unit(value: str, unit: str = "") -> tuple[str, str]:
    """Both apart, if the unit is written behind the value and none, or the same one, in its own field.

    >>> value_and_unit("131U/L"), value_and_unit("131 U/L", "u/l"), value_and_unit("131 H")
    (('131', 'U/L'), ('131', 'u/l'), ('131 H', ''))
    """
    match = _pattern().fullmatch(value.strip())
    if match is None or (unit.strip() and folded(unit) != folded(match[2])):
        return value, unit
    return match[1].strip(), unit.strip() or match[2]


@cache
def _pattern() -> re.Pattern[str]:
    """Made when a value is looked at first, which most starts do not do."""
    return re.compile(_WRITTEN, re.IGNORECASE)
