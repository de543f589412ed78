"""How much, in which unit, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.amounts import UNKNOWN_AMOUNT, Amount, Basis
from journal.core.entries import Content, Entry, ProductKind, Unit
from journal.core.refusal import Refused
from journal.core.typed_fractions import is_number_alone
from journal.texts.amounts import amount_text
from journal.ui.entries.basis_chips import BasisChips, taken_again
from journal.ui.entries.countable import counted_by
from journal.ui.entries.much_seven_oh import question_if_much
from journal.ui.entries.offered_units import NEW_UNIT, NO_UNIT, OfferedUnits
from journal.ui.entries.product_picker import UnitPanel
from journal.ui.entries.shown_amount import TEXT_LIMIT, shown_amount, shown_pieces
from journal.ui.kit.amount_field import AmountField
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.fields import Choice
from journal.ui.kit.widgets import label, plain


class AmountPart(QWidget):
    """Amount field, unit and basis. Untouched, an entry's own amount is kept exactly as it was stored."""

    changed = Signal()
    unit_wanted = Signal(str)  # a unit that counts pieces, of a product that is only being typed

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.texts, self._bridge = bridge.texts, bridge
        self._product: str | None = None
        self._original: tuple[str, str, Amount] | None = None
        self._original_product: str | None = None
        self._usual = self._default_unit = "g"
        self._can_add = False
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
        self._offered = OfferedUnits(bridge)
        self.basis = BasisChips(self.texts)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
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
        self._product = product
        self._offered.offer(units)
        self._default_unit, self._can_add = default_unit, can_add
        self._offer_choices()
        if untouched and not text:
            self._show("", self._usual)
        elif same_product and self._follows(text, unit, usual_before):
            self._show(text, self._usual)
        else:
            self._show_meant(text, unit, name)
        if untouched and (same_product or not text):
            self._filled = self._now()
        self._apply_unit()

    def _offer_choices(self) -> None:
        """The units to choose from. Without a usual one none is chosen: a bare number must not become grams."""
        choices = self._offered.choices(self._can_add)
        self.unit.set_choices(choices)
        usual = self._key_of(self._default_unit, self._unit_name(self._default_unit))
        if not usual:
            self.unit.set_choices([(NO_UNIT, self.texts("unit?")), *choices])
        self._usual = usual or NO_UNIT

    def _offer_pieces(self, so: bool) -> None:
        """Pieces that are of no own unit, for a dose that is in them: whoever corrects its number weighs nothing."""
        if so != self._offered.pieces:
            self._offered.pieces = so
            self._offer_choices()

    def _follows(self, text: str, unit: str, usual_before: str) -> bool:
        """Whether a number typed before the kind was said is in the unit of that kind: nobody chose another."""
        return unit == usual_before and not self._unit_said and self._original is None and is_number_alone(text)

    def fill_from(self, amount: Amount, again: bool) -> None:
        """Show an amount: one to be taken again, or (``again`` False) an entry's own, to be edited.

        What is shown reads back as the same quantity; if nothing does, the amount is unknown until it is typed.
        """
        written_in = self._offered.known(amount.unit)
        shown = shown_amount(amount, self._offered.units, written_in, self.texts)
        pieces = None if shown or again else shown_pieces(amount, self._offered.units, self.texts)
        self._offer_pieces(pieces is not None)
        shown = shown or pieces
        if shown is None and amount.known and not again:
            shown = self._offered.unread(self._offered.in_words(amount, written_in)), self._usual
        basis = amount.basis if shown else Basis.UNKNOWN
        if shown and basis is Basis.COUNTED and amount.unit and not self._offered.with_id(shown[1]):
            basis = Basis.AS_LAST_TIME if again else basis  # pieces were counted, not the grams that are shown
        self._filled_basis = taken_again(basis) if again else basis
        self._basis_chosen = self._unit_said = False
        self.basis.offer(again=self._filled_basis is Basis.AS_LAST_TIME)
        self._say_last_time("" if shown or not again else self._offered.in_words(amount, written_in))
        self._show(*(shown or ("", self._usual)))
        self._filled = self._now()
        self._original, self._original_product = None if again else (*self._filled, amount), self._product
        self._apply_unit()
        self._show_basis()

    @property
    def untouched(self) -> bool:
        """Whether number, unit and basis are still what the form was filled with."""
        return self._now() == self._filled and not self._basis_chosen

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the field."""
        return not self.field.edit.text().strip()

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
            return self.say(self.amount())
        except Refused:
            return self.texts("amount not readable yet")

    def say(self, amount: Amount) -> str:
        """An amount of this product in words. Raises Refused while a new unit cannot be read."""
        new = self._new_unit()
        own = new if new is not None and new.id == amount.unit else self._offered.known(amount.unit)
        return amount_text(self.texts, amount, own.name if own else "")

    def created(self) -> tuple[Entry, ...]:
        """A new own unit of a known product, if the amount is in it. Raises Refused."""
        unit = self._new_unit()
        if self.unit.value() == NEW_UNIT and unit is None:
            raise Refused("name-empty")
        return (unit,) if unit else ()

    def open_unit_panel(self) -> UnitPanel | None:
        """The fields of a new own unit, while one is chosen."""
        return self.unit_panel if self.unit.value() == NEW_UNIT else None

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
            self._say_source()

    # --- inside ---

    def _now(self) -> tuple[str, str]:
        return self.field.edit.text(), str(self.unit.value())

    def _typed(self) -> None:
        self._offer_countable()
        self._show_basis()
        self._ask_if_much()
        self.changed.emit()

    def _ask_if_much(self) -> None:
        try:
            amount = self.amount()
        except Refused:
            amount = UNKNOWN_AMOUNT
        question = question_if_much(self.texts, amount, self._kind, self._content)
        if question:
            self.much.setText(question)
            self.field.edit.setAccessibleDescription(question)
        self.much.setVisible(bool(question))

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
            if refused.code == "amount-unit-unknown" and self.unit.value() != NEW_UNIT and self._product:
                return counted_by(self.texts, str(refused.values["unit"]), self._kind)
        return ""

    def _add_countable(self) -> None:
        name, new = self._countable(), self.unit.findData(NEW_UNIT)
        if new < 0:
            self.unit_wanted.emit(name)
        elif name:
            self.unit_panel.name.setText(name)
            self.unit.setCurrentIndex(new)
        self.field.edit.setFocus()

    def _show_basis(self) -> None:
        self._choose_basis()
        self._say_source()

    def _say_source(self) -> None:
        self.field.say_as_last_time(self.basis.value() is Basis.AS_LAST_TIME)

    def _choose_basis(self) -> None:
        """Until the person chooses, the basis follows the amount: as last time only while it is as last time."""
        if not self.field.edit.text().strip():
            self.basis.set_value(Basis.UNKNOWN)
        elif self.field.is_guess():
            self._basis_chosen = False  # "about" and "2-3 g" say how the amount is known
            self.basis.set_value(Basis.GUESSED)
        elif not self._basis_chosen:
            same = self._now() == self._filled
            carried = self._filled_basis is Basis.AS_LAST_TIME and self._original is None
            wanted = self._filled_basis if same or not carried else Basis.UNKNOWN
            self.basis.set_value(None if wanted is Basis.UNKNOWN else wanted)
        elif self.basis.value() is Basis.UNKNOWN:
            self.basis.set_value(None)

    def _basis_pressed(self, basis: object) -> None:
        """A pill was pressed; "unknown" empties the field, "as last time" fills it again."""
        self._basis_chosen = basis is not Basis.UNKNOWN
        if basis is Basis.UNKNOWN:
            self.field.set_text("")
        elif basis is Basis.AS_LAST_TIME and self._original is None:
            self._show_meant(*self._filled, self._unit_name(self._filled[1]))
            self._apply_unit()
        self._say_source()
        self.changed.emit()

    def _unit_chosen(self) -> None:
        self._unit_said = True
        self.unit_panel.setVisible(self.unit.value() == NEW_UNIT)
        if self.unit.value() == NEW_UNIT:
            self.unit_panel.name.setFocus()
        self._apply_unit()
        self._typed()

    def _new_unit_typed(self) -> None:
        self._apply_unit()
        self.changed.emit()

    def _new_unit(self) -> Unit | None:
        if self.unit.value() != NEW_UNIT or self._product is None:
            return None
        return self.unit_panel.unit(self._product)

    def _apply_unit(self) -> None:
        try:
            new = self._new_unit()
        except Refused:
            new = None  # its size is still being typed
        chosen = str(self.unit.value())
        if chosen == NEW_UNIT:
            chosen = new.id if new else "g"
        units = [new, *self._offered.units] if new else self._offered.units
        self.field.set_units(units, chosen, self._offered.pieces)

    # --- a number and its unit stay together ---

    def _show(self, text: str, unit: str) -> None:
        self.unit.blockSignals(True)
        self.unit.set_value(unit)
        self.unit.blockSignals(False)
        self.unit_panel.setVisible(unit == NEW_UNIT)
        if text != self.field.edit.text():
            self.field.set_text(text)

    def _show_meant(self, text: str, unit: str, name: str) -> None:
        """A typed number in its unit. A unit that is not offered is written behind it, for the person to decide."""
        if self._left and self._left[0] == text and self._key_of(self._left[2], ""):
            _, text, unit = self._left
        offered = self._key_of(unit, name)
        if offered is None and unit != NO_UNIT and is_number_alone(text):
            self._show(self._offered.unread(f"{text} {name}"), self._usual)
            self._left = (self.field.edit.text(), text, unit)
        else:
            self._show(text, offered or self._usual)

    def _key_of(self, unit: str, name: str) -> str | None:
        """The key of the unit now: itself, or the own unit of that name in the version that is offered."""
        return unit if self.unit.findData(unit) >= 0 else self._offered.key_of_name(name)

    def _unit_name(self, unit: str) -> str:
        """How the unit is said behind a number; "?" for one without a name."""
        if unit == NEW_UNIT:
            return self.unit_panel.name.text().strip() or "?"
        return self._offered.name_of(unit)

    def _say_last_time(self, amount: str) -> None:
        """The amount of the last time, where the field cannot take it over."""
        self.last_time.setText(self.texts("Last time: {amount}", amount=amount[:TEXT_LIMIT]))
        self.last_time.setVisible(bool(amount))

    def _is_of_product(self, amount: Amount) -> bool:
        """An own unit belongs to one product; the amount of another is read anew."""
        return amount.unit is None or self._product == self._original_product
