"""What kind of product it is, left open until a person says it; for a tablet also what it holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Content, Product, ProductKind, Setting
from journal.core.product_kinds import Doubt, Question, as_told, contradicts, of_kind, remembered
from journal.texts import Texts
from journal.ui.entries.product_kind_words import content_choices, kind_choices, question_text
from journal.ui.kit.fields import Choice
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.widgets import label

_OPEN, _NO_LABEL_SAYS = "", "not on the label"
_FIRST_OF_OLD_FORMS = "leaf_powder"


class KindFields(QWidget):
    """Two lists, the second for tablets, and a question where the name says another kind; nothing is preselected.

    The question comes up while the name is typed. In a form it stands at the foot (``Form.ask_at_foot``), where it
    moves no field below the kind away from where a person is about to type.
    """

    changed = Signal()

    def __init__(self, texts: Texts, of: str = "") -> None:
        super().__init__()
        self._texts, self._name, self._denied = texts, "", ProductKind.NOT_SAID
        open_words = texts("choose, or leave open")
        named = texts("Kind of product: {name}", name=of) if of else texts("Kind of product")
        self.kind = Choice(named, [(ProductKind.NOT_SAID, open_words), *kind_choices(texts)])
        held = texts("What is in {name}, by its label", name=of) if of else texts("What is in it, by its label")
        unsaid = (_NO_LABEL_SAYS, texts("it does not say"))
        self.content = Choice(held, [(_OPEN, open_words), *content_choices(texts), unsaid])
        self.question = InlineMessage()
        self._held = QWidget()
        inside = QVBoxLayout(self._held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(label(texts("What is in it, by its label?"), "small", wrap=True))
        inside.addWidget(self.content)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        for part in (self.kind, self._held, self.question):
            body.addWidget(part)
        self._held.setEnabled(False)  # greyed, not hidden: what is below it stays where it is
        self.kind.currentIndexChanged.connect(self._chosen)
        self.content.currentIndexChanged.connect(self._chosen)

    # --- what is said ---

    def kind_and_content(self) -> tuple[ProductKind, Content | None]:
        """The kind, NOT_SAID while it is left open, and what a tablet holds, None while that is not known."""
        kind, content = ProductKind(self.kind.value()), self.content.value()  # a list gives plain texts
        known = kind is ProductKind.TABLET and content not in (_OPEN, _NO_LABEL_SAYS)
        return kind, Content(content) if known else None

    def applied_to(self, product: Product) -> Product:
        """The product with what is said here."""
        return of_kind(product, *self.kind_and_content())

    def answers(self, product: Product) -> list[Setting]:
        """The questions that were answered here with "as it is", so that they are not asked again."""
        settings = []
        kind_by_name = contradicts(product.name, product.kind, product.content)
        if kind_by_name is not None and kind_by_name is self._denied:
            settings.append(remembered(Question(product, Doubt.NAME, kind_by_name), answered=True))
        if product.kind is ProductKind.TABLET and self.content.value() == _NO_LABEL_SAYS:
            settings.append(remembered(Question(product, Doubt.CONTENT), answered=True))
        return settings

    def show_product(self, product: Product, answered: Collection[str] = ()) -> None:
        """Show what was said of this product before; ``answered`` are the keys of its answered questions."""
        content: object = product.content or _OPEN
        if content == _OPEN and Question(product, Doubt.CONTENT).key in answered:
            content = _NO_LABEL_SAYS
        kind_by_name = contradicts(product.name, product.kind, product.content)
        if kind_by_name is not None and Question(product, Doubt.NAME, kind_by_name).key in answered:
            self._denied = kind_by_name
        self.kind.set_value(product.kind)
        self.content.set_value(content)
        self.name_changed(product.name)

    # --- the name ---

    def name_changed(self, name: str) -> None:
        """Ask where the name says another kind than the one chosen; saving never waits for the answer."""
        self._name = name
        kind_by_name = contradicts(name, *self.kind_and_content())
        if kind_by_name is None or kind_by_name is self._denied:
            self.question.dismiss()
            return
        words = question_text(self._texts, Question(self._product(), Doubt.NAME, kind_by_name))
        yes, no = self._texts("Yes"), self._texts("No, it is as chosen")
        if self.kind_and_content()[0] is ProductKind.NOT_SAID:
            no = self._texts("No")
        # Shown anew only for something else: every letter of the name comes through here.
        if (self.question.text(), [button.text() for button in self.question.buttons()]) != (words, [yes, no]):
            self.question.show_message(
                words, [(yes, lambda: self._agree(kind_by_name)), (no, lambda: self._deny(kind_by_name))]
            )

    def ask_nothing(self) -> None:
        """The question is withdrawn, because the product is not asked about any more."""
        self.question.dismiss()

    def _product(self) -> Product:
        return self.applied_to(Product(name=self._name))

    def _agree(self, kind_by_name: ProductKind) -> None:
        agreed = as_told(self._product(), kind_by_name)
        self.kind.set_value(agreed.kind)
        self.content.set_value(agreed.content or _OPEN)
        self.kind.setFocus()

    def _deny(self, kind_by_name: ProductKind) -> None:
        self._denied = kind_by_name
        self.kind.setFocus()
        self.changed.emit()

    def _chosen(self) -> None:
        self._held.setEnabled(self.kind_and_content()[0] is ProductKind.TABLET)
        self.name_changed(self._name)
        self.changed.emit()

    # --- drafts ---

    def state(self) -> list[str]:
        """What is chosen."""
        return [str(self.kind.value()), str(self.content.value()), str(self._denied)]

    def restore(self, state: Sequence[Any]) -> None:
        """Show a state again."""
        kind, content, denied = state
        self._denied = ProductKind(denied)
        self.kind.set_value(ProductKind(kind))
        self.content.set_value(content if content in (_OPEN, _NO_LABEL_SAYS) else Content(content))

    def restore_old(self, kind: str, chosen: bool = False) -> None:
        """Show the kind of a form of version 0.1, which began with leaf powder; nobody may have ``chosen`` that one."""
        chosen_kind = kind != _FIRST_OF_OLD_FORMS or chosen
        self.kind.set_value(ProductKind(kind) if chosen_kind else ProductKind.NOT_SAID)
