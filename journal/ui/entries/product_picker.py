"""Which product: the ones used last as pills, and a new one inline with its own unit."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.core.amounts import Amount, Dimension
from journal.core.entries import Content, Entry, Product, ProductKind, Unit, new_id
from journal.core.plaintext import clean_name, folded
from journal.core.product_kinds import USUAL_UNITS, unit_at_first
from journal.core.products import units_holding
from journal.core.refusal import Refused
from journal.core.typed_fractions import is_number_alone
from journal.texts.typed import read_size
from journal.ui.entries.product_kind_fields import KindFields
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.fields import PASTED_LIMIT, line_edit, too_long
from journal.ui.kit.folded_chips import FoldedChips
from journal.ui.kit.widgets import label

_SHOWN_AT_FIRST = 3  # as many as have room in one line of the form
_LONGEST_PILL = 32


class UnitPanel(QFrame):
    """An own unit: its name, and how much one of it is if that is known."""

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.texts, self._bridge, self._id = bridge.texts, bridge, new_id()
        self.name = line_edit(self.texts("Name of the own unit"), self.texts("e.g. capsule, spoon"), PASTED_LIMIT)
        self.one = line_edit(self.texts("One of it is"), self.texts("e.g. 0.5 g, if you know"), 60)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        captions = (self.texts("Own unit, if you like"), self.texts("One of it is"))
        for caption, field in zip(captions, (self.name, self.one), strict=True):
            body.addWidget(label(caption, "small"))
            body.addWidget(field)
            field.textChanged.connect(self.changed)

    def unit(self, product: str) -> Unit | None:
        """The unit as it is typed so far; None where nothing is. Raises Refused for what is said by half."""
        name, typed = clean_name(self.name.text()), self.one.text().strip()
        if typed and not name:
            raise Refused("unit-unnamed", text=typed[:40])
        if not name:
            return None
        size = self.size_of_one()
        since = self._bridge.logbook.today()
        return Unit(
            id=self._id, product=product, name=name, quantity=size.quantity,
            dimension=size.dimension or Dimension.COUNT, since=since,
        )  # fmt: skip

    def size_of_one(self) -> Amount:
        """What one of it is; a number needs its unit, because nobody chose grams for it. Raises Refused."""
        typed = self.one.text().strip()
        if is_number_alone(typed):
            raise Refused("amount-without-unit", text=typed[:40])
        return read_size(typed)

    def field_in_doubt(self) -> QWidget | None:
        """The field that keeps the unit from being saved."""
        try:
            self.unit("")
        except Refused as refused:
            return self.name if refused.code == "unit-unnamed" else self.one
        return None

    def counted(self, product: str, name: str) -> Unit:
        """A unit of this name that only counts pieces."""
        return Unit(id=self._id, product=product, name=name, since=self._bridge.logbook.today())

    def clear(self) -> None:
        """Empty, for another unit."""
        self._id = new_id()
        self.name.clear()
        self.one.clear()


class NewProductPanel(QFrame):
    """The name of a product that is not in the journal yet; ``further`` holds its kind and own unit.

    The form places ``further`` below the amount, which stays in sight beside the name that way.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.texts, self._bridge, self.product_id = bridge.texts, bridge, new_id()
        self.name = line_edit(self.texts("Name of the product"), self.texts("as its label says"), PASTED_LIMIT)
        self.kind = KindFields(self.texts)
        self.unit_panel = UnitPanel(bridge)
        self.further = QFrame()
        for part, caption, field in (
            (self, self.texts("Name"), self.name),
            (self.further, self.texts("Kind"), self.kind),
        ):
            body = QVBoxLayout(part)
            body.setContentsMargins(0, 0, 0, 0)
            body.setSpacing(4)
            body.addWidget(label(caption, "small"))
            body.addWidget(field)
        body.addWidget(self.unit_panel)
        self.name.textChanged.connect(self._named)
        self.kind.changed.connect(self._kind_chosen)
        self.unit_panel.changed.connect(self.changed)

    def show_all(self, wanted: bool) -> None:
        """Show the name and what is asked further, or hide both."""
        self.setVisible(wanted)
        self.further.setVisible(wanted)

    def product(self) -> Product:
        """The product as typed. Raises Refused for an empty or taken name."""
        name = clean_name(self.name.text())
        if not name:
            raise Refused("name-empty")
        if any(folded(product.name) == folded(name) for product in self._bridge.logbook.products()):
            raise Refused("name-taken", name=name)
        unit, (kind, content) = self.unit(), self.kind.kind_and_content()
        default = unit.id if unit else unit_at_first(kind)
        return Product(id=self.product_id, name=name, kind=kind, content=content, default_unit=default)

    def unit(self) -> Unit | None:
        """The own unit as typed; a tablet is counted, never taken for a gram, where none is named."""
        named = self.unit_panel.unit(self.product_id)
        if named is None and self.kind.kind_and_content()[0] is ProductKind.TABLET:
            return self.unit_panel.counted(self.product_id, self.texts(USUAL_UNITS[ProductKind.TABLET]))
        return named

    def entries(self) -> tuple[Entry, ...]:
        """The product, its own unit, and the answers that were given here. Raises Refused."""
        unit, product = self.unit(), self.product()
        return (product, *([unit] if unit else []), *self.kind.answers(product))

    def _named(self, name: str) -> None:
        self.kind.name_changed(name)
        self.changed.emit()

    def _kind_chosen(self) -> None:
        suggested = {self.texts(word) for word in USUAL_UNITS.values()} | {""}
        if self.unit_panel.name.text() in suggested:
            usual = USUAL_UNITS.get(self.kind.kind_and_content()[0])
            self.unit_panel.name.setText(self.texts(usual) if usual else "")
        self.changed.emit()


