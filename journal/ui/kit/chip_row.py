"""One choice out of a few, as pills."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from journal.ui.kit.buttons import chip
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.flow import EqualLayout, FlowLayout
from journal.ui.kit.push_button import PushButton

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChipRow(QWidget):
    """One choice out of a few, as wrapping pills; arrow keys move the choice, Delete clears it where it is optional.

    The pills are radio buttons, and what is chosen is what is checked, whoever checked it: a mouse, a key or a screen
    reader. An optional choice is taken back by pressing it again.
    """

    changed = Signal(object)

    def __init__(
        self, name: str, choices: Sequence[tuple[object, str]] = (), optional: bool = False, large: bool = False
    ) -> None:
        """``large``: high buttons of equal width, which a tired hand hits."""
        super().__init__()
        self._large = large
        self.setAccessibleName(name)
        self._name, self._optional = name, optional
        self._group = QButtonGroup(self)
        # Qt lets nothing uncheck the chosen pill of an exclusive group, so an optional row keeps to one choice itself.
        self._group.setExclusive(not optional)
        self._keys: list[object] = []
        self._flow = EqualLayout(self, 8, unbroken=True) if large else FlowLayout(self, 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idToggled.connect(self._toggled)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Other pills; what was chosen stays chosen if it is still there."""
        chosen = self.value()
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._flow.removeWidget(old)
            old.hide()  # else it stays visible behind the others until Qt deletes it
            old.deleteLater()
        self._keys = [key for key, _ in choices]
        for number, (_, text) in enumerate(choices):
            pill = chip(text)
            if self._large:
                pill.setProperty("role", "answer")
            pill.leave_enter()
            pill.leave_arrows()
            pill.setAutoExclusive(True)  # what tells a screen reader that it is one of several
            pill.setAccessibleName(f"{self._name}: {text}")
            self._group.addButton(pill, number)
            self._flow.insert_widget(number, pill)
            pill.show()  # at once: the old ones are gone, and until Qt shows it what is chosen would not be seen
        self.set_value(chosen)

    def add_action(self, text: str, on_click: Callable[[], object]) -> PushButton:
        """A pill at the end that is not a choice ("New product")."""
        made = chip(text, checkable=False, on_click=on_click)
        self._flow.addWidget(made)
        return made

    def value(self) -> object | None:
        """The chosen key, or None."""
        return next((self._keys[number] for number, pill in enumerate(self._pills()) if pill.isChecked()), None)

    def set_value(self, key: object | None) -> None:
        """Choose a pill without a signal; None or an unknown key chooses none."""
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for number, pill in enumerate(self._pills()):
                pill.setChecked(key is not None and self._keys[number] == key)
            self._group.setExclusive(not self._optional)
        self._put_tab_stop()

    def _put_tab_stop(self) -> None:
        """Make Tab stop at the chosen pill, or the first: Qt does so only after a pill has had the keyboard."""
        stop = self._stop()
        for pill in self._pills():
            pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pill is stop else Qt.FocusPolicy.ClickFocus)

    def _stop(self) -> QPushButton | None:
        pills = self._pills()
        return next((pill for pill in pills if pill.isChecked()), next(iter(pills), None))

    def choose_number(self, number: int) -> bool:
        """Choose a pill by its place, from 1 on, and put the keyboard there; whether there is one."""
        pills = self._pills()
        if not 1 <= number <= len(pills):
            return False
        pills[number - 1].setChecked(True)
        pills[number - 1].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def describe(self, words: str) -> None:
        """What a screen reader says with each pill."""
        for pill in self._pills():
            pill.setAccessibleDescription(words)

    def clear(self) -> None:
        """Choose none, and say so."""
        self.set_value(None)
        self.changed.emit(None)

    def focus(self) -> None:
        """Put the keyboard on the chosen pill, or the first."""
        stop = self._stop()
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._optional and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.clear()
        elif not self._stepped(_STEPS.get(Qt.Key(event.key()), 0)):
            super().keyPressEvent(event)

    def _stepped(self, by: int) -> bool:
        """The arrow keys: the keyboard moves to the one before or behind, and the choice with it."""
        pills = [pill for pill in self._pills() if not pill.isHidden() and pill.isEnabledTo(self)]
        here = next((number for number, pill in enumerate(pills) if pill.hasFocus()), None)
        if not by or here is None:
            return False
        there = min(max(0, here + by), len(pills) - 1)
        if pills[here].isChecked():
            pills[there].setChecked(True)
        pills[there].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _pills(self) -> list[QPushButton]:
        buttons = (self._group.button(number) for number in range(len(self._keys)))
        return [button for button in buttons if isinstance(button, QPushButton)]

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.set_value(self._keys[number])  # no other pill stays chosen
            self.changed.emit(self._keys[number])
        elif self._optional:
            self.changed.emit(self.value())
