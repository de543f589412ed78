"""The password that locks the PDF, typed twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core import limits
from journal.texts import Texts
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label
from journal.ui.lock.passphrase import PassphraseField

PASSWORD_BYTES = 127  # of the strongest lock that PDF has
_SHORT = 8  # letters of a password: fewer are guessed by trying


class PdfPassword(QWidget):
    """Two fields, the second only once something stands in the first. ``entered``: Enter, once both are the same.

    ``typed``: another letter in one of them.
    """

    entered = Signal()
    typed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.password = PassphraseField(texts, texts("Password for the PDF"), with_box=False)
        self.again = PassphraseField(texts, texts("The same password again"), with_box=False)
        self.again.edit.setPlaceholderText(texts("The same again"))
        self.shown = TickBox(texts("Show what I type"))
        self.password.edit.setPlaceholderText(texts("none"))
        self.locked = label(role="small", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        for part in (self.password, self.again, self.shown, self.locked):
            body.addWidget(part)
        for field in (self.password, self.again):
            self.shown.toggled.connect(field.show_letters)
            field.edit.textChanged.connect(lambda _text: self._letter_typed())
            field.entered.connect(self._enter)
        self._tell()

    def text(self) -> str:
        """What was typed, letter for letter."""
        return self.password.text()

    def problem(self) -> str:
        """Why this password cannot lock a PDF, or may be mistyped; "" if it can, or if there is none."""
        if len(self.text().encode()) > PASSWORD_BYTES:
            return self._texts(
                "This password is too long for a PDF. Use at most {n} letters.", n=limits.PASSWORD_LETTERS
            )
        if self.text() and not self.again.text():
            return self._texts("Type the password a second time, so that a slip does not lock you out.")
        if self.text() and self.text() != self.again.text():
            return self._texts("The two passwords are not the same. Type the same one twice.")
        return ""

    def take_keyboard(self) -> None:
        """To the first field."""
        self.password.edit.setFocus()

    def _letter_typed(self) -> None:
        self._tell()
        self.typed.emit()

    def _tell(self) -> None:
        """What the file would be, with what stands in the fields."""
        texts, typed = self._texts, self.text()
        words = texts("Without one, anyone with the file can read it.")
        if typed:
            words = self.problem() or texts("The file opens only with it. A forgotten password cannot be recovered.")
        if 0 < len(typed) < _SHORT:
            words = f"{words} {texts('Short passwords are guessed.')}"
        if not typed:
            self.again.edit.clear()
        self.again.setVisible(bool(typed))
        self.locked.setText(words)
        for field in (self.password, self.again):
            field.edit.setAccessibleDescription(words)

    def _enter(self) -> None:
        """Enter leads to the second field until the same stands there."""
        if self.text() and self.text() != self.again.text() and not self.again.edit.hasFocus():
            self.again.edit.setFocus()
        else:
            self.entered.emit()
