"""A quiet button on Today that shows again what was closed about a sign, or in a notice after a save."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import quiet_label


class ClosedAdvice(Protocol):
    """Who shows advice that a person can close. ``put_away`` comes when what is closed is another than before."""

    @property
    def put_away(self) -> SignalInstance:
        """See above."""

    def has_closed(self) -> bool:
        """Whether the person closed something that still holds."""

    def closed_names(self) -> list[str]:
        """What it is about, as far as others may see it."""

    def show_closed_again(self) -> None:
        """Bring it back, because they asked for it."""


class AdviceAgain(QWidget):
    """One click closes advice that matters: this is the way back. It names signs, but none that is masked."""

    def __init__(self, bridge: Bridge, *closable: ClosedAdvice) -> None:
        super().__init__()
        self._bridge = bridge
        self._closable: list[ClosedAdvice] = []
        self.names = quiet_label("", wrap=True)
        self.button = button(bridge.texts("Show the closed advice again"), self._show_again)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        for line in (self.names, flowing(self.button)):
            body.addWidget(line)
        self.hide()
        for area in closable:
            self.also_for(area)

    def also_for(self, closable: ClosedAdvice) -> None:
        """The same way back from what is closed there."""
        self._closable.append(closable)
        closable.put_away.connect(self.refresh)

    def refresh(self) -> None:
        """Whether there is something to show again; a journal that is only looked at keeps what is closed."""
        closed = [area for area in self._closable if area.has_closed()] if self._bridge.can_write else []
        names = ", ".join(name for area in closed for name in area.closed_names())
        self.names.setText(self._bridge.texts("Closed: {signs}", signs=names) if names else "")
        self.names.setVisible(bool(names))
        self.setVisible(bool(closed))

    def _show_again(self) -> None:
        for area in [area for area in self._closable if area.has_closed()]:
            area.show_closed_again()
