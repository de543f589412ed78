"""A quiet line on Today after the program became another version: what changed can be read, once or under Help."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.tab_order import hand_keyboard_on
from journal.ui.kit.widgets import quiet_label


class NewVersion(QWidget):
    """Hidden until there is something to say. ``reading_wanted``: the person wants to see what changed."""

    reading_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._known: Callable[[], object] = lambda: None
        self.words = quiet_label("", wrap=True)
        self.read = plain_button(texts("What changed"), self._read)
        self.close_line = plain_button(texts("OK"), self._put_away)
        self.close_line.setAccessibleName(texts("OK: close the line about the new version"))
        line = FlowLayout(self, 8)
        for part in (self.words, self.read, self.close_line):
            line.addWidget(part)
        self.hide()

    def tell(self, version: str, known: Callable[[], object]) -> None:
        """Say which version this is now; ``known`` keeps that it was said, once the person answers."""
        self.words.setText(self._texts("This is version {version} of Leaf Journal.", version=version))
        self._known = known
        self.show()

    def _read(self) -> None:
        self._put_away()
        self.reading_wanted.emit()

    def _put_away(self) -> None:
        hand_keyboard_on(self)
        self.hide()
        self._known()
