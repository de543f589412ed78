"""Asking for the passphrase: no journal data, and no word of what is in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import button, primary_button
from journal.ui.kit.centred import centred
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.screen import Page
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import Card, announce, label, quiet_label
from journal.ui.lock.passphrase import PassphraseField

_WIDTH = 440
_SAID_IN_FULL_FROM = 3  # attempts


class UnlockScreen(Page):
    """Emits ``submitted`` with the passphrase; the key is derived elsewhere while the screen is busy.

    ``open_existing`` asks for another journal, where this is not the right one; ``back_wanted`` for a backup of it.
    ``rescue_wanted``: it may be damaged, which is offered once passphrases did not open it a few times.
    """

    submitted = Signal(str)
    open_existing = Signal()
    back_wanted = Signal()
    rescue_wanted = Signal()

    def __init__(self, texts: Texts, path: Path) -> None:
        super().__init__()
        self._texts = texts
        self.field = PassphraseField(texts, texts("Passphrase"))
        self.field.entered.connect(self._submit)
        self.unlock = primary_button(texts("Unlock"), "Enter", self._submit)
        self.other = button(texts("Open another journal…"), self.open_existing.emit)
        self.back = button(texts("Go back to a backup…"), self.back_wanted.emit)
        self.rescue = button(texts("Rescue what can be read…"), self.rescue_wanted.emit)
        self._wrong = 0
        self.message = InlineMessage()
        self.message.withdraw_on(self.field.edit.textEdited)
        self.busy = quiet_label("")
        self.what_it_is = label("", wrap=True)
        self.what_it_is.hide()
        self.never_set = quiet_label(
            texts("If you never set a passphrase, the file is damaged: go back to a backup. The damaged file is kept."),
            wrap=True,
        )
        self._lay_out(path.name)
        for offered_later in (self.never_set, self.back, self.rescue):
            offered_later.hide()
        self.setFocusProxy(self.field)

    def _lay_out(self, name: str) -> None:
        texts, card = self._texts, Card(margin=24, spacing=12)
        for widget in (
            label(texts("Unlock the journal"), "title"),
            quiet_label(name, wrap=True),
            self.what_it_is,
            label(texts("Passphrase"), "small"),
            self.field,
            self.message,
        ):
            card.body.addWidget(widget)
        card.body.addWidget(flowing(self.busy, self.unlock, spacing=12, far="last"))
        card.body.addWidget(self.never_set)
        card.body.addWidget(flowing(self.other, self.back, self.rescue))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(centred(card, _WIDTH))

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.field.edit

    def offer_back(self, backups: bool, plain: bool) -> None:
        """Whether there are ``backups`` to go back to; ``plain``: the newest has no passphrase."""
        self.never_set.setVisible(plain)
        self.back.setVisible(backups)

    def say_what_it_is(self, words: str) -> None:
        """What lies here now, or why it is still the same: what the person asked for before the lock came."""
        self.what_it_is.setText(words)
        self.what_it_is.show()
        announce(self, words)

    def refuse(self, text: str) -> None:
        """Say why not, keep what was typed, and select it."""
        self.set_busy(False)
        self.message.refuse(text)
        self.field.edit.selectAll()
        if self.isVisible():  # Qt would give it the keyboard below Emergency, too
            self.field.edit.setFocus()

    def refuse_passphrase(self, in_full: str) -> None:
        """It did not open. Mostly it was mistyped; its beginning may be damaged, too, which cannot be told from that.

        What damage means and what can be done is said ``in_full`` only once it was refused a few times.
        """
        self._wrong += 1
        if self._wrong < _SAID_IN_FULL_FROM:
            again = self._texts("That passphrase does not open this journal. Try again.")
            check = self._texts("Look at caps lock and at the language of the keyboard.")
            self.refuse(f"{again} {check}")
        else:
            self.refuse(in_full)
            self.rescue.show()

    def set_busy(self, busy: bool) -> None:
        """While the key is derived nothing can be pressed twice."""
        words = self._texts("Opening…") if busy else ""
        self.busy.setText(words)
        self.field.setEnabled(not busy)
        self.unlock.setEnabled(not busy)
        self.other.setEnabled(not busy)
        self.back.setEnabled(not busy)
        self.rescue.setEnabled(not busy)
        if busy:
            self.message.dismiss()
            announce(self, words)

    def _submit(self) -> None:
        if self.unlock.isEnabled():
            self.submitted.emit(self.field.text())
