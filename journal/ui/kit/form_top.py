"""What stands above the fields of a form: in a low window it scrolls away with them, so that they have the room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.widgets import heading


class FormTop(QWidget):
    """The heading, what stands beside it, and lines that a form puts around them."""

    def __init__(self, title: str, form: QVBoxLayout, fields: QVBoxLayout) -> None:
        """``form`` and ``fields`` are its two places: above what scrolls, and in it."""
        super().__init__()
        self._form, self._fields = form, fields
        self.heading = heading(title)
        self.head = FlowLayout(spacing=8, far="last")
        self.head.addWidget(self.heading)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(8)
        self.lines.addLayout(self.head)
        form.insertWidget(0, self)

    def scroll_away(self, scrolls: bool) -> None:
        """Whether it scrolls with the fields. The keyboard stays where it is in it."""
        place, other = (self._fields, self._form) if scrolls else (self._form, self._fields)
        if place.indexOf(self) >= 0:
            return
        focused = self.window().focusWidget()
        other.removeWidget(self)
        place.insertWidget(0, self)
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
