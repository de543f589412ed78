"""Whether a part of the window still counts: Qt deletes what is let go only later, and until then answers reach it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_GONE = "let go"


def let_go(page: QWidget) -> None:
    """Take a page away for good. What it belongs to may be closed at once: nothing reaches it or its parts any more."""
    page.setProperty(_GONE, True)
    page.hide()
    page.deleteLater()


def is_alive(owner: QObject) -> bool:
    """Whether it is there, and neither it nor anything around it was let go."""
    if not isValid(owner):
        return False
    around: QObject | None = owner
    while around is not None:
        if around.property(_GONE):
            return False
        around = around.parent()
    return True
