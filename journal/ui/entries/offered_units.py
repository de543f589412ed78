"""The units in which an amount of a product can be typed, and what amounts are called that none of them reads."""

from __future__ import annotations

from collections.abc import Sequence

from journal.core.amounts import Amount
from journal.core.entries import Unit
from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.core.typed_amounts import TYPED_UNITS
from journal.core.words_of_amounts import PIECES
from journal.texts.typed import read_amount
from journal.ui.kit.bridge import Bridge

NEW_UNIT = "new"
NO_UNIT = ""  # of a product that has no usual one


class OfferedUnits:
    """The own units of the product, and after them the usual ones."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge, self._texts = bridge, bridge.texts
        self.units: Sequence[Unit] = ()
        self.pieces = False  # of no own unit, as another program wrote them: offered for such a dose alone

    def offer(self, units: Sequence[Unit]) -> None:
        """From now on these own units."""
        self.units = units

    def choices(self, can_add: bool) -> list[tuple[object, str]]:
        """Keys and words to choose from; with a new unit where one can be added."""
        own: list[tuple[object, str]] = [(unit.id, unit.name) for unit in self.units]
        more: list[tuple[object, str]] = [(NEW_UNIT, self._texts("New unit…"))] if can_add else []
        pieces: list[tuple[object, str]] = [(PIECES, self._texts("pieces"))] if self.pieces else []
        return [*pieces, *own, *((sign, sign) for sign in TYPED_UNITS), *more]

    def with_id(self, unit_id: str | None) -> Unit | None:
        """The own unit that is offered."""
        return next((unit for unit in self.units if unit.id == unit_id), None)

    def known(self, unit_id: str | None) -> Unit | None:
        """The own unit, offered or not."""
        unit = self.with_id(unit_id) or (self._bridge.logbook.get(unit_id) if unit_id else None)
        return unit if isinstance(unit, Unit) else None

    def key_of_name(self, name: str) -> str | None:
        """The own unit of that name, in the version that is offered."""
        return next((unit.id for unit in self.units if folded(unit.name) == folded(name)), None)

    def name_of(self, key: str) -> str:
        """How the unit is said behind a number; "?" for one that is not known."""
        if key in TYPED_UNITS:
            return key
        if key == PIECES:
            return self._texts("pieces")
        own = self.known(key)
        return own.name if own else "?"

    def unread(self, text: str) -> str:
        """A text that no unit of this product reads: "3 capsule" must not become three of "capsule large"."""
        try:
            read_amount(text, self.units)
        except Refused:
            return text
        return f"{text}?"

    def in_words(self, amount: Amount, written_in: Unit | None) -> str:
        """An amount that no unit here can say, as it was typed."""
        typed = " ".join(amount.text.split())
        if amount.quantity is None:
            return typed
        name = written_in.name if written_in else self._texts("pieces")
        return typed if typed[-1:].isalpha() else f"{typed or self._texts.number(amount.quantity)} {name}"
