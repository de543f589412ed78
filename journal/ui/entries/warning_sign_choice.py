"""The known warning signs to choose from, at the end of what is rated: who has one need not know what to type."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.entries.add_symptom import NearNames
from journal.ui.kit.buttons import chip
from journal.ui.kit.side_by_side import flowing


class WarningSignChoice(QWidget):
    """One button until it is pressed, then every sign; ``taken`` with the name. ``signs`` gives names as shown."""

    taken = Signal(str)

    def __init__(self, texts: Texts, signs: Callable[[], Mapping[str, str]]) -> None:
        super().__init__()
        self._signs = signs
        self.button = chip(texts("A warning sign…"), checkable=False, on_click=self._open)
        self.offered = NearNames(self._take)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(flowing(self.button))
        body.addWidget(self.offered)

    def _open(self) -> None:
        self.offered.offer({} if self.offered.isVisible() else self._signs())

    def _take(self, name: str) -> None:
        self.offered.offer({})
        self.taken.emit(name)
