"""The head of Today: the day with its neighbours, and four equal actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.kit.buttons import Button, action_button, icon_button, plain_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.flow import EqualLayout
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import label

Click = Callable[[], object]


class DayHeader(QWidget):
    """Previous day, the day's name as long as it fits, next day."""

    def __init__(self, texts: Texts, previous: Click, following: Click, today: Click) -> None:
        super().__init__()
        self.previous = icon_button("previous", texts("Previous day"), previous)
        self.following = icon_button("next", texts("Next day"), following)
        self.back = plain_button(texts("Back to today"), today)
        self.back.hide()
        self.title = label("", "title")
        self._names: Sequence[str] = (texts("Today"),)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for part in (self.previous, self.title, self.following, self.back):
            line.addWidget(part)
        line.addStretch(1)
        appearance().changed.connect(self._fit)
        self._fit()

    def show_day(self, names: Sequence[str], is_today: bool) -> None:
        """Show a day by the longest of its names that fits."""
        self._names = names
        self.following.setEnabled(not is_today)
        self.back.setVisible(not is_today)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(theme().font(22, bold=True))
        others = sum(button.sizeHint().width() + 12 for button in (self.previous, self.following))
        room = self.width() - others - (0 if self.back.isHidden() else self.back.sizeHint().width() + 12)
        fitting = [name for name in self._names if metrics.horizontalAdvance(name) <= room]
        self.title.setText((fitting or self._names[-1:])[0])
        self.title.setAccessibleName(self._names[0])

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class ActionRow(QWidget):
    """An action for each kind of entry, all equal; two and two where they do not fit side by side."""

    def __init__(self, texts: Texts, act: Callable[[str], object] | None = None) -> None:
        super().__init__()
        layout = EqualLayout(self, 10, unbroken=True)
        self.of_kind: dict[str, Button] = {}
        for code, kind in ENTRY_KINDS.items():
            if not kind.on_today:
                continue
            action = kind.action
            click = None if act is None else partial(act, code)
            self.of_kind[code] = action_button(texts(action.name), action.icon, action.keys, click)
            layout.addWidget(self.of_kind[code])
        self.buttons = list(self.of_kind.values())

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where a question takes the room, the actions are scrolled to and not squeezed out of sight.
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))
