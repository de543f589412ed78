"""A passphrase field that can show what was typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal import memory
from journal.texts import Texts
from journal.ui.kit.fields import line_edit
from journal.ui.kit.tick_box import TickBox

_LIMIT = 1000


class PassphraseField(QWidget):
    """Hidden letters with a box that shows them; what was typed is never trimmed or changed."""

    entered = Signal()

    def __init__(self, texts: Texts, name: str, with_box: bool = True) -> None:
        super().__init__()
        memory.keep_from_others()
        self.edit = line_edit(name, "", _LIMIT)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.returnPressed.connect(self.entered)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.edit)
        tick = TickBox(texts("Show what I type"))
        tick.toggled.connect(self.show_letters)
        body.addWidget(tick)
        # Only once it has a parent: a visible widget without one would be a window of its own for a moment.
        tick.setVisible(with_box)
        self.box = tick.box
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What was typed, letter for letter."""
        return self.edit.text()

    def show_letters(self, shown: bool) -> None:
        """Show or hide the letters."""
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
