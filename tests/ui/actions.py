"""What a screen reader can find in a window and do there: every accessible object with its actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QTimerEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget


@dataclass(frozen=True)
class Spot:
    """An accessible object, to be found again after the screen has changed: the ``number``-th of its kind and name."""

    role: QAccessible.Role
    name: str
    number: int


def objects(root: QWidget) -> Iterator[tuple[Spot, QAccessibleInterface]]:
    """Everything that a screen reader can come to, the window's menus among it."""
    met: dict[tuple[QAccessible.Role, str], int] = {}
    for each in _below(QAccessible.queryAccessibleInterface(root)):
        role, name = each.role(), each.text(QAccessible.Text.Name)
        number = met[role, name] = met.get((role, name), -1) + 1
        yield Spot(role, name, number), each


def _below(one: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if one is None or not one.isValid():
        return
    state = one.state()
    if state.invisible or state.disabled:
        return
    yield one
    for number in range(one.childCount()):
        yield from _below(one.child(number))


def actions(root: QWidget) -> list[tuple[Spot, str]]:
    """Every action of every object."""
    found = []
    for spot, each in objects(root):
        able = each.actionInterface()
        found += [(spot, name) for name in (able.actionNames() if able is not None else [])]
    return found


def do(root: QWidget, spot: Spot, action: str) -> bool:
    """Do what a screen reader would; False if the object is not there now."""
    for here, each in objects(root):
        able = each.actionInterface()
        if here == spot and able is not None and action in able.actionNames():
            button = each.object()
            able.doAction(action)
            if isinstance(button, QAbstractButton):
                _end_of_press(button)
            return True
    return False


def _end_of_press(button: QAbstractButton) -> None:
    """A pressed button looks pressed for a tenth of a second; the test does not wait for that."""
    dispatcher = QAbstractEventDispatcher.instance()
    for timer in dispatcher.registeredTimers(button) if button.isDown() else []:
        QCoreApplication.sendEvent(button, QTimerEvent(timer.timerId))


def stands_in(one: QAccessibleInterface, widget: QWidget) -> bool:
    """Whether an accessible object is this widget or anywhere in it."""
    around: QAccessibleInterface | None = one
    while around is not None and around.isValid():
        if around.object() is widget:
            return True
        around = around.parent()
    return False


def checked(root: QWidget, role: QAccessible.Role = QAccessible.Role.RadioButton) -> list[str]:
    """The names of what a screen reader calls checked."""
    return [spot.name for spot, each in objects(root) if spot.role is role and each.state().checked]


def value_of(root: QWidget, name: str) -> str:
    """The text of the field, or the chosen entry of the drop-down, of this name."""
    for spot, each in objects(root):
        labels = [one.text(QAccessible.Text.Name) for one, _ in each.relations(QAccessible.RelationFlag.Label)]
        if name in (spot.name, *labels) and spot.role in (QAccessible.Role.EditableText, QAccessible.Role.ComboBox):
            return each.text(QAccessible.Text.Value)
    raise LookupError(name)


def close_what_opened(window: QWidget) -> None:
    """Menus and dialogs, as Escape would."""
    for each in QApplication.topLevelWidgets():
        if each is not window and each.isVisible() and isinstance(each, QMenu | QDialog):
            each.close()
