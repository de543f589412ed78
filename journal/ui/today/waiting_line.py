"""A line on Today, where a small window shows only the form or only the question: the other one waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.kit.buttons import button


class WaitingLine(QWidget):
    """A button that says what waits, and shows it; as low as can be, so that the form beside it need not scroll."""

    def __init__(self, show: Callable[[], object]) -> None:
        super().__init__()
        self.said = ""  # without what the button does
        self.button = button("", show)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.button)
        self.hide()

    def text(self) -> str:
        """What it says, "" when it is not shown."""
        return "" if self.isHidden() else self.button.text()

    def show_text(self, text: str, spoken: str = "") -> None:
        """Say it; "" takes the line away. ``spoken``: the same for a place that has a button of its own."""
        self.said = spoken
        if text:
            self.button.setText(text)
        self.setVisible(bool(text))
