"""Windows and dialogs as large as the screen has room for, frame included, and never beyond its edges."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

# What a title bar and borders may take, px; it is not known before the window is shown.
FRAME = QSize(16, 48)


def room_for(window: QWidget) -> QRect:
    """Where the window's inside may lie on its screen."""
    return window.screen().availableGeometry().adjusted(FRAME.width() // 2, FRAME.height(), -FRAME.width() // 2, 0)


def fit_on_screen(window: QWidget, wanted: QSize) -> None:
    """This size, or as much of it as there is room for; a place that a larger screen had is left.

    Save, questions and Emergency stand at the lower edge, which must not lie below the screen's.
    """
    room = room_for(window)
    window.resize(wanted.boundedTo(room.size()))
    # A window that nobody has placed yet is at (0, 0), and is placed by the desktop. Its attribute WA_Moved says so,
    # too, but the first paint waits for this function, and the namespace Qt would take a tenth of that time.
    if not window.pos().isNull() and not window.screen().availableGeometry().contains(window.geometry()):
        window.move(room.topLeft() - (window.geometry().topLeft() - window.pos()))
