"""Today asks for a new passphrase once more, so that it is not forgotten unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import Card, announce, heading, label, quiet_label

if TYPE_CHECKING:
    from journal.ui.lock.passphrase import PassphraseField


class PracticeCard(Card):
    """Nothing depends on it, and it can be put off; ``answered``: the keyboard focus may move on."""

    answered = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(16, 6)
        self._bridge, self._texts = bridge, bridge.texts
        self.field: PassphraseField | None = None
        words = self._texts("Type your new passphrase once. Nothing depends on the answer.")
        self.start = button(self._texts("Practise it now"), self._open)
        self.start.setAccessibleDescription(words)
        self.check = button(self._texts("Is it right?"), self._check)
        self.later = plain_button(self._texts("Not now"), self._put_off)
        self.later.setAccessibleDescription(words)
        self.message = InlineMessage()
        self.right = quiet_label(self._texts("That is right."), wrap=True)
        self.body.addWidget(heading(self._texts("Do you still know it?"), "strong"))
        self.body.addWidget(label(words, "quiet", wrap=True))
        self._ways = flowing(self.start, self.check, self.later)
        for part in (self._ways, self.message, self.right):
            self.body.addWidget(part)
        self.check.hide()
        self.right.hide()
        self.hide()

    def look(self) -> None:
        """Show it if it is due, else hide it; what was just answered stays until the next time."""
        practice = self._bridge.practice
        if self.right.isHidden():
            self.setVisible(practice is not None and practice.due())

    def _open(self) -> None:
        """The field is made only now: from then on no other program can read the memory."""
        self.start.hide()
        self.check.show()
        from journal.ui.lock.passphrase import PassphraseField  # seldom needed: not loaded at the start

        self.field = PassphraseField(self._texts, self._texts("Passphrase"))
        self.field.entered.connect(self._check)
        self.message.withdraw_on(self.field.edit.textEdited)
        self.body.insertWidget(self.body.indexOf(self._ways), self.field)
        self.field.show()
        self.field.edit.setFocus()

    def _check(self) -> None:
        practice, field = self._bridge.practice, self.field
        if practice is None or field is None or not field.text():
            return
        if not practice.is_right(field.text()):
            self.message.show_message(self._texts(
                "That is not it. Check caps lock and the language of the keyboard, and try again. If you no longer "
                "know it, export your entries now, while the journal is open: in the menu File, Export…"
            ))  # fmt: skip
            field.edit.selectAll()
            return
        practice.end()
        self._close_field()
        self.right.show()
        announce(self, self.right.text())
        self.answered.emit()

    def _put_off(self) -> None:
        practice = self._bridge.practice
        if practice is not None:
            practice.end()
        self._close_field()
        self.hide()
        self.answered.emit()

    def _close_field(self) -> None:
        """What was typed is not kept."""
        if self.field is not None:
            self.field.edit.clear()
            self.field.hide()
            self.field.deleteLater()
            self.field = None
        for part in (self.start, self.check, self.later):
            part.hide()
