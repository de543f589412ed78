"""The place on Today where a warning sign is asked about, and where its answer is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import DIARY_KINDS, Contact, Rating
from journal.core.symptoms import MASKED
from journal.texts.names import SYMPTOMS_INSIDE
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.widgets import clear_layout
from journal.ui.today.line_above import LineAbove, line_above
from journal.ui.today.open_signs import OpenSigns

if TYPE_CHECKING:
    from journal.guidance.warning_signs import Noted
    from journal.ui.safety.happening import HappeningNow
    from journal.ui.safety.one_sign import OneSign

_ANSWERED = "rating.answered"
_TAKEN = frozenset({"dose", "intake", "substance"})
_ENTRIES = frozenset(DIARY_KINDS) | _TAKEN


class SignQuestion(QWidget):
    """Holds the card with the questions, if any. ``closed`` once the person closed it; ``message`` shows refusals.

    ``country``: whose emergency number is shown, which this computer knows; ``help_lines``: the person's changes.
    """

    closed = Signal()  # by the person
    emptied = Signal()  # once there is nothing left to show, whatever the reason
    room_wanted = Signal()  # the question is to be shown in place of an open form
    put_away = Signal()  # what is closed, or is not any more, is another than before
    moved = Signal()  # the card may be in sight now, or not any more
    reworded = Signal()  # something else may be said of these signs since something was taken
    emergency_wanted = Signal()
    country_chosen = Signal(str)

    def __init__(self, bridge: Bridge, message: InlineMessage) -> None:
        super().__init__()
        self._bridge, self._message = bridge, message
        self._open_signs = OpenSigns(bridge, message)
        self.country: str | None = None
        self.help_lines = ""
        self.card: HappeningNow | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self.hide()
        bridge.changed.connect(self._follow)
        for signal in (self.emptied, self.room_wanted):
            signal.connect(self.moved)

    def ask_about(self, noted: Sequence[Noted]) -> None:
        """Ask about signs that were saved just now, in the open card if there is one."""
        self._open_again([sign.rating.id for sign in noted])
        card = self._opened()
        card.add(noted)
        self.room_wanted.emit()
        # Only once the form is gone is there a place to look at and to put the keyboard.
        once_laid_out(card, lambda: self._ask(card, noted))

    def _ask(self, card: HappeningNow, noted: Sequence[Noted]) -> None:
        asked = card.ask(noted)
        self._look_at(asked)
        # The form took its line and its room away: lines that are wrapped anew have another height.
        once_laid_out(asked, lambda: self._look_at(asked))

    def bring_back(self) -> None:
        """Show again what was not answered, or not closed, when the journal was left: by a lock, a crash, a night."""
        open_signs = self._open_signs.noted()
        missing = [sign for sign in open_signs if self.card is None or self.card.part_of(sign.rating.id) is None]
        if missing:
            card = self._opened()
            card.bring_back(missing)
            self.room_wanted.emit()
            once_laid_out(card, lambda: self._ask_once_more(card, missing))

    def has_closed(self) -> bool:
        """Whether the person closed something about a sign that is still open."""
        return bool(self._open_signs.closed())

    def closed_names(self) -> list[str]:
        """The signs of which that is so, as they are called inside of a sentence; masked ones are not named."""
        codes = dict.fromkeys(sign.code for sign in self._open_signs.closed_signs())
        return [self._bridge.texts(SYMPTOMS_INSIDE[code]) for code in codes if code not in MASKED]

    def line_above(self) -> LineAbove:
        """What the line above every place says of these signs."""
        return line_above(self._bridge, self._open_signs)

    def shows(self, ids: Sequence[str]) -> bool:
        """Whether all of these have their part in the card, and the first of them is in sight with what to do."""
        parts = [self.card.part_of(rating_id) for rating_id in ids] if self.card is not None else []
        return bool(parts) and all(parts) and all(map(_is_in_sight, parts[0].lines()[:2] if parts[0] else ()))

    def show_closed_again(self) -> None:
        """Bring back what the person closed, because they asked for it."""
        ids = self._open_signs.closed()
        self._open_again(ids)
        self.bring_back()
        if self.card is not None and (parts := [part for part in map(self.card.part_of, ids) if part is not None]):
            once_laid_out(self.card, lambda: self._turn_to(parts[0]))

    def _turn_to(self, part: OneSign) -> None:
        part.first.setFocus()
        self._look_at(part)

    def _open_again(self, ids: Sequence[str]) -> None:
        self._open_signs.open_again(ids)
        self.put_away.emit()

    def _put_away(self, ids: Sequence[str]) -> None:
        self._open_signs.close(ids)
        self.put_away.emit()

    def show_again(self) -> None:
        """Bring the waiting question into view because the person asked for it."""
        card = self.card
        if card is not None:
            self.room_wanted.emit()
            once_laid_out(card, lambda: self._ask(card, self._unanswered(card)))

    def bring_into_sight(self) -> None:
        """Show the part that has the keyboard, or else the first that is not done with; nothing where there is none."""
        if self.card is None:
            return
        focused = self.window().focusWidget()
        with_keyboard = (part for part in self.card.parts if focused is not None and part.isAncestorOf(focused))
        open_still = (part for part in self.card.parts if not part.may_go)
        part = next(with_keyboard, None) or next(open_still, None)
        if part is not None:
            self._look_at(part)

    def _unanswered(self, card: HappeningNow) -> list[Noted]:
        return [part.noted for part in card.parts if part.given is None]

    def _ask_once_more(self, card: HappeningNow, noted: Sequence[Noted]) -> None:
        back = {sign.rating.id for sign in noted}
        asks = any(part.given is None and part.noted.rating.id in back for part in card.parts)
        if asks and self.isVisible():  # not while the emergency numbers cover it
            first = card.parts[0]  # the most urgent, answered or not: a question below it can wait
            card.ask_once_more(first)
            self._look_at(first)

    def _opened(self) -> HappeningNow:
        from journal.ui.safety.happening import HappeningNow

        if self.card is not None:
            return self.card
        bridge = self._bridge
        card = self.card = HappeningNow(
            bridge.texts, (), self.country, self.help_lines, bridge.clock.now_ms,
            people=lambda: bridge.logbook.listed(Contact), joined=self._open_signs.joined,
            around=self._open_signs.around,
        )  # fmt: skip
        card.answered.connect(self._save)
        card.done_with.connect(self._put_away)
        card.turned_to.connect(lambda part: once_laid_out(part, lambda: self._look_at(part)))
        card.turned_to.connect(self.moved)
        card.closed.connect(self._close)
        card.emergency_wanted.connect(self.emergency_wanted)
        card.country_chosen.connect(self.country_chosen)
        self._body.addWidget(card)
        self.show()
        return card

    def _look_at(self, part: OneSign) -> None:
        if self.card is not None and self.card.isVisible():
            self.card.bring_into_sight(part)

    def show_whom_to_call(self, country: str | None, own: str, focused: QWidget | None) -> None:
        """Show the numbers of another country, or other help lines."""
        self.country, self.help_lines = country, own
        if self.card is not None:
            self.card.show_whom_to_call(country, own, focused)

    def waiting(self) -> str:
        """What there is to see here, in a line for whoever has something else before them; "" if nothing is urgent."""
        texts = self._bridge.texts
        open_parts = [part for part in self.card.parts if not part.may_go] if self.card is not None else []
        if not open_parts:
            return ""
        asking = next((part for part in open_parts if part.given is None), None)
        code = (asking or open_parts[0]).noted.code
        if code in MASKED:
            return texts("A question is waiting") if asking else texts("Advice is still open")
        sign = texts(SYMPTOMS_INSIDE[code])
        if asking:
            return texts("A question about {sign} is waiting", sign=sign)
        return texts("Advice about {sign} is still open", sign=sign)

    def time_passed(self) -> None:
        """Update the card: with time the day and the advice change."""
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
        """Update the card after a change; nothing that is saved closes a part of it."""
        if not change.kinds & (_ENTRIES | {"condition"}):
            return
        self._follow_in_card()
        if change.kinds & _TAKEN and (self.card is not None or self.has_closed()):
            self.reworded.emit()
        if "rating" in change.kinds and change.may_bring_back:
            self.bring_back()

    def _follow_in_card(self) -> None:
        if self.card is None:
            return
        stored = self._bridge.logbook.existing([part.noted.rating.id for part in self.card.parts])
        ratings = {key: entry for key, entry in stored.items() if isinstance(entry, Rating)}
        had_keyboard = self.card.isAncestorOf(self.window().focusWidget() or self.window())
        self.card.follow(ratings)
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


def _is_in_sight(line: QWidget) -> bool:
    return line.visibleRegion().boundingRect().height() >= line.height()
