"""The place on Today where a warning sign is asked about, and where its answer is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import DIARY_KINDS, Rating
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.widgets import clear_layout

if TYPE_CHECKING:
    from journal.guidance.warning_signs import Noted
    from journal.ui.safety.happening import HappeningNow

_ANSWERED = "rating.answered"
_ENTRIES = frozenset(DIARY_KINDS)


class SignQuestion(QWidget):
    """Holds the card that asks, if one does. ``closed`` when it went; refusals are said in ``message``."""

    closed = Signal()  # by the person
    emptied = Signal()  # with nothing left to ask or to say, whoever took it away
    emergency_wanted = Signal()
    country_chosen = Signal(str)

    def __init__(self, bridge: Bridge, message: InlineMessage) -> None:
        super().__init__()
        self._bridge, self._message = bridge, message
        self.card: HappeningNow | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self.hide()
        bridge.changed.connect(self._follow)

    def ask(self, noted: Sequence[Noted], country: str | None, own: str) -> HappeningNow:
        """Ask about these signs; a card that is there takes them in."""
        from journal.ui.safety.happening import HappeningNow

        if self.card is not None:
            self.card.add(noted)
            return self.card
        card = self.card = HappeningNow(self._bridge.texts, noted, country, own, self._bridge.clock.now_ms)
        card.answered.connect(self._save)
        card.closed.connect(self._close)
        card.emergency_wanted.connect(self.emergency_wanted)
        card.country_chosen.connect(self.country_chosen)
        self._body.addWidget(card)
        self.show()
        return card

    def show_whom_to_call(self, country: str | None, own: str, focused: QWidget | None) -> None:
        """Another country or other help lines."""
        if self.card is not None:
            self.card.show_whom_to_call(country, own, focused)

    def time_passed(self) -> None:
        """Another day, or another advice, may have begun."""
        if self.card is not None:
            self.card.time_passed()

    def _save(self, answered: Noted) -> None:
        """Keep the answer with the rating as it is now; the advice stands, also where it cannot be kept."""
        rating = self._bridge.logbook.existing([answered.rating.id]).get(answered.rating.id)
        if not isinstance(rating, Rating) or rating.deleted_ms is not None:
            return
        changed = replace(rating, answer=answered.rating.answer)
        done = self._bridge.attempt(lambda: self._bridge.logbook.save(changed, label=_ANSWERED), self._message)
        part = self.card.part_of(rating.id) if self.card is not None else None
        if part is not None:
            part.saved = done is not None

    def _follow(self, change: ChangeSet) -> None:
        """What is shown follows the journal; another entry that is saved sends away what is done with."""
        if self.card is None or not change.kinds & _ENTRIES:
            return
        found = self._bridge.logbook.existing([each.noted.rating.id for each in self.card.parts])
        ratings = {key: each for key, each in found.items() if isinstance(each, Rating)}
        saved_more = change.label != _ANSWERED and change.origin not in ("undo", "redo")
        had_keyboard = self.card.isAncestorOf(self.window().focusWidget() or self.window())
        self.card.follow(ratings, saved_more)
        if not self.card.parts:
            self._clear()
            if had_keyboard:
                self.closed.emit()

    def _close(self) -> None:
        self._clear()
        self.closed.emit()

    def _clear(self) -> None:
        self.card = None
        clear_layout(self._body)
        self.hide()
        self.emptied.emit()
