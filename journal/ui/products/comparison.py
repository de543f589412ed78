"""Products side by side, by name and batch: what is stated and when they were taken, nothing of what followed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from journal.core.entries import Batch, Product
from journal.texts import Texts
from journal.ui.entries.batch_words import batch_days, batch_figures, batch_name, latest_first
from journal.ui.entries.product_kind_words import kind_text
from journal.ui.kit.theme import theme
from journal.ui.products.wording import Uses, days_text, strength_text

_COLUMN, _BESIDE = 220, 8  # px at 100 %


class Compared(NamedTuple):
    """The products' names, and of each fact its name and what every product says of it."""

    names: Sequence[str]
    facts: Sequence[tuple[str, Sequence[str]]]


def compared(
    texts: Texts, products: Sequence[Product], uses: Uses, batches: Iterable[Batch], recorded: int | None
) -> Compared:
    """In the order that is given, which is that of names; ``recorded`` days are in the journal, None: not counted."""
    of_product: dict[str, list[Batch]] = {}
    for batch in batches:
        of_product.setdefault(batch.product, []).append(batch)
    facts = (
        (texts("Kind"), [kind_text(texts, product) for product in products]),
        (texts("Vendor"), [product.vendor for product in products]),
        (texts("Strain label, as printed"), [product.strain for product in products]),
        (texts("Vein label, as printed"), [product.vein for product in products]),
        (texts("Stated strength"), [strength_text(texts, product) for product in products]),
        (texts("First and last taken"), [_days(texts, product, uses) for product in products]),
        (texts("Days taken"), [_taken(texts, product, uses, recorded) for product in products]),
        (texts("Batches"), [_batches(texts, of_product.get(product.id, ())) for product in products]),
    )
    stated = [(name, values) for name, values in facts if any(values)]
    empty = {texts("Batches"): texts("none written down"), texts("Days taken"): ""}
    return Compared(
        [product.name for product in products],
        [(name, [words or empty.get(name, texts("not said")) for words in values]) for name, values in stated],
    )


def _days(texts: Texts, product: Product, uses: Uses) -> str:
    use = uses.of.get(product.id)
    if use is None:
        return texts("no doses recorded") if uses.counted else ""
    return days_text(texts, use.first, use.last)


def _taken(texts: Texts, product: Product, uses: Uses, recorded: int | None) -> str:
    use = uses.of.get(product.id)
    if use is None or recorded is None:
        return ""
    return texts.plural("{k} of {n} recorded day", "{k} of {n} recorded days", recorded, k=texts.integer(use.days))


def _batches(texts: Texts, batches: Iterable[Batch]) -> str:
    """Each with its days and its report's figures, the latest first, a line each."""
    batch_words = (batch_name, batch_days, batch_figures)
    return "\n".join(
        " · ".join(filter(None, (words(texts, batch) for words in batch_words))) for batch in latest_first(batches)
    )


class ComparisonTable(QTableWidget):
    """A column for each product and a row for each fact; in no other order than that of names, and without colours."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.verticalHeader().hide()  # the names of facts are a column, which scrolls away where there is no room
        self.setAccessibleName(texts("Products side by side, by name"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_compared(self, comparison: Compared) -> None:
        """Other products."""
        beside = theme().px(_BESIDE)
        self.setStyleSheet(f"QTableView::item, QHeaderView::section {{ padding: {beside // 2}px {beside}px; }}")
        names = [self._texts("Product"), *comparison.names]
        self.setColumnCount(len(names))
        self.setRowCount(len(comparison.facts))
        self.setHorizontalHeaderLabels(names)
        for row, (name, cells) in enumerate(comparison.facts):
            for column, words in enumerate((name, *cells)):
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.setItem(row, column, item)
        for column in range(len(names)):
            self.setColumnWidth(column, theme().px(_COLUMN))
        self.resizeRowsToContents()
        if comparison.names and comparison.facts:
            self.setCurrentCell(0, 0)
