"""Whether a part of the window is still in use: Qt deletes it only later, and until then workers' results reach it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_GONE = "let go"


def let_go(page: QWidget) -> None:
    """Take a page away for good. Its journal may be closed at once: no result reaches it or its parts any more."""
    page.setProperty(_GONE, True)
    page.hide()
    page.deleteLater()


def is_alive(owner: QObject) -> bool:
    """Whether it exists, and neither it nor anything around it was passed to ``let_go``."""
    if not isValid(owner):
        return False
    around: QObject | None = owner
    while around is not None:
        if around.property(_GONE):
            return False
        around = around.parent()
    return True
