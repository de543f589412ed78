"""One choice out of a few, as pills."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from journal.ui.kit.buttons import chip
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.push_button import PushButton


class ChipRow(QWidget):
    """One choice out of a few, as wrapping pills; arrow keys move the choice, Delete clears it where it is optional."""

    changed = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[object, str]] = (), optional: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._name, self._optional = name, optional
        self._group = QButtonGroup(self)
        self._keys: list[object] = []
        self._before: int = -1
        self._flow = FlowLayout(self, 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idPressed.connect(self._remember)
        self._group.idClicked.connect(self._clicked)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Other pills; what was chosen stays chosen if it is still there."""
        chosen = self.value()
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._flow.removeWidget(old)
            old.hide()  # else it is seen behind the others until it is deleted
            old.deleteLater()
        self._keys = [key for key, _ in choices]
        for number, (_, text) in enumerate(choices):
            pill = chip(text)
            pill.leave_enter()
            pill.setAccessibleName(f"{self._name}: {text}")
            self._group.addButton(pill, number)
            self._flow.insert_widget(number, pill)
        self.set_value(chosen)

    def add_action(self, text: str, on_click: Callable[[], object]) -> PushButton:
        """A pill at the end that is not a choice ("New product")."""
        made = chip(text, checkable=False, on_click=on_click)
        self._flow.addWidget(made)
        return made

    def value(self) -> object | None:
        """The chosen key, or None."""
        number = self._group.checkedId()
        return self._keys[number] if 0 <= number < len(self._keys) else None

    def set_value(self, key: object | None) -> None:
        """Choose a pill without a signal; None or an unknown key chooses none."""
        self._group.setExclusive(False)
        for number, pill in enumerate(self._pills()):
            pill.setChecked(key is not None and self._keys[number] == key)
        self._group.setExclusive(True)
        self._put_tab_stop()

    def _put_tab_stop(self) -> None:
        """Tab comes to the chosen pill, or the first: Qt sees to it only after a pill has had the keyboard."""
        stop = self._group.checkedButton() or next(iter(self._pills()), None)
        for pill in self._pills():
            pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pill is stop else Qt.FocusPolicy.ClickFocus)

    def clear(self) -> None:
        """Choose none, and say so."""
        self.set_value(None)
        self.changed.emit(None)

    def focus(self) -> None:
        """Put the keyboard on the chosen pill, or the first."""
        pills = self._pills()
        if pills:
            (self._group.checkedButton() or pills[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._optional and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.clear()
        else:
            super().keyPressEvent(event)

    def _pills(self) -> list[QPushButton]:
        found = (self._group.button(number) for number in range(len(self._keys)))
        return [each for each in found if isinstance(each, QPushButton)]

    def _remember(self, _number: int) -> None:
        # Pressed comes before the check moves: a second press on the chosen pill takes an optional choice back.
        self._before = self._group.checkedId()

    def _clicked(self, number: int) -> None:
        if self._optional and number == self._before:
            self.clear()
        else:
            self.changed.emit(self._keys[number])
        self._before = -1
