"""Which warning signs Today still has to show: not answered, or answered and not closed by the person.

That is read from the journal itself, so that no crash and no lock loses one. Only what was closed is kept beside it: if
that is lost, a card comes once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from journal.core.recent_signs import earlier_ms, recent_sign_ratings
from journal.core.refusal import Refused
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.put_away import PutAway, was_listed

if TYPE_CHECKING:
    from journal.guidance.around_signs import Around
    from journal.guidance.warning_signs import Noted

_CLOSED = "signs.closed"


class OpenSigns:
    """The signs of a journal's last 24 hours (``limits``): there then, or written down then about the days before."""

    def __init__(self, bridge: Bridge, message: InlineMessage) -> None:
        self._bridge, self._closed = bridge, PutAway(bridge, message, _CLOSED)

    def noted(self) -> list[Noted]:
        """The recent signs that were neither closed nor shown in a list."""
        recent = self._recent()
        if not recent:
            return []
        closed, logbook = set(self._closed.ids()), self._bridge.logbook
        return [sign for sign in recent if sign.rating.id not in closed and not was_listed(logbook, sign.rating.id)]

    def closed(self) -> list[str]:
        """The ratings of recent signs that the person closed; they may be shown again."""
        return [sign.rating.id for sign in self.closed_signs()]

    def closed_signs(self) -> list[Noted]:
        """The same with what was noted."""
        closed = set(self._closed.ids())
        return [sign for sign in self._recent() if sign.rating.id in closed] if closed else []

    def joined(self) -> set[str]:
        """The ids of the ratings that another symptom of these hours makes more urgent."""
        from journal.guidance.signs_together import recent_with_others

        with suppress(Refused):  # where the journal cannot be read just now its question is asked
            return recent_with_others(self._bridge.logbook, self._bridge.clock.now_ms())[1]
        return set()

    def around(self) -> Around:
        """What else of the journal makes a sign more urgent."""
        from journal.guidance.around_signs import ALONE, around_signs

        with suppress(Refused):
            return around_signs(self._bridge.logbook, self._bridge.clock.now_ms())
        return ALONE

    def close(self, ids: Sequence[str]) -> None:
        """Remember that the person closed the questions about these ratings."""
        recent = {sign.rating.id for sign in self._recent()}
        self._closed.keep([*(rating_id for rating_id in self._closed.ids() if rating_id in recent), *ids])

    def open_again(self, ids: Iterable[str]) -> None:
        """Ask about these ratings again, closed or not."""
        closed, opened = self._closed.ids(), set(ids)
        left = [rating_id for rating_id in closed if rating_id not in opened]
        if left != closed:
            self._closed.keep(left)

    def _recent(self) -> list[Noted]:
        logbook, now_ms = self._bridge.logbook, self._bridge.clock.now_ms()
        if not recent_sign_ratings(logbook, now_ms, near_ms=now_ms - earlier_ms())[0]:
            return []  # Today is shown before the table is read
        from journal.guidance.signs_together import recent_with_others
        from journal.guidance.warning_signs import is_sign

        return [sign for sign in recent_with_others(logbook, now_ms)[0] if is_sign(sign.code)]
