"""Shortcuts on every keyboard: Ctrl+1 where digits ask for Shift, Ctrl+D where no key writes a Latin letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.key_places import latin_key

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class OtherLayouts(QObject):
    """Reads keys with Ctrl by their place, in every window of the program, before Qt looks for their shortcut.

    Only then: a digit place with another sign is not taken for that sign, which would zoom on a Czech keyboard.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]
        self._watch(QApplication.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time changes nothing

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow):
            return False
        key = latin_key(event) if _is_shortcut(event) else None
        if key is None or QApplication.activePopupWidget() is not None:
            return False
        event.accept()  # Qt looks for no shortcut then, and the key itself comes next
        if event.type() is QEvent.Type.KeyPress:
            _press(event, key)
        return True


def _is_shortcut(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.GroupSwitchModifier
    return bool(held & Qt.KeyboardModifier.ControlModifier) and not held & ~_HELD


def _press(event: QKeyEvent, key: Qt.Key) -> None:
    """As Qt does it: what has the keyboard may claim the key; else it is a shortcut; else it is a key."""
    focused = QApplication.focusWidget() or QApplication.activeWindow()
    if focused is None:
        return
    claim = _same(QEvent.Type.ShortcutOverride, event, key)
    claim.ignore()
    QApplication.sendEvent(focused, claim)
    work = None if claim.isAccepted() else _shortcut(focused, QKeySequence(QKeyCombination(event.modifiers(), key)))
    if work is None:
        QApplication.sendEvent(focused, _same(QEvent.Type.KeyPress, event, key))
    elif not event.isAutoRepeat():
        work()


def _same(kind: QEvent.Type, event: QKeyEvent, key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(kind, key, event.modifiers() & _HELD, "", event.isAutoRepeat())


def _shortcut(focused: QWidget, keys: QKeySequence) -> Callable[[], object] | None:
    """What the keys do in the window of what has the keyboard."""
    return next(_found(focused, focused.window(), keys), None)


def _found(focused: QWidget, window: QWidget, keys: QKeySequence) -> Iterator[Callable[[], object]]:
    for shortcut in window.findChildren(QShortcut):
        its_keys = shortcut.keys()
        if keys in its_keys and shortcut.isEnabled() and _reaches(shortcut, focused):
            yield shortcut.activated.emit
    for action in [*window.actions(), *window.findChildren(QAction)]:
        if keys in action.shortcuts() and action.isEnabled():
            yield action.trigger


def _reaches(shortcut: QShortcut, focused: QWidget) -> bool:
    around = shortcut.parent()
    if not isinstance(around, QWidget) or not around.isVisible() or not around.isEnabled():
        return False
    if shortcut.context() is Qt.ShortcutContext.WindowShortcut:
        return True
    return around is focused or around.isAncestorOf(focused)
