"""The products: by name, with what their labels say, how often they were used, and their own units."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Batch, Product, Unit
from journal.core.product_kinds import open_question
from journal.core.refusal import Refused
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, chip
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_painted
from journal.ui.kit.icons import set_icon
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.list_beside_details import ListBesideDetails
from journal.ui.kit.pages import Pages
from journal.ui.kit.screen import Screen
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.kit.widgets import label
from journal.ui.products.comparison import ComparisonTable, compared
from journal.ui.products.kind_memory import answered_questions
from journal.ui.products.lines import LineList
from journal.ui.products.pane import ProductPane
from journal.ui.products.wording import NOT_COUNTED, by_name, product_line, uses_of

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet
    from journal.core.product_use import ProductUse

_CONCERNS = {"product", "unit", "batch", "dose", "setting", "trash"}
_HEAD_FROM, _PANE_WIDTH = 500, 320
_FEWEST = 2  # products that can be looked at side by side


class ProductsScreen(Screen):
    """The list by name, never by use, and the pane of what is selected. It needs a ``Bridge`` and emits nothing."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._texts = bridge, bridge.texts
        self._products: dict[str, Product] = {}
        self._units: list[Unit] = []
        self._batches: list[Batch] = []
        self._answered: Collection[str] = ()  # keys of the questions about kinds
        self._uses, self._asked, self._stale = NOT_COUNTED, 0, True
        self._make_widgets()
        self._arrange()
        self._connect()

    # --- building ---

    def _make_widgets(self) -> None:
        texts = self._texts
        self.add = button(texts("Add product"), self._add)
        set_icon(self.add, "plus")
        self.add.setEnabled(self._bridge.can_write)
        self.archived = chip(texts("Archived too"))
        self.together = chip(texts("Side by side"))
        self.comparison = ComparisonTable(texts)
        self._recorded: int | None = None  # days with entries
        self.message = InlineMessage()
        self.list = LineList(texts("Products by name"))
        self.pane = ProductPane(self._bridge)
        self.nothing = label("", "quiet", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.unnamed = label("", "small", wrap=True)

    def _arrange(self) -> None:
        self._pages = Pages(self.list, self.nothing)
        self._split = ListBesideDetails((self._pages, self.unnamed), self.pane, _PANE_WIDTH)
        self._split.turned.connect(lambda _narrow: self._measure())
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        head = self._head = SideBySide(_HEAD_FROM, 8)
        head.add(label(self._texts("Products"), "title", wrap=True), 1)
        head.add(flowing(self.together, self.archived, self.add, spacing=12, far="all"))
        body.addWidget(head)
        body.addWidget(self.message)
        self._either = Pages(self._split, self.comparison)
        body.addWidget(self._either, 1)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._journal_changed)
        self.archived.toggled.connect(lambda _on: self._show())
        self.together.toggled.connect(self._show_together)
        self.list.chosen.connect(lambda _key: self._show_details())
        self.list.opened.connect(self.edit_selected)
        self.list.deleted.connect(self.delete_selected)
        self.pane.saved.connect(self._saved)
        self.pane.form_opened.connect(lambda: self.together.setChecked(False))
        self.pane.form_opened.connect(self._measure)
        self.pane.form_closed.connect(self._form_closed)
        self.pane.over.changed.connect(self._measure)
        self.pane.over.left.connect(self._focus_list)
        details = self.pane.details
        details.edit_wanted.connect(self.edit_selected)
        details.archive_wanted.connect(self.archive_selected)
        details.delete_wanted.connect(self.delete_selected)
        details.unit_wanted.connect(self._add_unit)
        details.batch_wanted.connect(self._change_batch)
        details.kind_answered.connect(self._focus_list)

    # --- size ---

    def _measure(self) -> None:
        """Where the pane would stand below the list, a form or details that are open have the screen for themselves."""
        wide = not self._split.narrow
        self.pane.set_narrow(not wide)
        listed = wide or not (self.pane.editing or self.pane.over.covers)
        self._head.setVisible(listed)
        self._split.list_card.setVisible(listed)
        self.add.setVisible(listed)
        self.together.setVisible(listed and len(self.list.lines()) >= _FEWEST)
        self.archived.setVisible(listed and any(product.archived for product in self._products.values()))
        self._split.details_card.setVisible(wide or self.pane.editing or bool(self.list.lines()))

    # --- loading ---

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # After the screen itself has been painted.
        once_painted(self, self._catch_up)

    def _catch_up(self) -> None:
        if self._stale:
            self.reload()
            self.pane.open_draft()

    def shown(self) -> None:
        """The person came to this screen: the keyboard goes to the open form, to the list or to Add."""
        once_painted(self, self._come_in)

    def _come_in(self) -> None:
        self._catch_up()
        if self.pane.editing:
            self.pane.host.focus()
        else:
            self._focus_list()

    def keep_draft(self) -> None:
        """Write down what is typed and not saved."""
        self.pane.host.keep_draft()

    @property
    def busy(self) -> bool:
        """False: nothing here takes long."""
        return False

    def _journal_changed(self, change: ChangeSet) -> None:
        if not change.kinds & _CONCERNS:
            return
        if self.isVisible():
            self.reload()
            if change.origin in ("undo", "redo") and change.count == 1 and not self.pane.editing:
                self._go_to_brought(change)
        else:
            self._stale = True

    def _go_to_brought(self, change: ChangeSet) -> None:
        """What came back is where the keyboard is, so that Delete meets it and not its neighbour."""
        for entry in self._bridge.logbook.brought_by(change):
            if isinstance(entry, Product):
                self.select(entry.id)

    def reload(self) -> None:
        """Read the products anew; their doses are counted by a worker."""
        self._stale = False
        logbook = self._bridge.logbook
        self._products = {product.id: product for product in by_name(self._bridge.readable_list(Product))}
        self._units = self._bridge.readable_list(Unit)
        self._batches = logbook.listed(Batch)
        self._answered = answered_questions(logbook, self._products.values())
        self._show()
        self._asked += 1
        self._recorded = None

        def counted() -> tuple[list[ProductUse], int]:
            return logbook.product_uses(), len(logbook.day_counts())

        run_in_background(counted, while_alive(self, partial(self._counted, self._asked)))

    def _counted(self, ticket: int, counted: tuple[list[ProductUse], int]) -> None:
        if ticket == self._asked:
            uses, self._recorded = counted
            self._uses = uses_of(uses)
            self._show()

    # --- what is shown ---

    def _show(self) -> None:
        archived = sum(product.archived for product in self._products.values())
        listed = [product for product in self._products.values() if self.archived.isChecked() or not product.archived]
        self.list.show_lines([product_line(self._texts, product, self._uses, self._answered) for product in listed])
        self.nothing.setText(self._why_empty(archived))
        self._pages.setCurrentWidget(self.list if listed else self.nothing)
        unnamed = self._uses.unnamed
        words = self._texts.plural("{n} dose names no product.", "{n} doses name no product.", unnamed)
        self.unnamed.setText(words if unnamed else "")
        self.unnamed.setVisible(bool(unnamed))
        if len(listed) < _FEWEST:
            self.together.setChecked(False)
        self.comparison.show_compared(compared(self._texts, listed, self._uses, self._batches, self._recorded))
        self._show_details()
        self._measure()

    def _show_together(self, on: bool) -> None:
        """All that are listed beside each other, or the list again."""
        self._either.setCurrentWidget(self.comparison if on else self._split)

    def _why_empty(self, archived: int) -> str:
        if archived:
            return self._texts("All products are archived.")
        return self._texts("No product names recorded.")

    def selected(self) -> Product | None:
        """The product that the keyboard is on."""
        return self._products.get(self.list.key())

    def select(self, product_id: str) -> None:
        """Put the keyboard's place on a product, an archived one too."""
        product = self._products.get(product_id)
        if product is not None and product.archived:
            self.archived.setChecked(True)
        self.list.choose(product_id)

    def _show_details(self) -> None:
        product = self.selected()
        if product is None:
            self.pane.details.show_nothing()
            self.pane.over.say(self._texts("Nothing selected"), empty=True)
        else:
            units = [unit for unit in self._units if unit.product == product.id]
            question = open_question(product, self._answered)
            batches = [batch for batch in self._batches if batch.product == product.id]
            self.pane.details.show_product(product, self._uses, units, question, batches)
            self.pane.over.say(product.name)

    # --- what can be done ---

    def _add(self) -> None:
        self.message.dismiss()
        self.pane.add_product()

    def edit_selected(self) -> None:
        """Open the form of the selected product."""
        product = self.selected()
        if product is not None:
            self.pane.edit_product(product)

    def _add_unit(self, earlier: Unit | None) -> None:
        product = self.selected()
        if product is not None:
            self.pane.add_unit(product, earlier)

    def _change_batch(self, batch: Batch | None) -> None:
        product = self.selected()
        if product is not None:
            self.pane.change_batch(product, batch)

    def archive_selected(self) -> None:
        """Stop offering the product for new doses, or offer it again."""
        product = self.selected()
        if product is None or not self._bridge.can_write:
            return
        name = self._texts("“{name}” is offered for new doses again.", name=product.name)
        if not product.archived:
            name = self._texts("“{name}” is archived: kept, and not offered for new doses.", name=product.name)
        archive = partial(self._set_archived, product.id)
        self._do(lambda: archive(not product.archived), name, product.id, lambda: archive(product.archived))

    def _set_archived(self, product_id: str, archived: bool) -> ChangeSet:
        """Change only whether it is archived: the rest may have been edited since it was shown."""
        product = self._bridge.logbook.get(product_id)
        if not isinstance(product, Product):
            raise Refused("not-in-journal")
        return self._bridge.logbook.save(replace(product, archived=archived))

    def delete_selected(self) -> None:
        """Move the product to the trash; its doses stay, and keep its name."""
        product = self.selected()
        if product is None or not self._bridge.can_write:
            return
        words = self._texts("“{name}” is in the trash.", name=product.name)
        if product.id in self._uses.of:
            words = self._texts("“{name}” is in the trash. Its doses stay and keep its name.", name=product.name)
        logbook, only = self._bridge.logbook, [product.id]
        self._do(lambda: logbook.delete(only), words, product.id, lambda: logbook.restore(only))

    def _do(self, work: Callable[[], ChangeSet], words: str, product_id: str, reverse: Callable[[], ChangeSet]) -> None:
        """Do it and offer to take it back."""
        change = self._bridge.attempt(work, self.message)
        if change is not None:
            undo = (self._texts("Undo"), lambda: self._take_back(change, product_id, reverse))
            self.message.show_message(words, [undo])
            self._focus_list()

    def _take_back(self, change: ChangeSet, product_id: str, reverse: Callable[[], ChangeSet]) -> None:
        """Undo it if it is the last change; else reverse only this change, so that later edits stay."""
        logbook = self._bridge.logbook
        last = logbook.undo_step
        undone = last is not None and last.seq == change.seq
        if self._bridge.attempt(logbook.undo if undone else reverse, self.message) is not None:
            self.select(product_id)
            self._focus_list()

    def _saved(self, product_id: str) -> None:
        """Select what was saved, and close an earlier message."""
        self.message.dismiss()
        self.reload()
        self.select(product_id)

    def _form_closed(self) -> None:
        self._measure()
        self._focus_list()

    def _focus_list(self) -> None:
        self.pane.over.uncover()
        (self.list if self.list.lines() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
