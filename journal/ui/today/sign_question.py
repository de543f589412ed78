"""The place on Today where a warning sign is asked about, and where its answer is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Rating
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.widgets import clear_layout

if TYPE_CHECKING:
    from journal.guidance.warning_signs import Noted
    from journal.ui.safety.happening import HappeningNow


class SignQuestion(QWidget):
    """Holds the card that asks, if one does. ``closed`` when it went; refusals are said in ``message``."""

    closed = Signal()
    emergency_wanted = Signal()

    def __init__(self, bridge: Bridge, message: InlineMessage) -> None:
        super().__init__()
        self._bridge, self._message = bridge, message
        self._saved = False  # whether the answer that is shown stands in the journal
        self.card: HappeningNow | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self.hide()
        bridge.changed.connect(self._follow)

    def ask(self, noted: Sequence[Noted], country: str | None, own: str) -> HappeningNow:
        """Ask about these signs; a question that is still open takes them in."""
        from journal.ui.safety.happening import HappeningNow

        waiting = self.card.noted if self.card is not None and self.card.given is None else ()
        new = {each.rating.id for each in noted}
        together = (*noted, *(each for each in waiting if each.rating.id not in new))
        self._clear()
        card = HappeningNow(self._bridge.texts, together, country, own, self._bridge.clock.now_ms)
        card.answered.connect(self._save)
        card.closed.connect(self._close)
        card.emergency_wanted.connect(self.emergency_wanted)
        self.card = card
        self._body.addWidget(card)
        self.show()
        return card

    def show_whom_to_call(self, country: str | None, own: str, focused: QWidget | None) -> None:
        """Another country or other help lines."""
        if self.card is not None:
            self.card.show_whom_to_call(country, own, focused)

    def _save(self, answered: Sequence[Noted]) -> None:
        """Keep the answer with the ratings as they are now; the advice stands, also where it cannot be kept."""
        found = self._bridge.logbook.existing([each.rating.id for each in answered])
        changed = [
            replace(rating, answer=each.rating.answer)
            for each in answered
            if isinstance(rating := found.get(each.rating.id), Rating) and rating.deleted_ms is None
        ]
        if changed:
            done = self._bridge.attempt(
                lambda: self._bridge.logbook.save(*changed, label="rating.answered"), self._message
            )
            self._saved = done is not None

    def _follow(self, change: ChangeSet) -> None:
        """A rating that is gone is asked about no more; an answer that was taken back is asked for again."""
        if self.card is None or not change.kinds & {"rating"}:
            return
        found = self._bridge.logbook.existing([each.rating.id for each in self.card.noted])
        there = [each for each in found.values() if isinstance(each, Rating) and each.deleted_ms is None and each.value]
        if not there:
            self._close()
        elif self._saved and not any(each.answer is not None for each in there):
            self._saved = False
            self.card.ask_again()

    def _close(self) -> None:
        self._clear()
        self.closed.emit()

    def _clear(self) -> None:
        self.card, self._saved = None, False
        clear_layout(self._body)
        self.hide()