class ProductPicker(QWidget):
    """The product of a dose: one of the known ones, a new one, or none said."""

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.texts, self._bridge = bridge.texts, bridge
        self.products = [product for product in bridge.readable_list(Product) if not product.archived]
        self.pills = FoldedChips(self.texts("Product"), self._choices(), _SHOWN_AT_FIRST, self.texts("Other…"))
        self.panel = NewProductPanel(bridge)
        self.panel.hide()
        self.panel.further.hide()
        self.new_pill = self.pills.add_action(self.texts("New product…"), self.show_new)
        self.new_pill.setVisible(not self.pills.folded)
        self.pills.unfolded.connect(self.new_pill.show)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.pills)
        body.addWidget(self.panel)
        self.pills.changed.connect(self._chosen)
        self.panel.changed.connect(self.changed)

    @property
    def new(self) -> bool:
        """Whether a new product is being typed."""
        return not self.panel.isHidden()

    def product_id(self) -> str | None:
        """The chosen product's id; the new one's while it is typed."""
        if self.new:
            return self.panel.product_id
        chosen = self.pills.value()
        return chosen if isinstance(chosen, str) else None

    def product(self) -> Product | None:
        """The chosen product; None when none is said or it is only being typed."""
        return next((product for product in self.products if product.id == self.pills.value()), None)

    def shown_name(self) -> str:
        """The product's whole name; of a new one as far as it is typed."""
        if self.new:
            typed = self.panel.name
            name = "" if too_long([typed]) else clean_name(typed.text())  # that is refused when it is saved
            return name or self.texts("new product")
        chosen = self.product()
        return chosen.name if chosen else self.texts("no product said")

    def kind(self) -> tuple[ProductKind, Content | None]:
        """What was said of the product's kind, of a new one as far as it is said."""
        if self.new:
            return self.panel.kind.kind_and_content()
        chosen = self.product()
        return (chosen.kind, chosen.content) if chosen else (ProductKind.NOT_SAID, None)

    def units(self, day: dt.date) -> list[Unit]:
        """The own units that an amount can be typed in, each in the version that holds on that day."""
        if not self.new:
            product = self.product()
            return self._units_of(product, day) if product else []
        try:
            unit = self.panel.unit()
        except Refused:
            return []  # its size is still being typed; saving says what is wrong with it
        return [unit] if unit else []

    def _units_of(self, product: Product, day: dt.date) -> list[Unit]:
        return units_holding(day, (unit for unit in self._bridge.readable_list(Unit) if unit.product == product.id))

    def add_unit(self, name: str) -> None:
        """Fill in the own unit of a new product; one that is typed already stays."""
        if not self.panel.unit_panel.name.text().strip():
            self.panel.unit_panel.name.setText(name)

    def created(self) -> tuple[Entry, ...]:
        """What must be saved together with the dose. Raises Refused."""
        if not self.new:
            return ()
        return self.panel.entries()

    def choose(self, product_id: str | None) -> None:
        """Show a product as chosen, an archived or rarely used one too."""
        self._leave_new()
        if product_id:
            self._add_missing(product_id)
        self.pills.set_value(product_id)

    def show_new(self) -> None:
        """Ask for a new product."""
        self.pills.set_value(None)
        self.panel.show_all(True)
        self.panel.kind.name_changed(self.panel.name.text())
        self.panel.name.setFocus()
        self.changed.emit()

    def state(self) -> dict[str, Any]:
        """What was chosen or typed."""
        panel = self.panel
        unit = panel.unit_panel
        typed = [
            panel.name.text(),
            str(panel.kind.kind_and_content()[0]),
            unit.name.text(),
            unit.one.text(),
            panel.kind.state(),
        ]
        return {"product": self.pills.value(), "new": typed if self.new else None}

    def restore(self, state: dict[str, Any]) -> None:
        """Show a state again."""
        if state["new"] is None:
            self.choose(state["product"])
            return
        name, kind, unit, size, *kinds = state["new"]
        self.show_new()
        if kinds:
            self.panel.kind.restore(kinds[0])
        else:
            self.panel.kind.restore_old(kind)
        self.panel.name.setText(name)
        self.panel.unit_panel.name.setText(unit)
        self.panel.unit_panel.one.setText(size)

    def _choices(self) -> list[tuple[object, str]]:
        return [(product.id, _short(product.name)) for product in self.products]

    def _add_missing(self, product_id: str) -> None:
        if product_id in [known.id for known in self.products]:
            return
        kept = self._bridge.logbook.get(product_id)
        if isinstance(kept, Product):
            self.products.append(kept)
            self.pills.offer(self._choices())

    def _chosen(self) -> None:
        self._leave_new()
        self.changed.emit()

    def _leave_new(self) -> None:
        self.panel.show_all(False)
        self.panel.kind.ask_nothing()


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_PILL else f"{name[: _LONGEST_PILL - 1]}…"
