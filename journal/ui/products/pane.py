"""The pane beside the list: one product in full with its own units, or an open form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal.core.entries import Batch, Product, Unit
from journal.core.product_kinds import Question
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.listed import LISTED_KINDS
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.form_host import FormHost
from journal.ui.kit.over_list import OverList
from journal.ui.kit.pages import Pages
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import clear_layout, hairline, label
from journal.ui.products.batch_part import BatchPart
from journal.ui.products.column import Column
from journal.ui.products.kind_question import KindQuestion
from journal.ui.products.product_form import PRODUCT_DRAFT, ProductForm
from journal.ui.products.unit_form import UNIT_DRAFT, UnitForm
from journal.ui.products.wording import Uses, details_below, kind_hint, sections, unit_size, versions

BATCH_DRAFT = "batch"
AnyForm = TypeVar("AnyForm", ProductForm, UnitForm)


class ProductDetails(QWidget):
    """What is known of a product, and what can be done with it."""

    edit_wanted = Signal()
    archive_wanted = Signal()
    delete_wanted = Signal()
    unit_wanted = Signal(object)  # Unit to be weighed again, None for a new one
    batch_wanted = Signal(object)  # Batch to be changed, None for a new one
    kind_answered = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge, self._texts = bridge, bridge.texts
        self._shown: object = None
        self._inside = QVBoxLayout()
        self._inside.setSpacing(12)
        holder = Column()
        body = QVBoxLayout(holder)
        body.setContentsMargins(16, 16, 16, 16)
        body.addLayout(self._inside)
        body.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolling(holder))

    def show_nothing(self) -> None:
        """Nothing is selected."""
        self._shown = None
        clear_layout(self._inside)
        self._add(label(self._texts("Nothing selected"), "quiet", wrap=True))

    def show_product(
        self,
        product: Product,
        uses: Uses,
        units: Sequence[Unit],
        question: Question | None = None,
        batches: Sequence[Batch] = (),
    ) -> None:
        """Show this product; ``units`` are all versions of its own units, newest first; ``question``: of its kind."""
        # Built anew only for something else, so that the keyboard is not lost while it is on a button here.
        if self._shown == (product, uses, units, question, batches):
            return
        self._shown = (product, uses, units, question, batches)
        clear_layout(self._inside)
        self._add(_section("", product.name, "heading", details_below(self._texts, product)))
        if hint := kind_hint(self._texts, product):
            self._add(label(hint, "small", wrap=True))
        if question is not None and self._bridge.can_write:
            self._add_question(question)
        for name, text in sections(self._texts, product, uses, units):
            self._add(_section(name, text))
        if self._bridge.can_write:
            self._add(self._actions(product))
        self._add(hairline())
        self._add(label(self._texts("Own units"), "strong"))
        for version in versions(units):
            self._add(self._unit(version))
        if not units:
            self._add(label(self._texts("None yet. Weigh five scoops once, for example."), "quiet", wrap=True))
        if self._bridge.can_write:
            self._add(flowing(button(self._texts("Add own unit"), lambda: self.unit_wanted.emit(None))))
        self._add(hairline())
        part = BatchPart(self._bridge, batches)
        part.wanted.connect(self.batch_wanted)
        self._add(part)

    def _add_question(self, question: Question) -> None:
        asking = KindQuestion(self._bridge, question)
        asking.answered.connect(self.kind_answered)
        self._add(asking)

    def _actions(self, product: Product) -> QWidget:
        texts = self._texts
        archive = texts("Use again") if product.archived else texts("Archive")
        return flowing(
            button(texts("Edit"), self.edit_wanted.emit),
            button(archive, self.archive_wanted.emit),
            plain_button(texts("Delete"), self.delete_wanted.emit),
        )

    def _unit(self, same: Sequence[Unit]) -> QWidget:
        """An own unit in its newest version, the earlier ones below it."""
        texts = self._texts
        newest, *earlier = same
        made = _section("", newest.name, "body", unit_size(texts, newest))
        body = made.layout()
        assert isinstance(body, QVBoxLayout)
        for unit in earlier:
            body.addWidget(label(texts("earlier: {size}", size=unit_size(texts, unit)), "small", wrap=True))
        if self._bridge.can_write:
            again = button(texts("Weigh again"), lambda: self.unit_wanted.emit(newest))
            again.setAccessibleName(texts("Weigh again: {unit}", unit=newest.name))
            body.addWidget(flowing(again))
        return made

    def _add(self, widget: QWidget) -> None:
        self._inside.addWidget(widget)
        widget.show()


class ProductPane(Pages):
    """Nothing typed is ever thrown away: a form that is being filled in stays until it is saved or cancelled."""

    form_opened = Signal()
    form_closed = Signal()
    saved = Signal(str)  # the product's id

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge, self._texts = bridge, bridge.texts
        self.details = ProductDetails(bridge)
        self._place = QWidget()
        self._body = QVBoxLayout(self._place)
        makers = {PRODUCT_DRAFT: self._product_form, UNIT_DRAFT: self._unit_form, BATCH_DRAFT: self._batch_form}
        self.host = FormHost(bridge, self._body, makers, self)
        self.host.opened.connect(self._show_form)
        self.host.closed.connect(self._form_gone)
        self.over = OverList(bridge.texts, self.details)
        self.set_narrow(False)
        self.addWidget(self.over)
        self.addWidget(self._place)

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is no room beside the list: details open over it, and an open form has less margin."""
        self.over.set_narrow(narrow)
        side = 8 if narrow else 16
        self._body.setContentsMargins(side, 16, side, 16)

    @property
    def form(self) -> ProductForm | UnitForm | DeclaredForm | None:
        """The form that is open."""
        return cast("ProductForm | UnitForm | DeclaredForm | None", self.host.form)

    @property
    def editing(self) -> bool:
        """Whether a form is open."""
        return self.host.form is not None

    def add_product(self) -> None:
        """Open an empty product form."""
        if self.host.free():
            form = self._product_form()
            form.open_new()
            self.host.open(form)

    def edit_product(self, product: Product) -> None:
        """Open the form of this product."""
        if self.host.free():
            form = self._product_form()
            form.edit(product)
            self.host.open(form)

    def add_unit(self, product: Product, earlier: Unit | None) -> None:
        """Open the form of a new own unit, or of a new version."""
        if self.host.free():
            form = self._unit_form()
            form.open_new(product, earlier)
            self.host.open(form)

    def change_batch(self, product: Product, batch: Batch | None) -> None:
        """Open the form of a batch, or of a new one of this product."""
        if self.host.free():
            form = self._batch_form()
            form.placed_by = {"product": product.id}
            if batch is None:
                form.open_new()
            else:
                form.edit_entries([batch])
            self.host.open(form)

    def open_draft(self) -> None:
        """Bring back a form that was not saved when the program ended."""
        if not self.editing and self._bridge.can_write:
            self.host.restore_newest()

    def _product_form(self) -> ProductForm:
        return self._telling(ProductForm(self._bridge))

    def _unit_form(self) -> UnitForm:
        return self._telling(UnitForm(self._bridge))

    def _batch_form(self) -> DeclaredForm:
        form = LISTED_KINDS["batch"].form(self._bridge, BATCH_DRAFT)
        assert isinstance(form, DeclaredForm)
        form.saved.connect(lambda _change: self.saved.emit(str(form.placed_by["product"])))
        return form

    def _telling(self, form: AnyForm) -> AnyForm:
        form.saved.connect(lambda _change: self.saved.emit(form.product_id))
        for edit in form.findChildren(QLineEdit):
            # A message about an earlier form does not apply to the next one.
            edit.textEdited.connect(lambda _text: form.message.dismiss())
        return form

    def _show_form(self) -> None:
        self.setCurrentWidget(self._place)
        self.form_opened.emit()

    def _form_gone(self) -> None:
        self.setCurrentWidget(self.over)
        self.over.uncover()
        self.form_closed.emit()


def _section(name: str, text: str, role: str = "body", below: str = "") -> QWidget:
    """A small heading, the text, and quiet words below it."""
    made = QWidget()
    body = QVBoxLayout(made)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(2)
    for words, kind in ((name, "small"), (text, role), (below, "quiet")):
        if words:
            shown = label(words, kind, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            body.addWidget(shown)
    return made
