"""A passphrase field that can show what was typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal import memory
from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.fields import line_edit
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import announce, label

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
        self.caps = label(texts("Caps lock seems to be on."), "quiet", wrap=True)
        body.addWidget(self.caps)
        self.caps.hide()
        self.edit.installEventFilter(self)
        tick = TickBox(texts("Show what I type"))
        tick.toggled.connect(self.show_letters)
        body.addWidget(tick)
        # Only once it has a parent: a visible widget without one would be a window of its own for a moment.
        tick.setVisible(with_box)
        self.box = tick.box
        self.box.installEventFilter(self)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What was typed, letter for letter."""
        return self.edit.text()

    def wanted(self) -> str:
        """What was typed, for a button that cannot do without: where nothing was, the keyboard goes here."""
        if not self.text():
            self.edit.setFocus()
        return self.text()

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if watched is self.edit:
            self._notice_caps(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()  # as from the letters that it shows
            return True
        return False

    def _notice_caps(self, event: QKeyEvent) -> None:
        """No system tells every program of it; a large letter without Shift does."""
        letter, shift = event.text(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps.hide()
        elif letter.isalpha() and letter.lower() != letter.upper():
            on = letter.isupper() and not shift
            if on and not self.caps.isVisibleTo(self):
                announce(self, self.caps.text())
            self.caps.setVisible(on)

    def show_letters(self, shown: bool) -> None:
        """Show or hide the letters."""
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
