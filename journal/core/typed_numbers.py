"""Numbers with decimals as people type and laboratories print them, exact in thousandths."""

from __future__ import annotations

import re

from journal.core.refusal import Refused
from journal.core.typed_fractions import typed_fraction

_NUMBER = re.compile(r"([0-9]{1,9})(?:([.,])([0-9]{1,12}))?")

# Behind these a number goes on: the decimal sign, if there is none yet, and what parts two numbers or begins a guess.
_GOES_ON = r"(?:.*[^0-9.,])?[0-9]*[.,]|.*[0-9½⅓⅔¼¾]\s*[-–−/⁄]|[~∼≈+]"


def goes_on(text: str) -> bool:
    """Whether a person is in the middle of typing a number or an amount: "2.", "2-", "1/", "~"."""
    return re.fullmatch(_GOES_ON, text.strip(), re.DOTALL) is not None


def parse_number(text: str) -> int:
    """The number in thousandths: "7.5", "7,5", "7 1/2".

    Refuses with "decimal-unreadable" what is no number or finer than a thousandth, and "1,500" (1.5 or 1500) as
    ambiguous.
    """
    typed = " ".join(text.split())
    part = typed_fraction(typed)
    if part is not None and not part.unit and (part.value * 1000).denominator == 1:
        return int(part.value * 1000)
    match = _NUMBER.fullmatch(typed)
    if match is None:
        raise Refused("decimal-unreadable", text=typed[:40])
    whole, sign, fraction = match[1], match[2], match[3] or ""
    # "0.125" cannot be a thousand with a separator.
    if sign and len(fraction) == 3 and not whole.startswith("0"):
        small = f"{whole}.{fraction}".rstrip("0").rstrip(".")
        raise Refused("amount-ambiguous", text=typed[:40], small=small, large=f"{whole}{fraction}")
    digits = fraction.rstrip("0")
    if len(digits) > 3:
        raise Refused("decimal-unreadable", text=typed[:40])
    return int(whole) * 1000 + int(digits.ljust(3, "0") or 0)


def printed_number(text: str) -> int | None:
    """The number in thousandths if the text is one that can be read in one way only: not "< 5", "1,500", "positive"."""
    try:
        return parse_number(text)
    except Refused:
        return None
