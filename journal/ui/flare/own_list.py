"""The person's own list of what helps, seen before any question about a dose."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journal.core.entries import Help
from journal.texts import Texts
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import Card, label


class OwnList(Card):
    """In the person's words and order; nothing of it is chosen, ranked or added to."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(16, 4)
        self._words = words_of(bridge)
        self.body.addWidget(self._heading(bridge.texts))
        self.body.addWidget(label(self._words, wrap=True))
        self.setAccessibleName(self.spoken(bridge.texts))

    @staticmethod
    def _heading(texts: Texts) -> QWidget:
        return flowing(label(texts("What helps me"), "strong"), label(texts("my own list"), "small"))

    def spoken(self, texts: Texts) -> str:
        """The same as one sentence, for a screen reader that is on the question below."""
        return texts("What helps me, my own list: {things}", things=self._words)


def words_of(bridge: Bridge) -> str:
    """What is on the list, one after the other; what to do where nothing is."""
    listed = sorted(bridge.logbook.listed(Help), key=lambda help_: help_.position)
    if listed:
        return " · ".join(help_.text for help_ in listed)
    return bridge.texts("Nothing is written here yet. In a quieter hour you can fill it in under Health.")
