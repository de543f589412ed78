"""Keys and shortcuts in words."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

MORE_KEY = "F7"  # shows the rest of what is said above a screen


def key_name(key: str) -> str:
    """A key or shortcut ("Ctrl+D") as the menus of this system call it; "" for none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
