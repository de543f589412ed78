"""A quiet button on Today that shows again what was closed about a sign, or in a notice after a save."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import plain_button


class ClosedAdvice(Protocol):
    """Who shows advice that a person can close. ``put_away`` comes when what is closed is another than before."""

    @property
    def put_away(self) -> SignalInstance:
        """See above."""

    def has_closed(self) -> bool:
        """Whether the person closed something that still holds."""

    def show_closed_again(self) -> None:
        """Bring it back, because they asked for it."""


class AdviceAgain(QWidget):
    """One click closes advice that matters: this is the way back. It names no sign, since others can see the screen."""

    def __init__(self, bridge: Bridge, *closable: ClosedAdvice) -> None:
        super().__init__()
        self._bridge = bridge
        self._closable: list[ClosedAdvice] = []
        self.button = plain_button(bridge.texts("Show the closed advice again"), self._show_again)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.button)
        self.hide()
        for each in closable:
            self.also_for(each)

    def also_for(self, closable: ClosedAdvice) -> None:
        """The same way back from what is closed there."""
        self._closable.append(closable)
        closable.put_away.connect(self.refresh)

    def refresh(self) -> None:
        """Whether there is something to show again; a journal that is only looked at keeps what is closed."""
        self.setVisible(self._bridge.can_write and any(each.has_closed() for each in self._closable))

    def _show_again(self) -> None:
        for each in [each for each in self._closable if each.has_closed()]:
            each.show_closed_again()
