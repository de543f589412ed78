"""The kinds of the products that a file brings: asked, never guessed; what is left open stays not said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journal.core.entries import Product, ProductKind, Setting
from journal.exchange.plan import KindSaid, Plan
from journal.texts import Texts
from journal.ui.entries.product_kind_fields import KindFields
from journal.ui.kit.widgets import clear_layout, heading, label, quiet_label

MOST_ASKED = 20


class ImportedKinds(QWidget):
    """A line for each new product whose kind the file does not say, most doses first; hidden where there is none."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.fields: dict[str, KindFields] = {}  # by the product's id
        self.counts: dict[str, QLabel] = {}
        self._products: dict[str, Product] = {}
        self._states: dict[str, Any] = {}  # of all products that were ever asked about: a choice may bring them back
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.hide()

    def show_plan(self, plan: Plan) -> None:
        """Ask about what this reading of the file brings; what was answered before stays answered."""
        ordered = sorted(plan.kindless, key=lambda product: -plan.doses_of[product.id])
        asked = {product.id: product for product in ordered[:MOST_ASKED]}
        if asked == self._products:
            self._count(plan.doses_of)
            return
        self._states |= {key: field.state() for key, field in self.fields.items()}
        clear_layout(self._lines)
        self.fields, self.counts, self._products = {}, {}, asked
        self.setVisible(bool(asked))
        if asked:
            self._ask(list(asked.values()), plan.doses_of, len(ordered) - len(asked))

    def _ask(self, products: Sequence[Product], doses: Mapping[str, int], more: int) -> None:
        self._add(heading(self._texts("What kind of product?")))
        left = self._texts("The file does not say it. What you leave open stays “not said”; Products can say it later.")
        self._add(quiet_label(left, wrap=True))
        for product in products:
            self._add(self._line(product, doses[product.id]))
        if more:
            words = self._texts.plural("and {n} more product", "and {n} more products", more)
            self._add(quiet_label(words, wrap=True))

    def _count(self, doses: Mapping[str, int]) -> None:
        """How many doses each has: an answer about their amounts brings more of them."""
        for key, words in self.counts.items():
            words.setText(self._counted(self._products[key], doses[key]))

    def _counted(self, product: Product, doses: int) -> str:
        count = self._texts.plural("{n} dose", "{n} doses", doses)
        return self._texts("{name} · {doses}", name=product.name, doses=count)

    def _line(self, product: Product, doses: int) -> QWidget:
        field = KindFields(self._texts, product.name)
        field.show_product(product)
        if product.id in self._states:
            field.restore(self._states[product.id])
        field.changed.connect(self.changed)
        self.fields[product.id] = field
        self.counts[product.id] = label(self._counted(product, doses), wrap=True)
        line = QWidget()
        inside = QVBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.counts[product.id])
        inside.addWidget(field)
        return line

    def _add(self, part: QWidget) -> None:
        self._lines.addWidget(part)
        part.show()

    def chosen(self) -> dict[str, KindSaid]:
        """The kinds that were said, by the product's id."""
        kinds = {key: field.kind_and_content() for key, field in self.fields.items()}
        return {key: answer for key, answer in kinds.items() if answer[0] is not ProductKind.NOT_SAID}

    def answers(self) -> tuple[Setting, ...]:
        """The questions that were answered with "as it is"."""
        named = ((field, field.applied_to(self._products[key])) for key, field in self.fields.items())
        return tuple(answer for field, product in named for answer in field.answers(product))
