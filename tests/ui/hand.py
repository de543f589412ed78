"""A person at the window: every press, key and typed text counts, and nothing else touches the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from journal.ui.kit.scale import RatingScale
from journal.ui.kit.tab_order import bring_into_sight
from tests.ui.conftest import keys
from tests.ui.workers import let_workers_end

Key = Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]


class Hand:
    """``steps``: what was done, an action each. What is out of sight takes one more, for scrolling to it."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.steps: list[str] = []

    def key(self, key: Key) -> None:
        """One key, with its modifier if it has one, to whatever has the keyboard."""
        self._do(f"key {key}", lambda: keys(key))

    def type(self, text: str) -> None:
        """A text, as one action: it is what the person came to write."""
        self._do(f"type {text}", lambda: keys(text))

    def press(self, name: str) -> None:
        """The button of that name that can be seen: of several the topmost."""
        named = [
            each
            for each in self._window.findChildren(QAbstractButton)
            if each.accessibleName() == name and each.isVisible() and each.isEnabled()
        ]
        assert named, f"there is no button called {name}"
        self.press_on(min(named, key=lambda each: each.mapToGlobal(QPoint()).y()), name)

    def rate(self, scale: RatingScale, value: int) -> None:
        """A digit of a row of digits."""
        self.press_on(scale, f"digit {value}", scale._rectangle(value).center())

    def press_on(self, widget: QWidget, said: str, place: QPoint | None = None) -> None:
        """One press of the mouse there."""
        assert widget.isVisible() and widget.isEnabled(), said
        at = place or QPoint(min(12, widget.width() // 2), widget.rect().center().y())
        if not widget.visibleRegion().contains(at):
            self._do(f"scroll to {said}", lambda: bring_into_sight(widget))
            assert widget.visibleRegion().contains(at), f"{said} cannot be reached"
        self._do(f"press {said}", lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at))

    def _do(self, step: str, work: Callable[[], object]) -> None:
        self.steps.append(step)
        work()
        for _ in range(6):  # until everything is read and laid out, and forms have the keyboard
            let_workers_end()
            QTest.qWait(2)
