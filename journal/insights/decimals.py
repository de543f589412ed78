"""Numbers as sentences and tables say them: fixed decimals, the language's decimal sign, a true minus."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from journal.texts import Texts

MINUS = "−"
WHOLE_FROM = 1000


def decimal(texts: Texts, value: float, places: int = 1) -> str:
    """ "9.2", "−0.3", "0.0", "1234"; never "−0.0". From 1000 on without decimals, which no scale would give."""
    places = places if abs(value) < WHOLE_FROM else 0
    shown = texts.number(_steps(value, places) * 10 ** (3 - places), places)
    return MINUS + shown if value < 0 and not is_zero(value, places) else shown


def signed(texts: Texts, value: float, places: int = 1) -> str:
    """A difference: "+0.2", "−0.3", "0.0"."""
    shown = decimal(texts, value, places)
    return "+" + shown if value > 0 and not is_zero(value, places) else shown


def short(texts: Texts, value: float) -> str:
    """One decimal where there is one: "3", "2.5"."""
    return decimal(texts, value, 0 if is_zero(value - round(value), 1) else 1)


def as_printed(value: float) -> tuple[int, int]:
    """What two numbers have in common that are printed alike.

    >>> as_printed(2.04) == as_printed(1.96), as_printed(1234.4) == as_printed(1234.1), as_printed(2.1) == as_printed(2)
    (True, True, False)
    """
    places = 1 if abs(value) < WHOLE_FROM else 0
    return _steps(value, places), places


def is_zero(value: float, places: int = 1) -> bool:
    """Whether the number is shown as 0 with so many decimals; a half is rounded up, as everywhere."""
    return _steps(value, places) == 0


def _steps(value: float, places: int) -> int:
    """The size of the number in steps of its last decimal. Rounded once: 0.2496 is 0.2, by way of 0.250 it was 0.3."""
    exact = Decimal(f"{abs(value):.9f}").scaleb(places)  # 9 decimals: 0.28499999999999998 is meant as 0.285
    return int(exact.to_integral_value(ROUND_HALF_UP))
