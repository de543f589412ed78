"""How much, in which unit, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.amounts import GRAM, UNKNOWN_AMOUNT, Amount, Basis, Dimension
from journal.core.entries import Content, Entry, ProductKind, Unit
from journal.core.plaintext import folded
from journal.core.product_kinds import holds_seven_oh
from journal.core.refusal import Refused
from journal.core.typed_amounts import TYPED_UNITS
from journal.core.typed_fractions import is_number_alone
from journal.texts.amounts import amount_text, quantity_text
from journal.texts.marked import marked
from journal.texts.typed import read_amount
from journal.ui.entries.countable import counted_by
from journal.ui.entries.product_picker import UnitPanel
from journal.ui.entries.shown_amount import TEXT_LIMIT, shown_amount
from journal.ui.kit.amount_field import AmountField
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.fields import Choice
from journal.ui.kit.widgets import label, plain

_NEW_UNIT = "new"
# Weighing is not carried over to the next dose; a counted or guessed amount stays that when it is taken again.
_AGAIN = {Basis.WEIGHED: Basis.AS_LAST_TIME, Basis.AS_LAST_TIME: Basis.AS_LAST_TIME}


class AmountPart(QWidget):
    """Amount field, unit and basis. Untouched, an entry's own amount is kept exactly as it was stored."""

    changed = Signal()
    unit_wanted = Signal(str)  # a unit that counts pieces, of a product that is only being typed

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.texts, self._bridge = bridge.texts, bridge
        self._units: Sequence[Unit] = ()
        self._product: str | None = None
        self._original: tuple[str, str, Amount] | None = None
        self._original_product: str | None = None
        self._usual = "g"
        self._left: tuple[str, str, str] | None = None
        self._filled: tuple[str, str] = ("", "")
        self._filled_basis = Basis.UNKNOWN
        self._basis_chosen = self._unit_said = False
        self._kind: ProductKind = ProductKind.NOT_SAID
        self._content: Content | None = None
        self.field = AmountField(self.texts, self.texts("Amount"))
        self.unit = Choice(self.texts("Unit"))
        self.field.add_beside(self.unit)
        self.much = label(role="small", wrap=True)
        self.much.hide()
        self.add_unit = button("", self._add_countable)
        self.add_unit.hide()
        self.last_time = label(role="small", wrap=True)
        self.last_time.hide()
        self.unit_panel = UnitPanel(bridge)
        self.unit_panel.hide()
        self.basis = ChipRow(self.texts("How the amount is known"), self._bases(again=False), optional=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        for part in (self.field, self.much, self.add_unit, self.last_time, self.unit_panel, self.basis):
            body.addWidget(part)
        self.field.changed.connect(self._typed)
        self.unit.currentIndexChanged.connect(self._unit_chosen)
        self.unit_panel.changed.connect(self._new_unit_typed)
        self.basis.changed.connect(self._basis_pressed)

    # --- filling in ---

    def set_kind(self, kind: ProductKind, content: Content | None) -> None:
        """What is known of the product's kind: some amounts are asked about for one kind only."""
        self._kind, self._content = kind, content

    def set_product(self, product: str | None, units: Sequence[Unit], default_unit: str, can_add: bool) -> None:
        """The units there are now. A number keeps its unit; a field that was left empty takes the usual one."""
        (text, unit), name = self._now(), self._unit_name(str(self.unit.value()))
        usual_before = self._usual
        untouched, same_product = self._now() == self._filled, product == self._product
        self._product, self._units = product, units
        own: list[tuple[object, str]] = [(own_unit.id, own_unit.name) for own_unit in units]
        more: list[tuple[object, str]] = [(_NEW_UNIT, self.texts("New unit…"))] if can_add else []
        self.unit.set_choices([*own, *((sign, sign) for sign in TYPED_UNITS), *more])
        self._usual = self._offered(default_unit, self._unit_name(default_unit)) or "g"
        if untouched and not text:
            self._show("", self._usual)
        elif same_product and self._follows(text, unit, usual_before):
            self._show(text, self._usual)
        else:
            self._show_meant(text, unit, name)
        if untouched and (same_product or not text):
            self._filled = self._now()
        self._apply_unit()

    def _follows(self, text: str, unit: str, usual_before: str) -> bool:
        """Whether a number typed before the kind was said is in the unit of that kind: nobody chose another."""
        return unit == usual_before and not self._unit_said and self._original is None and is_number_alone(text)

    def fill_from(self, amount: Amount, again: bool) -> None:
        """Show an amount: one to be taken again, or (``again`` False) an entry's own, to be edited.

        What is shown reads back as the same quantity; if nothing does, the amount is unknown until it is typed.
        """
        written_in = self._unit(amount.unit)
        shown = shown_amount(amount, self._units, written_in, self.texts)
        if shown is None and amount.known and not again:
            shown = self._no_other(self._in_words(amount, written_in)), self._usual
        basis = amount.basis if shown else Basis.UNKNOWN
        if shown and basis is Basis.COUNTED and amount.unit and not self._unit_in(self._units, shown[1]):
            basis = Basis.AS_LAST_TIME if again else basis  # pieces were counted, not the grams that are shown
        self._filled_basis = _AGAIN.get(basis, basis) if again else basis
        self._basis_chosen = self._unit_said = False
        self.basis.set_choices(self._bases(again=self._filled_basis is Basis.AS_LAST_TIME))
        self._say_last_time("" if shown or not again else self._in_words(amount, written_in))
        self._show(*(shown or ("", self._usual)))
        self._filled = self._now()
        self._original, self._original_product = None if again else (*self._filled, amount), self._product
        self._apply_unit()
        self._show_basis()

    @property
    def untouched(self) -> bool:
        """Whether number, unit and basis are still what the form was filled with."""
        return self._now() == self._filled and not self._basis_chosen

    # --- reading out ---

    def amount(self) -> Amount:
        """What is meant. Raises Refused."""
        chosen = self.basis.value()
        basis = chosen if isinstance(chosen, Basis) else Basis.UNKNOWN
        if self._original and self._original[:2] == self._now() and self._is_of_product(self._original[2]):
            return replace(self._original[2], basis=basis)
        amount = self.field.amount(basis)
        return amount if amount.known else UNKNOWN_AMOUNT

    def in_words(self) -> str:
        """What is meant, in words with the own unit's name."""
        try:
            amount, new = self.amount(), self._new_unit()
        except Refused:
            return self.texts("amount not readable yet")
        own = new if new is not None and new.id == amount.unit else self._unit(amount.unit)
        return amount_text(self.texts, amount, own.name if own else "")

    def created(self) -> tuple[Entry, ...]:
        """A new own unit of a known product, if the amount is in it. Raises Refused."""
        unit = self._new_unit()
        if self.unit.value() == _NEW_UNIT and unit is None:
            raise Refused("name-empty")
        return (unit,) if unit else ()

    def open_unit_panel(self) -> UnitPanel | None:
        """The fields of a new own unit, while one is chosen."""
        return self.unit_panel if self.unit.value() == _NEW_UNIT else None

    def state(self) -> dict[str, Any]:
        """What was typed and chosen."""
        typed = [self.unit_panel.name.text(), self.unit_panel.one.text()]
        basis = str(self.basis.value()) if self._basis_chosen else ""
        unit = str(self.unit.value())
        return {
            "amount": self.field.edit.text(), "unit": unit, "unit_name": self._unit_name(unit), "basis": basis,
            "new_unit": typed,
        }  # fmt: skip

    def restore(self, state: dict[str, Any]) -> None:
        """Show a state again."""
        self.unit_panel.name.setText(state["new_unit"][0])
        self.unit_panel.one.setText(state["new_unit"][1])
        name = state.get("unit_name") or self._unit_name(state["unit"])  # an earlier version kept no name
        self._show_meant(state["amount"], state["unit"], name)
        self._apply_unit()
        if state["basis"]:
            self._basis_chosen = True
            self.basis.set_value(Basis(state["basis"]) if state["basis"] != "None" else None)

    # --- inside ---

    def _bases(self, again: bool) -> list[tuple[object, str]]:
        words = marked({
            Basis.AS_LAST_TIME: "as last time", Basis.WEIGHED: "weighed", Basis.LABEL: "from the label",
            Basis.COUNTED: "counted", Basis.GUESSED: "guessed", Basis.UNKNOWN: "unknown amount",
        })  # fmt: skip
        return [(basis, self.texts(text)) for basis, text in words.items() if again or basis is not Basis.AS_LAST_TIME]

    def _now(self) -> tuple[str, str]:
        return self.field.edit.text(), str(self.unit.value())

    def _typed(self) -> None:
        self._ask_if_much()
        self._offer_countable()
        self._show_basis()
        self.changed.emit()

    def _ask_if_much(self) -> None:
        """Labels of 7-OH are in milligrams: a gram of it is usually a wrong unit. Saving does not wait."""
        try:
            amount = self.amount()
        except Refused:
            amount = UNKNOWN_AMOUNT
        mass = amount.quantity if amount.dimension is Dimension.MASS else None
        much = mass is not None and mass >= GRAM and holds_seven_oh(self._kind, self._content)
        if mass is not None and much:
            grams = quantity_text(self.texts, mass, Dimension.MASS)
            question = self.texts("{grams} = {milligrams} mg?", grams=grams, milligrams=self.texts.integer(mass))
            self.much.setText(question)
            self.field.edit.setAccessibleDescription(question)
        self.much.setVisible(much)

    def _offer_countable(self) -> None:
        """A button that adds the unit, where pieces were typed in which such a product comes."""
        name = self._countable()
        if name:
            self.add_unit.setText(plain(self.texts("Add the unit “{unit}”", unit=name)))
        self.add_unit.setVisible(bool(name))

    def _countable(self) -> str:
        try:
            self.field.amount()
        except Refused as refused:
            if refused.code == "amount-unit-unknown" and self.unit.value() != _NEW_UNIT and self._product:
                return counted_by(self.texts, str(refused.values["unit"]), self._kind)
        return ""

    def _add_countable(self) -> None:
        name, new = self._countable(), self.unit.findData(_NEW_UNIT)
        if new < 0:
            self.unit_wanted.emit(name)
        elif name:
            self.unit_panel.name.setText(name)
            self.unit.setCurrentIndex(new)
        self.field.edit.setFocus()

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
            self._show_meant(*self._filled, self._unit_name(self._filled[1]))
            self._apply_unit()
        self.changed.emit()

    def _unit_chosen(self) -> None:
        self._unit_said = True
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

    # --- a number and its unit stay together ---

    def _show(self, text: str, unit: str) -> None:
        self.unit.blockSignals(True)
        self.unit.set_value(unit)
        self.unit.blockSignals(False)
        self.unit_panel.setVisible(unit == _NEW_UNIT)
        if text != self.field.edit.text():
            self.field.set_text(text)

    def _show_meant(self, text: str, unit: str, name: str) -> None:
        """A typed number in its unit. A unit that is not offered is written behind it, for the person to decide."""
        if self._left and self._left[0] == text and self._offered(self._left[2], ""):
            _, text, unit = self._left
        offered = self._offered(unit, name)
        if offered is None and is_number_alone(text):
            self._show(self._no_other(f"{text} {name}"), self._usual)
            self._left = (self.field.edit.text(), text, unit)
        else:
            self._show(text, offered or self._usual)

    def _offered(self, unit: str, name: str) -> str | None:
        """The key of the unit now: itself, or the own unit of that name in the version that is offered."""
        if self.unit.findData(unit) >= 0:
            return unit
        return next((known.id for known in self._units if folded(known.name) == folded(name)), None)

    def _unit(self, unit_id: str | None) -> Unit | None:
        known = self._unit_in(self._units, unit_id) or (self._bridge.logbook.get(unit_id) if unit_id else None)
        return known if isinstance(known, Unit) else None

    @staticmethod
    def _unit_in(units: Sequence[Unit], unit_id: str | None) -> Unit | None:
        return next((unit for unit in units if unit.id == unit_id), None)

    def _unit_name(self, unit: str) -> str:
        """How the unit is said behind a number; "?" for one without a name."""
        if unit in TYPED_UNITS:
            return unit
        own = self._unit(unit)
        return own.name if own else (self.unit_panel.name.text().strip() or "?" if unit == _NEW_UNIT else "?")

    def _no_other(self, text: str) -> str:
        """A text that no unit of this product reads: "3 capsule" must not become three of "capsule large"."""
        try:
            read_amount(text, self._units)
        except Refused:
            return text
        return f"{text}?"

    def _in_words(self, amount: Amount, written_in: Unit | None) -> str:
        """An amount that no unit here can say, as it was typed."""
        typed = " ".join(amount.text.split())
        if amount.quantity is None:
            return typed
        name = written_in.name if written_in else self.texts("pieces")
        return typed if typed[-1:].isalpha() else f"{typed or self.texts.number(amount.quantity)} {name}"

    def _say_last_time(self, amount: str) -> None:
        """The amount of the last time, where the field cannot take it over."""
        self.last_time.setText(self.texts("Last time: {amount}", amount=amount[:TEXT_LIMIT]))
        self.last_time.setVisible(bool(amount))

    def _is_of_product(self, amount: Amount) -> bool:
        """An own unit belongs to one product; the amount of another is read anew."""
        return amount.unit is None or self._product == self._original_product
