"""Numbers as a page prints them, rounded a second time."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def number(value: float, places: int = 1) -> str:
    """Rounded half up, with a true minus and never "−0.0"; whole from 1000 on."""
    places = places if abs(value) < 1000 else 0
    exact = Decimal(f"{abs(value):.9f}").quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{'−' if value < 0 and exact else ''}{exact}"


def short(value: float) -> str:
    """One decimal where there is one."""
    return number(value).removesuffix(".0")


def signed(value: float, places: int = 1) -> str:
    """A difference."""
    return f"+{number(value, places)}" if value > 0 and not zero(value, places) else number(value, places)


def zero(value: float, places: int = 1) -> bool:
    """Whether it is printed as 0."""
    return not set(number(value, places)) & set("123456789")


def plural(n: int, word: str) -> str:
    """ "1 day", "1,010 days"."""
    return f"{n} {word}" if n == 1 else f"{n:,} {word}s"


def dose_count(doses: float) -> str:
    """ "1 dose", "2.5 doses"."""
    return f"{short(doses)} dose" if short(doses) == "1" else f"{short(doses)} doses"
