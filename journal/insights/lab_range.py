"""Where a laboratory's value lies beside the range that was printed with it; no range of this program's own."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from journal.core.health import LabResult
from journal.core.printed_values import value_and_unit

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_BETWEEN = re.compile(rf"{_NUMBER} ?(?:[-–—]|to) ?{_NUMBER}")
_UP_TO = re.compile(rf"(?:<=|[<≤]|up to) ?{_NUMBER}")
_FROM = re.compile(rf"(?:>=|[>≥]) ?{_NUMBER}")
_VALUE = re.compile(_NUMBER)
Limits = tuple[Decimal | None, Decimal | None]


class Beside(StrEnum):
    """Outside of the range."""

    ABOVE = "above"
    BELOW = "below"


def beside_range(result: LabResult) -> Beside | None:
    """None: inside, or what was printed is not plainly a number and a range, so that nothing is said."""
    printed, unit = value_and_unit(result.value, result.unit)
    value = _number(_VALUE.fullmatch(printed.strip()))
    limits = printed_limits(result.normal, unit)
    if value is None or limits is None:
        return None
    low, high = limits
    if high is not None and value > high:
        return Beside.ABOVE
    return Beside.BELOW if low is not None and value < low else None


def printed_limits(normal: str, unit: str) -> Limits | None:
    """The lowest and the highest number of a range as it was printed; None: it is not plainly one.

    >>> printed_limits("7-56 U/L", "U/L"), printed_limits("< 5", "mg/dL"), printed_limits("negative", "")
    ((Decimal('7'), Decimal('56')), (None, Decimal('5')), None)
    """
    text = normal.strip().removesuffix(unit.strip()).strip()
    if both := _BETWEEN.fullmatch(text):
        low, high = _decimal(both[1]), _decimal(both[2])
        return None if low is None or high is None or low > high else (low, high)
    for pattern, is_high in ((_UP_TO, True), (_FROM, False)):
        limit = _number(pattern.fullmatch(text))
        if limit is not None:
            return (None, limit) if is_high else (limit, None)
    return None


def _number(match: re.Match[str] | None) -> Decimal | None:
    return None if match is None else _decimal(match[1])


def _decimal(text: str) -> Decimal | None:
    """None for "1,000", which is a thousand here and one elsewhere; so is "1.000"."""
    whole, _, rest = text.replace(",", ".").partition(".")
    return None if len(rest) == 3 and whole != "0" else Decimal(f"{whole}.{rest or 0}")  # noqa: PLR2004
