"""The known warning signs to choose from, above what is rated: who has one need not know what to type, nor scroll."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.entries.add_symptom import NearNames
from journal.ui.kit.buttons import chip
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.tab_order import bring_into_sight


class WarningSignChoice(QWidget):
    """Every sign once its ``button`` is pressed, which stands elsewhere; ``taken`` with the name.

    ``signs`` gives names as shown.
    """

    taken = Signal(str)

    def __init__(self, texts: Texts, signs: Callable[[], Mapping[str, str]]) -> None:
        super().__init__()
        self._signs = signs
        self.button = chip(texts("A warning sign…"), checkable=False, on_click=self._open)
        self.offered = NearNames(self._take)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.offered)
        self.hide()

    def _open(self) -> None:
        """Or close it again; the fields may be scrolled away from its place."""
        opens = self.isHidden()
        self._offer(self._signs() if opens else {})
        if opens:
            once_laid_out(self, lambda: bring_into_sight(self))

    def _take(self, name: str) -> None:
        self._offer({})
        self.taken.emit(name)

    def _offer(self, names: Mapping[str, str]) -> None:
        self.offered.offer(names)
        self.setVisible(bool(names))
