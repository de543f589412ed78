"""One question about a product's kind, with every answer as a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Content, Product, ProductKind, Setting
from journal.core.product_kinds import Doubt, Question, as_told, of_kind, remembered
from journal.core.refusal import Refused
from journal.ui.entries.product_kind_words import content_choices, kind_choices, question_text
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import chip, plain_button
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import clear_layout, label

_Choice = tuple[str, Callable[[], object]]


class KindQuestion(QWidget):
    """Asks; an answer is saved at once, as one step that Undo takes back. ``named``: the words name the product."""

    answered = Signal()
    put_off = Signal()  # "Not now" was pressed; emitted just before that is saved

    def __init__(self, bridge: Bridge, question: Question, named: bool = False) -> None:
        super().__init__()
        self._bridge, self._texts, self.question, self._named = bridge, bridge.texts, question, named
        self.message = InlineMessage()
        self._inside = QVBoxLayout()
        self._inside.setSpacing(6)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addLayout(self._inside)
        body.addWidget(self.message)
        self._shown = question
        self._buttons: list[QWidget] = []
        self._show(question)

    def words(self) -> str:
        """What is asked."""
        asked = question_text(self._texts, self._shown)
        return self._texts("{name}: {asked}", name=self.question.product.name, asked=asked) if self._named else asked

    def _show(self, question: Question) -> None:
        self._shown = question
        clear_layout(self._inside)
        name = question.product.name
        buttons: list[QWidget] = []
        for words, work in self._choices():
            made = chip(words, checkable=False, on_click=work)
            made.setAccessibleName(self._texts("{name}: {answer}", name=name, answer=words))
            buttons.append(made)
        if self._named:
            later = plain_button(self._texts("Not now"), self._not_now)
            later.setAccessibleName(self._texts("{name}: {answer}", name=name, answer=self._texts("Not now")))
            buttons.append(later)
        self._buttons = buttons
        for part in (label(self.words(), wrap=True), flowing(*buttons, spacing=6)):
            self._inside.addWidget(part)
            part.show()

    def _choices(self) -> list[_Choice]:
        kind_by_name, texts = self._shown.kind_by_name, self._texts
        if kind_by_name is not None:
            return [
                (texts("Yes"), lambda: self._save(lambda now: as_told(now, kind_by_name))),
                (self._no(), self._keep),
            ]
        if self._shown.doubt is Doubt.FILLED_IN:
            return [(texts("Yes"), self._confirm), (texts("Another kind"), self._ask_for_kind)]
        if self._shown.doubt is Doubt.CONTENT:
            held = [(words, self._holding(content)) for content, words in content_choices(texts)]
            return [*held, (texts("It does not say"), self._keep)]
        return [(words, self._being(kind)) for kind, words in kind_choices(texts)]

    def _no(self) -> str:
        open_still = self.question.product.kind is ProductKind.NOT_SAID
        return self._texts("No") if open_still else self._texts("No, it is as chosen")

    def _being(self, kind: object) -> Callable[[], object]:
        assert isinstance(kind, ProductKind)
        return lambda: self._save(lambda now: of_kind(now, kind))

    def _holding(self, content: object) -> Callable[[], object]:
        assert isinstance(content, Content)
        return lambda: self._save(lambda now: of_kind(now, ProductKind.TABLET, content))

    def _confirm(self) -> None:
        self._save(lambda now: of_kind(now, now.kind, now.content))

    def _ask_for_kind(self) -> None:
        """Show the kinds to choose from in the same place, with the keyboard on the first."""
        self._show(Question(self.question.product, Doubt.NOT_SAID))
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first answer."""
        if self._buttons:
            self._buttons[0].setFocus()

    # --- answers ---

    def _save(self, changed: Callable[[Product], Product]) -> None:
        """Save only the kind: the rest of the product may have been edited since it was asked."""
        logbook = self._bridge.logbook

        def work() -> object:
            now = logbook.get(self.question.product.id)
            if not isinstance(now, Product):
                raise Refused("not-in-journal")
            return logbook.save(changed(now), label="product.asked")

        self._done(work)

    def _keep(self) -> None:
        self._remember(answered=True)

    def _not_now(self) -> None:
        self.put_off.emit()
        self._remember(answered=False)

    def _remember(self, answered: bool) -> None:
        memory: Setting = remembered(self.question, answered)
        self._done(lambda: self._bridge.logbook.save(memory, label="product.asked"))

    def _done(self, work: Callable[[], object]) -> None:
        if self._bridge.attempt(work, self.message) is not None:
            self.answered.emit()
