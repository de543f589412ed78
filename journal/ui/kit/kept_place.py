"""Room that is kept for what is hidden, so that nothing moves under the pointer when it appears."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget


def keep_place(*widgets: QWidget) -> None:
    """Their places in the layout stay as they are while they are hidden."""
    for widget in widgets:
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(policy)


class OneOf(QWidget):
    """One of several parts, or none, in a place that is as high as the highest of them."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._nothing = QWidget()
        self._stack = QStackedLayout(self)
        for part in (self._nothing, *parts):
            self._stack.addWidget(part)

    def show_part(self, part: QWidget | None) -> None:
        """Show this one, or none."""
        self._stack.setCurrentWidget(part or self._nothing)
