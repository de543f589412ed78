"""The amount in a cell of any table: 2,5 g, ½ tablet, ~3 g, 2-3 g."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from journal.core.amounts import Basis, plain_number
from journal.core.refusal import Refused
from journal.core.typed_fractions import typed_fraction
from journal.core.typed_guesses import about, between
from journal.exchange.foreign_values import exact_number

_GERMAN_TO = re.compile(r"(?<=[0-9g ])\s*bis\s*(?=[0-9])", re.IGNORECASE)
_AMOUNT = re.compile(r"(.*?[0-9])\s*([^\W\d_]+\.?)?")


class Written(NamedTuple):
    """The lowest and the highest number, mostly the same, with a point; the word behind; whether it is a guess."""

    low: str
    high: str
    word: str
    guess: bool

    def cells(self, unit: str) -> dict[str, str]:
        """The amount as the program's own CSV has it; of two numbers the middle, with a spread that reaches both."""
        basis = {"basis": str(Basis.GUESSED)} if self.guess else {}
        if self.low == self.high:
            return {"amount": self.high, **basis}
        least, most = Decimal(self.low), Decimal(self.high)
        middle = (least + most) / 2
        if unit == "mg":  # milligrams are whole
            middle = middle.quantize(Decimal(1), ROUND_HALF_UP)
        return {"amount": f"{middle:f}", "spread": f"{max(middle - least, most - middle):f}", **basis}


def written_amount(cell: str, decimal: str) -> Written:
    """What the cell says; raises Refused with an ``amount-`` code."""
    words = _GERMAN_TO.sub(" to ", " ".join(cell.split()))
    guessed = about(words)
    both = between(guessed or words)
    if both is None:
        number, word = _number(guessed or words, decimal)
        return Written(number, number, word, guessed is not None)
    (low, low_word), (high, word) = (_number(text, decimal) for text in both)
    if low_word != word or Decimal(low) >= Decimal(high):
        raise Refused("amount-range", text=cell[:40])
    return Written(low, high, word, guess=True)


def _number(text: str, decimal: str) -> tuple[str, str]:
    """The number with a point, and the word behind it: "2,5 g", "½ tablet"."""
    part = typed_fraction(text)
    if part is not None:
        if (part.value * 1000).denominator != 1:
            number = plain_number(round(part.value * 100) * 10)
            raise Refused("amount-fraction-inexact", text=text[:40], number=number)
        return plain_number(int(part.value * 1000)), part.unit
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise Refused("amount-unreadable", text=text[:40])
    number = exact_number(match[1], decimal)
    if not number.strip("0."):
        raise Refused("amount-zero")
    return number, match[2] or ""
