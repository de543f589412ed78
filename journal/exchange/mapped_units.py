"""The unit of an amount in a table: a word that every form knows, or a unit of the row's product on the row's day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from journal.core.amounts import SIGNS, Amount, Basis, plain_number
from journal.core.entries import Unit
from journal.core.plaintext import folded
from journal.core.products import began_by, unit_holding
from journal.core.refusal import Refused
from journal.core.typed_amounts import UNIT_WORDS, find_unit, parse_amount
from journal.core.words_of_amounts import PIECE_WORDS
from journal.exchange.mapped_amount import Written
from journal.exchange.names import Names

_LITRES = ("l", "litre", "litres", "liter", "liters")
WORDS = {**UNIT_WORDS, **dict.fromkeys(PIECE_WORDS, "pieces"), **dict.fromkeys(_LITRES, "l")}
NOT_KNOWN = "?"  # before a word whose size was said not to be known
_STANDS_IN = "unit"  # for a name with digits in it, which could not be told from a number

Cells = dict[str, str]


class Offered(NamedTuple):
    """The units of a product; ``here``: whether the journal has the product, which could be given another one."""

    units: Sequence[Unit]
    here: bool


class OwnUnits:
    """The journal's own units by the product's name; a unit of one name may have several versions."""

    def __init__(self, here: Names) -> None:
        products = [product for product in here.products.values() if product.deleted_ms is None]
        self._products = {folded(product.name): product.id for product in reversed(products)}
        self._products |= {product.name: product.id for product in reversed(products)}
        self._versions: dict[str, dict[str, list[Unit]]] = {}
        for unit in reversed(list(here.units.values())):  # newest first
            if unit.deleted_ms is None:
                self._versions.setdefault(unit.product, {}).setdefault(folded(unit.name), []).append(unit)

    def names(self) -> list[str]:
        """What they are called, each once."""
        return [versions[0].name for units in self._versions.values() for versions in units.values()]

    def of(self, product: str, day: dt.date) -> Offered:
        """Those of the product of that name, each in the version that holds on the day."""
        known = self._products.get(product) or self._products.get(folded(product), "")
        units = [unit_holding(day, versions) for versions in self._versions.get(known, {}).values()]
        return Offered(units, bool(known))


class InUnits(NamedTuple):
    """An amount as it is written, with its word; ``typed``: as the file has it."""

    written: Written
    word: str
    typed: str

    def cells(self, offered: Offered, day: dt.date) -> Cells:
        """As the program's own CSV has it. The product's own unit comes before pieces, which say no mass; on a day
        before the one that it applies from, and where it was said not to be known, the words alone.

        Raises Refused("amount-word-unknown"), without the product "amount-word-unsaid", or why the size cannot be
        kept.
        """
        if self.word.startswith(NOT_KNOWN):
            return {"typed": self.typed.replace(f" {NOT_KNOWN} ", " ")}
        own = find_unit(self.word, offered.units)
        for unit in offered.units:
            if own is not None and unit.id == own.id:
                if not began_by(day, unit):
                    return {"typed": self.typed}
                return self._measured(replace(unit, name=_STANDS_IN), _STANDS_IN)
        sign = WORDS.get(folded(self.word).rstrip("."))
        if sign is None:
            names = ", ".join(["g", "mg", "ml", "l", "pieces", *(unit.name for unit in offered.units)])
            code = "amount-word-unknown" if offered.here else "amount-word-unsaid"
            raise Refused(code, text=self.word[:40], options=names)
        if sign == "l":
            return self._measured(None, sign)
        return {**self.written.cells(sign), "unit": sign, "typed": self.typed}

    def _measured(self, own: Unit | None, word: str) -> Cells:
        low, high = (_not_ambiguous(number) for number in (self.written.low, self.written.high))
        text = f"{low} {word}" if low == high else f"{low}-{high} {word}"
        amount = parse_amount(text, () if own is None else (own,), "?")
        basis = Basis.GUESSED if self.written.guess else amount.basis
        return {**_as_cells(amount), "typed": self.typed, "basis": "" if basis is Basis.UNKNOWN else str(basis)}


def _not_ambiguous(number: str) -> str:
    """Three digits behind a sign could be a thousand; here it is known that they are not."""
    whole, point, fraction = number.partition(".")
    return f"{whole}.{fraction}0" if point and len(fraction) == 3 else number


def _as_cells(amount: Amount) -> Cells:
    assert amount.quantity is not None and amount.dimension is not None
    cells = {"amount": plain_number(amount.quantity), "unit": SIGNS[amount.dimension], "own_unit_id": amount.unit or ""}
    return cells if amount.spread is None else {**cells, "spread": plain_number(amount.spread)}
