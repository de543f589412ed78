"""What cannot be a laboratory's range as it is printed: one whose ends are swapped, and a text that names no limits."""

from __future__ import annotations

import re

from journal.core.typed_numbers import printed_number

_NUMBER = r"\d+(?:[.,]\d+)*"
_SIGN = "[-+\u2212]"
_BETWEEN = rf"(?P<below>{_SIGN}?) ?(?P<low>{_NUMBER}) ?(?:[-–—\u2212]|to) ?(?P<under>{_SIGN}?)(?P<high>{_NUMBER})"
_LIMIT = (
    rf"(?:[<>≤≥=]|\b(?:up to|to|below|under|less than|above|over|more than|from|at least|at most)) ?{_SIGN}?{_NUMBER}"
)


def is_backwards(text: str) -> bool:
    """Whether a range in it begins above its end.

    >>> is_backwards("40-7"), is_backwards("7-56"), is_backwards("m 10-50, f 35-10"), is_backwards("1,000-2")
    (True, False, True, False)
    """
    return any(map(_ends_below, re.finditer(_BETWEEN, text, re.IGNORECASE)))


def names_limits(text: str) -> bool:
    """Whether a range or a limit stands in it.

    >>> names_limits("m: 7 to 56"), names_limits("up to 40"), names_limits("< 40"), names_limits("56")
    (True, True, True, False)
    """
    return re.search(f"{_BETWEEN}|{_LIMIT}", text, re.IGNORECASE) is not None


def _ends_below(match: re.Match[str]) -> bool:
    low, high = _signed(match["below"], match["low"]), _signed(match["under"], match["high"])
    return low is not None and high is not None and low > high


def _signed(sign: str, number: str) -> int | None:
    """None for "1,000", which is a thousand here and one elsewhere."""
    read = printed_number(number)
    return None if read is None else -read if sign in ("-", "\u2212") else read
