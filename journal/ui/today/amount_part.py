"""How much, in which unit, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.amounts import UNKNOWN_AMOUNT, Amount, Basis, Dimension, parse_amount
from journal.core.entries import Entry, Unit
from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.fields import AmountField, Choice
from journal.ui.today.product_picker import UnitPanel

_NEW_UNIT = "new"
_STANDARD = ("g", "mg", "ml")
# Weighing is not carried over to the next dose; a counted or guessed amount stays that when it is taken again.
_AGAIN = {Basis.WEIGHED: Basis.AS_LAST_TIME, Basis.AS_LAST_TIME: Basis.AS_LAST_TIME}


class AmountPart(QWidget):
    """Amount field, unit and basis. Untouched, an entry's own amount is kept exactly as it was stored."""

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.texts, self._bridge = bridge.texts, bridge
        self._units: Sequence[Unit] = ()
        self._product: str | None = None
        self._original: tuple[str, str, Amount] | None = None
        self._filled: tuple[str, str] = ("", "")
        self._filled_basis = Basis.UNKNOWN
        self._basis_chosen = False
        self.field = AmountField(self.texts, self.texts("Amount"))
        self.unit = Choice(self.texts("Unit"))
        self.field.add_beside(self.unit)
        self.unit_panel = UnitPanel(bridge)
        self.unit_panel.hide()
        self.basis = ChipRow(self.texts("How the amount is known"), self._bases(again=False), optional=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        for part in (self.field, self.unit_panel, self.basis):
            body.addWidget(part)
        self.field.changed.connect(self._typed)
        self.unit.currentIndexChanged.connect(self._unit_chosen)
        self.unit_panel.changed.connect(self._new_unit_typed)
        self.basis.changed.connect(self._basis_pressed)

    # --- filling in ---

    def set_product(self, product: str | None, units: Sequence[Unit], default_unit: str, can_add: bool) -> None:
        """The units there are now; what stands in the field is read anew in them."""
        self._product, self._units = product, units
        own: list[tuple[object, str]] = [(unit.id, unit.name) for unit in units]
        more: list[tuple[object, str]] = [(_NEW_UNIT, self.texts("New unit…"))] if can_add else []
        self.unit.set_choices([*own, *((each, each) for each in _STANDARD), *more])
        self.unit.blockSignals(True)
        self.unit.set_value(default_unit)
        self.unit.blockSignals(False)
        self._apply_unit()

    def fill_from(self, amount: Amount, again: bool) -> None:
        """Show an amount: one to be taken again, or (``again`` False) an entry's own, to be edited."""
        unit = self._unit_of(amount)
        self.unit.blockSignals(True)
        self.unit.set_value(unit)
        self.unit.blockSignals(False)
        text = _without_unit(amount, self._units)
        self._filled = (text, str(self.unit.value()))
        self._filled_basis = _AGAIN.get(amount.basis, amount.basis) if again else amount.basis
        self._original = None if again else (*self._filled, amount)
        self._basis_chosen = False
        self.basis.set_choices(self._bases(again=self._filled_basis is Basis.AS_LAST_TIME))
        self.field.set_text(text)
        self._apply_unit()
        self._show_basis()

    # --- reading out ---

    def amount(self) -> Amount:
        """What is meant. Raises Refused."""
        chosen = self.basis.value()
        basis = chosen if isinstance(chosen, Basis) else Basis.UNKNOWN
        if self._original and self._original[:2] == self._now():
            return replace(self._original[2], basis=basis)
        amount = self.field.amount(basis)
        return amount if amount.known else UNKNOWN_AMOUNT

    def created(self) -> tuple[Entry, ...]:
        """A new own unit of a known product, if the amount is in it. Raises Refused."""
        unit = self._new_unit()
        if self.unit.value() == _NEW_UNIT and unit is None:
            raise Refused("name-empty")
        return (unit,) if unit else ()

    def state(self) -> dict[str, Any]:
        """What was typed and chosen."""
        typed = [self.unit_panel.name.text(), self.unit_panel.one.text()]
        basis = str(self.basis.value()) if self._basis_chosen else ""
        return {"amount": self.field.edit.text(), "unit": self.unit.value(), "basis": basis, "new_unit": typed}

    def restore(self, state: dict[str, Any]) -> None:
        """Show a state again."""
        self.unit.set_value(state["unit"])
        self.unit_panel.name.setText(state["new_unit"][0])
        self.unit_panel.one.setText(state["new_unit"][1])
        self.field.set_text(state["amount"])
        if state["basis"]:
            self._basis_chosen = True
            self.basis.set_value(Basis(state["basis"]) if state["basis"] != "None" else None)

    # --- inside ---

    def _bases(self, again: bool) -> list[tuple[object, str]]:
        words = {
            Basis.AS_LAST_TIME: "as last time", Basis.WEIGHED: "weighed", Basis.LABEL: "from the label",
            Basis.COUNTED: "counted", Basis.GUESSED: "guessed", Basis.UNKNOWN: "unknown amount",
        }  # fmt: skip
        return [(basis, self.texts(said)) for basis, said in words.items() if again or basis is not Basis.AS_LAST_TIME]

    def _now(self) -> tuple[str, str]:
        return self.field.edit.text(), str(self.unit.value())

    def _typed(self) -> None:
        self._show_basis()
        self.changed.emit()

    def _show_basis(self) -> None:
        """Until the person chooses, the basis follows the amount: as last time only while it is as last time."""
        if not self.field.edit.text().strip():
            self.basis.set_value(Basis.UNKNOWN)
        elif not self._basis_chosen:
            same = self._now() == self._filled
            carried = self._filled_basis is Basis.AS_LAST_TIME and self._original is None
            wanted = self._filled_basis if same or not carried else Basis.UNKNOWN
            self.basis.set_value(None if wanted is Basis.UNKNOWN else wanted)
        elif self.basis.value() is Basis.UNKNOWN:
            self.basis.set_value(None)

    def _basis_pressed(self, basis: object) -> None:
        """A pill was pressed; "unknown amount" empties the field, "as last time" fills it again."""
        self._basis_chosen = basis is not Basis.UNKNOWN
        if basis is Basis.UNKNOWN:
            self.field.set_text("")
        elif basis is Basis.AS_LAST_TIME and self._original is None:
            self.unit.set_value(self._filled[1])
            self.field.set_text(self._filled[0])
        self.changed.emit()

    def _unit_chosen(self) -> None:
        self.unit_panel.setVisible(self.unit.value() == _NEW_UNIT)
        if self.unit.value() == _NEW_UNIT:
            self.unit_panel.name.setFocus()
        self._apply_unit()
        self._typed()

    def _new_unit_typed(self) -> None:
        self._apply_unit()
        self.changed.emit()

    def _new_unit(self) -> Unit | None:
        if self.unit.value() != _NEW_UNIT or self._product is None:
            return None
        return self.unit_panel.unit(self._product)

    def _apply_unit(self) -> None:
        try:
            new = self._new_unit()
        except Refused:
            new = None  # its size is still being typed
        chosen = str(self.unit.value() or "g")
        if chosen == _NEW_UNIT:
            chosen = new.id if new else "g"
        self.field.set_units([new, *self._units] if new else self._units, chosen)

    def _unit_of(self, amount: Amount) -> str:
        """The unit that a bare number of this amount was meant in, in its newest version."""
        if amount.unit is not None:
            old = self._bridge.logbook.get(amount.unit)
            name = folded(old.name) if isinstance(old, Unit) else ""
            return next((unit.id for unit in self._units if folded(unit.name) == name), amount.unit)
        if amount.dimension is Dimension.VOLUME:
            return "ml"
        return "mg" if _reads_as(amount, "mg") else "g" if amount.known else str(self.unit.value() or "g")


def _reads_as(amount: Amount, unit: str) -> bool:
    try:
        return parse_amount(amount.text.rstrip("mg "), (), unit).quantity == amount.quantity and amount.known
    except Refused:
        return False


def _without_unit(amount: Amount, units: Sequence[Unit]) -> str:
    """The typed text; its number alone where the unit stands beside the field."""
    if not amount.known:
        return ""
    digits = amount.text[: len(amount.text) - len(amount.text.lstrip("0123456789.,"))]
    return digits or amount.text
