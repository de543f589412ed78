"""A part of the window that prints something, and says what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QWidget

from journal.ui.kit.inline_message import InlineMessage


class PrintPlace(QWidget):
    """``print_button`` gets the keyboard back once ``message`` was read."""

    message: InlineMessage
    print_button: QAbstractButton
