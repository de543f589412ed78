"""A product, new or changed: as its label names it, and what is usual for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Entry, Preparation, Product, ProductKind, Unit, new_id
from journal.core.plaintext import clean_name, folded
from journal.core.product_kinds import USUAL_UNITS, unit_at_first
from journal.core.refusal import Refused
from journal.core.typed_amounts import TYPED_UNITS
from journal.texts.names import PREPARATIONS
from journal.ui.entries.number_as_name import NumberAsName
from journal.ui.entries.product_kind_fields import KindFields
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.fields import PASTED_LIMIT, Choice, line_edit, too_long
from journal.ui.kit.form import Form, State
from journal.ui.products.kind_memory import answered_questions

PRODUCT_DRAFT = "product"
_COUNTED = "counted"  # an own unit that is made when the form is saved


class ProductForm(Form):
    """Everything that stands on a label can stay empty, except for the name."""

    selects_first = False

    def __init__(self, bridge: Bridge, draft_key: str = PRODUCT_DRAFT) -> None:
        super().__init__(bridge, bridge.texts("New product"), draft_key)
        self._editing: Product | None = None
        self.product_id = new_id()
        self._number = NumberAsName(self)
        self._suggested = TYPED_UNITS[0]
        self._make_fields()
        self._arrange()
        self.ask_at_foot(self.kind.question)
        for edit in self._edits().values():
            edit.textChanged.connect(self.touched)
        for choice in (self.unit, self.preparation):
            choice.currentIndexChanged.connect(self.touched)
        self.kind.changed.connect(self._kind_chosen)
        self.name.textChanged.connect(self.kind.name_changed)
        self.heading.setWordWrap(True)

    def _make_fields(self) -> None:
        texts = self.texts
        self.name = line_edit(texts("Name of the product"), texts("as its label says"), PASTED_LIMIT)
        self.kind = KindFields(texts)
        self.vendor = line_edit(texts("Vendor"), texts("optional"), PASTED_LIMIT)
        self.strain = line_edit(texts("Strain label"), texts("optional"), PASTED_LIMIT)
        self.vein = line_edit(texts("Vein label"), texts("optional"), PASTED_LIMIT)
        self.unit = Choice(texts("Usual unit"), self._units())
        none: list[tuple[object, str]] = [("", texts("not said"))]
        self.preparation = Choice(
            texts("Usual preparation"),
            [*none, *((preparation, texts(PREPARATIONS[preparation])) for preparation in Preparation)],
        )
        self.strength = line_edit(texts("Stated strength"), texts("e.g. 45 mg in one tablet"), PASTED_LIMIT)
        self.source = line_edit(texts("Where the strength is stated"), texts("e.g. label, lab report"), PASTED_LIMIT)

    def _arrange(self) -> None:
        texts = self.texts
        self.add(texts("Name"), self.name)
        self.add(texts("Kind"), self.kind)
        self.add(texts("Vendor"), self.vendor)
        self.add(texts("Strain label, as printed"), self.strain)
        self.add(texts("Vein label, as printed"), self.vein)
        self.add(texts("Usual unit"), self.unit)
        self.add(texts("Usual preparation"), self.preparation)
        self.add(texts("Stated strength"), self.strength)
        self.add(texts("Where that is stated"), self.source)
        self.content.addStretch(1)

    def _edits(self) -> dict[str, QLineEdit]:
        return {
            "name": self.name, "vendor": self.vendor, "strain": self.strain, "vein": self.vein,
            "strength": self.strength, "strength_source": self.source,
        }  # fmt: skip

    # --- opening ---

    def open_new(self) -> None:
        """An empty form."""
        self.begin()

    def edit(self, product: Product) -> None:
        """Change an existing product; the doses that name it are not touched."""
        self._editing, self.product_id = product, product.id
        self.heading.setText(self.texts("Change the product"))
        self.kind.show_product(product, answered_questions(self.bridge.logbook, [product]))
        self.unit.set_choices(self._units())
        self.unit.set_value(self._newest(product.default_unit))
        self.preparation.set_value(product.default_preparation or "")
        for key, field in self._edits().items():
            field.setText(getattr(product, key))
        self.begin(product)

    def _units(self) -> list[tuple[object, str]]:
        """The product's own units, g, mg and ml, and what is counted of such a product."""
        own = self.bridge.logbook.units(self._editing.id) if self._editing else []
        choices: list[tuple[object, str]] = [(unit.id, unit.name) for unit in own]
        unit = USUAL_UNITS.get(self.kind.kind_and_content()[0])
        usual = self.texts(unit) if unit else ""
        counted = usual and folded(usual) not in [folded(known.name) for known in own]
        # An imported product may have none: it stays so until one is chosen.
        none = [("", self.texts("none"))] if self._editing and not self._editing.default_unit else []
        return [*none, *choices, *((sign, sign) for sign in TYPED_UNITS), *([(_COUNTED, usual)] if counted else [])]

    def _kind_chosen(self) -> None:
        """A new tablet is counted in tablets, 7-OH is in milligrams, unless another unit is chosen."""
        first = self._editing is None and self.unit.value() == self._suggested
        self.unit.set_choices(self._units())
        kind = self.kind.kind_and_content()[0]
        self._suggested = _COUNTED if kind is ProductKind.TABLET else unit_at_first(kind)
        if first:
            self.unit.set_value(self._suggested)
        self.touched()

    def _newest(self, unit_id: str) -> str:
        """An own unit in its newest version, the only one that is offered."""
        every = self.bridge.logbook.all_units()
        name = next((folded(unit.name) for unit in every if unit.id == unit_id), "")
        newest = self.bridge.logbook.units(self._editing.id if self._editing else None)
        return next((unit.id for unit in newest if name and folded(unit.name) == name), unit_id)

    def first_field(self) -> QWidget:
        return self.name

    def field_for(self, code: str) -> QWidget | None:
        if code == "name-too-long":
            return too_long(self._edits().values())
        return self.name if code.startswith("name-") else super().field_for(code)

    # --- drafts ---

    def state(self) -> State:
        typed: State = {key: field.text() for key, field in self._edits().items()}
        chosen = {"kind": self.kind.state(), "unit": self.unit.value(), "preparation": self.preparation.value()}
        return {**typed, **chosen, "editing": self._editing.id if self._editing else None}

    def restore(self, state: Mapping[str, Any]) -> None:
        if state["editing"]:
            self.edit(self.bridge.live_entry(state["editing"], Product))
        else:
            self.open_new()
        for key, field in self._edits().items():
            field.setText(state[key])
        if isinstance(state["kind"], str):
            self.kind.restore_old(state["kind"], chosen=self._editing is not None)
        else:
            self.kind.restore(state["kind"])
        self.unit.set_choices(self._units())
        self.unit.set_value(state["unit"])
        self.preparation.set_value(Preparation(state["preparation"]) if state["preparation"] else "")

    # --- saving ---

    def _stored(self) -> Product | None:
        """As the journal has it now."""
        product = self.bridge.logbook.get(self.product_id)
        return product if isinstance(product, Product) else None

    def asked_about(self, entry: Entry) -> Entry:
        return replace(entry, archived=False) if isinstance(entry, Product) else entry

    def _write(self) -> ChangeSet | None:
        product = self._product()
        if product.strength and not product.strength_source:
            self.message.refuse(self.texts("Say where the strength is stated: the label, for example."))
            self.source.setFocus()
            self.scroller.ensureWidgetVisible(self.source)
            return None
        known = self._editing is not None and self._editing.name == product.name
        if not known and self._number.asks(self.name, product.name, self.save):
            return None
        counted, changed = self._counted(product)
        label = f"product.{'added' if self._stored() is None else 'changed'}"
        others = (*counted, *self.kind.answers(changed))
        return self.bridge.logbook.save(changed, *others, label=label, discard_draft=self.draft_key or None)

    def _counted(self, product: Product) -> tuple[tuple[Unit, ...], Product]:
        """The own unit that was chosen but is not made yet, and the product with it."""
        if product.default_unit != _COUNTED:
            return (), product
        name = self.texts(USUAL_UNITS[product.kind])
        unit = Unit(product=product.id, name=name, since=self.bridge.logbook.today())
        return (unit,), replace(product, default_unit=unit.id)

    def _product(self) -> Product:
        typed: dict[str, Any] = {key: clean_name(field.text()) for key, field in self._edits().items()}
        if not typed["name"]:
            raise Refused("name-empty")
        self._refuse_taken(typed["name"], self.bridge.logbook.products())
        # What the form does not show stays as it is now. A deleted product comes back: that was asked.
        base = self._stored() or self._editing or Product(id=self.product_id, name=typed["name"])
        return replace(
            self.kind.applied_to(base), **typed, deleted_ms=None, default_unit=self.unit.value(),
            default_preparation=self.preparation.value() or None,
        )  # fmt: skip

    def _refuse_taken(self, name: str, products: Sequence[Product]) -> None:
        others = (product for product in products if self._editing is None or product.id != self._editing.id)
        if any(folded(other.name) == folded(name) for other in others):
            raise Refused("name-taken", name=name)
