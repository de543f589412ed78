"""Something to know or to decide, in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journal.ui.kit.buttons import button
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.icons import IconMark
from journal.ui.kit.layout_order import widgets_in
from journal.ui.kit.tab_order import hand_keyboard_on
from journal.ui.kit.widgets import announce, clear_layout, label, set_role


class InlineMessage(QFrame):
    """Something to know or to decide, in its place instead of a dialog.

    Amber (caution) is for health risks only; what was refused, or is damaged, has no colour of good news.

    A bar at its side and an icon tell it from the fields that it stands among.
    """

    appeared = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None, hands_on: bool = False) -> None:
        """``hands_on``: once an answer was pressed, the keyboard goes on to what stands next in the window."""
        super().__init__(parent)
        self.setProperty("role", "message")
        self._hands_on = hands_on
        self._lasting = False
        self._words = label(wrap=True)
        self._icon = IconMark("info")
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, 8)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 10, 12, 10)
        body.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        body.addLayout(line)
        body.addWidget(self._buttons)
        self.hide()

    def show_message(
        self,
        text: str,
        buttons: Sequence[tuple[str, Callable[[], object]]] = (),
        caution: bool = False,
        lasting: bool = False,
        refused: bool = False,
    ) -> None:
        """Show and announce it; each button closes the message, then does its work.

        ``lasting``: it is about more than what stands in the fields, so that ``withdraw`` leaves it. ``refused``: it
        says why something was not done.
        """
        held = self._held()
        self.dismiss()  # what was asked before is not asked any more
        self._lasting = lasting
        self._words.setText(text)
        self._words.setAccessibleName(text)
        set_role(self, "caution" if caution else "refused" if refused else "message")
        self._icon.show_icon("caution" if caution else "refused" if refused else "info")
        clear_layout(self._flow)
        for words, work in buttons:
            self._flow.addWidget(button(words, lambda work=work: self._pressed(work)))  # type: ignore[misc]
        self._buttons.setVisible(bool(buttons))
        self.show()
        for answer in self.buttons():
            answer.show()  # at once, so that the keyboard can be put on one
            if answer.text() == held:
                answer.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, text)
        self.appeared.emit()

    def _held(self) -> str | None:
        """The words of the answer that has the keyboard: whoever is about to press it must not lose it."""
        return next((answer.text() for answer in self.buttons() if answer is self.window().focusWidget()), None)

    def refuse(self, text: str, lasting: bool = False) -> None:
        """Show and announce why something was not done."""
        self.show_message(text, lasting=lasting, refused=True)

    @property
    def icon(self) -> str:
        """The name of the icon that stands beside the words."""
        return self._icon.name

    def ask(self, text: str, answers: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Show and announce a question. The keyboard goes to the first answer, which changes and discards nothing."""
        self.show_message(text, answers)
        first = self.buttons()[0]
        first.setAccessibleDescription(text)  # a screen reader reads the question together with the button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def reword(self, text: str) -> None:
        """Say it in other words, with the answers that it has."""
        self._words.setText(text)
        self._words.setAccessibleName(text)
        announce(self, text)

    @property
    def asks(self) -> bool:
        """Whether it is shown and has answers to choose from."""
        return not self.isHidden() and bool(self.buttons())

    def text(self) -> str:
        """What it says, "" when it is not shown."""
        return "" if self.isHidden() else self._words.text()

    @property
    def answers(self) -> QWidget:
        """What holds its buttons."""
        return self._buttons

    def buttons(self) -> list[QPushButton]:
        """Its buttons, for the keyboard to go to."""
        return [widget for widget in widgets_in(self._flow) if isinstance(widget, QPushButton)]

    def dismiss(self) -> None:
        """Take it away."""
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def withdraw(self) -> None:
        """What it was about has been changed: what was refused or asked is over. What is lasting stays."""
        if not self._lasting:
            self.dismiss()

    def withdraw_on(self, *changes: SignalInstance) -> None:
        """Withdraw it whenever one of these is emitted."""
        for change in changes:
            change.connect(lambda *_: self.withdraw())

    def _pressed(self, work: Callable[[], object]) -> None:
        if self._hands_on:
            hand_keyboard_on(self)
        self.dismiss()
        work()
