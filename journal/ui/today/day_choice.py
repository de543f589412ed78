"""The line in which a date is typed to go to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.buttons import button, primary_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.day_field import DayField
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.push_button import ENTER_KEYS
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import Card, label

if TYPE_CHECKING:
    from journal.ui.today.screen import TodayScreen

_BELOW_ACTIONS = 2


def ask_day(screen: TodayScreen) -> DayChoice:
    """Ask below the four actions which day to show; the line is made when it is asked for the first time."""
    choice = screen.findChild(DayChoice)
    if choice is None:
        choice = DayChoice(screen.texts, screen.logbook.today)
        choice.chosen.connect(screen.show_day)
        choice.gone.connect(screen.action_row.buttons[0].take_keyboard)
        place = screen.layout()
        assert isinstance(place, QBoxLayout)
        place.insertWidget(_BELOW_ACTIONS, choice)
    choice.ask()
    return choice


class DayChoice(Card):
    """Shown when asked for; ``gone`` once a day was ``chosen``, or with Esc."""

    chosen = Signal(object)  # dt.date
    gone = Signal()

    def __init__(self, texts: Texts, today: Callable[[], dt.date]) -> None:
        super().__init__(12)
        self._texts = texts
        self.field = DayField(texts, texts("Go to date"), today)
        self.message = InlineMessage()
        self.field.changed.connect(self.message.dismiss)
        go = primary_button(texts("Go"), "Enter", self._go)
        leave = button(texts("Cancel"), self._leave)
        self.body.addWidget(label(texts("Go to date"), "small"))
        self.body.addWidget(self.field)
        self.body.addWidget(self.message)
        self.body.addWidget(flowing(leave, go))
        self.hide()

    def ask(self) -> None:
        """Show the line, and nothing in it."""
        self.field.set_day(None)
        self.show()
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self) -> None:
        try:
            day = self.field.day()
        except Refused as refused:
            self.message.refuse(explain(self._texts, refused))
            return
        self._leave()
        if day is not None:
            self.chosen.emit(day)

    def _leave(self) -> None:
        self.hide()
        self.gone.emit()

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._go()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
