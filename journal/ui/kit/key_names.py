"""Keys and shortcuts in words."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def key_name(key: str) -> str:
    """A key or shortcut ("Ctrl+D") as the menus of this system call it; "" for none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
