"""The widgets that every screen is put together from; all of them show plain text and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from journal.ui.kit.event_loop import later
from journal.ui.kit.older_readers import tell_older_readers
from journal.ui.kit.words import Line, Paragraph

_FOCUS_MOVES_MS = 100

# --- words -----------------------------------------------------------------------------------------------------------


def plain(text: str) -> str:
    """The text for a button, menu or tab, where Qt would take & for a shortcut letter."""
    return text.replace("&", "&&")


def label(text: str = "", role: str = "body", wrap: bool = False) -> QLabel:
    """Plain text. Roles: body, quiet, small (quiet and small), strong, heading (16 px), title (22 px), caution.

    With ``wrap`` it takes the width that is there; without, as much as one line needs, and less if it must.
    """
    made = Paragraph(text) if wrap else Line(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def quiet_label(text: str = "", wrap: bool = False) -> QLabel:
    """Plain text in the quiet colour."""
    return label(text, "quiet", wrap)


def heading(text: str, role: str = "heading") -> QLabel:
    """A heading of a card (16 px) or, with role "title", of a screen (22 px)."""
    return label(text, role)


def announce(widget: QWidget, text: str) -> None:
    """Say this to a screen reader once the keyboard is where it goes to; nothing happens where none is running.

    Said before, it would be cut off by what the keyboard comes to. It is said of the window, because a form that was
    saved is gone by then.
    """
    if text and QAccessible.isActive():
        later(widget.window(), _FOCUS_MOVES_MS, lambda: _say(text))


def _say(text: str) -> None:
    window = QApplication.activeWindow()
    if window is not None:
        event = QAccessibleAnnouncementEvent(window, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
        tell_older_readers(text)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget that is already shown another look."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Card(QFrame):
    """A white frame with rounded corners; put things into ``body``."""

    def __init__(self, margin: int = 16, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(spacing)


def hairline() -> QFrame:
    """A thin line between rows."""
    made = QFrame()
    made.setProperty("role", "hairline")
    return made


def row(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; None is a stretch."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            made.addStretch(1)
        else:
            made.addWidget(widget)
    return made


def group(*widgets: QWidget) -> QWidget:
    """Widgets below each other that are shown and hidden as one; what is lower than its place stands at the top."""
    made = QWidget()
    body = QVBoxLayout(made)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(8)
    for widget in widgets:
        body.addWidget(widget)
    body.addStretch(1)
    return made


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear_layout(inner)
