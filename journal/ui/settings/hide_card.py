"""What the key that hides the window does, and a way to try it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.key_names import key_name
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label


class HideCard(QWidget):
    """``hide_wanted``: the person tries it."""

    hide_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.what = label(
            texts("{key} empties and minimises the window, and gives it the title “Notes”.", key=key_name("F9")),
            wrap=True,
        )
        self.back = label(role="quiet", wrap=True)
        self.attempt = button(texts("Try it"), self.hide_wanted.emit)
        self.attempt.setAccessibleName(texts("{action}: hide at once", action=self.attempt.text()))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        for part in (self.what, self.back, flowing(self.attempt)):
            body.addWidget(part)

    def refresh(self, encrypted: bool) -> None:
        """How it comes back."""
        keys = {"hide": key_name("F9"), "help": key_name("F1")}
        if encrypted:
            words = self._texts(
                "To come back, open the window again, press {hide} or Continue, and type the passphrase. {help} opens "
                "Emergency there, too.",
                **keys,
            )
        else:
            words = self._texts(
                "To come back, open the window again and press {hide} or Continue. Without a passphrase anyone can do "
                "that. {help} opens Emergency there, too.",
                **keys,
            )
        self.back.setText(words)
