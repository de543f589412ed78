"""The keys that a form's buttons name, while the keyboard is elsewhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journal.ui.kit.push_button import ENTER_KEYS

if TYPE_CHECKING:
    from journal.ui.kit.form import Form


def reach_form(window: QWidget, event: QKeyEvent) -> bool:
    """Ctrl+Enter saves the form that is open and Escape leaves it, whatever has the keyboard; whether one took it.

    Called with keys that nothing else wanted. Enter alone presses what has the keyboard, and is not asked for here.
    """
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    saves, leaves = control and event.key() in ENTER_KEYS, event.key() == Qt.Key.Key_Escape
    form = _open_form(window) if saves or leaves else None
    if form is None or event.isAutoRepeat():
        return False
    if saves:
        form.save()
    elif form.message.asks:
        form.message.buttons()[0].click()
    else:
        form.cancel()
    return True


def _open_form(window: QWidget) -> Form | None:
    """The only one that is seen, or the only one of these in which something is typed."""
    from journal.ui.kit.form import Form

    seen = [form for form in window.findChildren(Form) if form.isVisible()]
    meant = [form for form in seen if form.dirty or not form.always_there]
    typed = [form for form in meant if form.dirty]
    keys = typed if len(meant) > 1 else meant
    return keys[0] if len(keys) == 1 else None
