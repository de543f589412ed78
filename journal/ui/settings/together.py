"""One section made of two small ones: their cards below each other, each still read and written by its own page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from journal.texts import Texts
from journal.ui.settings.page import SettingsPage


class Together(SettingsPage):
    """``parts`` keep their cards' work; what is seen of them stands here."""

    def __init__(self, texts: Texts, parts: Sequence[SettingsPage]) -> None:
        super().__init__(texts)
        self._parts, self._first = tuple(parts), dict[SettingsPage, QWidget]()
        for part in self._parts:
            part.setParent(self)
            part.hide()
            self._take_cards(part)

    def _take_cards(self, part: SettingsPage) -> None:
        while (item := part.cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                self.cards.insertWidget(self.cards.count() - 1, widget)
                if widget is not part.message:
                    self._first.setdefault(part, widget)

    def refresh(self) -> None:
        for part in self._parts:
            part.refresh()

    def bring_into_sight(self, part: SettingsPage) -> None:
        """Scroll to where this one begins."""
        self.area.ensureWidgetVisible(self._first[part])
